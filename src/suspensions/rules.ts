import type { Clause } from '../terms/clauses.ts';
import type { Day } from '../time.ts';
import { alreadySuspended, endsBeforeItStarts } from './failures.ts';
import { overlap, type Period, type State } from './period.ts';

/** An account closed because of a violation (terms, "Verstöße"). */
export interface Suspension extends Period {
  account: string;
  reason: string;
  clause: Clause | null;
  incident: number | null;
}

/** A suspension as it stands today. */
export interface Standing extends Suspension {
  state: State;
  lifted: { on: Day; reason: string } | null;
}

/**
 * New suspensions, alike for all accounts; or why there can't be any: never two at once on an account.
 * `standing` are the suspensions of these accounts that have not been lifted.
 * @throws Failure `ends-before-it-starts`, `already-suspended`
 */
export function impose(
  accounts: readonly string[],
  standing: readonly Suspension[],
  wish: Omit<Suspension, 'account'>,
): Suspension[] {
  const { from, until } = wish;
  if (until !== null && until < from) throw endsBeforeItStarts({ from, until });
  const inTheWay = standing.filter((other) => accounts.includes(other.account) && overlap(other, wish));
  if (inTheWay.length > 0) {
    throw alreadySuspended({ suspensions: inTheWay.map(({ account, from, until }) => ({ account, from, until })) });
  }
  return accounts.map((account) => ({ account, ...wish }));
}
