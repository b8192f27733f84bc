import type { Reader, Tx } from '../database/database.ts';
import { insertFormerAccount, insertIservDeletion } from '../deletion/store.ts';
import type { Day, Instant } from '../time.ts';
import { guardianColumns } from '../users/guardians/store.ts';
import { undressed } from '../users/ids.ts';
import { identityHash } from '../users/names.ts';
import { formerAccountHash, manualSource, type User } from '../users/rules.ts';
import { accountKey, inForce } from '../users/store.ts';
import { isByImport, type Standing } from './rules.ts';

/** What decides beside the person. */
export function standingOf(db: Reader, { id }: User, today: Day): Standing {
  const has = (sql: string, params = {}) => db.get(`SELECT 1 WHERE EXISTS (${sql})`, { id, ...params }) !== undefined;
  const leaving = db.get<{ reason: string; deletedOn: Day; requestedOn: Day | null }>(
    'SELECT reason, deleted_on AS deletedOn, requested_on AS requestedOn FROM leavers WHERE user_id = :id',
    { id },
  );
  return {
    leaving: leaving ? { ...leaving, isRequested: leaving.requestedOn !== null } : null,
    isSuspended: has(`SELECT 1 FROM suspensions s WHERE s.user_id = :id AND ${inForce}`, { today }),
    waits: has(
      'SELECT 1 FROM roster_held WHERE user_id = :id UNION ALL SELECT 1 FROM iserv_doubts WHERE user_id = :id',
    ),
  };
}

/** The accounts that were given up for somebody's: by number, and by name while IServ still has to delete them. */
export const formerAccounts = (db: Reader, userId: number): { number: number; at: Instant; inIserv: string | null }[] =>
  db.all(
    `SELECT f.former_id AS number, f.merged_at AS at, d.account AS inIserv
     FROM former_numbers f LEFT JOIN iserv_deletions d ON d.user_id = f.former_id
     WHERE f.user_id = :userId ORDER BY f.merged_at, f.former_id`,
    { userId },
  );

/** All accounts that were given up, in the order in which that happened. */
export const givenUp = (db: Reader): { former: number; staying: number }[] =>
  db.all('SELECT former_id AS former, user_id AS staying FROM former_numbers ORDER BY merged_at, former_id');

/** How much hangs on somebody, for the question whether two are one; and their IDs, each with its source. */
export function amountsOf(db: Reader, id: number): { consents: number; passwords: number; ids: string | null } {
  const found = db.get<{ consents: number; passwords: number; ids: string | null }>(
    `SELECT (SELECT count(*) FROM consents WHERE user_id = :id) AS consents,
       (SELECT count(*) FROM passwords WHERE user_id = :id) AS passwords,
       (SELECT group_concat(import_id || ' (' || source || ')', ', ') FROM
          (SELECT import_id, source FROM users WHERE id = :id AND import_id IS NOT NULL
           UNION ALL SELECT import_id, source FROM other_ids WHERE user_id = :id)) AS ids`,
    { id },
  );
  return found ?? { consents: 0, passwords: 0, ids: null };
}

/** What must be done in IServ: nothing, the account renamed, or the one given up deleted. */
export type InIserv = 'rename' | 'delete' | null;

/** Tables that are dealt with by themselves. */
const apart = [
  'group_members',
  'leavers',
  'incident_people',
  'request_people',
  'former_numbers',
  'iserv_known',
  'iserv_hands',
  'iserv_ids',
];

/**
 * Moves all that hangs on one record to another, which keeps its account, its name and what it says of the person
 * itself; gaps in it are filled. The record is gone afterwards. Returns what must be done in IServ.
 */
