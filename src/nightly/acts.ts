import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { deletePeople } from '../deletion/acts.ts';
import type { Due } from '../deletion/rules.ts';
import type { Failure } from '../failures.ts';
import { type Follow, followChildren, planFollows } from '../leavers/guardians.ts';
import { noticeDays } from '../leavers/settings.ts';
import { standings } from '../leavers/store.ts';
import { settingValue } from '../settings/settings.ts';
import type { NightlyTerm } from '../subject.ts';
import type { Day } from '../time.ts';
import { backUp, checkBeforeNight } from './checks.ts';
import { inChunks, interruptible, type Outcome } from './chunks.ts';
import { endNight } from './ending.ts';
import * as log from './log.ts';
import { type Approval, announcesFirst, type Locked, sortOut, type Waiting } from './rules.ts';
import { announcedIds, insertRun, lastNightAt, registryMadeAt, setLocked } from './store.ts';

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
  /** How much of what was overdue was removed, by kind. */
  removed: { kind: string; number: number }[];
  /** What ended the night before its end, how many it has not come to, and which kinds are still overdue. */
  stopped: { failure: Failure; locks: number; deletions: number; kinds: string[] } | null;
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
 * however late it runs; and whatever else is overdue is removed. Killed in between, the next night does the rest.
 * @throws Failure `clock-earlier`, `clock-far-ahead`, `wrong-today`, `too-many-deletions`, `registry-damaged`: then
 * nobody was touched
 */
export async function runNight(app: App, terms: readonly NightlyTerm[], approval: Approval): Promise<Night> {
  app.checkRegistry();
  const plan = app.transact((tx) => {
    const planned = planNight(tx, tx.today);
    checkBeforeNight(tx, planned.deleted.length, approval);
    return planned;
  });
  const backup = backUp(app);
  const run = app.transact((tx) => insertRun(tx, approval));
  return interruptible(app, async (interruption) => {
    const followed = await inChunks(app, interruption, plan.followed, followNow);
    const locked = await inChunks(app, interruption, followed.stopped ? [] : plan.locked, lockNow);
    const early = followed.stopped ?? locked.stopped;
    const deleted = await inChunks(app, interruption, early ? [] : plan.deleted, (tx, some) =>
      deleteNow(tx, some, run),
    );
    const { announced, held, waiting } = plan;
    const failed = [...failures(followed), ...failures(locked), ...failures(deleted)];
    const done = { followed: followed.done, locked: locked.done, deleted: deleted.done, announced, held, waiting };
    const { stopped, kinds, ...ending } = await endNight(app, interruption, terms, {
      ...{ run, announced, waiting, stopped: early ?? deleted.stopped },
      counts: { locked: done.locked.length, deleted: done.deleted.length, failed: failed.length },
    });
    return { run, ...done, failed, backup, ...ending, stopped: stopped && { failure: stopped, kinds, ...left() } };

    function left() {
      return {
        locks: plan.locked.length - locked.done.length - locked.failed.length,
        deletions: plan.deleted.length - deleted.done.length - deleted.failed.length,
      };
    }
  });
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
