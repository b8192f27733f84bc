import { undecided } from '../consents/missing.ts';
import type { Reader } from '../database/database.ts';
import { stillToInform } from '../incidents/store.ts';
import { leaversDue } from '../leavers/store.ts';
import { countOverdue } from '../passwords/store.ts';
import type { Day } from '../time.ts';
import type { Role, Status } from '../users/rules.ts';
import { statusOf } from '../users/store.ts';

/** How the school stands today: people by role and status, and what needs somebody. */
export interface Standing {
  people: { role: Role; status: Status; count: number }[];
  due: { locks: number; deletions: number; holds: number; notices: number; passwordsOverdue: number };
  /** Consents that somebody must still decide on, by purpose. */
  consentsMissing: { purpose: string; count: number }[];
  /** Who doesn't know yet that their mail, files or logs were looked into. */
  toInform: { account: string; incident: number; since: Day }[];
}

export function standing(db: Reader, today: Day): Standing {
  const people = db.all<Standing['people'][number]>(
    `SELECT u.role, ${statusOf} AS status, count(*) AS count
     FROM users u LEFT JOIN leavers l ON l.user_id = u.id GROUP BY 1, 2 ORDER BY 1, 2`,
    { today },
  );
  const due = { ...leaversDue(db, today), passwordsOverdue: countOverdue(db, today) };
  return { people, due, consentsMissing: undecided(db, today), toInform: stillToInform(db) };
}
