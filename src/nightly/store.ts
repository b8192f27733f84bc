import type { Reader, Tx } from '../database/database.ts';
import type { Instant } from '../time.ts';
import type { Approval } from './rules.ts';

export function setLocked(tx: Tx, id: number): void {
  tx.run('UPDATE leavers SET locked_at = :now WHERE user_id = :id', { now: tx.now, id });
}

/** When the last night that came to its end began; before the first, nothing. */
export function lastNightAt(db: Reader): Instant | undefined {
  return db.get<{ at: Instant }>('SELECT at FROM leaver_runs WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1')
    ?.at;
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

/** Whom the last night announced that came to its end. */
export const announcedIds = (db: Reader): number[] =>
  db.all<{ id: number }>('SELECT user_id AS id FROM leaver_announcements ORDER BY 1').map(({ id }) => id);

/** Remembers whom this night announces; what earlier nights announced is over. */
export function replaceAnnouncements(tx: Tx, ids: readonly number[]): void {
  tx.run('DELETE FROM leaver_announcements');
  tx.run(
    `INSERT INTO leaver_announcements (user_id, announced_at)
     SELECT value, :now FROM json_each(:ids) WHERE value IN (SELECT user_id FROM leavers)`,
    { ids: JSON.stringify(ids), now: tx.now },
  );
}

/** Remembers on which day people were named of whom the deletion waits. */
export function markNamed(tx: Tx, ids: readonly number[]): void {
  tx.run('UPDATE leavers SET named_on = :today WHERE user_id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(ids),
    today: tx.today,
  });
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
