import type { Reader, Tx } from '../../database/database.ts';
import { type Day, type Instant, schoolDay } from '../../time.ts';

/** What somebody was told. */
interface Told {
  account: string;
  lockedFrom: Day;
  deletedOn: Day;
}

/** Whose scheduling came after a day: on that day nobody can have told them. */
export const scheduledAfter = (db: Reader, accounts: readonly string[], day: Day): string[] =>
  db
    .all<{ account: string; at: Instant }>(
      `SELECT u.account, l.scheduled_at AS at FROM leavers l JOIN users u ON u.id = l.user_id
       WHERE l.scheduled_at IS NOT NULL AND u.account IN (SELECT value FROM json_each(:accounts)) ORDER BY u.account`,
      { accounts: JSON.stringify(accounts) },
    )
    .filter(({ at }) => schoolDay(new Date(at)) > day)
    .map(({ account }) => account);

/** Remembers which dates people were told, and on which day. Returns them with their IDs; whoever is gone meanwhile is left out. */
export function noticesRecorded(tx: Tx, told: readonly Told[], on: Day): (Told & { id: number })[] {
  return told.flatMap(({ account, lockedFrom, deletedOn }) => {
    const notice = { account, lockedFrom, deletedOn };
    const user = tx.get<{ id: number }>(
      'SELECT l.user_id AS id FROM leavers l JOIN users u ON u.id = l.user_id WHERE u.account = :account',
      { account },
    );
    if (!user) return [];
    tx.run(
      `INSERT INTO leaver_notices (user_id, locked_from, deleted_on, told_at, told_on)
       VALUES (:id, :lockedFrom, :deletedOn, :now, :on)
       ON CONFLICT (user_id) DO UPDATE SET locked_from = excluded.locked_from, deleted_on = excluded.deleted_on,
         told_at = excluded.told_at, told_on = excluded.told_on`,
      { id: user.id, lockedFrom, deletedOn, now: tx.now, on },
    );
    return [{ ...notice, id: user.id }];
  });
}

/** When a leaver was last told the dates; null if not yet. */
export const toldAt = (db: Reader, userId: number): Instant | null =>
  db.get<{ at: Instant }>('SELECT told_at AS at FROM leaver_notices WHERE user_id = :userId', { userId })?.at ?? null;
