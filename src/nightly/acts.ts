import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import { forgetStrangers, forgottenStrangers, pruneBackups } from '../backups/keeping.ts';
import type { Reader, Tx } from '../database/database.ts';
import { deletePeople } from '../deletion/acts.ts';
import type { Due } from '../deletion/rules.ts';
import { markListed } from '../deletion/store.ts';
import { Failure } from '../failures.ts';
import { type Follow, followChildren, planFollows } from '../leavers/guardians.ts';
import type { Day } from '../time.ts';
import { backUp, checkBeforeNight } from './checks.ts';
import { inChunks, type Outcome } from './chunks.ts';
import { forgetDoneInIserv, writeListForIserv } from './iserv-list.ts';
import * as log from './log.ts';
import type { Approval } from './rules.ts';
import {
  askForRewriting,
  countRun,
  dueDeletions,
  dueLocks,
  finishRuns,
  heldDeletions,
  insertRun,
  isRewritingDue,
  setLocked,
} from './store.ts';

/** What one night would do: a value that the dry run shows and the run carries out. */
export interface NightPlan {
  /** Guardians who come on or off the schedule, or move on it, because of their children. */
  followed: Follow[];
  locked: Due[];
  deleted: Due[];
  /** Whose day of deletion has come, but a hold stops it. */
  held: Due[];
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
  const deleted = dueDeletions(db, today).filter(({ id }) => !moved.has(id));
  const gone = new Set(deleted.map(({ id }) => id));
  const locked = dueLocks(db, today).filter(({ id }) => !moved.has(id) && !gone.has(id));
  return { followed, locked, deleted, held: heldDeletions(db, today) };
}

/**
 * The nightly job: guardians follow their children, who is due is locked or deleted, everybody once, however often and
 * however late it runs. Killed in between, the next night does the rest.
 * @throws Failure `clock-earlier`, `clock-far-ahead`, `too-many-deletions`, `registry-damaged`: then nobody was touched
 */
export function runNight(app: App, approval: Approval): Night {
  const { today } = app.moment;
  const plan = app.snapshot((db) => planNight(db, today));
  checkBeforeNight(app, plan.deleted.length, approval);
  const backup = backUp(app);
  const run = app.transact((tx) => insertRun(tx, approval));

  const followed = inChunks(app, plan.followed, followNow);
  const locked = inChunks(app, followed.stopped ? [] : plan.locked, lockNow);
  const stoppedEarly = followed.stopped ?? locked.stopped;
  const deleted = inChunks(app, stoppedEarly ? [] : plan.deleted, (tx, people) => deleteNow(tx, people, run));

  const failed = [...failures(followed), ...failures(locked), ...failures(deleted)];
  const counts = { locked: locked.done.length, deleted: deleted.done.length, failed: failed.length };
  const ending = endNight(app, run, counts, stoppedEarly ?? deleted.stopped);
  return {
    run,
    followed: followed.done,
    locked: locked.done,
    deleted: deleted.done,
    held: plan.held,
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

function lockNow(tx: Tx, people: readonly Due[]): Due[] {
  const due = dueLocks(tx, tx.today, idsOf(people));
  for (const { id } of due) setLocked(tx, id);
  recordAll(
    tx,
    log.leaverLocked,
    due.map((person) => ({ subject: person, facts: { deletedOn: person.deletedOn } })),
  );
  return due;
}

function deleteNow(tx: Tx, people: readonly Due[], run: number): Due[] {
  const due = dueDeletions(tx, tx.today, idsOf(people));
  deletePeople(tx, due, run);
  return due;
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
function endNight(app: App, run: number, counts: Parameters<typeof countRun>[2], before: Failure | null) {
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
      countRun(tx, run, counts);
      finishRuns(tx);
    });
    return { ...ending, clean: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...ending, stopped: before ?? error };
  }
}
