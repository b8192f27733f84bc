import type { Reader, Tx } from '../database/database.ts';
import { schoolYearEnd } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import type { Day, Instant } from '../time.ts';
import type { Role } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import type { Schedule, ScheduleRules } from './rules.ts';
import { deletedAfter, deletedAfterFor, lockedAfter, lockedAfterFor } from './settings.ts';

/** The rules for one role: its own where the school has set them, else those for everybody. */
export function scheduleRules(db: Reader, role: Role): ScheduleRules {
  return {
    lockedAfter: settingValue(db, lockedAfterFor[role]) ?? settingValue(db, lockedAfter),
    deletedAfter: settingValue(db, deletedAfterFor[role]) ?? settingValue(db, deletedAfter),
    schoolYearEnd: settingValue(db, schoolYearEnd),
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
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
     VALUES (:userId, :leftOn, :lockedFrom, :deletedOn, :reason)`,
    { userId, ...schedule },
  );
}

/** Schedules somebody, or moves the dates of a schedule; whoever was locked is usable again until the new day. */
export function putSchedule(tx: Tx, userId: number, schedule: Schedule, remark: string | null): void {
  tx.run(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason, remark)
     VALUES (:userId, :leftOn, :lockedFrom, :deletedOn, :reason, :remark)
     ON CONFLICT (user_id) DO UPDATE SET left_on = excluded.left_on, locked_from = excluded.locked_from,
       deleted_on = excluded.deleted_on, reason = excluded.reason, remark = excluded.remark, before_withdrawal = NULL,
       locked_at = CASE WHEN excluded.locked_from <= :today THEN locked_at END`,
    { userId, ...schedule, remark, today: tx.today },
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

/** Why the deletion of somebody is stopped, and since when. */
export interface Hold {
  reason: string;
  since: Instant;
}

export function holdOf(db: Reader, userId: number): Hold | undefined {
  return db.get('SELECT reason, held_at AS since FROM leaver_holds WHERE user_id = :userId', { userId });
}

export function insertHold(tx: Tx, userId: number, reason: string): void {
  tx.run('INSERT INTO leaver_holds (user_id, reason, held_at, operator) VALUES (:userId, :reason, :now, :operator)', {
    userId,
    reason,
    now: tx.now,
    operator: tx.operator,
  });
}

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
  /** When the dates as they are now were told. */
  toldAt: Instant | null;
}

/**
 * Whose hold stops the deletion of a leaver `l`: their own, or, for guardians, that of a child; NULL where none does.
 * Everything that asks for a hold asks here: lists, `status` and the night.
 */
const holderOf = `coalesce((SELECT user_id FROM leaver_holds WHERE user_id = l.user_id), (
  SELECT min(h.user_id) FROM guardianships s JOIN leaver_holds h ON h.user_id = s.child_id WHERE s.guardian_id = l.user_id))`;

export const isHeld = `(${holderOf} IS NOT NULL)`;

type LeaverRow = Omit<Leaver, 'hold'> & { holdReason: string | null; holdSince: Instant | null };

/**
 * Who is on the schedule, by day of deletion, class and name.
 * @throws Failure `unknown-account`
 */
export function* leavers(db: Reader, filter: Filter, today: Day): Generator<Leaver> {
  const rows = db.each<LeaverRow>(
    `SELECT u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class, u.email,
       l.left_on AS leftOn, l.locked_from AS lockedFrom, l.deleted_on AS deletedOn,
       coalesce(l.remark, l.reason) AS reason,
       h.reason AS holdReason, h.held_at AS holdSince,
       CASE WHEN n.locked_from = l.locked_from AND n.deleted_on = l.deleted_on THEN n.told_at END AS toldAt
     FROM leavers l CROSS JOIN users u ON u.id = l.user_id
     LEFT JOIN leaver_holds h ON h.user_id = ${holderOf}
     LEFT JOIN leaver_notices n ON n.user_id = u.id
     WHERE ${filterSql(filter)}
     ORDER BY l.deleted_on, u.role DESC, length(u.class), u.class, u.family_name, u.given_name, u.id`,
    filterParams(db, filter, today),
  );
  for (const { holdReason, holdSince, ...leaver } of rows) {
    yield { ...leaver, hold: holdReason && holdSince ? { reason: holdReason, since: holdSince } : null };
  }
}

/** When a night announced that it would delete somebody, instead of doing it. */
export const announcedAt = (db: Reader, userId: number): Instant | null =>
  db.get<{ at: Instant }>('SELECT announced_at AS at FROM leaver_announcements WHERE user_id = :userId', { userId })
    ?.at ?? null;

/** Somebody whom the leaving of children may concern, and the schedules of all the children. */
export interface Family {
  id: number;
  account: string;
  role: Role;
  current: Schedule | undefined;
  children: (Schedule | null)[];
}

/** A schedule as JSON; of somebody who leaves anyway, and then withdrew consent, the reason is why they leave. */
const asSchedule = (leaver: string) =>
  `json_object('leftOn', ${leaver}.left_on, 'lockedFrom', ${leaver}.locked_from, 'deletedOn', ${leaver}.deleted_on,
     'reason', coalesce(${leaver}.before_withdrawal ->> 'reason', ${leaver}.reason))`;

/**
 * The guardians of some children; without any named, of all who leave. And whoever was to leave with a child and is no
 * guardian any more.
 */
export function families(db: Reader, childIds?: readonly number[]): Family[] {
  return db
    .all<{ id: number; account: string; role: Role; current: string | null; children: string }>(
      `SELECT g.id, g.account, g.role, CASE WHEN l.user_id IS NOT NULL THEN ${asSchedule('l')} END AS current,
         json_group_array(CASE WHEN c.user_id IS NOT NULL THEN json(${asSchedule('c')}) END)
           FILTER (WHERE s.child_id IS NOT NULL) AS children
       FROM users g LEFT JOIN guardianships s ON s.guardian_id = g.id
       LEFT JOIN leavers l ON l.user_id = g.id
       LEFT JOIN leavers c ON c.user_id = s.child_id
       WHERE (g.role = 'guardian' OR l.reason = 'last-child-left') AND g.id IN (
         SELECT guardian_id FROM guardianships
         WHERE child_id IN (SELECT value FROM json_each(:childIds)) OR (:childIds IS NULL AND child_id IN (SELECT user_id FROM leavers))
         UNION SELECT n.user_id FROM leavers n JOIN users p ON p.id = n.user_id
         WHERE n.reason = 'last-child-left' AND (:childIds IS NULL OR p.role <> 'guardian'))
       GROUP BY g.id ORDER BY g.id`,
      { childIds: childIds ? JSON.stringify(childIds) : null },
    )
    .map(({ current, children, ...guardian }) => ({
      ...guardian,
      current: current === null ? undefined : JSON.parse(current),
      children: JSON.parse(children),
    }));
}

/** What of leavers needs somebody, or the nightly run, on a day; a deletion on hold is counted as a hold. */
export function leaversDue(
  db: Reader,
  today: Day,
): { locks: number; deletions: number; holds: number; notices: number } {
  const due = db.get<ReturnType<typeof leaversDue>>(
    `SELECT count(*) FILTER (WHERE l.locked_from <= :today AND l.locked_at IS NULL) AS locks,
       count(*) FILTER (WHERE l.deleted_on <= :today AND NOT ${isHeld}) AS deletions,
       count(*) FILTER (WHERE l.deleted_on <= :today AND ${isHeld}) AS holds,
       count(*) FILTER (WHERE n.locked_from IS NOT l.locked_from OR n.deleted_on IS NOT l.deleted_on) AS notices
     FROM leavers l LEFT JOIN leaver_notices n ON n.user_id = l.user_id`,
    { today },
  );
  return due ?? { locks: 0, deletions: 0, holds: 0, notices: 0 };
}
