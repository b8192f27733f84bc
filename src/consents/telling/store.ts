import type { Tx } from '../../database/database.ts';
import type { Day } from '../../time.ts';

export function insertNotice(tx: Tx, userId: number, on: Day, how: string): void {
  tx.run(
    `INSERT INTO consent_notices (user_id, told_on, how, recorded_at, recorded_by)
     VALUES (:userId, :on, :how, :now, :operator)`,
    { userId, on, how, now: tx.now, operator: tx.operator },
  );
}
