import type { Reader, Tx } from '../database/database.ts';
import { type IservDeletion, iservDeletions } from '../deletion/store.ts';
import type { Day } from '../time.ts';
import type { Role } from '../users/rules.ts';
import { type Filter, filterParams, filterSql, findUser, isNewcomer, isRestricted, statusOf } from '../users/store.ts';
import type { Exchange, Known, Person, Stranger } from './rules.ts';

type PersonRow = Omit<
  Person,
  'groups' | 'children' | 'hasPassword' | 'isNewcomer' | 'isRestricted' | 'known' | 'hands' | 'inDoubt'
> & {
  isRestricted: number;
  isNewcomer: number;
  inDoubt: number;
  exported: number | null;
  groups: string;
  children: string;
  hasPassword: number;
  knownAccount: string | null;
  knownId: string | null;
  digest: Buffer | null;
  leftOutOn: Day | null;
  locked: number | null;
  password: Buffer | null;
  hour: 'open' | 'closed' | null;
  hourOn: Day | null;
};

/**
 * The people whom a filter chooses, with what is known of them in IServ, by class and name.
 * @throws Failure `unknown-account`
 */
export function peopleInCircle(db: Reader, filter: Filter, today: Day): Person[] {
  return db
    .all<PersonRow>(
      `SELECT u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class, u.email,
         u.birth_date AS birthDate, u.source, u.import_id AS importId, o.import_id AS ownId, ${statusOf} AS status,
         (SELECT json_group_array(g.name ORDER BY g.name) FROM group_members g WHERE g.user_id = u.id) AS groups,
         (SELECT json_group_array(s.child_id ORDER BY s.child_id) FROM guardianships s WHERE s.guardian_id = u.id) AS children,
         CASE WHEN p.changed_on IS NULL THEN p.issued_hash END AS mustChange, p.user_id IS NOT NULL AS hasPassword,
         ${isNewcomer} AS isNewcomer, ${isRestricted('u.id')} AS isRestricted,
         k.account AS knownAccount, k.import_id AS knownId, k.digest, k.exported, k.left_out_on AS leftOutOn,
         EXISTS (SELECT 1 FROM iserv_doubts d WHERE d.user_id = u.id) AS inDoubt,
         h.locked, h.password, h.hour, h.hour_on AS hourOn
       FROM users u LEFT JOIN leavers l ON l.user_id = u.id LEFT JOIN passwords p ON p.user_id = u.id
         LEFT JOIN iserv_known k ON k.user_id = u.id LEFT JOIN iserv_hands h ON h.user_id = u.id
         LEFT JOIN iserv_ids o ON o.user_id = u.id
       WHERE ${filterSql({ ...filter, restricted: true })}
       ORDER BY u.class IS NULL, length(u.class), u.class, u.family_name, u.given_name, u.id`,
      filterParams(db, filter, today),
    )
    .map(toPerson);
}

function toPerson(row: PersonRow): Person {
  const { knownAccount, knownId, digest, leftOutOn, locked, password, hour, hourOn, exported, ...rest } = row;
  return {
    ...rest,
    groups: JSON.parse(row.groups),
    children: JSON.parse(row.children),
    hasPassword: row.hasPassword === 1,
    isNewcomer: row.isNewcomer === 1,
    isRestricted: row.isRestricted === 1,
    inDoubt: row.inDoubt === 1,
    known:
      knownAccount === null || digest === null
        ? null
        : { account: knownAccount, importId: knownId, digest, leftOutOn, wasExported: exported === 1 },
    hands: { locked: locked === 1, password, hour, hourOn },
  };
}

/** Who is deleted here and may still be in IServ; not whose account is in use again, after an import was undone. */
export function goneFromHere(db: Reader): IservDeletion[] {
  return iservDeletions(db).filter(({ account }) => !findUser(db, account));
}

/** Somebody as IServ has them from now on. */
export type NewKnown = Omit<Known, 'wasExported'> & { id: number };

/** Keeps whom IServ has, and how. */
export function storeKnown(tx: Tx, people: Iterable<NewKnown>, shownBy: 'export' | 'iserv'): void {
  for (const { id, account, importId, digest, leftOutOn } of people) {
    tx.run(
      `INSERT INTO iserv_known (user_id, account, import_id, digest, shown_by, shown_at, exported, left_out_on)
       VALUES (:id, :account, :importId, :digest, :shownBy, :now, :shownBy = 'export', :leftOutOn)
       ON CONFLICT (user_id) DO UPDATE SET account = excluded.account, import_id = excluded.import_id,
         digest = excluded.digest, shown_by = excluded.shown_by, shown_at = excluded.shown_at,
         exported = max(exported, excluded.exported), left_out_on = excluded.left_out_on`,
      { id, account, importId, digest, leftOutOn, shownBy, now: tx.now },
    );
  }
}

/** Forgets that IServ has some people: it has them no more. */
export function deleteKnown(tx: Tx, ids: readonly number[]): void {
  const people = JSON.stringify(ids);
  tx.run('DELETE FROM iserv_known WHERE user_id IN (SELECT value FROM json_each(:people))', { people });
  tx.run('DELETE FROM iserv_hands WHERE user_id IN (SELECT value FROM json_each(:people))', { people });
}

