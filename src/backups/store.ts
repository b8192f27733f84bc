import type { Reader, Tx } from '../database/database.ts';
import type { Due } from '../deletion/rules.ts';

/**
 * What a restore leaves as it is: the log, which only grows, and what is kept of the deleted. Without it, bringing back
 * an old state would bring back the deleted, give their accounts to others, and hide what was done since.
 */
const kept = [
  'audit_entries',
  'audit_facts',
  'audit_chain',
  'former_accounts',
  'departures',
  'iserv_deletions',
  'leaver_runs',
  'tombstones',
];

/** Whether the database attached as `restored` is an older state of this registry. */
export function isSameRegistry(db: Reader): boolean {
  return (
    db.get('SELECT 1 FROM main.registry m JOIN restored.registry r ON r.account_key = m.account_key') !== undefined
  );
}

/** How the registry would change if the attached state came back. */
export interface Difference {
  people: { now: number; inBackup: number };
  /** Accounts that are in use now and were not then: they would be gone. */
  lost: string[];
  /** People of whom something else was held then. */
  changed: number;
  /** People who were deleted since: they are deleted again at once. */
  deletedAgain: number;
}

export function difference(db: Reader): Difference {
  const columns = 'id, account, role, given_name, family_name, class, birth_date, email, source, import_id';
  const counts = db.get<{ now: number; inBackup: number; changed: number; deletedAgain: number }>(
    `SELECT (SELECT count(*) FROM main.users) AS "now", (SELECT count(*) FROM restored.users) AS "inBackup",
       (SELECT count(*) FROM (SELECT ${columns} FROM restored.users WHERE id IN (SELECT id FROM main.users)
          EXCEPT SELECT ${columns} FROM main.users)) AS changed,
       (SELECT count(*) FROM restored.users WHERE id IN (SELECT user_id FROM main.tombstones)) AS deletedAgain`,
  );
  const lost = db.all<{ account: string }>(
    'SELECT account FROM main.users WHERE id NOT IN (SELECT id FROM restored.users) ORDER BY account',
  );
  const { now = 0, inBackup = 0, changed = 0, deletedAgain = 0 } = counts ?? {};
  return { people: { now, inBackup }, lost: lost.map(({ account }) => account), changed, deletedAgain };
}

const tables = (db: Reader) =>
  db
    .all<{ name: string }>(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .map(({ name }) => name)
    .filter((name) => !kept.includes(name));

/** Puts the attached state in the place of today's, but for what a restore leaves. */
export function replaceTables(tx: Tx): void {
  tx.run('PRAGMA defer_foreign_keys = ON');
  for (const name of tables(tx)) tx.run(`DELETE FROM main.${name}`);
  for (const name of tables(tx)) tx.run(`INSERT INTO main.${name} SELECT * FROM restored.${name}`);
}

/** People who are in the registry although they were deleted. */
export function returnedFromDeletion(db: Reader): Due[] {
  return db.all(
    `SELECT u.id, u.account, u.role, t.left_on AS leftOn, t.deleted_on AS deletedOn
     FROM users u JOIN tombstones t ON t.user_id = u.id ORDER BY u.id`,
  );
}

export function lastDeletionRun(db: Reader): number {
  return db.get<{ run: number | null }>('SELECT max(run_id) AS run FROM tombstones')?.run ?? 0;
}

/** Erases what the log knows of people whom the restored state does not know. */
export function eraseFactsOfStrangers(tx: Tx): void {
  tx.run(
    `DELETE FROM audit_facts WHERE entry_id IN (
       SELECT id FROM audit_entries WHERE user_id IS NOT NULL
         AND user_id NOT IN (SELECT id FROM users) AND user_id NOT IN (SELECT user_id FROM tombstones))`,
  );
}

/** Takes over who was deleted, and which IDs were given, from another state of the registry, attached as `other`. */
export function takeOverDeletions(tx: Tx): void {
  const known = tx.get(`SELECT 1 FROM other.sqlite_schema WHERE name = 'tombstones'`);
  if (known) {
    for (const name of ['leaver_runs', 'tombstones', 'former_accounts']) {
      tx.run(`INSERT OR IGNORE INTO main.${name} SELECT * FROM other.${name}`);
    }
  }
  tx.run(
    `UPDATE main.sqlite_sequence SET seq = max(seq, (SELECT o.seq FROM other.sqlite_sequence o WHERE o.name = sqlite_sequence.name))
     WHERE name IN (SELECT name FROM other.sqlite_sequence)`,
  );
}
