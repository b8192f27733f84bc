import type { Delay } from '../settings.ts';
import { addDays, type Day } from '../time.ts';

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

/** The schedule of somebody who leaves on a day; nobody is locked after they were deleted. */
export function schedule(leftOn: Day, reason: LeavingReason, rules: ScheduleRules): Schedule {
  const deletedOn = dayAfter(leftOn, rules.deletedAfter, rules.schoolYearEnd);
  const lockedFrom = dayAfter(leftOn, rules.lockedAfter, rules.schoolYearEnd);
  return { leftOn, lockedFrom: lockedFrom < deletedOn ? lockedFrom : deletedOn, deletedOn, reason };
}

/** The day that a delay names, counted from a day: so many days later, or from the next end of the year on. */
export function dayAfter(from: Day, { anchor, amount, unit }: Delay, schoolYearEnd: string): Day {
  const start = anchor === null ? from : yearEnd(from, anchor === 'school-year-end' ? schoolYearEnd : '12-31');
  if (unit === 'd') return addDays(start, amount);
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const months = (year + (unit === 'y' ? amount : 0)) * 12 + (month - 1) + (unit === 'm' ? amount : 0);
  const lastDay = new Date(Date.UTC(0, (months % 12) + 1, 0)).getUTCDate();
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as Day;
  return addDays(first, Math.min(day, lastDay) - 1);
}

/** The first end of a year on or after a day. */
function yearEnd(from: Day, monthAndDay: string): Day {
  const year = Number(from.slice(0, 4));
  const end = `${year}-${monthAndDay}` as Day;
  return end >= from ? end : (`${year + 1}-${monthAndDay}` as Day);
}
