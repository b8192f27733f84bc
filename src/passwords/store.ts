import type { Reader, Tx } from '../database/database.ts';
import { schoolDomain, schoolName, schoolTown } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays, type Day } from '../time.ts';
import type { Status } from '../users/rules.ts';
import { type Filter, filterParams, filterSql, statusOf } from '../users/store.ts';
import type { Person, SchoolNames } from './rules.ts';
import { issuedDays } from './settings.ts';

/** Somebody with an account, and what the registry holds of their password. */
export interface Holder extends Person {
  id: number;
  email: string | null;
  status: Status;
  /** The last day at the school, of a leaver. */
  leftOn: Day | null;
  /** The present issued password, or the one that was issued before the own one; null if there was none. */
  issuedHash: string | null;
  issuedOn: Day | null;
  /** When it was changed into an own one; null if it must still be changed. */
  changedOn: Day | null;
  /** Null if there is no own one, or one that was set in IServ. */
  ownHash: string | null;
}

/** The family of `users u`: guardians and children, and their other children and guardians. */
const familySql = `(WITH near (id) AS (
    SELECT guardian_id FROM guardianships WHERE child_id = u.id UNION
    SELECT child_id FROM guardianships WHERE guardian_id = u.id)
  SELECT json_group_array(f.given_name || ' ' || f.family_name ORDER BY f.id) FROM users f
  WHERE f.id <> u.id AND f.id IN (SELECT id FROM near
    UNION SELECT g.child_id FROM near JOIN guardianships g ON g.guardian_id = near.id
    UNION SELECT g.guardian_id FROM near JOIN guardianships g ON g.child_id = near.id))`;

/**
 * The people whom a filter chooses, with their passwords.
 * @throws Failure `unknown-account`
 */
export function holders(db: Reader, filter: Filter, today: Day): Holder[] {
  const rows = db.all<Omit<Holder, 'family'> & { family: string }>(
    `SELECT u.id, u.account, u.given_name AS givenName, u.family_name AS familyName, u.class,
       u.birth_date AS birthDate, u.email, ${statusOf} AS status, l.left_on AS leftOn, ${familySql} AS family,
       p.issued_hash AS issuedHash, p.issued_on AS issuedOn, p.changed_on AS changedOn, p.own_hash AS ownHash
     FROM users u LEFT JOIN leavers l ON l.user_id = u.id LEFT JOIN passwords p ON p.user_id = u.id
     WHERE ${filterSql(filter)}
     ORDER BY u.id`,
    filterParams(db, filter, today),
  );
  return rows.map((row) => ({ ...row, family: JSON.parse(row.family) }));
}

/** @throws Failure `setting-unreadable` */
export const schoolNames = (db: Reader): SchoolNames => ({
  name: settingValue(db, schoolName),
  domain: settingValue(db, schoolDomain),
  town: settingValue(db, schoolTown),
});

/** @throws Failure `unknown-account` */
export function getHolder(db: Reader, account: string, today: Day): Holder {
  const [holder] = holders(db, { accounts: [account] }, today);
  if (!holder) throw new Error(`${account} was found and yet was not.`);
  return holder;
}

/** Somebody who must still change an issued password. */
export interface Pending {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  issuedOn: Day;
  overdue: boolean;
}

/**
 * Who must still change an issued password: whoever has waited longest first.
 * @throws Failure `unknown-account`
 */
export function* pendingPasswords(db: Reader, filter: Filter, today: Day): Generator<Pending> {
  const rows = db.each<Omit<Pending, 'overdue'> & { overdue: number }>(
    `SELECT u.account, u.given_name AS givenName, u.family_name AS familyName, u.class, p.issued_on AS issuedOn,
       p.issued_on < :lastDay AS overdue
     FROM passwords p JOIN users u ON u.id = p.user_id LEFT JOIN leavers l ON l.user_id = u.id
     WHERE p.changed_on IS NULL AND ${filterSql(filter)}
     ORDER BY p.issued_on, length(u.class), u.class, u.family_name, u.given_name, u.id`,
    { ...filterParams(db, filter, today), lastDay: lastDayInTime(db, today) },
  );
  for (const row of rows) yield { ...row, overdue: row.overdue === 1 };
}

