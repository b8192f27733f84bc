/** What a roster can change of a person, as the journal and `--json` call it, and its column in `users`. */
export const columns = {
  importId: 'import_id',
  role: 'role',
  givenName: 'given_name',
  familyName: 'family_name',
  class: 'class',
  birthDate: 'birth_date',
  email: 'email',
  source: 'source',
  fromDay: 'from_day',
} as const;

/** What changes of one person, field by field, with both values; also groups, children, further IDs and leaving. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** SQL for the IDs of a person in further sources, as JSON. */
export const otherIdsOf = (id: string) =>
  `(SELECT json_group_array(json_array(source, import_id) ORDER BY source, import_id) FROM other_ids WHERE user_id = ${id})`;

/** SQL for changes with children as accounts: the journal itself names them by their IDs only. */
export function withAccounts(changes: string): string {
  const accounts = (side: string) =>
    `(SELECT json_group_array(a.account ORDER BY a.account) FROM json_each(${changes}, '$.children.${side}') i JOIN users a ON a.id = i.value)`;
  return `iif(json_type(${changes}, '$.children') IS NULL, ${changes},
    json_set(${changes}, '$.children.from', json(${accounts('from')}), '$.children.to', json(${accounts('to')})))`;
}
