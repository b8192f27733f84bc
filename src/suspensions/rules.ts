import type { Clause } from '../terms/clauses.ts';
import type { Day } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import { alreadySuspended, clauseMissing, endsBeforeItStarts, heardInFuture } from './failures.ts';
import { overlap, type Period, type State } from './period.ts';

/** An account closed because of a violation (terms, "Verstöße"). */
export interface Suspension extends Period {
  account: string;
  reason: string;
  clause: Clause | null;
  incident: number | null;
  /** When the person, or who has custody of the child, was heard. */
  heardOn: Day | null;
  decidedBy: string | null;
}

/** Who was told of a suspension, when and how. */
export interface Told {
  on: Day;
  how: string;
  whom: By;
}

/** A suspension as it stands today. */
export interface Standing extends Suspension {
  state: State;
  lifted: { on: Day; reason: string } | null;
  told: Told | null;
  /** When somebody last looked whether it must go on. */
  reviewedOn: Day | null;
}

/**
 * New suspensions, alike for all accounts; or why there can't be any: never two at once on an account.
 * `standing` are the suspensions of these accounts that have not been lifted.
 * It says which rule was broken, or from which incident it follows (terms, "Verstöße").
 * @throws Failure `clause-missing`, `ends-before-it-starts`, `already-suspended`, `heard-in-future`
 */
export function impose(
  accounts: readonly string[],
  standing: readonly Suspension[],
  wish: Omit<Suspension, 'account'>,
  today: Day,
): Suspension[] {
  const { from, until, clause, incident, heardOn } = wish;
  if (clause === null && incident === null) throw clauseMissing({});
  if (heardOn !== null && heardOn > today) throw heardInFuture({ on: heardOn });
  if (until !== null && until < from) throw endsBeforeItStarts({ from, until });
  const inTheWay = standing.filter((other) => accounts.includes(other.account) && overlap(other, wish));
  if (inTheWay.length > 0) {
    throw alreadySuspended({ suspensions: inTheWay.map(({ account, from, until }) => ({ account, from, until })) });
  }
  return accounts.map((account) => ({ account, ...wish }));
}
