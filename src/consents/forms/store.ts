import type { Reader } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import type { User } from '../../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../../users/store.ts';

/**
 * The people whom a filter chooses, by class and name.
 * @throws Failure `unknown-account`
 */
export const askedPeople = (
  db: Reader,
  filter: Filter,
  today: Day,
): Pick<User, 'id' | 'account' | 'role' | 'givenName' | 'familyName' | 'class' | 'birthDate'>[] =>
  db.all(
    `SELECT u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class,
       u.birth_date AS birthDate
     FROM users u LEFT JOIN leavers l ON l.user_id = u.id WHERE ${filterSql}
     ORDER BY u.class IS NULL, length(u.class), u.class, u.family_name, u.given_name, u.id`,
    filterParams(db, filter, today),
  );
