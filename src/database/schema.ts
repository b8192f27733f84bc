import type { Database } from 'better-sqlite3';
import { openDatabase } from '../load.ts';
import type { Reader } from './database.ts';
import { migrations } from './migrations/index.ts';

/** How the tables, indexes and triggers of a registry differ from those that schulkonto makes: names of each. */
export interface SchemaDifference {
  missing: string[];
  foreign: string[];
  changed: string[];
}

type Objects = Map<string, string | null>;

const query = `SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`;

export function schemaDifference(db: Pick<Reader, 'all'>): SchemaDifference {
  const found = objectsOf(db.all(query));
  const own = ownObjects();
  return {
    missing: [...own.keys()].filter((name) => !found.has(name)),
    foreign: [...found.keys()].filter((name) => !own.has(name)),
    changed: [...own].filter(([name, sql]) => found.has(name) && found.get(name) !== sql).map(([name]) => name),
  };
}

const objectsOf = (rows: readonly { name: string; sql: string | null }[]): Objects =>
  new Map(rows.map(({ name, sql }) => [name, sql]));

function ownObjects(): Objects {
  const db = openDatabase(':memory:', {});
  try {
    for (const migration of migrations) db.exec(migration);
    return objectsOf(db.prepare(query).all() as { name: string; sql: string | null }[]);
  } finally {
    db.close();
  }
}

/** Whether something that schulkonto has made is missing in a file, or is not as it was made. */
export function isSchemaTorn(db: Database): boolean {
  const { missing, changed } = schemaDifference({ all: (sql) => db.prepare(sql).all() as never });
  return missing.length + changed.length > 0;
}
