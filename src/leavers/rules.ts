import type { Delay } from '../settings/kinds.ts';
import { addDays, addMonths, type Day, nextInYear } from '../time.ts';
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
}

/**
 * The schedule of somebody who leaves on a day, deleted by the rule or on a day of choice; nobody is locked after that.
 * @throws Failure `deleted-before-left`
 */
export function schedule(leftOn: Day, reason: LeavingReason, rules: ScheduleRules, deleteOn?: Day): Schedule {
  const deletedOn = deleteOn ?? dayAfter(leftOn, rules.deletedAfter, rules.schoolYearEnd);
  if (deletedOn < leftOn) throw deletedBeforeLeft({ leftOn, deleteOn: deletedOn });
  const lockedFrom = dayAfter(leftOn, rules.lockedAfter, rules.schoolYearEnd);
  return { leftOn, lockedFrom: lockedFrom < deletedOn ? lockedFrom : deletedOn, deletedOn, reason };
}

/**
 * The schedule of a guardian, from those of all the children: undefined where nothing brings the guardian to leave.
 * A guardian stays with the last child, and goes with it: never locked or deleted before it. Whoever is scheduled late
 * still gets the whole time to save files. A child whose consent was withdrawn has not left the school. A schedule that
 * has nothing to do with the children stays as it is.
 */
export function guardianSchedule(
  current: Schedule | undefined,
  children: readonly (Schedule | null)[],
  rules: ScheduleRules,
  today: Day,
): Schedule | undefined {
  if (children.length === 0 || (current && current.reason !== 'last-child-left')) return current;
  const leaving = children.filter((child): child is Schedule => child !== null && child.reason !== 'withdrawal');
  if (leaving.length < children.length) return undefined;
  const withLastChild = (leftOn: Day): Schedule => {
    const own = schedule(leftOn, 'last-child-left', rules);
    const [lockedFrom, deletedOn] = [latest(leaving, 'lockedFrom'), latest(leaving, 'deletedOn')];
    return {
      ...own,
      lockedFrom: lockedFrom > own.lockedFrom ? lockedFrom : own.lockedFrom,
      deletedOn: deletedOn > own.deletedOn ? deletedOn : own.deletedOn,
    };
  };
  const wanted = withLastChild(latest(leaving, 'leftOn'));
  if (current && (wanted.lockedFrom <= today ? current.deletedOn >= wanted.deletedOn : sameDates(current, wanted))) {
    return current;
  }
  return wanted.lockedFrom > today ? wanted : withLastChild(today);
}

const latest = (schedules: readonly Schedule[], date: 'leftOn' | 'lockedFrom' | 'deletedOn'): Day =>
  schedules.map((one) => one[date]).reduce((last, day) => (day > last ? day : last));

export const sameDates = (one: Schedule, other: Schedule): boolean =>
  one.leftOn === other.leftOn && one.lockedFrom === other.lockedFrom && one.deletedOn === other.deletedOn;

/** The day that a delay names, counted from a day: so many days later, or from the next end of the year on. */
export function dayAfter(from: Day, { anchor, amount, unit }: Delay, schoolYearEnd: string): Day {
  const start = anchor === null ? from : nextInYear(from, anchor === 'school-year-end' ? schoolYearEnd : '12-31');
  return unit === 'd' ? addDays(start, amount) : addMonths(start, unit === 'y' ? 12 * amount : amount);
}
