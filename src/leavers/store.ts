import type { Reader, Tx } from '../database/database.ts';
import { schoolYearEnd } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import type { Day, Instant } from '../time.ts';
import type { Role, Status } from '../users/rules.ts';
import { type Filter, filterParams, filterSql, isRestricted, statusOf } from '../users/store.ts';
import {
  deletableFrom,
  isPresent,
  type Obstacle,
  obstaclesOf,
  type Schedule,
  type ScheduleRules,
  type Standing,
} from './rules.ts';
import { deletedAfter, deletedAfterFor, lockedAfter, lockedAfterFor, noticeDays } from './settings.ts';

/** The rules for one role: its own where the school has set them, else those for everybody. */
export function scheduleRules(db: Reader, role: Role): ScheduleRules {
  return {
    lockedAfter: settingValue(db, lockedAfterFor[role]) ?? settingValue(db, lockedAfter),
    deletedAfter: settingValue(db, deletedAfterFor[role]) ?? settingValue(db, deletedAfter),
    schoolYearEnd: settingValue(db, schoolYearEnd),
    noticeDays: settingValue(db, noticeDays),
  };
}

export function scheduleOf(db: Reader, userId: number): Schedule | undefined {
  return db.get(
    `SELECT left_on AS leftOn, locked_from AS lockedFrom, deleted_on AS deletedOn, reason
     FROM leavers WHERE user_id = :userId`,
    { userId },
  );
}

export function insertSchedule(tx: Tx, userId: number, schedule: Schedule): void {
  tx.run(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason, scheduled_at)
     VALUES (:userId, :leftOn, :lockedFrom, :deletedOn, :reason, :now)`,
    { userId, ...schedule, now: tx.now },
  );
}

/** Schedules somebody, or moves the dates of a schedule; whoever was locked is usable again until the new day. */
export function putSchedule(
  tx: Tx,
  userId: number,
  schedule: Schedule,
  remark: string | null,
  requestedOn: Day | null = null,
): void {
  tx.run(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason, remark, scheduled_at, requested_on)
     VALUES (:userId, :leftOn, :lockedFrom, :deletedOn, :reason, :remark, :now, :requestedOn)
     ON CONFLICT (user_id) DO UPDATE SET left_on = excluded.left_on, locked_from = excluded.locked_from,
       deleted_on = excluded.deleted_on, reason = excluded.reason, remark = excluded.remark, before_withdrawal = NULL,
       scheduled_at = excluded.scheduled_at, requested_on = excluded.requested_on, named_on = NULL,
       locked_at = CASE WHEN excluded.locked_from <= :today THEN locked_at END`,
    { userId, ...schedule, remark, requestedOn, today: tx.today, now: tx.now },
  );
}

/**
 * Lets a withdrawal of consent take the place of a schedule, which is remembered (`before`), or that one hold again;
 * whoever was locked is usable again until the new day.
 */
export function moveSchedule(tx: Tx, userId: number, schedule: Schedule, before: Schedule | null): void {
  tx.run(
    `UPDATE leavers SET left_on = :leftOn, locked_from = :lockedFrom, deleted_on = :deletedOn, reason = :reason,
       locked_at = CASE WHEN :lockedFrom <= :today THEN locked_at END, before_withdrawal = :before
     WHERE user_id = :userId`,
    { userId, ...schedule, before: before && JSON.stringify(before), today: tx.today },
  );
}

/** The schedule that holds again once somebody takes a withdrawal of consent back. */
export function scheduleBeforeWithdrawal(db: Reader, userId: number): Schedule | undefined {
  const row = db.get<{ before: string | null }>(
    'SELECT before_withdrawal AS before FROM leavers WHERE user_id = :userId',
    { userId },
  );
  return row?.before ? JSON.parse(row.before) : undefined;
}

export function deleteSchedule(tx: Tx, userId: number): void {
  tx.run('DELETE FROM leavers WHERE user_id = :userId', { userId });
}

/** Why the deletion of somebody is stopped, since when, when to look again, and under which number it is kept elsewhere. */
export interface Hold {
  reason: string;
  since: Instant;
  reviewOn: Day | null;
  caseNumber: string | null;
}

export function holdOf(db: Reader, userId: number): Hold | undefined {
  return db.get(
    `SELECT reason, held_at AS since, review_on AS reviewOn, case_number AS caseNumber
     FROM leaver_holds WHERE user_id = :userId`,
    { userId },
  );
}

