import type { Act } from '../act.ts';
import type { Reader, Tx } from '../database/database.ts';
import { type Day, dayStart, type Instant } from '../time.ts';
import type { ChainEnds, StoredEntry, Witnesses } from './chain.ts';
import type { Entry } from './rules.ts';

export function chainEnds(db: Reader): ChainEnds | undefined {
  return db.get(
    `SELECT first_id AS firstId, first_link AS firstLink, last_id AS lastId, last_link AS lastLink,
       ordered_from AS orderedFrom FROM audit_chain`,
  );
}

export function moveChainEnd(tx: Tx, lastId: number, lastLink: Buffer): void {
  tx.run('UPDATE audit_chain SET last_id = :lastId, last_link = :lastLink', { lastId, lastLink });
}

export function insertEntry(tx: Tx, entry: Entry, link: Buffer): void {
  tx.run(
    `INSERT INTO audit_entries (id, at, operator, act, user_id, digest, link)
     VALUES (:id, :at, :operator, :act, :userId, :digest, :link)`,
    { ...entry, link },
  );
}

export function insertFacts(tx: Tx, entryId: number, salt: Buffer, facts: string): void {
  tx.run('INSERT INTO audit_facts (entry_id, salt, facts) VALUES (:entryId, :salt, :facts)', { entryId, salt, facts });
}

/**
 * Every entry in order, with what it takes to check it; the facts byte by byte, as they lie in the file. They may be
 * missing only where a tombstone says why, or an entry by which the name of somebody deleted was taken out of them.
 */
export function* storedEntries(db: Reader): Generator<StoredEntry> {
  const rows = db.each<Omit<StoredEntry, 'erasable'> & { erasable: number }>(
    `SELECT e.id, e.at, e.operator, e.act, e.user_id AS userId, e.digest, e.link, f.salt, CAST(f.facts AS BLOB) AS facts,
       (t.user_id IS NOT NULL AND (t.brought_back_at IS NULL OR e.at < t.brought_back_at)) OR m.entry IS NOT NULL AS erasable
     FROM audit_entries e LEFT JOIN audit_facts f ON f.entry_id = e.id LEFT JOIN tombstones t ON t.user_id = e.user_id
     LEFT JOIN (SELECT DISTINCT v.value AS entry FROM audit_entries o JOIN audit_facts g ON g.entry_id = o.id,
                  json_each(CASE WHEN json_valid(g.facts) THEN g.facts ELSE '{}' END, '$.entries') v WHERE o.act = 'names-masked') m ON m.entry = e.id
     ORDER BY e.id`,
  );
  for (const row of rows) yield { ...row, erasable: row.erasable === 1 };
}

/** The first entry that is not there though its facts are. */
export function factsAstray(db: Reader): number | undefined {
  return db.get<{ id: number }>(
    'SELECT entry_id AS id FROM audit_facts WHERE entry_id NOT IN (SELECT id FROM audit_entries) ORDER BY entry_id LIMIT 1',
  )?.id;
}

/** What other tables know of the log: numbers of entries, and of whom there must be an entry. */
export function witnesses(db: Reader): Witnesses {
  return {
    runs: db.all(`SELECT id AS run, last_entry AS entry, at FROM roster_runs WHERE last_entry > 0 ORDER BY id`),
    astray: db.all(
      `SELECT r.id AS run FROM roster_runs r JOIN audit_entries e ON e.id = r.last_entry WHERE e.act NOT LIKE 'roster-%'`,
    ),
    unlogged: db.all(
      `SELECT user_id AS person, deleted_on AS deletedOn FROM tombstones WHERE why = 'left' AND NOT EXISTS (
         SELECT 1 FROM audit_entries e WHERE e.user_id = tombstones.user_id AND e.act = 'leaver-deleted')
       ORDER BY user_id`,
    ),
    living: db.all(
      `SELECT user_id AS person FROM tombstones JOIN users ON id = user_id WHERE brought_back_at IS NULL ORDER BY user_id`,
    ),
  };
}

/** When the last act was recorded. */
export function lastEntryAt(db: Reader): Instant | undefined {
  return db.get<{ at: Instant }>('SELECT e.at FROM audit_chain c JOIN audit_entries e ON e.id = c.last_id')?.at;
}

/** Erases what the log knows of a person; the entries stay, and the chain holds. */
export function eraseFacts(tx: Tx, userId: number): void {
  tx.run('DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = :userId)', {
    userId,
  });
}

/** How often an act was done to somebody since a day began. */
export function timesActed(db: Reader, userId: number, { code }: Act, since: Day): number {
  const row = db.get<{ count: number }>(
    'SELECT count(*) AS count FROM audit_entries WHERE user_id = :userId AND act = :act AND at >= :since',
    { userId, act: code, since: dayStart(since) },
  );
  return row?.count ?? 0;
}

/** The facts of the last time that an act changed a field of somebody from a value, if they are still there. */
export function lastChange(
  db: Reader,
  userId: number,
  { code }: Act,
  field: string,
  from: string,
): Record<string, unknown> | undefined {
  const row = db.get<{ facts: string }>(
    `SELECT f.facts FROM audit_entries e JOIN audit_facts f ON f.entry_id = e.id
     WHERE e.user_id = :userId AND e.act = :act AND f.facts ->> ('$.' || :field || '.from') = :from
     ORDER BY e.id DESC LIMIT 1`,
    { userId, act: code, field, from },
  );
  return row && JSON.parse(row.facts);
}

/** The first entry from a moment on: all before it were made earlier. Undefined if there is none. */
export function firstSince(db: Reader, moment: Instant): number | undefined {
  return db.get<{ id: number }>('SELECT id FROM audit_entries WHERE at >= :moment ORDER BY id LIMIT 1', { moment })?.id;
}

/** The link of an entry: what the next one is tied to. */
export function linkOfEntry(db: Reader, id: number): Buffer | undefined {
  return db.get<{ link: Buffer }>('SELECT link FROM audit_entries WHERE id = :id', { id })?.link;
}

/** Removes all entries before one, with their facts; the chain begins there from now on. */
export function moveChainBeginning(tx: Tx, firstId: number, firstLink: Buffer): void {
  tx.run('DELETE FROM audit_entries WHERE id < :firstId', { firstId });
  tx.run('UPDATE audit_chain SET first_id = :firstId, first_link = :firstLink', { firstId, firstLink });
}
