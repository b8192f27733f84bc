import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Reader } from '../database/database.ts';
import { followChildren, planFollows } from '../leavers/guardians.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { getUser } from '../users/store.ts';
import * as log from './log.ts';
import { checkMerge, type Standing } from './rules.ts';
import { type InIserv, moveAll, standingOf } from './store.ts';

/** Two accounts of one person, before they are made one. */
export interface Pair {
  old: User & Standing;
  staying: User & Standing;
}

/** What became of the two. */
export interface Merged {
  account: string;
  givenUp: string;
  inIserv: InIserv;
}

/**
 * Two accounts that may be made one.
 * @throws Failure `unknown-account`, and whatever `checkMerge` finds
 */
export function planMerge(db: Reader, old: string, staying: string, today: Day): Pair {
  const [one, other] = [old, staying].map((account) => {
    const user = getUser(db, account);
    return { ...user, ...standingOf(db, user, today) };
  }) as [User & Standing, User & Standing];
  checkMerge(one, other);
  return { old: one, staying: other };
}

/**
 * Makes two accounts of one person one: everything moves to the one that stays, the other is never given again.
 * @throws Failure as `planMerge`
 */
export function mergeUsers(app: App, accounts: { old: string; staying: string; reason: string | null }): Merged {
  return app.transact((tx) => {
    const { old, staying } = planMerge(tx, accounts.old, accounts.staying, tx.today);
    const inIserv = moveAll(tx, old, staying);
    const { id, account, source, importId } = old;
    record(tx, log.userMerged, staying, { number: id, account, source, importId, reason: accounts.reason });
    followChildren(tx, planFollows(tx, tx.today));
    return { account: staying.account, givenUp: account, inIserv };
  });
}
