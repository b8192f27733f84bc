import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { line } from '../terminal/answers.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { getUser } from '../users/store.ts';
import { alreadyHeld, emptyReason, goesWithChildren, notHeld, notLeaving } from './failures.ts';
import { type Follow, followChildren, planFollows } from './guardians.ts';
import * as log from './log.ts';
import { type Schedule, sameDates, schedule } from './rules.ts';
import {
  deleteHold,
  deleteSchedule,
  type Hold,
  holdOf,
  insertHold,
  putSchedule,
  scheduleOf,
  scheduleRules,
} from './store.ts';

/** A leaving as somebody asks for it by hand. */
interface Wish {
  leftOn: Day;
  deleteOn?: Day | undefined;
  reason?: string | undefined;
}

/** The dates that a wish would give each account. @throws Failure `unknown-account`, `deleted-before-left` */
function wishedSchedules(db: Reader, accounts: readonly string[], wish: Wish): { user: User; to: Schedule }[] {
  return [...new Set(accounts)].map((account) => {
    const user = getUser(db, account);
    return { user, to: schedule(wish.leftOn, 'by-hand', scheduleRules(db, user.role), wish.deleteOn) };
  });
}

/**
 * Puts people on the schedule by hand, or moves their dates, all or none; their guardians follow. Returns everybody
 * whose schedule is new or another.
 * @throws Failure `unknown-account`, `deleted-before-left`, `empty-reason`
 */
export function scheduleLeaving(app: App, accounts: readonly string[], wish: Wish): Follow[] {
  const remark = wish.reason === undefined ? null : said(wish.reason);
  return app.transact((tx) => {
    const changes = wishedSchedules(tx, accounts, wish).flatMap(({ user, to }) => {
      const from = scheduleOf(tx, user.id) ?? null;
      if (from && sameDates(from, to) && remark === null) return [];
      putSchedule(tx, user.id, to, remark);
      record(tx, log.leaverScheduled, user, { from, to, remark });
      return [{ id: user.id, account: user.account, from, to }];
    });
    return [...changes, ...followed(tx, changes)];
  });
}

/**
 * Takes people off the schedule, all or none; their guardians follow. Returns everybody whose schedule is another.
 * @throws Failure `unknown-account`, `not-leaving`, `goes-with-children`
 */
export function cancelLeaving(app: App, accounts: readonly string[]): Follow[] {
  return app.transact((tx) => {
    const changes = [...new Set(accounts)].map((account) => {
      const user = getUser(tx, account);
      const from = scheduleOf(tx, user.id);
      if (!from) throw notLeaving({ account });
      deleteSchedule(tx, user.id);
      record(tx, log.leaverCancelled, user, { from, to: null });
      return { id: user.id, account, from, to: null };
    });
    const guardians = followed(tx, changes);
    const ids = changes.map(({ id }) => id);
    const back = planFollows(tx, tx.today).find(({ id, to }) => to && ids.includes(id));
    if (back) throw goesWithChildren({ account: back.account });
    return [...changes, ...guardians];
  });
}

function followed(tx: Tx, changes: readonly Follow[]): Follow[] {
  const follows = planFollows(
    tx,
    tx.today,
    changes.map(({ id }) => id),
  );
  followChildren(tx, follows);
  return follows;
}

/**
 * Stops the deletion of somebody, and of the guardians with them, until it is released.
 * @throws Failure `unknown-account`, `already-held`, `empty-reason`
 */
export function holdDeletion(app: App, account: string, reason: string): { account: string; hold: Hold } {
  const why = said(reason);
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const current = holdOf(tx, user.id);
    if (current) throw alreadyHeld({ account, ...current });
    insertHold(tx, user.id, why);
    record(tx, log.leaverHeld, user, { reason: why });
    return { account, hold: { reason: why, since: tx.now } };
  });
}

/**
 * Lets the deletion of somebody go on. Returns the schedule that holds again, if there is one.
 * @throws Failure `unknown-account`, `not-held`
 */
export function releaseDeletion(app: App, account: string): { account: string; leaving: Schedule | null } {
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const hold = holdOf(tx, user.id);
    if (!hold) throw notHeld({ account });
    deleteHold(tx, user.id);
    record(tx, log.leaverReleased, user, { hold });
    return { account, leaving: scheduleOf(tx, user.id) ?? null };
  });
}

/** @throws Failure `empty-reason`, `not-a-name`, `too-long` */
function said(reason: string): string {
  const kept = line('--reason')(reason);
  if (kept === '') throw emptyReason({});
  return kept;
}
