import { addDays, type Day, nextInYear } from '../../../time.ts';

/** Leaving in the last year is expected from six weeks before the end of the school year until twelve weeks after it. */
export function isSeason(today: Day, yearEnd: string): boolean {
  const next = nextInYear(today, yearEnd);
  const last = nextInYear(addDays(today, -12 * 7), yearEnd);
  return today >= addDays(next, -6 * 7) || last <= today;
}
