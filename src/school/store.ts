import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import type { Role, Status } from '../users/rules.ts';
import { statusOf } from '../users/store.ts';

/** How many people there are, by role and status. */
export const headcount = (db: Reader, today: Day): { role: Role; status: Status; count: number }[] =>
  db.all(
    `SELECT u.role, ${statusOf} AS status, count(*) AS count
     FROM users u LEFT JOIN leavers l ON l.user_id = u.id GROUP BY 1, 2 ORDER BY 1, 2`,
    { today },
  );

/** The keys of everything that was set. */
export const settingKeys = (db: Reader): string[] =>
  db.all<{ key: string }>('SELECT key FROM settings ORDER BY key').map(({ key }) => key);
