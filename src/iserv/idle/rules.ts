import type { Day } from '../../time.ts';

/** Why somebody seems not to look into the account: not logged in, or an issued password that was never changed. */
export type Because = 'not-logged-in' | 'password-overdue';

/** Somebody who seems not to look into the account (terms, "Allgemeine Verhaltensregeln"). */
export interface Idle {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  because: Because[];
  /** As IServ showed it last; null: never, or not known. */
  lastLogin: Day | null;
  /** When IServ showed it; null if it did not. */
  seenOn: Day | null;
  /** Of an issued password that must still be changed. */
  issuedOn: Day | null;
}
