import type { Scratch } from '../../database/database.ts';
import { inPages } from '../../database/pages.ts';
import { scheduleJson } from '../../leavers/journal.ts';
import { guardianSchedule } from '../../leavers/rules.ts';
import { scheduleRules } from '../../leavers/store.ts';
import type { Day } from '../../time.ts';

/** Why a child leaves: for what a withdrawal replaced, if they leave anyway. */
const reason = `coalesce(iif(json_type(p.changes, '$.beforeWithdrawal') IS NULL, c.before_withdrawal, p.changes -> '$.beforeWithdrawal.to') ->> 'reason', c.reason)`;

/** What guardians stand on after the plan: their own schedule, and those of all their children. */
const families = `
  SELECT g.id, CASE WHEN l.user_id IS NOT NULL THEN ${scheduleJson('l')} END AS current,
    (SELECT json_group_array(json(CASE WHEN json_type(p.changes, '$.leaving') IS NOT NULL THEN p.changes -> '$.leaving.to'
         WHEN c.user_id IS NOT NULL THEN json_object('leftOn', c.left_on, 'lockedFrom', c.locked_from, 'deletedOn', c.deleted_on,
           'reason', ${reason}) END))
     FROM guardianships s LEFT JOIN leavers c ON c.user_id = s.child_id
     LEFT JOIN temp.roster_plan p ON p.user_id = s.child_id AND p.held IS NULL
       AND (json_type(p.changes, '$.leaving') IS NOT NULL OR json_type(p.changes, '$.beforeWithdrawal') IS NOT NULL)
     WHERE s.guardian_id = g.id) AS children
  FROM users g LEFT JOIN leavers l ON l.user_id = g.id
  WHERE g.role = 'guardian' AND g.id NOT IN (SELECT user_id FROM temp.roster_plan WHERE user_id IS NOT NULL)
    AND g.id IN (SELECT guardian_id FROM guardianships WHERE child_id IN
      (SELECT user_id FROM temp.roster_plan WHERE held IS NULL
         AND (json_type(changes, '$.leaving') IS NOT NULL OR json_type(changes, '$.beforeWithdrawal') IS NOT NULL)))`;

/** Guardians go with their last child, and come back with the first: both follow from the students' plan. */
export function planGuardians(db: Scratch, today: Day): void {
  const rules = scheduleRules(db, 'guardian');
  const found = inPages<{ id: number; current: string | null; children: string }>(db, families);
  for (const { id, current, children } of found) {
    const from = current === null ? undefined : JSON.parse(current);
    const to = guardianSchedule(from, JSON.parse(children), rules, today);
    if (to === from) continue;
    const changes = { leaving: { from: from ?? null, to: to ?? null } };
    db.scratch(
      `INSERT INTO temp.roster_plan (kind, role, follows, user_id, account, import_id, given_name, family_name, class, changes, reason)
       SELECT :kind, 'guardian', 1, id, account, import_id, given_name, family_name, class, :changes, :reason FROM users WHERE id = :id`,
      { id, kind: to ? 'leaving' : 'returned', changes: JSON.stringify(changes), reason: to?.reason ?? null },
    );
  }
}
