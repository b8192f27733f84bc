import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import { unknownAccount } from './failures.ts';
import { formerAccountHash, isReserved, type Links, manualSource, type Role, type Status, type User } from './rules.ts';

type UserRow = Omit<User, 'groups'> & { groups: string };

const userColumns = `u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class,
  u.birth_date AS birthDate, u.email, u.source, u.import_id AS importId,
  (SELECT json_group_array(g.name ORDER BY g.name) FROM group_members g WHERE g.user_id = u.id) AS groups`;

const toUser = (row: UserRow): User => ({ ...row, groups: JSON.parse(row.groups) });

export function findUser(db: Reader, account: string): User | undefined {
  const row = db.get<UserRow>(`SELECT ${userColumns} FROM users u WHERE u.account = :account`, { account });
  return row && toUser(row);
}

export function userById(db: Reader, id: number): User | undefined {
  const row = db.get<UserRow>(`SELECT ${userColumns} FROM users u WHERE u.id = :id`, { id });
  return row && toUser(row);
}

/** @throws Failure `unknown-account` */
export function getUser(db: Reader, account: string): User {
  const user = findUser(db, account);
  if (!user) throw unknownAccount({ accounts: [account] });
  return user;
}

/**
 * Several people, each once, in the order of their accounts.
 * @throws Failure `unknown-account`, which names all that nobody has
 */
export function getUsers(db: Reader, accounts: readonly string[]): User[] {
  const chosen = JSON.stringify(accounts);
  checkAccounts(db, chosen);
  return db
    .all<UserRow>(
      `SELECT ${userColumns} FROM users u WHERE u.account IN (SELECT value FROM json_each(:chosen)) ORDER BY u.account`,
      { chosen },
    )
    .map(toUser);
}

/** @throws Failure `unknown-account` */
function checkAccounts(db: Reader, accounts: string | null): void {
  const unknown = db.all<{ account: string }>(
    `SELECT value AS account FROM json_each(:accounts) WHERE value NOT IN (SELECT account FROM users)`,
    { accounts },
  );
  if (unknown.length > 0) throw unknownAccount({ accounts: unknown.map(({ account }) => account) });
}

export function userByImportId(db: Reader, source: string, importId: string): User | undefined {
  const row = db.get<UserRow>(
    `SELECT ${userColumns} FROM users u WHERE u.source = :source AND u.import_id = :importId`,
    { source, importId },
  );
  return row && toUser(row);
}

/** Whether an account can't be given: in use, used before by somebody deleted, or a system's. */
export function isAccountTaken(db: Reader, account: string): boolean {
  if (isReserved(account)) return true;
  if (db.get('SELECT 1 FROM users WHERE account = :account', { account })) return true;
  const former = db.get<{ key: Buffer }>(
    'SELECT account_key AS key FROM registry WHERE EXISTS (SELECT 1 FROM former_accounts)',
  );
  if (!former) return false;
  const hash = formerAccountHash(former.key, account);
  return db.get('SELECT 1 FROM former_accounts WHERE hash = :hash', { hash }) !== undefined;
}

/** The key under which the registry remembers the accounts of the deleted. */
export function accountKey(db: Reader): Buffer {
  const key = db.get<{ key: Buffer }>('SELECT account_key AS key FROM registry')?.key;
  if (!key) throw new Error('The registry has lost its key.');
  return key;
}

export function insertUser(tx: Tx, user: Omit<User, 'id'>): User {
  const { groups, ...columns } = user;
  tx.run(
    `INSERT INTO users (account, role, given_name, family_name, class, birth_date, email, source, import_id)
     VALUES (:account, :role, :givenName, :familyName, :class, :birthDate, :email, :source, :importId)`,
    columns,
  );
  const inserted = getUser(tx, user.account);
  replaceGroups(tx, inserted.id, groups);
  return { ...inserted, groups };
}

export function updateUser(tx: Tx, user: User): void {
  const { groups, account: _, source: __, ...columns } = user;
  tx.run(
    `UPDATE users SET role = :role, given_name = :givenName, family_name = :familyName, class = :class,
       birth_date = :birthDate, email = :email, import_id = :importId
     WHERE id = :id`,
    columns,
  );
  replaceGroups(tx, user.id, groups);
}

