import { consentsOn, statesOf } from '../consents/standings.ts';
import { sayingsSql } from '../consents/store.ts';
import type { Reader } from '../database/database.ts';
import { passwordJson } from '../passwords/store.ts';
import type { Day, Instant } from '../time.ts';
import { custodySql } from '../users/guardians/store.ts';
import type { Role } from '../users/rules.ts';
import { type Filter, fromPage, inForce, inPages, statusOf } from '../users/store.ts';
import type { Person } from './rules.ts';

const personQuery = `SELECT u.role, u.birth_date AS birthDate, ${sayingsSql} AS sayings, json_object(
    'account', u.account, 'importId', u.import_id, 'role', u.role,
    'givenName', u.given_name, 'familyName', u.family_name, 'class', u.class,
    'groups', json((SELECT json_group_array(g.name ORDER BY g.name) FROM group_members g WHERE g.user_id = u.id)),
    'birthDate', u.birth_date, 'email', u.email, 'status', ${statusOf},
    'guardians', json((SELECT json_group_array(json_object('account', p.account,
         'custody', json(iif(${custodySql}, 'true', 'false'))) ORDER BY p.account)
       FROM guardianships s JOIN users p ON p.id = s.guardian_id WHERE s.child_id = u.id)),
    'children', json((SELECT json_group_array(json_object('account', c.account) ORDER BY c.account)
       FROM guardianships s JOIN users c ON c.id = s.child_id WHERE s.guardian_id = u.id)),
    'password', json(${passwordJson}),
    'suspension', json((SELECT json_object('from', s.from_day, 'until', s.until_day, 'reason', s.reason)
       FROM suspensions s WHERE s.user_id = u.id AND ${inForce})),
    'leaving', json(CASE WHEN l.user_id IS NOT NULL THEN json_object(
       'leftOn', l.left_on, 'lockedFrom', l.locked_from, 'deletedOn', l.deleted_on,
       'reason', coalesce(l.remark, l.reason),
       'hold', (SELECT h.reason FROM leaver_holds h WHERE h.user_id = u.id)) END)
  ) AS person
  FROM ${fromPage} ORDER BY page.key`;

interface PersonRow {
  role: Role;
  birthDate: Day | null;
  sayings: string;
  person: string;
}

/**
 * The people whom a filter chooses, by role, class and name; one at a time, so that a list is never held in memory.
 * @throws Failure `unknown-account`
 */
export function* people(db: Reader, filter: Filter, today: Day): Generator<Person> {
  const consentsOf = consentsOn(db, today);
  for (const page of inPages(db, filter, today)) {
    for (const { role, birthDate, sayings, person } of db.all<PersonRow>(personQuery, { page, today })) {
      yield { ...JSON.parse(person), consent: statesOf(consentsOf({ role, birthDate }, sayings).standings) };
    }
  }
}

/** The accounts of those who were taken in from a moment on, by hand or by a roster; as far back as the log and the journal go. */
export const takenInSince = (db: Reader, since: Instant): ReadonlySet<string> =>
  new Set(
    db
      .all<{ account: string }>(
        `SELECT account FROM users WHERE id IN (
           SELECT user_id FROM audit_entries WHERE act = 'user-added' AND at >= :since
           UNION SELECT c.user_id FROM roster_runs r JOIN roster_changes c ON c.run_id = r.id
           WHERE c.kind = 'created' AND r.at >= :since)`,
        { since },
      )
      .map(({ account }) => account),
  );

/** @throws Failure `unknown-account` */
export function getPerson(db: Reader, account: string, today: Day): Person {
  const [person] = people(db, { accounts: [account] }, today);
  if (!person) throw new Error(`${account} was found and yet was not.`);
  return person;
}
