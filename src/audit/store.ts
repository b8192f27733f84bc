import type { Reader, Tx } from '../database/database.ts';
import type { Instant } from '../time.ts';
import type { Entry } from './rules.ts';

/** Where the chain begins (after a pruning: behind the last entry that went) and where it ends. */
export interface ChainEnds {
  firstId: number;
  firstLink: Buffer;
  lastId: number;
  lastLink: Buffer;
}

export function chainEnds(db: Reader): ChainEnds | undefined {
  return db.get(
    `SELECT first_id AS firstId, first_link AS firstLink, last_id AS lastId, last_link AS lastLink FROM audit_chain`,
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

/** Every entry in order, with its link and, where they have not been erased, its salt and facts. */
export function entries(
  db: Reader,
): IterableIterator<Entry & { link: Buffer; salt: Buffer | null; facts: string | null }> {
  return db.each(
    `SELECT e.id, e.at, e.operator, e.act, e.user_id AS userId, e.digest, e.link, f.salt, f.facts
     FROM audit_entries e LEFT JOIN audit_facts f ON f.entry_id = e.id ORDER BY e.id`,
  );
}

/** When the last act was recorded. */
export function lastEntryAt(db: Reader): Instant | undefined {
  return db.get<{ at: Instant }>('SELECT at FROM audit_entries ORDER BY id DESC LIMIT 1')?.at;
}

/** Erases what the log knows of a person; the entries stay, and the chain holds. */
export function eraseFacts(tx: Tx, userId: number): void {
  tx.run('DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id = :userId)', {
    userId,
  });
}

/** Whether somebody was the subject of an act after an entry. */
export function actedOnSince(db: Reader, userId: number, entryId: number): boolean {
  return (
    db.get('SELECT 1 FROM audit_entries WHERE user_id = :userId AND id > :entryId LIMIT 1', { userId, entryId }) !==
    undefined
  );
}