/** Whoever is in a group already stays in it as before; into the others they come by hand, and no roster takes them out. */
function replaceGroups(tx: Tx, id: number, groups: readonly string[]): void {
  const params = { id, groups: JSON.stringify(groups) };
  tx.run(
    'DELETE FROM group_members WHERE user_id = :id AND name NOT IN (SELECT value FROM json_each(:groups))',
    params,
  );
  tx.run(
    'INSERT OR IGNORE INTO group_members (user_id, name, by_hand) SELECT :id, value, 1 FROM json_each(:groups)',
    params,
  );
}

/** Links somebody to these and no others; not to whom the role of the other doesn't allow it. */
export function replaceLinks(tx: Tx, id: number, { childIds, guardianIds }: Links): void {
  tx.run('DELETE FROM guardianships WHERE guardian_id = :id OR child_id = :id', { id });
  tx.run(
    `INSERT INTO guardianships (guardian_id, child_id)
     SELECT :id, c.id FROM users c WHERE c.role = 'student' AND c.id IN (SELECT value FROM json_each(:childIds))
     UNION SELECT g.id, :id FROM users g WHERE g.role = 'guardian' AND g.id IN (SELECT value FROM json_each(:guardianIds))`,
    { id, childIds: JSON.stringify(childIds), guardianIds: JSON.stringify(guardianIds) },
  );
}

/** Guardians and children by their opaque IDs: facts in the log name others by nothing else, so that they can be deleted. */
export function linksOf(db: Reader, id: number): Links {
  const ids = (sql: string) => db.all<{ id: number }>(sql, { id }).map((row) => row.id);
  return {
    childIds: ids('SELECT child_id AS id FROM guardianships WHERE guardian_id = :id ORDER BY 1'),
    guardianIds: ids('SELECT guardian_id AS id FROM guardianships WHERE child_id = :id ORDER BY 1'),
  };
}

/** The accounts of people, by their numbers; of those that there still are. */
export const accountsOf = (db: Reader, ids: readonly number[]): string[] =>
  db
    .all<{ account: string }>(
      'SELECT account FROM users WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY account',
      { ids: JSON.stringify(ids) },
    )
    .map(({ account }) => account);

/** Which of these words are accounts of others: neither of somebody nor of their guardians and children. */
export const accountsOfOthers = (db: Reader, userId: number, words: readonly string[]): string[] =>
  db
    .all<{ account: string }>(
      `SELECT account FROM users WHERE account IN (SELECT value FROM json_each(:words)) AND id <> :userId
         AND id NOT IN (SELECT guardian_id FROM guardianships WHERE child_id = :userId
                        UNION SELECT child_id FROM guardianships WHERE guardian_id = :userId)`,
      { userId, words: JSON.stringify(words) },
    )
    .map(({ account }) => account);

/** Whether somebody of a query was added by hand: no roster can miss them. */
export const addedByHand = (user: string) => `${user}.source = '${manualSource}'`;

/** Whether a suspension is in force on :today, for a query over `suspensions s`. */
export const inForce = `s.lifted_on IS NULL AND s.from_day <= :today AND (s.until_day IS NULL OR s.until_day >= :today)`;

/** The status of an account on :today, for a query that has `users u` and `leavers l` joined to it. */
export const statusOf = `CASE WHEN l.locked_from <= :today THEN 'locked'
  WHEN EXISTS (SELECT 1 FROM suspensions s WHERE s.user_id = u.id AND ${inForce}) THEN 'suspended'
  WHEN l.user_id IS NOT NULL THEN 'leaving' ELSE 'active' END`;

/**
 * Whether somebody has nothing in IServ yet, for a query that has `users u`: neither known to IServ, by an export or
 * because it said so, nor in possession of a password. Only from them a missing consent withholds anything.
 */
export const isNewcomer = `(u.id NOT IN (SELECT user_id FROM iserv_known) AND u.id NOT IN (SELECT user_id FROM passwords))`;