export function putHold(tx: Tx, userId: number, hold: Hold): void {
  tx.run(
    `INSERT INTO leaver_holds (user_id, reason, held_at, operator, review_on, case_number)
     VALUES (:userId, :reason, :since, :operator, :reviewOn, :caseNumber)
     ON CONFLICT (user_id) DO UPDATE SET review_on = excluded.review_on, case_number = excluded.case_number`,
    { userId, operator: tx.operator, ...hold },
  );
}

/** Whose hold was to be looked at again by a day, whether they leave or not. */
export const holdsToReview = (db: Reader, day: Day): { account: string; reviewOn: Day; reason: string }[] =>
  db.all(
    `SELECT u.account, h.review_on AS reviewOn, h.reason FROM leaver_holds h JOIN users u ON u.id = h.user_id
     WHERE h.review_on <= :day ORDER BY h.review_on, u.account`,
    { day },
  );

export function deleteHold(tx: Tx, userId: number): void {
  tx.run('DELETE FROM leaver_holds WHERE user_id = :userId', { userId });
}

/** A person on the schedule. */
export interface Leaver {
  account: string;
  role: Role;
  givenName: string;
  familyName: string;
  class: string | null;
  email: string | null;
  leftOn: Day;
  lockedFrom: Day;
  deletedOn: Day;
  /** What somebody said, else the kind of leaving. */
  reason: string;
  hold: Hold | null;
  status: Status;
  /** When the dates as they are now were told. */
  toldAt: Instant | null;
  /** The first day on which they can really be deleted, if nothing else than telling stands against it. */
  deletableFrom: Day;
  /** What stands against it. */
  waitsFor: Obstacle[];
}

/** Somebody on the schedule, with all that decides whether they may be deleted. */
export interface StandingLeaver extends Standing {
  id: number;
  account: string;
  role: Role;
  lockedAt: Instant | null;
  /** The day on which the hold that stops it is to be looked at again. */
  reviewOn: Day | null;
  namedOn: Day | null;
}

type StandingRow = Omit<StandingLeaver, 'told' | 'isHeld' | 'inIncident' | 'toInform' | 'isRestricted'> & {
  toldDeletedOn: Day | null;
  toldOn: Day | null;
  holder: number | null;
  inIncident: number;
  toInform: number;
  isRestricted: number;
};

/**
 * Whose hold stops the deletion of a leaver `l`: their own, or, for guardians, that of a child; NULL where none does.
 * Everything that asks for a hold asks here: lists, `status` and the night.
 */
const holderOf = `coalesce((SELECT user_id FROM leaver_holds WHERE user_id = l.user_id), (
  SELECT min(h.user_id) FROM guardianships s JOIN leaver_holds h ON h.user_id = s.child_id WHERE s.guardian_id = l.user_id))`;

/** All that decides whether a leaver `l` may be deleted: their own facts and those of others about them. */
const standingColumns = `l.left_on AS leftOn, l.locked_from AS lockedFrom, l.deleted_on AS deletedOn, l.reason AS kind,
  l.scheduled_at AS scheduledAt, l.requested_on AS requestedOn, l.seen_at AS seenAt, l.locked_at AS lockedAt,
  l.named_on AS namedOn, n.deleted_on AS toldDeletedOn, n.told_on AS toldOn, h.user_id AS holder, h.review_on AS reviewOn,
  EXISTS (SELECT 1 FROM incident_people c JOIN incidents i ON i.id = c.incident_id
          WHERE c.user_id = l.user_id AND i.closed_on IS NULL) AS inIncident,
  EXISTS (SELECT 1 FROM inspections i WHERE i.user_id = l.user_id AND i.informed_on IS NULL) AS toInform,
  ${isRestricted('l.user_id')} AS isRestricted`;

const standingTables = `leavers l CROSS JOIN users u ON u.id = l.user_id
  LEFT JOIN leaver_holds h ON h.user_id = ${holderOf}
  LEFT JOIN leaver_notices n ON n.user_id = l.user_id`;

const toStanding = <Row extends StandingRow>({
  toldDeletedOn,
  toldOn,
  holder,
  inIncident,
  toInform,
  isRestricted,
  ...row
}: Row) => ({
  ...row,
  told: toldDeletedOn && toldOn ? { deletedOn: toldDeletedOn, on: toldOn } : null,
  isHeld: holder !== null,
  inIncident: inIncident === 1,
  toInform: toInform === 1,
  isRestricted: isRestricted === 1,
});

