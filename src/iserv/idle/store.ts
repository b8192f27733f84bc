import type { Reader, Tx } from '../../database/database.ts';
import { issuedDays } from '../../passwords/settings.ts';
import { settingValue } from '../../settings/settings.ts';
import { addDays, type Day } from '../../time.ts';
import { type Filter, filterParams, filterSql, statusOf } from '../../users/store.ts';
import { idleDays } from '../settings.ts';
import type { Because, Idle } from './rules.ts';

/** Since when somebody is known to stay away: the last login, or the first day on which IServ showed none. */
const awaySince = 'coalesce(g.last_login, g.first_seen_on)';

/**
 * Who of the people whom a filter chooses could use their account and seems not to: who had not logged in for
 * `user.idle-days` when IServ last showed it, and who has had an issued password for longer than `password.issued-days`.
 * @throws Failure `unknown-account`
 */
export function idlePeople(db: Reader, filter: Filter, today: Day): Idle[] {
  return db
    .all<Omit<Idle, 'because'> & { because: string }>(
      `SELECT * FROM (SELECT u.account, u.given_name AS givenName, u.family_name AS familyName, u.class,
         g.last_login AS lastLogin, g.seen_on AS seenOn, p.issued_on AS issuedOn, ${statusOf} AS status,
         concat_ws(',', iif(julianday(g.seen_on) - julianday(${awaySince}) > :days, 'not-logged-in', NULL),
           iif(p.issued_on < :lastDay, 'password-overdue', NULL)) AS because
       FROM users u LEFT JOIN leavers l ON l.user_id = u.id LEFT JOIN iserv_logins g ON g.user_id = u.id
         LEFT JOIN passwords p ON p.user_id = u.id AND p.changed_on IS NULL
       WHERE u.id IN (SELECT user_id FROM iserv_logins UNION SELECT user_id FROM passwords WHERE changed_on IS NULL)
         AND ${filterSql(filter)}
       ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id)
       WHERE because <> '' AND status = 'active'`,
      {
        ...filterParams(db, filter, today),
        days: settingValue(db, idleDays),
        lastDay: addDays(today, -settingValue(db, issuedDays)),
      },
    )
    .map(({ account, givenName, familyName, class: name, because, lastLogin, seenOn, issuedOn }) => ({
      account,
      givenName,
      familyName,
      class: name,
      because: because.split(',') as Because[],
      lastLogin,
      seenOn,
      issuedOn,
    }));
}

/** Keeps when people last logged in, as IServ shows it, and forgets it of those whom it has no more. */
export function storeLogins(tx: Tx, logins: readonly { id: number; lastLogin: Day | null }[]): void {
  tx.run('DELETE FROM iserv_logins WHERE user_id NOT IN (SELECT user_id FROM iserv_known)');
  for (const { id, lastLogin } of logins) {
    tx.run(
      `INSERT INTO iserv_logins (user_id, last_login, first_seen_on, seen_on) VALUES (:id, :lastLogin, :today, :today)
       ON CONFLICT (user_id) DO UPDATE SET last_login = excluded.last_login, seen_on = excluded.seen_on`,
      { id, lastLogin, today: tx.today },
    );
  }
}

/** Whether IServ has ever shown who logged in when. */
export const isShown = (db: Reader): boolean => db.get('SELECT 1 FROM iserv_logins LIMIT 1') !== undefined;
