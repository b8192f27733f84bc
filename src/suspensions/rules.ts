import type { Clause } from '../terms/clauses.ts';
import type { Day } from '../time.ts';
import { alreadySuspended, endsBeforeItStarts } from './failures.ts';

/** In force from a day until a day, both included, or until further notice. */
export interface Period {
  from: Day;
  until: Day | null;
}

/** An account closed because of a violation (terms, "Verstöße"). */
export interface Suspension extends Period {
  account: string;
  reason: string;
  clause: Clause | null;
  incident: number | null;
}

/** A suspension as it stands today. */
export interface Standing extends Suspension {
  state: 'in-force' | 'to-come' | 'ended' | 'lifted';
  lifted: { on: Day; reason: string } | null;
}

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);

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

/** How a suspension stands on a day. */
export function stateOf({ from, until }: Period, lifted: Standing['lifted'], today: Day): Standing['state'] {
  if (lifted) return 'lifted';
  if (until !== null && until < today) return 'ended';
  return from <= today ? 'in-force' : 'to-come';
}