/** Remembers an exchange; without people. */
export function insertExchange(tx: Tx, kind: Exchange['kind'], roles: readonly Role[], accounts: number): void {
  tx.run(
    'INSERT INTO iserv_exchanges (at, operator, kind, roles, accounts) VALUES (:now, :operator, :kind, :roles, :accounts)',
    { now: tx.now, operator: tx.operator, kind, roles: JSON.stringify(roles), accounts },
  );
}

/** What went to and fro, the last first; not what a restored backup has put in doubt. */
export const exchanges = (db: Reader): Exchange[] =>
  db
    .all<Omit<Exchange, 'roles'> & { roles: string }>(
      'SELECT at, kind, roles, accounts FROM iserv_exchanges WHERE in_doubt = 0 ORDER BY id DESC',
    )
    .map((row) => ({ ...row, roles: JSON.parse(row.roles) }));

/** The roles of which it is known who is in IServ. */
export const begunRoles = (db: Reader): Set<Role> => new Set(exchanges(db).flatMap(({ roles }) => roles));

/** An import ID of ours for somebody, which stays. */
export function insertOwnId(tx: Tx, id: number, importId: string): void {
  tx.run('INSERT OR IGNORE INTO iserv_ids (user_id, import_id) VALUES (:id, :importId)', { id, importId });
}

export const strangers = (db: Reader): Stranger[] =>
  db
    .all<Omit<Stranger, 'isManaged' | 'isAsked' | 'others'> & { managed: number; asked: number; others: string }>(
      'SELECT account, role, class, managed, asked, others FROM iserv_strangers ORDER BY account',
    )
    .map(({ managed, asked, others, ...row }) => ({
      ...row,
      isManaged: managed === 1,
      isAsked: asked === 1,
      others: JSON.parse(others),
    }));

/** Keeps which accounts of some roles IServ has and nobody here, in the place of what was known of these roles before. */
export function replaceStrangers(tx: Tx, roles: readonly Role[], found: readonly Stranger[]): void {
  tx.run(
    `DELETE FROM iserv_strangers WHERE role IS NULL OR role IN (SELECT value FROM json_each(:roles))
       OR account IN (SELECT value FROM json_each(:accounts))`,
    { roles: JSON.stringify(roles), accounts: JSON.stringify(found.map(({ account }) => account)) },
  );
  for (const { isManaged, isAsked, others, class: name, ...stranger } of found) {
    tx.run(
      `INSERT INTO iserv_strangers (account, role, class, seen_on, managed, asked, others)
       VALUES (:account, :role, :name, :today, :managed, :asked, :others)`,
      {
        ...stranger,
        name,
        today: tx.today,
        managed: Number(isManaged),
        asked: Number(isAsked),
        others: JSON.stringify(others),
      },
    );
  }
}

/** Keeps who of some roles may be in IServ under another account, in the place of whom it was doubted of before. */
export function replaceDoubts(tx: Tx, roles: readonly Role[], ids: readonly number[]): void {
  tx.run(
    `DELETE FROM iserv_doubts WHERE user_id IN (
       SELECT id FROM users WHERE role IN (SELECT value FROM json_each(:roles)))`,
    { roles: JSON.stringify(roles) },
  );
  tx.run('INSERT OR IGNORE INTO iserv_doubts (user_id, since) SELECT value, :today FROM json_each(:ids)', {
    ids: JSON.stringify(ids),
    today: tx.today,
  });
}

/** The accounts that nobody here has, and that IServ has not shown since before a day. */
export const strangersSeenBefore = (db: Reader, day: Day): string[] =>
  db
    .all<{ account: string }>('SELECT account FROM iserv_strangers WHERE seen_on < :day', { day })
    .map(({ account }) => account);

export function deleteStrangers(tx: Tx, accounts: readonly string[]): void {
  tx.run('DELETE FROM iserv_strangers WHERE account IN (SELECT value FROM json_each(:accounts))', {
    accounts: JSON.stringify(accounts),
  });
}

/** Everything that is kept of somebody in IServ, for the report about them: nothing, or one entry. */
export function circleOf(db: Reader, userId: number): Record<string, unknown>[] {
  const found = db.get<Record<string, unknown>>(
    `SELECT k.account AS inIserv, k.import_id AS idInIserv, k.shown_by AS shownBy, k.shown_at AS shownAt,
       k.left_out_on AS leftOutOn, h.locked AS lockedThere, h.hour, h.hour_on AS hourOn,
       h.password IS NOT NULL AS enteredThere, o.import_id AS ownId, d.since AS inDoubtSince,
       g.last_login AS lastLogin, g.seen_on AS loginSeenOn
     FROM users u LEFT JOIN iserv_known k ON k.user_id = u.id LEFT JOIN iserv_hands h ON h.user_id = u.id
       LEFT JOIN iserv_ids o ON o.user_id = u.id LEFT JOIN iserv_doubts d ON d.user_id = u.id
       LEFT JOIN iserv_logins g ON g.user_id = u.id
     WHERE u.id = :userId AND coalesce(k.user_id, h.user_id, o.user_id, d.user_id, g.user_id) IS NOT NULL`,
    { userId },
  );
  if (!found) return [];
  const { lockedThere, enteredThere, ...facts } = found;
  return [{ ...facts, lockedThere: lockedThere === 1, enteredThere: enteredThere === 1 }];
}
