import type { Day } from '../../time.ts';

/** What a roster can say about a person, and the name that `--map` gives it. */
export const fieldNames = {
  importId: 'import-id',
  account: 'account',
  givenName: 'given-name',
  familyName: 'family-name',
  class: 'class',
  groups: 'groups',
  birthDate: 'birth-date',
  email: 'email',
  childId: 'child-id',
  status: 'status',
} as const;

export type Field = keyof typeof fieldNames;

export const fields = Object.keys(fieldNames) as Field[];

/** Whether the administration software counts a person among the school: of those not yet there nothing is made. */
export type Presence = 'present' | 'left' | 'not-yet';

/** What one line says. A field is absent where the file has no such column, or where its cell is faulty; null where the cell is empty. */
export interface Values {
  importId?: string | null;
  account?: string | null;
  givenName?: string;
  familyName?: string;
  class?: string | null;
  groups?: string[];
  birthDate?: Day | null;
  email?: string | null;
  childId?: string | null;
  status?: Presence;
}

/** Which column holds a field: counted from 0, and called as the header calls it (its number where there is none). */
export interface Column {
  readonly field: Field;
  readonly index: number;
  readonly name: string;
}
