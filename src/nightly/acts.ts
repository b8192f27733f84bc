import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import { pruneBackups } from '../backups/keeping.ts';
import type { Reader, Tx } from '../database/database.ts';
import { type Due, deletePeople } from '../deletion/acts.ts';
import { Exit, Failure } from '../failures.ts';
import { type Follow, followChildren, planFollows } from '../leavers/guardians.ts';
import type { Day } from '../time.ts';
import { type Approval, backUp, checkBeforeNight } from './checks.ts';
import { inBatches, type Outcome } from './chunks.ts';
import { listForIserv, shortenList } from './iserv-list.ts';
import * as log from './log.ts';
import {
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
  const iservList = listForIserv(app, plan.deleted);

  const followed = inBatches(app, plan.followed, followNow);
  const locked = inBatches(app, plan.locked, lockNow);
  const deleted = inBatches(app, plan.deleted, (tx, people) => deleteNow(tx, people, run));

  if (iservList && deleted.done.length < plan.deleted.length) shortenList(iservList, deleted.done);
  const failed = [...failures(followed), ...failures(locked), ...failures(deleted)];
  const counts = { locked: locked.done.length, deleted: deleted.done.length, failed: failed.length };
  return {
    run,
    followed: followed.done,
    locked: locked.done,
    deleted: deleted.done,
    held: plan.held,
    failed,
    backup,
    prunedBackups: pruneBackups(app).map(({ file }) => file),
    iservList: deleted.done.length > 0 ? iservList : null,
    clean: finishNight(app, run, counts),
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

/** After deletions writes the file anew. A night that was killed before it came to that is finished with this one. */
function finishNight(app: App, run: number, counts: Parameters<typeof countRun>[2]): boolean {
  try {
    if (isRewritingDue(app.db)) app.rewriteRegistry();
    app.transact((tx) => {
      countRun(tx, run, counts);
      finishRuns(tx);
    });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.exit === Exit.busy) return false;
    throw error;
  }
}