/** How many must have changed their issued password by now, and have not. */
export function countOverdue(db: Reader, today: Day): number {
  const row = db.get<{ count: number }>(
    'SELECT count(*) AS count FROM passwords WHERE changed_on IS NULL AND issued_on < :lastDay',
    { lastDay: lastDayInTime(db, today) },
  );
  return row?.count ?? 0;
}

/** Issued passwords from this day on are not overdue yet. */
const lastDayInTime = (db: Reader, today: Day) => addDays(today, -settingValue(db, issuedDays));

/** The state of a person's password as JSON, for a query that has `users u`. */
export const passwordJson = `coalesce((SELECT json_object('state', iif(p.changed_on IS NULL, 'must-change', 'own'),
    'issuedOn', p.issued_on) FROM passwords p WHERE p.user_id = u.id), json_object('state', 'none', 'issuedOn', NULL))`;

/** So many passwords before the present one are not taken again. */
const remembered = 5;

/** The hashes of the last few passwords before the present one. */
export const formerHashes = (db: Reader, userId: number): string[] =>
  db
    .all<{ hash: string }>('SELECT hash FROM former_passwords WHERE user_id = :userId', { userId })
    .map(({ hash }) => hash);

/** Keeps the hashes of passwords that end now, and of those that ended before only the last few. */
function endPasswords(tx: Tx, userIds: readonly number[], columns: readonly ('issued_hash' | 'own_hash')[]): void {
  const ids = JSON.stringify(userIds);
  for (const column of columns) {
    tx.run(
      `INSERT INTO former_passwords (user_id, hash) SELECT user_id, ${column} FROM passwords
       WHERE ${column} IS NOT NULL AND user_id IN (SELECT value FROM json_each(:ids))`,
      { ids },
    );
  }
  tx.run(
    `DELETE FROM former_passwords WHERE user_id IN (SELECT value FROM json_each(:ids)) AND id NOT IN (
       SELECT f.id FROM (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY id DESC) AS place
         FROM former_passwords WHERE user_id IN (SELECT value FROM json_each(:ids))) f WHERE f.place <= ${remembered})`,
    { ids },
  );
}

/** Keeps the hashes of passwords that have just been issued; whatever password there was before is over. */
export function storeIssued(tx: Tx, issued: readonly { id: number; hash: string }[]): void {
  endPasswords(
    tx,
    issued.map(({ id }) => id),
    ['issued_hash', 'own_hash'],
  );
  tx.run(
    `INSERT INTO passwords (user_id, issued_hash, issued_on)
     SELECT value ->> 'id', value ->> 'hash', :today FROM json_each(:issued) WHERE true
     ON CONFLICT (user_id) DO UPDATE SET
       issued_hash = excluded.issued_hash, issued_on = excluded.issued_on, changed_on = NULL, own_hash = NULL`,
    { today: tx.today, issued: JSON.stringify(issued) },
  );
}

/** Keeps the hash of an own password; must-change ends. */
export function storeOwn(tx: Tx, userId: number, hash: string): void {
  endPasswords(tx, [userId], ['own_hash']);
  tx.run('UPDATE passwords SET changed_on = :today, own_hash = :hash WHERE user_id = :userId', {
    today: tx.today,
    hash,
    userId,
  });
}

/** Ends must-change for people whose own password is known to IServ only. */
export function storeConfirmed(tx: Tx, userIds: readonly number[]): void {
  tx.run(
    `UPDATE passwords SET changed_on = :today
     WHERE changed_on IS NULL AND user_id IN (SELECT value FROM json_each(:userIds))`,
    { today: tx.today, userIds: JSON.stringify(userIds) },
  );
}
