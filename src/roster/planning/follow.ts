import type { Scratch } from '../../database/database.ts';
import { inPages } from '../../database/pages.ts';
import { scheduleJson } from '../../leavers/journal.ts';
import { guardianSchedule } from '../../leavers/rules.ts';
import { scheduleRules } from '../../leavers/store.ts';
import type { Day } from '../../time.ts';

/** What guardians stand on after the plan: their own schedule, and those of all their children. */
const families = `
  SELECT g.id, ${nullable('l', scheduleJson('l'))} AS current,
    (SELECT json_group_array(json(CASE WHEN p.user_id IS NOT NULL THEN p.changes -> '$.leaving.to'
         WHEN ${hasLeft('c')} THEN ${scheduleJson('c')} END))
     FROM guardianships s LEFT JOIN leavers c ON c.user_id = s.child_id
     LEFT JOIN temp.roster_plan p ON p.user_id = s.child_id AND p.held IS NULL AND json_type(p.changes, '$.leaving') IS NOT NULL
     WHERE s.guardian_id = g.id) AS children
  FROM users g LEFT JOIN leavers l ON l.user_id = g.id
  WHERE g.role = 'guardian' AND g.id IN (SELECT guardian_id FROM guardianships WHERE child_id IN
    (SELECT user_id FROM temp.roster_plan WHERE held IS NULL AND kind IN ('leaving', 'returned')))`;

function nullable(leaver: string, json: string): string {
  return `CASE WHEN ${leaver}.user_id IS NOT NULL THEN ${json} END`;
}

/** Whoever withdrew consent is still at the school, unless the roster misses them besides. */
function hasLeft(leaver: string): string {
  return `${leaver}.reason <> 'withdrawal' OR ${leaver}.before_withdrawal IS NOT NULL`;
}

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
      `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, changes, reason)
       SELECT :kind, 'guardian', id, account, import_id, given_name, family_name, class, :changes, :reason FROM users WHERE id = :id`,
      { id, kind: to ? 'leaving' : 'returned', changes: JSON.stringify(changes), reason: to?.reason ?? null },
    );
  }
}
