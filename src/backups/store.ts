import type { Reader, Tx } from '../database/database.ts';
import type { Instant } from '../time.ts';

/** Whether the database attached as `restored` is an older state of this registry. */
export function isSameRegistry(db: Reader): boolean {
  return (
    db.get('SELECT 1 FROM main.registry m JOIN restored.registry r ON r.account_key = m.account_key') !== undefined
  );
}

/** What a restore could not take over, because the registry it replaced was damaged. */
export interface Loss {
  restoredAt: Instant;
  lostSince: Instant;
}

export function insertLoss(tx: Tx, lostSince: Instant): void {
  tx.run('INSERT INTO restore_losses (restored_at, lost_since) VALUES (:now, :lostSince)', { now: tx.now, lostSince });
}

/** The losses that nobody has looked at yet. */
export const losses = (db: Reader): Loss[] =>
  db.all(
    'SELECT restored_at AS restoredAt, lost_since AS lostSince FROM restore_losses WHERE looked_at IS NULL ORDER BY id',
  );

export function markLookedAt(tx: Tx): void {
  tx.run('UPDATE restore_losses SET looked_at = :now WHERE looked_at IS NULL', { now: tx.now });
}

/** The opaque IDs of people who are gone by an undo or a restore, of whom the log still holds facts. */
export const strangersInLog = (db: Reader): number[] =>
  db
    .all<{ id: number }>(
      `SELECT DISTINCT e.user_id AS id FROM audit_entries e JOIN audit_facts f ON f.entry_id = e.id
       WHERE e.user_id IS NOT NULL AND e.act <> 'leaver-deleted' AND e.user_id NOT IN (SELECT id FROM users)
         AND e.user_id NOT IN (SELECT former_id FROM former_numbers)
         AND e.user_id NOT IN (SELECT user_id FROM tombstones WHERE brought_back_at IS NULL) ORDER BY 1`,
    )
    .map(({ id }) => id);

/** The opaque IDs of the deleted. */
export const deletedIds = (db: Reader): number[] =>
  db.all<{ id: number }>('SELECT user_id AS id FROM tombstones WHERE brought_back_at IS NULL').map(({ id }) => id);

export const registryMadeAt = (db: Reader): Instant | undefined =>
  db.get<{ at: Instant }>('SELECT made_at AS at FROM registry')?.at;