export function moveAll(tx: Tx, old: User, staying: User): InIserv {
  tx.run('PRAGMA defer_foreign_keys = ON');
  fillGaps(tx, old, staying);
  moveIds(tx, old, staying);
  moveAnswers(tx, old, staying);
  moveGroups(tx, old, staying);
  moveSchedule(tx, old, staying);
  moveHold(tx, old, staying);
  moveIncidents(tx, old, staying);
  moveRequests(tx, old, staying);
  moveRest(tx, old, staying);
  const there = moveInIserv(tx, old, staying);
  for (const { table, column } of guardianColumns(tx))
    tx.run(`UPDATE "${table}" SET "${column}" = :to WHERE "${column}" = :from`, ids(old, staying));
  tx.run('UPDATE former_numbers SET user_id = :to WHERE user_id = :from', ids(old, staying));
  tx.run('INSERT OR IGNORE INTO former_numbers (former_id, user_id, merged_at) VALUES (:from, :to, :now)', {
    ...ids(old, staying),
    now: tx.now,
  });
  insertFormerAccount(tx, formerAccountHash(accountKey(tx), old.account));
  tx.run('DELETE FROM users WHERE id = :from', { from: old.id });
  return there;
}

const ids = (old: User, staying: User) => ({ from: old.id, to: staying.id });

function fillGaps(tx: Tx, old: User, staying: User): void {
  const fill = ['class', 'birth_date', 'email'].map((name) => `${name} = coalesce(users.${name}, o.${name})`);
  tx.run(`UPDATE users SET ${fill.join(', ')} FROM users o WHERE users.id = :to AND o.id = :from`, ids(old, staying));
}

/**
 * Whoever was added by hand is from now on whom the roster lists; IDs of further sources are added. A second ID of one
 * source is an answer: both lines are about one person.
 */
function moveIds(tx: Tx, old: User, staying: User): void {
  tx.run('UPDATE other_ids SET user_id = :to WHERE user_id = :from', ids(old, staying));
  const { id, source, importId } = old;
  if (source === manualSource) return;
  tx.run('UPDATE users SET import_id = NULL WHERE id = :id', { id });
  const isFree = staying.source === manualSource || (staying.source === source && staying.importId === null);
  if (isFree) {
    tx.run('UPDATE users SET source = :source, import_id = :importId WHERE id = :to', {
      source,
      importId,
      to: staying.id,
    });
  } else if (importId !== null && staying.source !== source) {
    tx.run('INSERT OR IGNORE INTO other_ids (source, import_id, user_id) VALUES (:source, :importId, :to)', {
      source,
      importId,
      to: staying.id,
    });
  } else if (importId !== null) {
    tx.run(
      `INSERT OR REPLACE INTO roster_answers (at, operator, source, answer, user_id, key, about)
       VALUES (:now, :operator, :source, 'same', :to, :key, :about)`,
      {
        now: tx.now,
        operator: tx.operator,
        source,
        to: staying.id,
        key: `id ${undressed(importId)}`,
        about: identityHash(accountKey(tx), old.givenName, old.familyName, old.birthDate),
      },
    );
  }
}

/** What was said of the two of them, that they are two, is not so. */
function moveAnswers(tx: Tx, old: User, staying: User): void {
  const idsOf = `SELECT 'id ' || value FROM json_each(:keys)`;
  const keys = JSON.stringify(
    [old, staying].flatMap(({ importId }) => (importId === null ? [] : [undressed(importId)])),
  );
  tx.run(
    `DELETE FROM roster_answers WHERE answer = 'different' AND user_id IN (:from, :to)
       AND (other_id IN (:from, :to) OR key IN (${idsOf}))`,
    { ...ids(old, staying), keys },
  );
}

function moveGroups(tx: Tx, old: User, staying: User): void {
  tx.run(
    `INSERT INTO group_members (user_id, name, by_hand) SELECT :to, name, by_hand FROM group_members WHERE user_id = :from
     ON CONFLICT (user_id, name) DO UPDATE SET by_hand = max(by_hand, excluded.by_hand)`,
    ids(old, staying),
  );
}

/** Whose other record is listed has not left. */
function moveSchedule(tx: Tx, old: User, staying: User): void {
  const of = (user: User) => standingOf(tx, user, tx.today);
  if (of(old).leaving === null && isByImport(of(staying))) {
    tx.run('DELETE FROM leavers WHERE user_id = :to', { to: staying.id });
  }
}

