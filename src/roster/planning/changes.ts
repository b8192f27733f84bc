import type { Scratch } from '../../database/database.ts';
import { scheduleJson } from '../../leavers/journal.ts';
import { addedByHand } from '../../users/store.ts';
import { columns, otherIdsOf } from './columns.ts';
import { hasRoles, type PlanWish } from './wish.ts';

const groupsWere = '(SELECT json_group_array(name ORDER BY name) FROM group_members WHERE user_id = u.id)';
/** Groups that were given by hand stay; where the file has no column of groups, all that there are. */
const groupsBecome = (hasColumn: boolean) =>
  `(SELECT json_group_array(value ORDER BY value) FROM (SELECT value FROM json_each(coalesce(r.groups, '[]'))
     UNION SELECT name FROM group_members WHERE user_id = u.id ${hasColumn ? 'AND by_hand' : ''}))`;

const childrenWere =
  '(SELECT json_group_array(child_id ORDER BY child_id) FROM guardianships WHERE guardian_id = u.id)';
const childrenBecome = (partial: boolean) =>
  `(SELECT json_group_array(child_id ORDER BY child_id) FROM
     (SELECT child_id FROM temp.roster_children WHERE head = r.line
      ${partial ? 'UNION SELECT child_id FROM guardianships WHERE guardian_id = u.id' : 'UNION SELECT NULL WHERE FALSE'}))`;

/** An ID of this source takes the place of another one; of a person of another source it is one more. */
const isOwn = `(u.source = :source OR ${addedByHand('u')})`;
const otherIdsBecome = `(SELECT json_group_array(json_array(source, import_id) ORDER BY source, import_id) FROM
  (SELECT source, import_id FROM other_ids WHERE user_id = u.id AND (source <> :source OR compared(import_id) = compared(r.import_id))
   UNION SELECT :source, r.import_id WHERE NOT EXISTS
     (SELECT 1 FROM other_ids WHERE user_id = u.id AND source = :source AND compared(import_id) = compared(r.import_id))))`;

type Column = keyof typeof columns;

/** What a field of the person `u` becomes by the line `r`, where it is not simply what the line says. */
const becoming: Partial<Record<Column, string>> = {
  importId: `CASE WHEN r.import_id IS NULL OR r.import_id = u.import_id OR NOT ${isOwn} THEN u.import_id
    WHEN compared(r.import_id) = compared(u.import_id) THEN u.import_id ELSE r.import_id END`,
  source: `iif(${addedByHand('u')} AND (r.import_id IS NOT NULL OR r.key LIKE 'name %'), :source, u.source)`,
  fromDay: 'iif(r.from_day IS NULL AND u.from_day <= :today, u.from_day, r.from_day)',
};

/** What the file has columns for, as far as that is kept of a person. */
function columnsIn(wish: PlanWish): Column[] {
  const has = (name: string) => wish.fields.some((field) => String(field) === name);
  return (Object.keys(columns) as Column[]).filter(
    (name) =>
      name === 'source' || (name === 'fromDay' ? has('entryDate') : name === 'role' ? hasRoles(wish) : has(name)),
  );
}

/**
 * SQL for what a line `r` changes of its person `u`: `{"class": {"from": "5a", "to": "6a"}}`. Only fields that the
 * file has a column for; children are named by their IDs, so that no journal of a parent names a child.
 * `isBack` says when the person's leaving ends. Whoever withdrew consent and is listed has not left besides.
 */
function changesSql(wish: PlanWish, isBack: string): string {
  const differing = (name: string, was: string, becomes: string, json = '', where = 'TRUE') =>
    `SELECT '${name}' AS field, json_object('from', ${json}(${was}), 'to', ${json}(${becomes})) AS pair
     WHERE ${where} AND (${was}) IS NOT (${becomes})`;
  const compared = columnsIn(wish).map((name) =>
    differing(name, `u.${columns[name]}`, becoming[name] ?? `r.${columns[name]}`),
  );
  const hasGroups = wish.fields.includes('groups');
  compared.push(
    differing('groups', groupsWere, groupsBecome(hasGroups), 'json', hasGroups ? 'TRUE' : 'r.groups IS NOT NULL'),
  );
  if (wish.fields.includes('childId')) {
    compared.push(
      differing(
        'children',
        childrenWere,
        childrenBecome(wish.partial),
        'json',
        `r.role = 'guardian' AND r.child_id IS NOT NULL`,
      ),
    );
  }
  if (wish.fields.includes('importId')) {
    compared.push(
      differing('otherIds', otherIdsOf('u.id'), otherIdsBecome, 'json', `NOT ${isOwn} AND r.import_id IS NOT NULL`),
    );
  }
  compared.push(
    `SELECT 'leaving' AS field, json_object('from', ${scheduleJson('l')}, 'to', NULL) AS pair
     FROM leavers l WHERE l.user_id = u.id AND ${isBack}`,
    `SELECT 'beforeWithdrawal' AS field, json_object('from', json(l.before_withdrawal), 'to', NULL) AS pair
     FROM leavers l WHERE l.user_id = u.id AND l.before_withdrawal IS NOT NULL`,
  );
  return `(SELECT json_group_object(field, json(pair)) FROM (${compared.join(' UNION ALL ')}))`;
}

/** Those whose line says something else than the registry: changed, or back and no longer leaving. */
export function planChanges(db: Scratch, wish: PlanWish, today: string): void {
  const becomes = (field: Column) =>
    wish.fields.some((one) => one === field) ? `r.${columns[field]}` : `u.${columns[field]}`;
  const back = isBack(wish);
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, user_id, account, import_id, given_name, family_name, class, changes)
     SELECT iif(isBack, 'returned', 'changed'), role, line, id, account, import_id, given_name, family_name, class, changes FROM
       (SELECT r.role, r.line, u.id, u.account, ${becoming.importId} AS import_id, ${becomes('givenName')} AS given_name,
          ${becomes('familyName')} AS family_name, ${becomes('class')} AS class, ${back} AS isBack,
          ${changesSql(wish, back)} AS changes
        FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
        WHERE r.line = r.head AND NOT r.faulty AND NOT r.asked AND r.status = 'present')
     WHERE changes <> '{}' ORDER BY line`,
    { source: wish.source, ...(changesSql(wish, back).includes(':today') && { today }) },
  );
}

/**
 * SQL for whether the person `u` of a line `r` is back: only a leaving that a roster has brought can a roster take
 * back (a withdrawn consent stands, whoever is listed), and a guardian only comes back for a child that stays.
 */
function isBack({ fields }: PlanWish): string {
  const brought = `EXISTS (SELECT 1 FROM leavers b WHERE b.user_id = u.id AND b.reason IN ('missing', 'marked-left', 'last-child-left'))`;
  return fields.includes('childId')
    ? `(${brought} AND (r.role <> 'guardian' OR r.child_id IS NULL OR EXISTS (SELECT 1 FROM temp.roster_children c
         WHERE c.head = r.line AND c.child_id NOT IN (SELECT user_id FROM leavers))))`
    : brought;
}
