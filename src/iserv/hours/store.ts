import type { Reader, Tx } from '../../database/database.ts';
import type { Day } from '../../time.ts';

/** Opens an account for the hour of its class: it is closed in IServ until that is done. */
export function storeOpened(tx: Tx, ids: readonly number[]): void {
  for (const id of ids) {
    tx.run(
      `INSERT INTO iserv_hands (user_id, locked, hour, hour_on) VALUES (:id, 1, 'open', :today)
       ON CONFLICT (user_id) DO UPDATE SET locked = 1, hour = 'open', hour_on = :today`,
      { id, today: tx.today },
    );
  }
}

/** Ends the hour: for who came it is over, for the others the account is closed again. */
export function storeClosed(tx: Tx, came: readonly number[], didNotCome: readonly number[]): void {
  tx.run(
    'UPDATE iserv_hands SET hour = NULL, hour_on = NULL, locked = 0 WHERE user_id IN (SELECT value FROM json_each(:came))',
    { came: JSON.stringify(came) },
  );
  tx.run(
    `UPDATE iserv_hands SET hour = 'closed', hour_on = :today, locked = 0
     WHERE user_id IN (SELECT value FROM json_each(:didNotCome))`,
    { didNotCome: JSON.stringify(didNotCome), today: tx.today },
  );
}

/** The classes whose hour was opened and not closed again, and since when. */
export const openHours = (db: Reader): { class: string; since: Day }[] =>
  db.all(
    `SELECT u.class, min(h.hour_on) AS since FROM iserv_hands h JOIN users u ON u.id = h.user_id
     WHERE h.hour = 'open' AND u.class IS NOT NULL GROUP BY u.class ORDER BY length(u.class), u.class`,
  );
