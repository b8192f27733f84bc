import type { Reader, Scratch } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const tables = (db: Reader): string[] =>
  db
    .all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .map(({ name }) => name);

/** How many rows of each table go with a person, and how many entries of the log lose their facts. */
export function rowsOf(db: Scratch, userId: number): { table: string; rows: number }[] {
  const own = tables(db).flatMap((table) =>
    db
      .all<{ from: string }>(
        `SELECT "from" FROM pragma_foreign_key_list(:table) WHERE "table" IN ('users', 'leavers') AND on_delete = 'CASCADE'`,
        { table },
      )
      .map(({ from }) => ({ table, column: from })),
  );
  const counted = [{ table: 'users', column: 'id' }, ...own].map(({ table, column }) => ({
    table,
    rows: count(db, `SELECT count(*) AS rows FROM ${quoted(table)} WHERE ${quoted(column)} = :userId`, userId),
  }));
  const facts = count(
    db,
    "SELECT count(*) AS rows FROM audit_facts f JOIN audit_entries e ON e.id = f.entry_id WHERE (e.user_id = :userId OR e.user_id IN (SELECT former_id FROM former_numbers WHERE user_id = :userId)) AND e.act <> 'leaver-deleted'",
    userId,
  );
  return [...counted, { table: 'audit_facts', rows: facts }].filter(({ rows }) => rows > 0);
}

const count = (db: Reader, sql: string, userId: number) => db.get<{ rows: number }>(sql, { userId })?.rows ?? 0;

/** Every `table.column`, but for the list for IServ, in which a text stands as a word of its own: `anna.mueller` is not in `anna.mueller2`. */
export function tablesWith(db: Scratch, text: string): string[] {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}._-])${escaped}(?![\\p{L}\\p{N}._-])`, 'u');
  db.define('has_word', (value: unknown) => Number(typeof value === 'string' && word.test(value)));
  return tables(db)
    .filter((table) => table !== 'iserv_deletions')
    .flatMap((table) =>
      db
        .all<{ name: string }>('SELECT name FROM pragma_table_info(:table)', { table })
        .filter(({ name }) => db.get(`SELECT 1 FROM ${quoted(table)} WHERE has_word(${quoted(name)}) LIMIT 1`))
        .map(({ name }) => `${table}.${name}`),
    );
}

/** The accounts in use that a text is a part of. */
export function accountsWith(db: Reader, text: string): string[] {
  return db
    .all<{ account: string }>('SELECT account FROM users WHERE instr(account, :text) > 0 ORDER BY account', { text })
    .map(({ account }) => account);
}

export function isFormer(db: Reader, hash: Buffer): boolean {
  return db.get('SELECT 1 FROM former_accounts WHERE hash = :hash', { hash }) !== undefined;
}

export function tombstoneOf(
  db: Reader,
  id: number,
): { id: number; role: Role; leftOn: Day; deletedOn: Day } | undefined {
  return db.get(
    `SELECT user_id AS id, role, left_on AS leftOn, deleted_on AS deletedOn FROM tombstones
     WHERE user_id = :id AND why = 'left' AND brought_back_at IS NULL`,
    { id },
  );
}

/** How many entries of the log are about somebody of a number, besides that of the deletion. */
export const entriesWith = (db: Reader, id: number): number =>
  db.get<{ entries: number }>(
    `SELECT count(*) AS entries FROM audit_entries WHERE user_id = :id AND act <> 'leaver-deleted'`,
    { id },
  )?.entries ?? 0;