/** How everybody on the schedule stands, or of some people: children before guardians, by account. */
export const standings = (db: Reader, ids?: readonly number[]): StandingLeaver[] =>
  db
    .all<StandingRow>(
      `SELECT u.id, u.account, u.role, ${standingColumns} FROM ${standingTables}
       WHERE :ids IS NULL OR l.user_id IN (SELECT value FROM json_each(:ids))
       ORDER BY u.role = 'guardian', u.account`,
      { ids: ids ? JSON.stringify(ids) : null },
    )
    .map(toStanding);

type LeaverRow = StandingRow &
  Omit<Leaver, 'hold' | 'deletableFrom' | 'waitsFor'> & {
    holdReason: string | null;
    holdSince: Instant | null;
    caseNumber: string | null;
  };

/**
 * Who is on the schedule, by day of deletion, class and name.
 * @throws Failure `unknown-account`
 */
export function* leavers(db: Reader, filter: Filter, today: Day): Generator<Leaver> {
  const notice = settingValue(db, noticeDays);
  const rows = db.each<LeaverRow>(
    `SELECT u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class, u.email,
       coalesce(l.remark, l.reason) AS reason, h.reason AS holdReason, h.held_at AS holdSince, h.case_number AS caseNumber, ${statusOf} AS status,
       CASE WHEN n.locked_from = l.locked_from AND n.deleted_on = l.deleted_on THEN n.told_at END AS toldAt,
       ${standingColumns}
     FROM ${standingTables}
     WHERE ${filterSql(filter)}
     ORDER BY l.deleted_on, u.role DESC, length(u.class), u.class, u.family_name, u.given_name, u.id`,
    filterParams(db, filter, today),
  );
  for (const row of rows) {
    const { account, role, givenName, familyName, class: group, email, leftOn, lockedFrom, deletedOn, reason } = row;
    const { holdReason, holdSince, caseNumber, reviewOn, toldAt, status } = row;
    const standing = toStanding(row);
    yield {
      account,
      role,
      givenName,
      familyName,
      class: group,
      email,
      leftOn,
      lockedFrom,
      deletedOn,
      reason,
      hold: holdReason && holdSince ? { reason: holdReason, since: holdSince, reviewOn, caseNumber } : null,
      status,
      toldAt,
      deletableFrom: deletableFrom(standing, today, notice),
      waitsFor: obstaclesOf(standing, today, notice),
    };
  }
}

/** When a night announced that it would delete somebody, instead of doing it. */
export const announcedAt = (db: Reader, userId: number): Instant | null =>
  db.get<{ at: Instant }>('SELECT announced_at AS at FROM leaver_announcements WHERE user_id = :userId', { userId })
    ?.at ?? null;

/** Says that a roster has people as present; of interest is it only of who is on the schedule. */
export function markSeen(tx: Tx, people: string): void {
  tx.run(`UPDATE leavers SET seen_at = :now WHERE user_id IN (${people})`, { now: tx.now });
}

/** What of leavers needs somebody, or the nightly run, on a day. */
export interface LeaversDue {
  locks: number;
  deletions: number;
  /** Deletions that a hold stops, of the person or of a child. */
  holds: number;
  notices: number;
}

/** Somebody whose day has come, and who waits nevertheless. */
export interface Waiting {
  account: string;
  since: Day;
  waitsFor: Obstacle[];
  reviewOn: Day | null;
}

/** What the night would do, what waits and for what: of the same facts and by the same rule as the night. */
export function leaversDue(db: Reader, today: Day): { due: LeaversDue; waiting: Waiting[] } {
  const notice = settingValue(db, noticeDays);
  const all = standings(db).map((one) => ({ ...one, waitsFor: obstaclesOf(one, today, notice) }));
  const past = all.filter(({ deletedOn }) => deletedOn <= today);
  const notices = db.get<{ count: number }>(
    `SELECT count(*) FILTER (WHERE n.locked_from IS NOT l.locked_from OR n.deleted_on IS NOT l.deleted_on) AS count
     FROM leavers l LEFT JOIN leaver_notices n ON n.user_id = l.user_id WHERE NOT ${isRestricted('l.user_id')}`,
  );
  return {
    due: {
      locks: all.filter((one) => one.lockedFrom <= today && one.lockedAt === null && !isPresent(one)).length,
      deletions: past.filter(({ waitsFor }) => waitsFor.length === 0).length,
      holds: past.filter(({ isHeld }) => isHeld).length,
      notices: notices?.count ?? 0,
    },
    waiting: past
      .filter(({ waitsFor }) => waitsFor.length > 0)
      .map(({ account, deletedOn, waitsFor, reviewOn }) => ({ account, since: deletedOn, waitsFor, reviewOn })),
  };
}