/** Two holds are one, with both reasons, that is looked at when the first of them was to be. */
function moveHold(tx: Tx, old: User, staying: User): void {
  tx.run(
    `UPDATE leaver_holds AS h SET reason = iif(h.reason = o.reason, h.reason, h.reason || '; ' || o.reason),
       case_number = coalesce(h.case_number || ', ' || o.case_number, h.case_number, o.case_number),
       review_on = min(coalesce(h.review_on, o.review_on), coalesce(o.review_on, h.review_on))
     FROM leaver_holds o WHERE h.user_id = :to AND o.user_id = :from`,
    ids(old, staying),
  );
}

/** Where one incident concerns both, its texts stay: nobody of it is gone. */
function moveIncidents(tx: Tx, old: User, staying: User): void {
  tx.run(
    `UPDATE incident_people SET user_id = :to WHERE user_id = :from
       AND incident_id NOT IN (SELECT incident_id FROM incident_people WHERE user_id = :to)`,
    ids(old, staying),
  );
  tx.run('UPDATE inspections SET user_id = :to WHERE user_id = :from', ids(old, staying));
  const both = tx.all<{ id: number; what: string | null; reportedBy: string | null; outcome: string | null }>(
    `SELECT id, what, reported_by AS reportedBy, outcome FROM incidents
     WHERE id IN (SELECT incident_id FROM incident_people WHERE user_id = :from)`,
    { from: old.id },
  );
  tx.run('DELETE FROM incident_people WHERE user_id = :from', { from: old.id });
  for (const incident of both) {
    tx.run('UPDATE incidents SET what = :what, reported_by = :reportedBy, outcome = :outcome WHERE id = :id', incident);
  }
}

/** As with incidents: a request of both keeps its texts. */
function moveRequests(tx: Tx, old: User, staying: User): void {
  tx.run('UPDATE OR IGNORE request_people SET user_id = :to WHERE user_id = :from', ids(old, staying));
  const both = tx.all<Record<'id' | 'identifiedBy' | 'askedBy' | 'what' | 'answer', number | string | null>>(
    `SELECT id, identified_by AS identifiedBy, asked_by AS askedBy, what, answer FROM requests
     WHERE id IN (SELECT request_id FROM request_people WHERE user_id = :from)`,
    { from: old.id },
  );
  tx.run('DELETE FROM request_people WHERE user_id = :from', { from: old.id });
  for (const request of both)
    tx.run(
      'UPDATE requests SET identified_by = :identifiedBy, asked_by = :askedBy, what = :what, answer = :answer WHERE id = :id',
      request,
    );
}

/** Every other table with a column for a person: what both have stays as the account has it that stays. */
function moveRest(tx: Tx, old: User, staying: User): void {
  for (const { table, column } of personalColumns(tx)) {
    if (apart.includes(table)) continue;
    tx.run(`UPDATE OR IGNORE "${table}" SET "${column}" = :to WHERE "${column}" = :from`, ids(old, staying));
  }
}

/** Every table with a column for a person, but for those that hang on a schedule. */
const personalColumns = (db: Reader): { table: string; column: string }[] =>
  db.all(
    `SELECT t.name AS "table", f."from" AS "column" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" = 'users' ORDER BY 1, 2`,
  );

/** IServ has one of the accounts, which is renamed there; or both, and the one that is given up is deleted there. */
function moveInIserv(tx: Tx, old: User, staying: User): InIserv {
  const isKnown = ({ id }: User) => tx.get('SELECT 1 FROM iserv_known WHERE user_id = :id', { id }) !== undefined;
  if (isKnown(staying) || !isKnown(old)) {
    insertIservDeletion(tx, old.id);
    return tx.get('SELECT 1 FROM iserv_deletions WHERE user_id = :id', { id: old.id }) ? 'delete' : null;
  }
  for (const table of ['iserv_ids', 'iserv_hands', 'iserv_known']) {
    tx.run(`DELETE FROM ${table} WHERE user_id = :to`, { to: staying.id });
    tx.run(`UPDATE ${table} SET user_id = :to WHERE user_id = :from`, ids(old, staying));
  }
  return 'rename';
}