/** Which of these accounts are newcomers'. */
export const newcomersAmong = (db: Reader, accounts: readonly string[]): string[] =>
  db
    .all<{ account: string }>(
      `SELECT u.account FROM users u WHERE u.account IN (SELECT value FROM json_each(:accounts)) AND ${isNewcomer}`,
      { accounts: JSON.stringify(accounts) },
    )
    .map(({ account }) => account);

/**
 * Whether IServ has somebody, or may have them, for a query that has `users u`: as long as nothing was exported for a
 * role, and IServ was not asked, nobody knows who is there.
 */
export const mayBeInIserv = `(u.id IN (SELECT user_id FROM iserv_known) OR NOT EXISTS (
  SELECT 1 FROM iserv_exchanges x, json_each(x.roles) j WHERE j.value = u.role AND x.in_doubt = 0))`;

/** Whether the data of somebody may only be kept, for a query: restricted, or objected to (Art. 18, 21 GDPR). */
export const isRestricted = (id: string) => `${id} IN (SELECT user_id FROM restrictions WHERE lifted_on IS NULL)`;

/** Which people a command is about; several values of one kind widen, several kinds narrow. */
export interface Filter {
  accounts?: readonly string[];
  role?: readonly Role[];
  class?: readonly string[];
  group?: readonly string[];
  status?: readonly Status[];
  /** Whether those are among them whose data may only be kept; else only where they are named. */
  restricted?: boolean;
}

/**
 * The condition of a filter, for a query that has `users u` and `leavers l` joined to it; with `filterParams`. What the
 * filter leaves open is not in it: SQLite finds no index for a condition that may hold for everybody.
 */
export function filterSql(filter: Filter): string {
  const conditions: Record<Exclude<keyof Filter, 'restricted'>, string> = {
    accounts: 'u.account IN (SELECT value FROM json_each(:accounts))',
    role: 'u.role IN (SELECT value FROM json_each(:role))',
    class: `u.id IN (SELECT id FROM users WHERE class COLLATE NOCASE IN (SELECT value FROM json_each(:class))
      UNION SELECT user_id FROM group_members WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(:class)))`,
    group:
      'u.id IN (SELECT user_id FROM group_members WHERE name COLLATE NOCASE IN (SELECT value FROM json_each(:group)))',
    status: `${statusOf} IN (SELECT value FROM json_each(:status))`,
  };
  const said = Object.entries(conditions).filter(
    ([kind]) => (filter[kind as keyof typeof conditions] ?? []).length > 0,
  );
  const all = said.map(([, condition]) => condition);
  if (!filter.restricted && (filter.accounts ?? []).length === 0) all.push(`NOT ${isRestricted('u.id')}`);
  return all.length === 0 ? 'TRUE' : all.join(' AND ');
}

/** @throws Failure `unknown-account` for accounts that nobody has */
export function filterParams(db: Reader, filter: Filter, today: Day) {
  const list = (values: readonly string[] | undefined) => (values && values.length > 0 ? JSON.stringify(values) : null);
  const accounts = list(filter.accounts);
  checkAccounts(db, accounts);
  const { role, class: classes, group, status } = filter;
  return { today, accounts, role: list(role), class: list(classes), group: list(group), status: list(status) };
}

/** How many people are read at a time. */
const pageSize = 1000;

/** A page of people for a query: `users u` in their order (`ORDER BY page.key`), and `leavers l` joined to them. */
export const fromPage = `json_each(:page) page CROSS JOIN users u ON u.id = page.value LEFT JOIN leavers l ON l.user_id = u.id`;

/**
 * The people whom a filter chooses, by role, class and name: page by page, each for a query over `fromPage`. So a list
 * never stands in memory, nor does the registry stay locked for others while somebody reads it at leisure.
 * @throws Failure `unknown-account`
 */
export function* inPages(db: Reader, filter: Filter, today: Day): Generator<string> {
  const ids = db
    .all<{ id: number }>(
      `SELECT u.id FROM users u LEFT JOIN leavers l ON l.user_id = u.id WHERE ${filterSql(filter)}
       ORDER BY u.role, length(u.class), u.class, u.family_name, u.given_name, u.id`,
      filterParams(db, filter, today),
    )
    .map(({ id }) => id);
  for (let start = 0; start < ids.length; start += pageSize) yield JSON.stringify(ids.slice(start, start + pageSize));
}
