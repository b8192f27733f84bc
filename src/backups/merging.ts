import type { Reader, Tx } from '../database/database.ts';
import { guardianColumns } from '../users/guardians/store.ts';

/**
 * A restore brings back what the school's people were like: names, classes, groups, who is whose guardian, settings,
 * and the schedules that imports have made. Everything else in the registry is a fact: consents, passwords,
 * suspensions, incidents, holds, notices, deletions and whatever other tables say of somebody. Facts stay as they are
 * today, and whoever has one stays with it; only people whom nobody would miss a fact of are taken out again.
 *
 * Here `main` is today's registry (a copy of it), and `restored` the backup, both with today's schema.
 */
const stateTables = ['users', 'group_members', 'guardianships', 'roster_changes', 'roster_held'];

/** Schedules that an import has made, and that a restore takes back with it. */
export const madeByImport = `reason IN ('missing', 'marked-left')`;

/** A column by which a table holds something of a person. */
export interface Tie {
  table: string;
  column: string;
}

/** Every table with facts of people, those of other rooms and of later days too. */
export const factTables = (db: Reader): Tie[] =>
  db
    .all<Tie>(
      `SELECT DISTINCT t.name AS "table", f."from" AS "column"
       FROM main.sqlite_schema t, pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND f."table" IN ('users', 'leavers') AND f.on_delete = 'CASCADE' ORDER BY 1, 2`,
    )
    .filter(({ table }) => !stateTables.includes(table));

/** SQL for the people who have a fact. */
const haveFacts = (db: Reader) =>
  [
    ...factTables(db).map(
      ({ table, column }) =>
        `SELECT ${column} FROM main.${table} WHERE ${column} IS NOT NULL${table === 'leavers' ? ` AND NOT (${madeByImport} OR reason = 'last-child-left')` : ''}`,
    ),
    ...guardianColumns(db).map(
      ({ table, column }) => `SELECT ${column} FROM main.${table} WHERE ${column} IS NOT NULL`,
    ),
  ].join(' UNION ');

/** SQL for the people who came since, without a fact of their own or of a child: they are gone by the restore. */
export const takenOut = (db: Reader): string =>
  `SELECT id FROM main.users WHERE id NOT IN (SELECT id FROM restored.users)
     AND id NOT IN (${haveFacts(db)})
     AND id NOT IN (SELECT guardian_id FROM main.guardianships WHERE child_id IN (${haveFacts(db)})
                      AND child_id NOT IN (SELECT id FROM restored.users))`;

/** SQL for people whom the registry has lost since, other than by a deletion, and to whom nobody else has come. */
const comingBack = (db: Reader): string =>
  `SELECT id FROM restored.users r WHERE id NOT IN (SELECT id FROM main.users)
     AND id NOT IN (SELECT user_id FROM main.tombstones WHERE brought_back_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM main.users m WHERE m.id NOT IN (${takenOut(db)})
       AND (m.account = r.account OR (m.source = r.source AND m.import_id = r.import_id)))`;

const columnsOf = (db: Reader, table: string): string[] =>
  db.all<{ name: string }>('SELECT name FROM pragma_table_info(:table)', { table }).map(({ name }) => name);

/** The columns of a person that come back: all but the ID, and the account, which IServ knows as it is today. */
export const personColumns = (db: Reader): string[] =>
  columnsOf(db, 'users').filter((name) => name !== 'id' && name !== 'account');

/** Puts the attached state in the place of today's, but for facts. */
export function mergeState(tx: Tx): void {
  tx.run('PRAGMA defer_foreign_keys = ON');
  tx.run('CREATE TEMP TABLE taken_out (id INTEGER PRIMARY KEY)');
  tx.run('CREATE TEMP TABLE coming_back (id INTEGER PRIMARY KEY)');
  tx.run(`INSERT INTO temp.taken_out ${takenOut(tx)}`);
  tx.run(`INSERT INTO temp.coming_back ${comingBack(tx)}`);
  tx.run('DELETE FROM main.users WHERE id IN (SELECT id FROM temp.taken_out)');
  mergePeople(tx);
  tx.run(
    `DELETE FROM main.leavers WHERE ${madeByImport} AND user_id IN (SELECT id FROM restored.users)
       AND user_id NOT IN (SELECT user_id FROM restored.leavers)`,
  );
  bringPeople(tx, 'SELECT id FROM temp.coming_back', []);
  mergeTables(tx);
  tx.run('DROP TABLE temp.taken_out');
  tx.run('DROP TABLE temp.coming_back');
}

/** Of people who are in both, everything but account and import ID; the IDs where nobody who stays has them by now. */
function mergePeople(tx: Tx): void {
  const both = 'id IN (SELECT id FROM restored.users)';
  const keyed = ['source', 'import_id'];
  const plain = personColumns(tx).filter((name) => !keyed.includes(name));
  const from = (names: readonly string[], table: string) =>
    `(${names.join(', ')}) = (SELECT ${names.join(', ')} FROM ${table} w WHERE w.id = main.users.id)`;
  tx.run(`CREATE TEMP TABLE known_as AS SELECT id, source, import_id FROM main.users WHERE ${both}`);
  tx.run(`UPDATE main.users SET ${from(plain, 'restored.users')} WHERE ${both}`);
  tx.run(`UPDATE main.users SET import_id = NULL WHERE ${both}`);
  tx.run(`UPDATE OR IGNORE main.users SET ${from(keyed, 'restored.users')} WHERE ${both}`);
  tx.run(
    `UPDATE OR IGNORE main.users SET ${from(keyed, 'temp.known_as')} WHERE ${both} AND import_id IS NULL
       AND id IN (SELECT id FROM restored.users WHERE import_id IS NOT NULL)`,
  );
  tx.run('DROP TABLE temp.known_as');
}

