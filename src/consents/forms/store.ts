import type { Reader } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import type { User } from '../../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../../users/store.ts';
import { sayingsSql } from '../store.ts';

/** Somebody to print a form for, and what a form is filled in with. */
interface Addressee extends Pick<User, 'account' | 'role' | 'givenName' | 'familyName' | 'class' | 'birthDate'> {
  /** The accounts of the guardians who have one, as JSON. */
  guardians: string;
  /** What was said so far. */
  sayings: string;
}

/**
 * The people whom a filter chooses, by class and name.
 * @throws Failure `unknown-account`
 */
export const addressees = (db: Reader, filter: Filter, today: Day): Addressee[] =>
  db.all(
    `SELECT u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class,
       u.birth_date AS birthDate, ${sayingsSql} AS sayings,
       (SELECT json_group_array(g.account ORDER BY g.account) FROM guardianships s JOIN users g ON g.id = s.guardian_id
        WHERE s.child_id = u.id) AS guardians
     FROM users u LEFT JOIN leavers l ON l.user_id = u.id WHERE ${filterSql(filter)}
     ORDER BY u.class IS NULL, length(u.class), u.class, u.family_name, u.given_name, u.id`,
    filterParams(db, filter, today),
  );
