import type { Tx } from '../../database/database.ts';
import { putSchedules } from '../../leavers/journal.ts';
import { columns } from '../planning/columns.ts';

/**
 * Makes people what one side of their changes says: `to` applies a plan, `from` takes a run back. `people` is a query
 * for `user_id` and `changes`.
 */
export function putChanges(tx: Tx, people: string, side: 'from' | 'to', params: Record<string, number> = {}): void {
  putFields(tx, people, side, params);
  putGroups(tx, people, side, params);
  putChildren(tx, people, side, params);
  putOtherIds(tx, people, side, params);
  putSchedules(tx, people, side, params);
}

type Put = (tx: Tx, people: string, side: 'from' | 'to', params: Record<string, number>) => void;

const changing = (people: string, field: string) =>
  `SELECT user_id, changes FROM (${people}) WHERE json_type(changes, '$.${field}') IS NOT NULL`;

const putFields: Put = (tx, people, side, params) => {
  // Two who exchange their IDs: nobody may have the other's for a moment.
  tx.run(
    `UPDATE users SET import_id = NULL WHERE id IN (SELECT user_id FROM (${changing(people, 'importId')}))`,
    params,
  );
  const set = Object.entries(columns).map(
    ([field, column]) =>
      `${column} = iif(json_type(p.changes, '$.${field}') IS NULL, ${column}, json_extract(p.changes, '$.${field}.${side}'))`,
  );
  tx.run(`UPDATE users SET ${set.join(', ')} FROM (${people}) p WHERE p.user_id = users.id`, params);
};

/** Only what differs is touched: a group keeps the mark that it was given by hand. */
const putGroups: Put = (tx, people, side, params) => {
  const changed = changing(people, 'groups');
  tx.run(
    `DELETE FROM group_members WHERE user_id IN (SELECT user_id FROM (${changed})) AND NOT EXISTS (
       SELECT 1 FROM (${changed}) p, json_each(p.changes, '$.groups.${side}') g
       WHERE p.user_id = group_members.user_id AND g.value = group_members.name)`,
    params,
  );
  tx.run(
    `INSERT OR IGNORE INTO group_members (user_id, name)
     SELECT p.user_id, g.value FROM (${changed}) p, json_each(p.changes, '$.groups.${side}') g`,
    params,
  );
};

const putOtherIds: Put = (tx, people, side, params) => {
  const changed = changing(people, 'otherIds');
  tx.run(`DELETE FROM other_ids WHERE user_id IN (SELECT user_id FROM (${changed}))`, params);
  tx.run(
    `INSERT INTO other_ids (user_id, source, import_id)
     SELECT p.user_id, i.value ->> 0, i.value ->> 1 FROM (${changed}) p, json_each(p.changes, '$.otherIds.${side}') i`,
    params,
  );
};

const putChildren: Put = (tx, people, side, params) => {
  const changed = changing(people, 'children');
  tx.run(`DELETE FROM guardianships WHERE guardian_id IN (SELECT user_id FROM (${changed}))`, params);
  tx.run(
    `INSERT INTO guardianships (guardian_id, child_id)
     SELECT p.user_id, c.value FROM (${changed}) p, json_each(p.changes, '$.children.${side}') c
     WHERE c.value IN (SELECT id FROM users)`,
    params,
  );
};
