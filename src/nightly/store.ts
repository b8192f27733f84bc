import type { Reader, Tx } from '../database/database.ts';
import type { Due } from '../deletion/rules.ts';
import { isHeld } from '../leavers/store.ts';
import type { Day, Instant } from '../time.ts';
import type { Approval } from './rules.ts';

const dueSql = `SELECT u.id, u.account, u.role, l.left_on AS leftOn, l.deleted_on AS deletedOn
  FROM leavers l JOIN users u ON u.id = l.user_id`;

const only = '(:ids IS NULL OR l.user_id IN (SELECT value FROM json_each(:ids)))';

const params = (day: Day, ids?: readonly number[]) => ({ day, ids: ids ? JSON.stringify(ids) : null });

/** Who is to be deleted on a day, children before guardians; of some people, or of all. */
export function dueDeletions(db: Reader, day: Day, ids?: readonly number[]): Due[] {
  return db.all(
    `${dueSql} WHERE l.deleted_on <= :day AND ${only} AND NOT ${isHeld} ORDER BY u.role = 'guardian', u.account`,
    params(day, ids),
  );
}

/** Whose day of deletion has come, but a hold stops it. */
export function heldDeletions(db: Reader, day: Day): Due[] {
  return db.all(`${dueSql} WHERE l.deleted_on <= :day AND ${only} AND ${isHeld} ORDER BY u.account`, params(day));
}

/** Who is to be locked on a day and has not been yet. */
export function dueLocks(db: Reader, day: Day, ids?: readonly number[]): Due[] {
  return db.all(
    `${dueSql} WHERE l.locked_from <= :day AND l.locked_at IS NULL AND ${only} ORDER BY u.account`,
    params(day, ids),
  );
}

export function setLocked(tx: Tx, id: number): void {
  tx.run('UPDATE leavers SET locked_at = :now WHERE user_id = :id', { now: tx.now, id });
}

/** When the nightly job last worked; before its first run, nothing. */
export function lastRunAt(db: Reader): Instant | undefined {
  return db.get<{ at: Instant }>('SELECT at FROM leaver_runs ORDER BY id DESC LIMIT 1')?.at;
}

export function insertRun(tx: Tx, approval: Approval): number {
  tx.run(
    'INSERT INTO leaver_runs (at, operator, approved, clock_accepted) VALUES (:now, :operator, :approved, :clockAccepted)',
    {
      now: tx.now,
      operator: tx.operator,
      approved: approval.deletions,
      clockAccepted: Number(approval.clockShows !== null),
    },
  );
  return tx.get<{ id: number }>('SELECT max(id) AS id FROM leaver_runs')?.id ?? 0;
}

export function countRun(tx: Tx, id: number, counts: { locked: number; deleted: number; failed: number }): void {
  tx.run('UPDATE leaver_runs SET locked = :locked, deleted = :deleted, failed = :failed WHERE id = :id', {
    id,
    ...counts,
  });
}

/** Ends this run, and those before it that were killed. */
export function finishRuns(tx: Tx): void {
  tx.run('UPDATE leaver_runs SET finished_at = :now WHERE finished_at IS NULL', { now: tx.now });
}

/** Says that something personal is removed in this night, so that the file must be written anew before it ends. */
export function askForRewriting(tx: Tx, run: number): void {
  tx.run('UPDATE leaver_runs SET rewrite_due = 1 WHERE id = :run', { run });
}

/** Whether something was removed, in this night or in one that was killed, that the file's bytes may still hold. */
export function isRewritingDue(db: Reader): boolean {
  return (
    db.get(
      `SELECT 1 FROM leaver_runs r WHERE r.finished_at IS NULL
         AND (r.rewrite_due OR EXISTS (SELECT 1 FROM tombstones t WHERE t.run_id = r.id))`,
    ) !== undefined
  );
}
