import type { Reader } from '../database/database.ts';
import type { Role } from '../users/rules.ts';
import type { Schedule } from './rules.ts';

/** Somebody whom the leaving of children may concern, and the schedules of all the children. */
export interface Family {
  id: number;
  account: string;
  role: Role;
  current: Schedule | undefined;
  children: (Schedule | null)[];
}

/** A schedule as JSON. */
const asSchedule = (leaver: string, more = '') =>
  `json_object('leftOn', ${leaver}.left_on, 'lockedFrom', ${leaver}.locked_from, 'deletedOn', ${leaver}.deleted_on,
     'reason', ${leaver}.reason${more})`;

/** That of a child, with the one whose place a withdrawal took. */
const childSchedule = asSchedule('c', `, 'beforeWithdrawal', json(c.before_withdrawal)`);

/**
 * The guardians of some children; without any named, of all who leave. And whoever was to leave with a child and is no
 * guardian any more.
 */
export function families(db: Reader, childIds?: readonly number[]): Family[] {
  return db
    .all<{ id: number; account: string; role: Role; current: string | null; children: string }>(
      `SELECT g.id, g.account, g.role, CASE WHEN l.user_id IS NOT NULL THEN ${asSchedule('l')} END AS current,
         json_group_array(CASE WHEN c.user_id IS NOT NULL THEN json(${childSchedule}) END)
           FILTER (WHERE s.child_id IS NOT NULL) AS children
       FROM users g LEFT JOIN guardianships s ON s.guardian_id = g.id
       LEFT JOIN leavers l ON l.user_id = g.id
       LEFT JOIN leavers c ON c.user_id = s.child_id
       WHERE (g.role = 'guardian' OR l.reason = 'last-child-left') AND g.id IN (
         SELECT guardian_id FROM guardianships
         WHERE child_id IN (SELECT value FROM json_each(:childIds)) OR (:childIds IS NULL AND child_id IN (SELECT user_id FROM leavers))
         UNION SELECT n.user_id FROM leavers n JOIN users p ON p.id = n.user_id
         WHERE n.reason = 'last-child-left' AND (:childIds IS NULL OR p.role <> 'guardian'))
       GROUP BY g.id ORDER BY g.id`,
      { childIds: childIds ? JSON.stringify(childIds) : null },
    )
    .map(({ current, children, ...guardian }) => ({
      ...guardian,
      current: current === null ? undefined : JSON.parse(current),
      children: JSON.parse(children),
    }));
}
