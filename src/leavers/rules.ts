import type { Delay } from '../settings/kinds.ts';
import { addDays, addMonths, type Day, type Instant, nextInYear, schoolDay } from '../time.ts';
import { deletedBeforeLeft } from './failures.ts';

/** Why somebody leaves: absent from a complete roster, marked as left in it, as the guardian of leavers, or else. */
export type LeavingReason = 'missing' | 'marked-left' | 'last-child-left' | 'withdrawal' | 'by-hand';

/** A leaver's three dates: usable until the day before `lockedFrom`, and gone on `deletedOn`. */
export interface Schedule {
  leftOn: Day;
  lockedFrom: Day;
  deletedOn: Day;
  reason: LeavingReason;
}

/** The settings that a schedule follows from. */
export interface ScheduleRules {
  lockedAfter: Delay;
  deletedAfter: Delay;
  /** Month and day, `07-31`. */
  schoolYearEnd: string;
  /** How many days somebody has at least between being put on the schedule and being locked. */
  noticeDays: number;
}

/**
 * The schedule of somebody who leaves on a day, deleted by the rule or on a day of choice; nobody is locked after that,
 * and nobody, however long ago they left, is locked or deleted before they had time to save their files.
 * @throws Failure `deleted-before-left`
 */
export function schedule(
  leftOn: Day,
  reason: LeavingReason,
  rules: ScheduleRules,
  today: Day,
  deleteOn?: Day,
): Schedule {
  const wanted = deleteOn ?? dayAfter(leftOn, rules.deletedAfter, rules.schoolYearEnd);
  if (wanted < leftOn) throw deletedBeforeLeft({ leftOn, deleteOn: wanted });
  const earliest = addDays(today, rules.noticeDays);
  const lockedFrom = dayAfter(leftOn, rules.lockedAfter, rules.schoolYearEnd);
  return {
    leftOn,
    lockedFrom: later(lockedFrom < wanted ? lockedFrom : wanted, earliest),
    deletedOn: later(wanted, earliest),
    reason,
  };
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** A child's schedule; a withdrawal of consent may have taken the place of one by which the child leaves anyway. */
type ChildSchedule = Schedule & { beforeWithdrawal?: unknown };

/** Whether a child leaves the school: a withdrawn consent alone takes the account, not the child. */
const leavesSchool = (child: ChildSchedule | null): child is ChildSchedule =>
  child !== null && (child.reason !== 'withdrawal' || Boolean(child.beforeWithdrawal));

/**
 * The schedule of a guardian, from those of all the children: undefined where nothing brings the guardian to leave.
 * A guardian stays with the last child, and goes with it: never locked or deleted before it. Whoever is scheduled late
 * still gets the whole time to save files. A schedule that has nothing to do with the children stays as it is.
 */
export function guardianSchedule(
  current: Schedule | undefined,
  children: readonly (ChildSchedule | null)[],
  rules: ScheduleRules,
  today: Day,
): Schedule | undefined {
  if (children.length === 0 || (current && current.reason !== 'last-child-left')) return current;
  const leaving = children.filter(leavesSchool);
  if (leaving.length < children.length) return undefined;
  const withLastChild = (leftOn: Day): Schedule => {
    const own = schedule(leftOn, 'last-child-left', { ...rules, noticeDays: 0 }, leftOn);
    return {
      ...own,
      lockedFrom: later(latest(leaving, 'lockedFrom'), own.lockedFrom),
      deletedOn: later(latest(leaving, 'deletedOn'), own.deletedOn),
    };
  };
  const wanted = withLastChild(latest(leaving, 'leftOn'));
  const earliest = addDays(today, Math.max(rules.noticeDays, 1));
  const isLate = wanted.lockedFrom < earliest;
  if (current && (isLate ? current.deletedOn >= wanted.deletedOn : sameDates(current, wanted))) return current;
  if (!isLate) return wanted;
  const late = withLastChild(today);
  return { ...late, lockedFrom: later(late.lockedFrom, earliest), deletedOn: later(late.deletedOn, earliest) };
}

const latest = (schedules: readonly Schedule[], date: 'leftOn' | 'lockedFrom' | 'deletedOn'): Day =>
  schedules.map((one) => one[date]).reduce(later);

export const sameDates = (one: Schedule, other: Schedule): boolean =>
  one.leftOn === other.leftOn && one.lockedFrom === other.lockedFrom && one.deletedOn === other.deletedOn;

/** What stands against deleting somebody although the day has come, or will. */
const obstacles = ['on-hold', 'open-incident', 'to-inform', 'restricted', 'not-told', 'present'] as const;
export type Obstacle = (typeof obstacles)[number];

/** What is known of somebody on the schedule, as far as it decides whether they may be deleted. */
export interface Standing {
  leftOn: Day;
  lockedFrom: Day;
  deletedOn: Day;
  kind: LeavingReason;
  /** When they were put on the schedule; null by the first version. */
  scheduledAt: Instant | null;
  /** The day on which they asked for it themselves. */
  requestedOn: Day | null;
  /** The last import since that had them as present. */
  seenAt: Instant | null;
  /** What they were told, and on which day. */
  told: { deletedOn: Day; on: Day } | null;
  isHeld: boolean;
  inIncident: boolean;
  toInform: boolean;
  /** Whether the data may only be kept, and not even deleted (Art. 18, 21 GDPR). */
  isRestricted: boolean;
}

/**
 * What stands against a deletion on a day, besides its date: a hold of the person or of a child; an open incident; an
 * inspection of which they must still hear; that their data may only be kept; that they were not told in time (a withdrawal and a request are words of
 * their own); and that a roster has them as present after the day on which, by hand, they were to have left.
 */
export function obstaclesOf(leaver: Standing, today: Day, noticeDays: number): Obstacle[] {
  const { isHeld, inIncident, toInform, isRestricted } = leaver;
  const stands: Record<Obstacle, boolean> = {
    'on-hold': isHeld,
    'open-incident': inIncident,
    'to-inform': toInform,
    restricted: isRestricted,
    'not-told': toldFrom(leaver, today, noticeDays) > today,
    present: isPresent(leaver),
  };
  return obstacles.filter((one) => stands[one]);
}

/** The day from which somebody counts as told in time; if they have not been, as if they were told today. */
function toldFrom({ kind, requestedOn, told, deletedOn }: Standing, today: Day, noticeDays: number): Day {
  if (noticeDays === 0 || kind === 'withdrawal' || requestedOn !== null) return '0000-01-01';
  return addDays(told && told.deletedOn <= deletedOn ? told.on : today, noticeDays);
}

/** Whether somebody needs to look at who waits: a hold alone is quiet until its review day. */
export const needsLooking = (
  { waitsFor, reviewOn }: { waitsFor: readonly Obstacle[]; reviewOn: Day | null },
  today: Day,
): boolean => waitsFor.some((one) => one !== 'on-hold') || (reviewOn !== null && reviewOn <= today);

/** Whether a roster has somebody who, by hand, was to have left by then: the night waits, and somebody is asked. */
export const isPresent = ({ kind, requestedOn, seenAt, scheduledAt, leftOn }: Standing): boolean =>
  kind === 'by-hand' &&
  requestedOn === null &&
  seenAt !== null &&
  schoolDay(new Date(seenAt)) > leftOn &&
  (scheduledAt === null || seenAt > scheduledAt);

/** The first day on which somebody can really be deleted, if nothing else than telling stands against it. */
export const deletableFrom = (leaver: Standing, today: Day, noticeDays: number): Day =>
  later(leaver.deletedOn, later(toldFrom(leaver, today, noticeDays), today));

/** The day that a delay names, counted from a day: so many days later, or from the next end of the year on. */
export function dayAfter(from: Day, { anchor, amount, unit }: Delay, schoolYearEnd: string): Day {
  const start = anchor === null ? from : nextInYear(from, anchor === 'school-year-end' ? schoolYearEnd : '12-31');
  return unit === 'd' ? addDays(start, amount) : addMonths(start, unit === 'y' ? 12 * amount : amount);
}
