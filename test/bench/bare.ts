import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';

/**
 * What others would write in ten minutes, to compare with: `node bare.js upsert REGISTRY FILE KEY` reads a file with
 * csv-parse and upserts it with better-sqlite3 in one transaction, by its first KEY columns; `list` prints a table as
 * JSON; `delete` deletes who is due, everybody in a transaction of their own; `copy` is SQLite's own copy, checked.
 */
const [, , what, file = '', more = '', key = '1'] = process.argv;
const db = new Database(file);

if (what === 'upsert') {
  const [header = [], ...rows] = parse(readFileSync(more), { delimiter: ';', bom: true }) as string[][];
  const columns = header.map((_, index) => `c${index}`);
  const keys = columns.slice(0, Number(key)).join(', ');
  db.exec(`CREATE TABLE IF NOT EXISTS people (${columns.join(', ')}, PRIMARY KEY (${keys}))`);
  const upsert = db.prepare(
    `INSERT INTO people VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE
     SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  );
  db.transaction(() => {
    for (const row of rows) upsert.run(row);
  }).immediate();
} else if (what === 'list') {
  process.stdout.write(JSON.stringify(db.prepare('SELECT * FROM users').all()));
} else if (what === 'delete') {
  for (const pragma of ['foreign_keys = ON', 'secure_delete = ON', 'synchronous = FULL']) db.pragma(pragma);
  const facts = db.prepare(
    'DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = ?)',
  );
  const user = db.prepare('DELETE FROM users WHERE id = ?');
  const one = db.transaction((id: unknown) => {
    facts.run(id);
    user.run(id);
  });
  for (const id of db.prepare(`SELECT user_id FROM leavers WHERE deleted_on < date('now')`).pluck().all())
    one.immediate(id);
} else if (what === 'copy') {
  db.prepare('VACUUM INTO ?').run(more);
  const copy = new Database(more);
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('The copy is faulty.');
  copy.close();
}
db.close();
