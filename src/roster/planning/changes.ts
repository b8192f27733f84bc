import { scheduleJson } from '../../leavers/journal.ts';
import { columns } from './columns.ts';
import type { PlanWish } from './wish.ts';

const groupsWere = '(SELECT json_group_array(name ORDER BY name) FROM group_members WHERE user_id = u.id)';
const groupsBecome = '(SELECT json_group_array(value ORDER BY value) FROM json_each(r.groups))';

const childrenWere =
  '(SELECT json_group_array(child_id ORDER BY child_id) FROM guardianships WHERE guardian_id = u.id)';
const childrenBecome = (partial: boolean) =>
  `(SELECT json_group_array(child_id ORDER BY child_id) FROM
     (SELECT child_id FROM temp.roster_children WHERE head = r.line
      ${partial ? 'UNION SELECT child_id FROM guardianships WHERE guardian_id = u.id' : 'UNION SELECT NULL WHERE FALSE'}))`;

/** What a field of the person `u` becomes by the line `r`, where it is not simply what the line says. */
const becoming: Partial<Record<keyof typeof columns, string>> = {
  importId: 'coalesce(r.import_id, u.import_id)',
  source: 'iif(r.import_id IS NULL, u.source, :source)',
};

/**
 * SQL for what a line `r` changes of its person `u`: `{"class": {"from": "5a", "to": "6a"}}`. Only fields that the
 * file has a column for; children are named by their IDs, so that no journal of a parent names a child.
 * `isBack` says when the person's leaving ends. Whoever withdrew consent and is listed has not left besides.
 */
export function changesSql({ fields, partial }: PlanWish, isBack: string): string {
  const differing = (name: string, was: string, becomes: string, json = '') =>
    `SELECT '${name}' AS field, json_object('from', ${json}(${was}), 'to', ${json}(${becomes})) AS pair WHERE (${was}) IS NOT (${becomes})`;
  const names = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => name === 'source' || fields.includes(name),
  );
  const compared = names.map((name) => differing(name, `u.${columns[name]}`, becoming[name] ?? `r.${columns[name]}`));
  if (fields.includes('groups')) compared.push(differing('groups', groupsWere, groupsBecome, 'json'));
  if (fields.includes('childId')) compared.push(differing('children', childrenWere, childrenBecome(partial), 'json'));
  compared.push(
    `SELECT 'leaving' AS field, json_object('from', ${scheduleJson('l')}, 'to', NULL) AS pair
     FROM leavers l WHERE l.user_id = u.id AND ${isBack}`,
    `SELECT 'beforeWithdrawal' AS field, json_object('from', json(l.before_withdrawal), 'to', NULL) AS pair
     FROM leavers l WHERE l.user_id = u.id AND l.before_withdrawal IS NOT NULL`,
  );
  return `(SELECT json_group_object(field, json(pair)) FROM (${compared.join(' UNION ALL ')}))`;
}
