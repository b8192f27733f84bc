import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import { forgetStrangers, forgottenStrangers, pruneBackups } from '../backups/keeping.ts';
import type { Reader, Tx } from '../database/database.ts';
import { deletePeople } from '../deletion/acts.ts';
import type { Due } from '../deletion/rules.ts';
import { markListed } from '../deletion/store.ts';
import { Failure } from '../failures.ts';
import { type Follow, followChildren, planFollows } from '../leavers/guardians.ts';
import { noticeDays } from '../leavers/settings.ts';
import { standings } from '../leavers/store.ts';
import { settingValue } from '../settings/settings.ts';
import type { Day } from '../time.ts';
import { backUp, checkBeforeNight } from './checks.ts';
import { inChunks, type Outcome } from './chunks.ts';
import { forgetDoneInIserv, writeListForIserv } from './iserv-list.ts';
import * as log from './log.ts';
import { type Approval, announcesFirst, type Locked, sortOut, type Waiting } from './rules.ts';
import {
  announcedIds,
  askForRewriting,
  countRun,
  finishRuns,
  insertRun,
  isRewritingDue,
  lastNightAt,
  markNamed,
  registryMadeAt,
  replaceAnnouncements,
  setLocked,
} from './store.ts';

/** What one night would do: a value that the dry run shows and the run carries out. */
export interface NightPlan {
  /** Guardians who come on or off the schedule, or move on it, because of their children. */
  followed: Follow[];
  locked: Locked[];
  deleted: Due[];
  /** Whom the next night deletes: there was none for more than a week, so this one only says so. */
  announced: Due[];
  /** Whose day of deletion has come, but a hold stops it. */
  held: Due[];
  /** Whose day of deletion has come, and what they wait for. */
  waiting: Waiting[];
}

/** What one night has done. */
export interface Night extends NightPlan {
  run: number;
  failed: { account: string; error: unknown }[];
  backup: string | null;
  prunedBackups: string[];
  iservList: string | null;
  /** Whether the file was written anew after deletions; false where somebody kept it open: the next night does it. */
  clean: boolean;
  /** What ended the night before its end, and how many it has not come to. */
  stopped: { failure: Failure; locks: number; deletions: number } | null;
}

export function planNight(db: Reader, today: Day): NightPlan {
  const followed = planFollows(db, today);
  const moved = new Set(followed.map(({ id }) => id));
  const leavers = standings(db).filter(({ id }) => !moved.has(id));
  return { followed, ...sortOut(leavers, today, settingValue(db, noticeDays), announcedBefore(db, today)) };
}

/** Whom the last night has announced, where this one must announce first; null where it need not. */
function announcedBefore(db: Reader, today: Day): number[] | null {
  const last = lastNightAt(db) ?? registryMadeAt(db);
  return last !== undefined && announcesFirst(today, last) ? announcedIds(db) : null;
}

/**
 * The nightly job: guardians follow their children, who is due is locked or deleted, everybody once, however often and
 * however late it runs. Killed in between, the next night does the rest.
 * @throws Failure `clock-earlier`, `clock-far-ahead`, `wrong-today`, `too-many-deletions`, `registry-damaged`: then
 * nobody was touched
 */
export function runNight(app: App, approval: Approval): Night {
  app.checkRegistry();
  const plan = app.transact((tx) => {
    const planned = planNight(tx, tx.today);
    checkBeforeNight(tx, planned.deleted.length, approval);
    return planned;
  });
  const backup = backUp(app);
  const run = app.transact((tx) => insertRun(tx, approval));

  const followed = inChunks(app, plan.followed, followNow);
  const locked = inChunks(app, followed.stopped ? [] : plan.locked, lockNow);
  const stoppedEarly = followed.stopped ?? locked.stopped;
  const deleted = inChunks(app, stoppedEarly ? [] : plan.deleted, (tx, people) => deleteNow(tx, people, run));

  const failed = [...failures(followed), ...failures(locked), ...failures(deleted)];
  const counts = { locked: locked.done.length, deleted: deleted.done.length, failed: failed.length };
  const ending = endNight(app, run, plan, counts, stoppedEarly ?? deleted.stopped);
  return {
    run,
    followed: followed.done,
    locked: locked.done,
    deleted: deleted.done,
    announced: plan.announced,
    held: plan.held,
    waiting: plan.waiting,
    failed,
    backup,
    ...ending,
    stopped: ending.stopped && {
      failure: ending.stopped,
      locks: plan.locked.length - locked.done.length - locked.failed.length,
      deletions: plan.deleted.length - deleted.done.length - deleted.failed.length,
    },
  };
}

function followNow(tx: Tx, people: readonly Follow[]): Follow[] {
  const ids = new Set(people.map(({ id }) => id));
  const follows = planFollows(tx, tx.today).filter(({ id }) => ids.has(id));
  followChildren(tx, follows);
  return follows;
}

/** Those of some people who are still due: they may have changed since they were chosen. */
const stillDue = (tx: Tx, people: readonly Due[]) =>
  sortOut(standings(tx, idsOf(people)), tx.today, settingValue(tx, noticeDays), null);

function lockNow(tx: Tx, people: readonly Locked[]): Locked[] {
  const { locked } = stillDue(tx, people);
  for (const { id } of locked) setLocked(tx, id);
  recordAll(
    tx,
    log.leaverLocked,
    locked.map((person) => ({ subject: person, facts: { deletedOn: person.deletedOn } })),
  );
  return locked;
}

function deleteNow(tx: Tx, people: readonly Due[], run: number): Due[] {
  const { deleted } = stillDue(tx, people);
  deletePeople(tx, deleted, run);
  return deleted;
}

const idsOf = (people: readonly Due[]) => people.map(({ id }) => id);

const failures = ({ failed }: Outcome<{ account: string }>): Night['failed'] =>
  failed.map(({ person, error }) => ({ account: person.account, error }));

function forgetStrangersNow(app: App, run: number): void {
  const strangers = forgottenStrangers(app);
  if (strangers.length === 0) return;
  app.transact((tx) => {
    forgetStrangers(tx, strangers);
    askForRewriting(tx, run);
  });
}

/**
 * Writes the list for IServ, prunes backups, and after deletions writes the file anew. What stands in the way of that is
 * about nobody's deletion: those are done, and the next night makes up for the rest.
 */
function endNight(
  app: App,
  run: number,
  { announced, waiting }: NightPlan,
  counts: Parameters<typeof countRun>[2],
  before: Failure | null,
) {
  const ending = { iservList: null as string | null, prunedBackups: [] as string[], clean: false, stopped: before };
  try {
    const list = writeListForIserv(app);
    ending.iservList = list?.file ?? null;
    if (list) app.transact((tx) => markListed(tx, list.ids, list.file));
    forgetDoneInIserv(app, run);
    ending.prunedBackups = pruneBackups(app).map(({ file }) => file);
    forgetStrangersNow(app, run);
    if (before) return ending;
    if (isRewritingDue(app.db)) app.rewriteRegistry();
    app.transact((tx) => {
      replaceAnnouncements(tx, idsOf(announced));
      markNamed(tx, idsOf(waiting.filter(({ isNamed }) => isNamed)));
      countRun(tx, run, counts);
      finishRuns(tx);
    });
    return { ...ending, clean: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...ending, stopped: before ?? error };
  }
}
