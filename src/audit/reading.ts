import type { Reader } from '../database/database.ts';
import type { Instant } from '../time.ts';

/** Which entries of the log somebody wants to read; what is missing doesn't narrow. */
export interface LogFilter {
  userId?: number | undefined;
  acts?: readonly string[] | undefined;
  operator?: string | undefined;
  /** From this moment on. */
  since?: Instant | undefined;
  /** Before this moment. */
  before?: Instant | undefined;
}

/** An entry as it is read: `account` is null without a person and after their deletion, `facts` once they are erased. */
export interface LogEntry {
  id: number;
  at: Instant;
  operator: string;
  act: string;
  account: string | null;
  userId: number | null;
  facts: Record<string, unknown> | null;
}

/** How many entries are held at a time. */
const pageSize = 500;

/**
 * The entries that a filter leaves, up to a last one, in order. Read page by page: neither do they fill the memory,
 * nor does the registry stay locked for others while somebody reads at leisure.
 */
export function* logEntries(db: Reader, filter: LogFilter, through: number): Generator<LogEntry> {
  const { userId = null, acts, operator = null, since = null, before = null } = filter;
  const params = { userId, acts: acts ? JSON.stringify(acts) : null, operator, since, before, through, pageSize };
  let after = 0;
  for (;;) {
    // Facts that were tampered with may not be JSON; they are shown as the text that they are.
    const page = db.all<Omit<LogEntry, 'facts'> & { facts: string | null }>(
      `SELECT e.id, e.at, e.operator, e.act, u.account, e.user_id AS userId,
         CASE WHEN json_valid(f.facts) THEN f.facts ELSE json_quote(f.facts) END AS facts
       FROM audit_entries e LEFT JOIN audit_facts f ON f.entry_id = e.id 
         LEFT JOIN users u ON u.id = coalesce((SELECT user_id FROM former_numbers WHERE former_id = e.user_id), e.user_id)
       WHERE e.id > :after AND e.id <= :through
         AND (:userId IS NULL OR e.user_id = :userId OR e.user_id IN (SELECT former_id FROM former_numbers WHERE user_id = :userId))
         AND (:acts IS NULL OR e.act IN (SELECT value FROM json_each(:acts)))
         AND (:operator IS NULL OR e.operator = :operator)
         AND (:since IS NULL OR e.at >= :since) AND (:before IS NULL OR e.at < :before)
       ORDER BY e.id LIMIT :pageSize`,
      { ...params, after },
    );
    for (const { facts, ...entry } of page) yield { ...entry, facts: facts === null ? null : JSON.parse(facts) };
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Somebody in the log, and whether the word that named them is another person's number as well. */
export interface Named {
  id: number;
  isNumberToo: boolean;
}

/** Somebody named by their account, or else by their number (`7` or `#7`), which outlives the account. */
export function named(db: Reader, word: string): Named | undefined {
  const [, digits] = /^#?([1-9]\d{0,14})$/.exec(word) ?? [];
  const number = digits === undefined ? undefined : Number(digits);
  const numbered = number !== undefined && isInLog(db, number);
  const holder = db.get<{ id: number }>('SELECT id FROM users WHERE account = :word', { word });
  if (holder) return { id: holder.id, isNumberToo: numbered && number !== holder.id };
  return numbered ? { id: number, isNumberToo: false } : undefined;
}

/** Whether a person of this number is here, or was. */
export const isInLog = (db: Reader, id: number): boolean =>
  db.get('SELECT 1 FROM users WHERE id = :id UNION ALL SELECT 1 FROM audit_entries WHERE user_id = :id LIMIT 1', {
    id,
  }) !== undefined;
