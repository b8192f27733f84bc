import type { Day } from '../time.ts';
import type { Role } from '../users/rules.ts';

/** A user as IServ shows them; what it does not tell is undefined. */
export interface IservUser {
  account: string;
  givenName: string;
  familyName: string;
  /** Null: nobody at the school, such as an administrator. */
  role: Role | null | undefined;
  status: 'active' | 'restricted' | 'inactive' | undefined;
  /** Null: made by hand there, or by an import without IDs. */
  importId: string | null;
  class: string | null | undefined;
  groups: string | undefined;
  mail: string | null | undefined;
  /** The last day on which they logged in; null: never. */
  lastLogin: Day | null | undefined;
}

const roleWords: readonly [RegExp, Role | null][] = [
  [/^(administrator(en|in)?|admins?|support-?benutzer|support)$/, null],
  [/^(sch(ü|ue)ler(:?in|innen)?|students?|pupils?)$/, 'student'],
  [/^(lehrer(:?in|innen)?|lehrkr(ä|ae)fte?|teachers?)$/, 'teacher'],
  [/^(eltern(teil)?|erziehungsberechtigte[rn]?|parents?|guardians?)$/, 'guardian'],
  [/^(mitarbeiter(:?in|innen)?|personal|staff|employees?)$/, 'staff'],
];

/** What somebody is at the school, by IServ's word; of several the first that we know. Undefined: none is known. */
export function roleFrom(cell: string): Role | null | undefined {
  const words = cell.split(',').map((word) => word.trim().toLowerCase());
  return words.map((word) => roleWords.find(([form]) => form.test(word))?.[1]).find((role) => role !== undefined);
}

const statuses: Readonly<Record<string, IservUser['status'] | 'deleted'>> = {
  aktiv: 'active',
  active: 'active',
  eingeschränkt: 'restricted',
  restricted: 'restricted',
  inaktiv: 'inactive',
  deaktiviert: 'inactive',
  inactive: 'inactive',
  gelöscht: 'deleted',
  deleted: 'deleted',
};

/** The state of an account by IServ's word; one that is deleted there already is no account any more. */
export const statusFrom = (cell: string): IservUser['status'] | 'deleted' => statuses[cell.trim().toLowerCase()];
