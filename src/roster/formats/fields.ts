import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';

/**
 * What a roster can say about a person, and the name that `--map` gives it. The last five are parts, of which names and
 * class are composed.
 */
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
  role: 'role',
  entryDate: 'entry-date',
  leavingDate: 'leaving-date',
  fullName: 'full-name',
  callName: 'call-name',
  nameAddition: 'name-addition',
  year: 'year',
  letter: 'letter',
} as const;

export type Field = keyof typeof fieldNames;

/** What nobody needs in order to say who somebody is: a cell that can't be read is left empty, and listed. */
export const optionalFields: ReadonlySet<Field> = new Set([
  'groups',
  'birthDate',
  'email',
  'entryDate',
  'leavingDate',
] as const);

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
  /** Whose line it is, as the file says; `nobody` is an account that is no person's. */
  role?: ListedRole | null;
  /** From which day, and up to which, somebody is at the school by the file's own account. */
  entryDate?: Day | null;
  leavingDate?: Day | null;
}

/** A line while it is read: with the parts of which names and class are composed. */
export interface Line extends Values {
  fullName?: string;
  callName?: string;
  nameAddition?: string;
  year?: string;
  letter?: string;
  /** All children whose guardian this is. */
  children?: string[];
  /** A second enrolment of somebody who stands in the file already. */
  isSecond?: boolean;
}

/** The word for an account that is no person of the school. */
export type ListedRole = Role | 'nobody';

/** What the parts of a line are composed to. */
const composed: Partial<Record<Field, readonly Field[]>> = {
  fullName: ['givenName', 'familyName'],
  callName: ['givenName'],
  nameAddition: ['familyName'],
  year: ['class'],
  letter: ['class'],
};

/** The fields that columns give in the end. */
export const givenBy = (columns: Iterable<Field>): Field[] => [
  ...new Set([...columns].flatMap((field) => composed[field] ?? [field])),
];

/** Which column holds a field: counted from 0, and called as the header calls it (its number where there is none). */
export interface Column {
  readonly field: Field;
  readonly index: number;
  readonly name: string;
}
