import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What a folder holds: the registry's rows, and which files lie beside it. */
export interface Held {
  tables: Map<string, Record<string, unknown>[]>;
  files: string[];
  /** What SQLite finds wrong with the file. */
  damage: string[];
}

export const registryName = 'registry.sqlite';

/** Opens the registry as the next command would: what a killed one began is rolled back. */
export function heldIn(folder: string): Held {
  const file = join(folder, registryName);
  const tables: Held['tables'] = new Map();
  const damage: string[] = [];
  if (existsSync(file) && lstatSync(file).size > 0) {
    const db = new Database(file);
    try {
      const names = db
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1`)
        .pluck()
        .all() as string[];
      for (const name of names) tables.set(name, db.prepare(`SELECT * FROM "${name}"`).all() as []);
      damage.push(
        ...(db.pragma('integrity_check', { simple: false }) as { integrity_check: string }[])
          .map(({ integrity_check }) => integrity_check)
          .filter((text) => text !== 'ok'),
      );
      damage.push(...(db.pragma('foreign_key_check') as object[]).map((row) => JSON.stringify(row)));
    } finally {
      db.close();
    }
  }
  return { tables, files: filesIn(folder), damage };
}

/** Numbers stand for days, moments and processes: they differ from one time to the next. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .map((name) => name.replace(/\d+/g, '#'))
    .sort();

/** The columns that are another each time: drawn at random, or read off the clock. */
export function changeable(one: Held, other: Held): Set<string> {
  const columns = new Set<string>();
  for (const [name, rows] of one.tables) {
    const others = other.tables.get(name) ?? [];
    rows.forEach((row, index) => {
      for (const [column, value] of Object.entries(row))
        if (plain(value) !== plain(others[index]?.[column])) columns.add(`${name}.${column}`);
    });
  }
  return columns;
}

/** The same people, facts and entries, whatever was drawn or read off the clock. */
export function contentOf(held: Held, leftOut: ReadonlySet<string>): string {
  const digest = createHash('sha256');
  for (const [name, rows] of held.tables)
    for (const row of rows)
      digest.update(
        `${name}\0${Object.entries(row)
          .filter(([column]) => !leftOut.has(`${name}.${column}`))
          .map(([column, value]) => `${column}=${plain(value)}`)
          .join('\0')}\n`,
      );
  return digest.digest('hex');
}

const plain = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : String(value));
