import type { Field } from '../reading/fields.ts';
import type { PlanWish } from './plan.ts';

/** Where a field of the file is kept: of the person `u` and of the line `r`, as JSON can hold it. */
const places: Partial<Record<Field, { name: string; was: string; becomes: string }>> = {
  importId: { name: 'importId', was: 'u.import_id', becomes: 'coalesce(r.import_id, u.import_id)' },
  givenName: { name: 'givenName', was: 'u.given_name', becomes: 'r.given_name' },
  familyName: { name: 'familyName', was: 'u.family_name', becomes: 'r.family_name' },
  class: { name: 'class', was: 'u.class', becomes: 'r.class' },
  birthDate: { name: 'birthDate', was: 'u.birth_date', becomes: 'r.birth_date' },
  email: { name: 'email', was: 'u.email', becomes: 'r.email' },
};

const groupsWere = '(SELECT json_group_array(name ORDER BY name) FROM group_members WHERE user_id = u.id)';
const groupsBecome = '(SELECT json_group_array(value ORDER BY value) FROM json_each(r.groups))';

const childrenWere =
  '(SELECT json_group_array(child_id ORDER BY child_id) FROM guardianships WHERE guardian_id = u.id)';
const childrenBecome = (partial: boolean) =>
  `(SELECT json_group_array(child_id ORDER BY child_id) FROM
     (SELECT child_id FROM temp.roster_children WHERE head = r.line
      ${partial ? 'UNION SELECT child_id FROM guardianships WHERE guardian_id = u.id' : 'UNION SELECT NULL WHERE FALSE'}))`;

/** The schedule of a leaver `l`, as JSON. */
export const scheduleWas = `json_object('leftOn', l.left_on, 'lockedFrom', l.locked_from,
  'deletedOn', l.deleted_on, 'reason', l.reason)`;

/**
 * SQL for what a line `r` changes of its person `u`: `{"class": {"from": "5a", "to": "6a"}}`. Only fields that the
 * file has a column for; children are named by their IDs, so that no journal of a parent names a child.
 * `isBack` says when the person's leaving ends.
 */
export function changesSql({ fields, partial }: PlanWish, isBack: string): string {
  const differing = (name: string, was: string, becomes: string, json = '') =>
    `SELECT '${name}' AS field, json_object('from', ${json}(${was}), 'to', ${json}(${becomes})) AS pair WHERE (${was}) IS NOT (${becomes})`;
  const compared = fields.flatMap((field) => {
    const place = places[field];
    return place ? [differing(place.name, place.was, place.becomes)] : [];
  });
  if (fields.includes('groups')) compared.push(differing('groups', groupsWere, groupsBecome, 'json'));
  if (fields.includes('childId')) compared.push(differing('children', childrenWere, childrenBecome(partial), 'json'));
  compared.push(differing('source', 'u.source', 'iif(r.import_id IS NULL, u.source, :source)'));
  compared.push(
    `SELECT 'leaving' AS field, json_object('from', ${scheduleWas}, 'to', NULL) AS pair
     FROM leavers l WHERE l.user_id = u.id AND ${isBack}`,
  );
  return `(SELECT json_group_object(field, json(pair)) FROM (${compared.join(' UNION ALL ')}))`;
}
