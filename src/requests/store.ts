import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { unknownRequest } from './failures.ts';
import type { Outcome, Request, Restriction } from './rules.ts';

const requestColumns = `json_object('request', r.id, 'kind', r.kind,
  'accounts', json((SELECT json_group_array(u.account ORDER BY u.account)
     FROM request_people c JOIN users u ON u.id = c.user_id WHERE c.request_id = r.id)),
  'askedBy', r.asked_by, 'identifiedBy', r.identified_by, 'what', r.what, 'on', r.opened_on, 'dueAt', r.due_at,
  'answered', iif(r.answered_on IS NULL, NULL, json_object('on', r.answered_on, 'by', r.answered_by,
     'outcome', r.outcome, 'how', r.answer))) AS found`;

const toRequest = ({ found }: { found: string }): Request => JSON.parse(found);

/** @throws Failure `unknown-request` */
export function getRequest(db: Reader, request: number): Request {
  const row = db.get<{ found: string }>(`SELECT ${requestColumns} FROM requests r WHERE r.id = :request`, { request });
  if (!row) throw unknownRequest({ request });
  return toRequest(row);
}

/**
 * Requests about the people whom a filter chooses, those about nobody with an account among them where nobody is
 * chosen; the newest first. Only open ones, or the answered, too.
 * @throws Failure `unknown-account`
 */
export function requests(db: Reader, filter: Filter, withAnswered: boolean, today: Day): Request[] {
  const condition = filterSql({ ...filter, restricted: true });
  const isAbout =
    condition === 'TRUE'
      ? 'TRUE'
      : `EXISTS (SELECT 1 FROM request_people c JOIN users u ON u.id = c.user_id LEFT JOIN leavers l ON l.user_id = u.id
           WHERE c.request_id = r.id AND ${condition})`;
  return db
    .all<{ found: string }>(
      `SELECT ${requestColumns} FROM requests r
       WHERE (:withAnswered = 1 OR r.answered_on IS NULL) AND ${isAbout} ORDER BY r.opened_on DESC, r.id DESC`,
      { ...filterParams(db, filter, today), withAnswered: withAnswered ? 1 : 0 },
    )
    .map(toRequest);
}

/** Returns the number of the new request. */
export function insertRequest(
  tx: Tx,
  people: readonly User[],
  { kind, askedBy, identifiedBy, what, on, dueAt }: Omit<Request, 'request' | 'accounts' | 'answered'>,
): number {
  tx.run(
    `INSERT INTO requests (kind, opened_on, due_at, identified_by, asked_by, what, recorded_at, recorded_by)
     VALUES (:kind, :on, :dueAt, :identifiedBy, :askedBy, :what, :now, :operator)`,
    { kind, on, dueAt, identifiedBy, askedBy, what, now: tx.now, operator: tx.operator },
  );
  const request = tx.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  tx.run('INSERT INTO request_people (request_id, user_id) SELECT :request, value FROM json_each(:people)', {
    request,
    people: JSON.stringify(people.map(({ id }) => id)),
  });
  return request;
}

export function markAnswered(
  tx: Tx,
  request: number,
  { on, outcome, how }: { on: Day; outcome: Outcome; how: string },
) {
  tx.run(
    `UPDATE requests SET answered_on = :on, answered_by = :operator, outcome = :outcome, answer = :how
     WHERE id = :request`,
    { request, on, outcome, how, operator: tx.operator },
  );
}

/** Keeps that somebody's data may not be used any more; once, however often it is granted. */
export function insertRestriction(tx: Tx, user: User, request: number, kind: Restriction, since: Day): void {
  tx.run(
    `INSERT INTO restrictions (user_id, request_id, kind, since) VALUES (:user, :request, :kind, :since)
     ON CONFLICT DO NOTHING`,
    { user: user.id, request, kind, since },
  );
}

/** The restrictions of somebody that are in force. */
export const restrictionsOf = (db: Reader, userId: number): { kind: Restriction; since: Day }[] =>
  db.all('SELECT kind, since FROM restrictions WHERE user_id = :userId AND lifted_on IS NULL ORDER BY id', { userId });

export function markLifted(tx: Tx, userId: number, reason: string, toldOn: Day): void {
  tx.run(
    `UPDATE restrictions SET lifted_on = :today, lifted_because = :reason, told_on = :toldOn
     WHERE user_id = :userId AND lifted_on IS NULL`,
    { userId, reason, toldOn, today: tx.today },
  );
}

/** Every restriction of somebody, in force or lifted. */
export const allRestrictions = (
  db: Reader,
  userId: number,
): { kind: Restriction; since: Day; liftedOn: Day | null; liftedBecause: string | null; toldOn: Day | null }[] =>
  db.all(
    `SELECT kind, since, lifted_on AS liftedOn, lifted_because AS liftedBecause, told_on AS toldOn
     FROM restrictions WHERE user_id = :userId ORDER BY id`,
    { userId },
  );

/** Of how many people data are restricted. */
export const countRestricted = (db: Reader): number =>
  db.get<{ people: number }>('SELECT count(DISTINCT user_id) AS people FROM restrictions WHERE lifted_on IS NULL')
    ?.people ?? 0;
