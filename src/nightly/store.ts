import type { Reader, Tx } from '../database/database.ts';
import type { Due } from '../deletion/acts.ts';
import type { Day, Instant } from '../time.ts';
import type { Role } from '../users/rules.ts';
import type { Approval } from './checks.ts';

const dueSql = `SELECT u.id, u.account, u.role, l.left_on AS leftOn, l.deleted_on AS deletedOn
  FROM leavers l JOIN users u ON u.id = l.user_id`;

const only = '(:ids IS NULL OR l.user_id IN (SELECT value FROM json_each(:ids)))';

/** Whose deletion is stopped: by a hold of their own, or, for guardians, by one of a child. */
const isHeld = `(l.user_id IN (SELECT user_id FROM leaver_holds)
  OR EXISTS (SELECT 1 FROM guardianships s JOIN leaver_holds h ON h.user_id = s.child_id WHERE s.guardian_id = l.user_id))`;

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

export function insertTombstone(tx: Tx, stone: { id: number; role: Role; leftOn: Day; runId: number }): void {
  tx.run(
    `INSERT OR IGNORE INTO tombstones (user_id, role, left_on, deleted_on, run_id)
     VALUES (:id, :role, :leftOn, :today, :runId)`,
    { ...stone, today: tx.today },
  );
}

export function insertFormerAccount(tx: Tx, hash: Buffer): void {
  tx.run('INSERT OR IGNORE INTO former_accounts (hash) VALUES (:hash)', { hash });
}

/** Every table that holds something of a person lets go of it with this row. */
export function deleteUser(tx: Tx, id: number): void {
  tx.run('DELETE FROM users WHERE id = :id', { id });
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

/** Whether somebody was deleted whom the file's bytes may still hold. */
export function isRewritingDue(db: Reader): boolean {
  return (
    db.get(
      `SELECT 1 FROM leaver_runs r WHERE r.finished_at IS NULL
         AND EXISTS (SELECT 1 FROM tombstones t WHERE t.run_id = r.id)`,
    ) !== undefined
  );
}
