import type { Clause } from '../terms/clauses.ts';
import type { Day } from '../time.ts';
import { permitEndsBefore } from './failures.ts';

/** What can be allowed: large up- and downloads, software, anything else (terms, "Allgemeine Verhaltensregeln"). */
export const kinds = ['traffic', 'software', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** How a permit stands on a day. */
export type State = 'in-force' | 'to-come' | 'over' | 'ended';

/** An exception that was cleared beforehand: a user's, or what an administrator does by the office. */
export interface Permit {
  permit: number;
  /** Null of an administrator's own. */
  account: string | null;
  /** What the system calls the administrator; null of a user's. */
  administrator: string | null;
  kind: Kind;
  reason: string;
  clearedWith: string;
  from: Day;
  /** The last day; null: until it is ended. */
  until: Day | null;
  givenBy: string;
  ended: { on: Day; reason: string } | null;
}

export function stateOf({ from, until, ended }: Pick<Permit, 'from' | 'until' | 'ended'>, today: Day): State {
  if (ended && ended.on <= today) return 'ended';
  if (until !== null && until < today) return 'over';
  return from <= today ? 'in-force' : 'to-come';
}

/** Whether somebody had leave on one of some days. */
export const heldOn = (permit: Permit, days: readonly Day[]): boolean =>
  days.some((day) => stateOf(permit, day) === 'in-force');

/** The kind of permit that allows what a rule forbids; undefined where none does. */
export const kindFor = (clause: Clause | null | undefined): Kind | undefined =>
  clause === 'traffic' || clause === 'software' ? clause : undefined;

/** @throws Failure `permit-ends-before` */
export function checkPeriod(from: Day, until: Day | null): void {
  if (until !== null && until < from) throw permitEndsBefore({ from, until });
}
