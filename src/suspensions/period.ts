import { bilingual } from '../language.ts';
import { addDays, type Day, writtenDay } from '../time.ts';

/** In force from a day until a day, both included, or until further notice. */
export interface Period {
  from: Day;
  until: Day | null;
}

/** A period in words: "from 1 Mar 2026 until 9 Mar 2026". */
export const periodText = bilingual({
  en: ({ from, until }: Period) =>
    `from ${writtenDay('en', from)} until ${until ? writtenDay('en', until) : 'further notice'}`,
  de: ({ from, until }) => `ab ${writtenDay('de', from)} bis ${until ? writtenDay('de', until) : 'auf Weiteres'}`,
});

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);

/** How a suspension stands on a day. */
export type State = 'in-force' | 'to-come' | 'ended' | 'lifted';

export function stateOf({ from, until }: Period, isLifted: boolean, today: Day): State {
  if (isLifted) return 'lifted';
  if (until !== null && until < today) return 'ended';
  return from <= today ? 'in-force' : 'to-come';
}

/**
 * The day on which a suspension must be looked at again, some days after it began or after the last look; null where it
 * ends before. One with an end that is far away is looked at as one without.
 */
export function reviewDue({ from, until }: Period, reviewedOn: Day | null, days: number): Day | null {
  const due = addDays(reviewedOn !== null && reviewedOn > from ? reviewedOn : from, days);
  return until !== null && until <= due ? null : due;
}