/**
 * Inserts people of the attached state with everything that hangs on them there, but for some tables; rows that hang
 * on something else that is gone are left out.
 */
export function bringPeople(tx: Tx, ids: string, but: readonly string[]): void {
  tx.run(`INSERT INTO main.users SELECT * FROM restored.users WHERE id IN (${ids})`);
  const ties = factTables(tx).filter(({ table }) => !but.includes(table));
  for (const { table, column } of ordered(tx, ties)) {
    const columns = columnsOf(tx, table);
    const values = columns.map((name) =>
      // A number that was given again meanwhile is not the same row.
      name === 'id' ? `CASE WHEN r.id IN (SELECT id FROM main.${table}) THEN NULL ELSE r.id END` : `r.${name}`,
    );
    tx.run(
      `INSERT OR IGNORE INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM restored.${table} r
       WHERE r.${column} IN (${ids})${parentsOf(tx, table)
         .map(({ parent, pairs }) => {
           const known = pairs.map(({ from, to }) => `p.${to} = r.${from}`).join(' AND ');
           return ` AND (${pairs.map(({ from }) => `r.${from} IS NULL`).join(' OR ')} OR EXISTS (SELECT 1 FROM main.${parent} p WHERE ${known}))`;
         })
         .join('')}`,
    );
  }
}

/** What a table refers to besides people, column by column. */
function parentsOf(db: Reader, table: string): { parent: string; pairs: { from: string; to: string }[] }[] {
  const rows = db.all<{ id: number; parent: string; from: string; to: string | null; seq: number }>(
    'SELECT id, "table" AS parent, "from", "to", seq FROM pragma_foreign_key_list(:table) ORDER BY id, seq',
    { table },
  );
  const parents = new Map<number, { parent: string; pairs: { from: string; to: string }[] }>();
  for (const { id, parent, from, to, seq } of rows.filter((row) => row.parent !== table)) {
    const known = parents.get(id) ?? { parent, pairs: [] };
    known.pairs.push({ from, to: to ?? keyOf(db, parent)[seq] ?? 'id' });
    parents.set(id, known);
  }
  return [...parents.values()];
}

const keyOf = (db: Reader, table: string): string[] =>
  db
    .all<{ name: string }>('SELECT name FROM pragma_table_info(:table) WHERE pk > 0 ORDER BY pk', { table })
    .map(({ name }) => name);

/** Tables in an order in which what they refer to comes first. */
function ordered(db: Reader, ties: readonly Tie[]): Tie[] {
  const left = [...ties];
  const done: Tie[] = [];
  while (left.length > 0) {
    const names = left.map(({ table }) => table);
    const next = left.findIndex(
      ({ table }) => !parentsOf(db, table).some(({ parent }) => parent !== table && names.includes(parent)),
    );
    done.push(...left.splice(Math.max(next, 0), 1));
  }
  return done;
}

/** Groups, families, the journal of imports and settings; of who came since and stays, as they are today. */
function mergeTables(tx: Tx): void {
  const known = 'IN (SELECT id FROM restored.users)';
  const here = 'IN (SELECT id FROM main.users)';
  tx.run(`DELETE FROM main.group_members WHERE user_id ${known}`);
  tx.run(`INSERT INTO main.group_members SELECT * FROM restored.group_members WHERE user_id ${here}`);
  tx.run(
    `DELETE FROM main.guardianships WHERE guardian_id ${known} AND child_id ${known}
       AND (guardian_id, child_id) NOT IN (SELECT guardian_id, child_id FROM restored.guardianships)`,
  );
  tx.run(
    `INSERT OR IGNORE INTO main.guardianships SELECT * FROM restored.guardianships
     WHERE guardian_id ${here} AND child_id ${here}`,
  );
  tx.run(
    'UPDATE main.roster_runs SET undone_at = :now WHERE id NOT IN (SELECT id FROM restored.roster_runs) AND undone_at IS NULL',
    {
      now: tx.now,
    },
  );
  tx.run(
    `UPDATE main.roster_runs AS r SET undone_at = (SELECT undone_at FROM restored.roster_runs WHERE id = r.id)
     WHERE id IN (SELECT id FROM restored.roster_runs)`,
  );
  tx.run('DELETE FROM main.roster_changes WHERE run_id IN (SELECT id FROM restored.roster_runs)');
  tx.run(
    `INSERT INTO main.roster_changes SELECT * FROM restored.roster_changes
     WHERE user_id ${here} AND run_id IN (SELECT id FROM main.roster_runs)`,
  );
  tx.run('DELETE FROM main.roster_held');
  tx.run(
    `INSERT INTO main.roster_held SELECT * FROM restored.roster_held
     WHERE user_id ${here} AND run_id IN (SELECT id FROM main.roster_runs)`,
  );
  tx.run('DELETE FROM main.settings');
  tx.run('INSERT INTO main.settings SELECT * FROM restored.settings');
}
