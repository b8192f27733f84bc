import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { line, title } from '../terminal/answers.ts';
import { addDays, addMonths, type Day } from '../time.ts';
import { saysSomething } from '../typed.ts';
import type { User } from '../users/rules.ts';
import { getUser } from '../users/store.ts';
import {
  alreadyHeld,
  dayOutOfReach,
  emptyReason,
  goesWithChildren,
  notHeld,
  notLeaving,
  reviewInPast,
  withdrawalStands,
} from './failures.ts';
import { type Follow, followChildren, planFollows } from './guardians.ts';
import * as log from './log.ts';
import { dayAfter, type Schedule, sameDates, schedule } from './rules.ts';
import { deletedAfterWithdrawal, holdReviewDays } from './settings.ts';
import {
  deleteHold,
  deleteSchedule,
  type Hold,
  holdOf,
  moveSchedule,
  putHold,
  putSchedule,
  scheduleOf,
  scheduleRules,
} from './store.ts';

/** A leaving as somebody asks for it by hand. */
export interface Wish {
  leftOn: Day;
  deleteOn?: Day | undefined;
  reason?: string | undefined;
  /** The person asked to be deleted: they know of it, and it can be at once. */
  atRequest?: boolean | undefined;
}

/** What a wish would do to somebody. */
export interface WishedChange {
  user: User;
  from: Schedule | null;
  to: Schedule;
  /** What holds if a withdrawal, which stands, is taken back by a new consent; else the same as `to`. */
  byHand: Schedule;
}

/**
 * What a wish would do to each account; who stands as wished already is left out.
 * @throws Failure `unknown-account`, `deleted-before-left`, `day-out-of-reach`
 */
export function planLeaving(db: Reader, accounts: readonly string[], wish: Wish, today: Day): WishedChange[] {
  for (const day of [wish.leftOn, wish.deleteOn]) checkReach(day, today);
  return [...new Set(accounts)].flatMap((account) => {
    const user = getUser(db, account);
    const from = scheduleOf(db, user.id) ?? null;
    const byHand = wished(db, user, wish, today);
    const isSame = from?.reason === 'by-hand' && wish.reason === undefined && !wish.atRequest;
    if (isSame && (sameDates(from, byHand) || onlyFloorsDiffer(from, byHand, wish))) return [];
    const to: Schedule = from?.reason === 'withdrawal' ? hastened(from, byHand) : byHand;
    return [{ user, from, to, byHand }];
  });
}

/** @throws Failure `day-out-of-reach`: a slip in the year would delete at once, or never */
function checkReach(day: Day | undefined, today: Day): void {
  const [first, last] = [addMonths(today, -24), addMonths(today, 120)];
  if (day !== undefined && (day < first || day > last)) throw dayOutOfReach({ day, first, last });
}

function wished(db: Reader, { role }: User, wish: Wish, today: Day): Schedule {
  const { leftOn, deleteOn, atRequest } = wish;
  const rules = scheduleRules(db, role);
  if (!atRequest) return schedule(leftOn, 'by-hand', rules, today, deleteOn);
  const soon = dayAfter(today, settingValue(db, deletedAfterWithdrawal), rules.schoolYearEnd);
  return schedule(leftOn, 'by-hand', { ...rules, noticeDays: 0 }, today, deleteOn ?? soon);
}

/** A withdrawal of consent stands: what is scheduled by hand can only hasten it. */
const hastened = (withdrawal: Schedule, byHand: Schedule): Schedule => ({
  leftOn: byHand.leftOn,
  lockedFrom: withdrawal.lockedFrom < byHand.lockedFrom ? withdrawal.lockedFrom : byHand.lockedFrom,
  deletedOn: withdrawal.deletedOn < byHand.deletedOn ? withdrawal.deletedOn : byHand.deletedOn,
  reason: 'withdrawal',
});

/** Whoever left long ago had time since the first scheduling: the same wish on a later day moves nothing. */
const onlyFloorsDiffer = (from: Schedule, to: Schedule, { deleteOn }: Wish): boolean =>
  deleteOn === undefined &&
  from.leftOn === to.leftOn &&
  from.lockedFrom <= to.lockedFrom &&
  from.deletedOn <= to.deletedOn;

/**
 * Puts people on the schedule by hand, or moves their dates, all or none; their guardians follow. Returns everybody
 * whose schedule is new or another.
 * @throws Failure `unknown-account`, `deleted-before-left`, `day-out-of-reach`, `empty-reason`
 */
export function scheduleLeaving(app: App, accounts: readonly string[], wish: Wish): Follow[] {
  const remark = wish.reason === undefined ? null : said(wish.reason);
  return app.transact((tx) => {
    const changes = planLeaving(tx, accounts, wish, tx.today).map(({ user, from, to, byHand }) => {
      const requestedOn = wish.atRequest ? tx.today : null;
      if (from?.reason === 'withdrawal') moveSchedule(tx, user.id, to, byHand);
      else putSchedule(tx, user.id, to, remark, requestedOn);
      record(tx, log.leaverScheduled, user, { from, to, remark, requestedOn });
      return { id: user.id, account: user.account, from, to };
    });
    return [...changes, ...followed(tx, changes)];
  });
}

/**
 * Takes people off the schedule, all or none; their guardians follow. Returns everybody whose schedule is another.
 * @throws Failure `unknown-account`, `not-leaving`, `goes-with-children`, `withdrawal-stands`
 */
export function cancelLeaving(app: App, accounts: readonly string[]): Follow[] {
  return app.transact((tx) => {
    const changes = [...new Set(accounts)].map((account) => {
      const user = getUser(tx, account);
      const from = scheduleOf(tx, user.id);
      if (!from) throw notLeaving({ account });
      if (from.reason === 'withdrawal') throw withdrawalStands({ account });
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

/** Why a deletion must wait, until when at first, and under which number it is kept elsewhere. */
export interface HoldWish {
  /** Null where a hold is only to be looked at again on another day. */
  reason: string | null;
  reviewOn?: Day | undefined;
  caseNumber?: string | undefined;
}

/**
 * Stops the deletion of somebody, and of the guardians with them, until it is released; or moves the day on which a hold
 * is to be looked at again.
 * @throws Failure `unknown-account`, `already-held`, `empty-reason`, `review-in-past`
 */
export function holdDeletion(app: App, account: string, wish: HoldWish): { account: string; hold: Hold } {
  const { reason, caseNumber } = wish;
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const current = holdOf(tx, user.id);
    const reviewOn = wish.reviewOn ?? addDays(tx.today, settingValue(tx, holdReviewDays));
    if (reviewOn <= tx.today) throw reviewInPast({ day: reviewOn, today: tx.today });
    if (current && (wish.reviewOn === undefined || reason !== null)) throw alreadyHeld({ account, ...current });
    if (!current && reason === null) throw emptyReason({});
    const hold: Hold = {
      reason: current?.reason ?? said(reason ?? ''),
      since: current?.since ?? tx.now,
      reviewOn,
      caseNumber: caseNumber === undefined ? (current?.caseNumber ?? null) : title('--case')(caseNumber),
    };
    putHold(tx, user.id, hold);
    record(tx, log.leaverHeld, user, { reason: hold.reason, reviewOn, caseNumber: hold.caseNumber });
    return { account, hold };
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
  if (!saysSomething(kept)) throw emptyReason({});
  return kept;
}
