import { addDays, type Day, type Instant, schoolDay } from '../time.ts';

/** What a person has looked at and found right: that so many are deleted, and that the clock shows this day. */
export interface Approval {
  deletions: number | null;
  clockShows: Day | null;
}

/** What is wrong with the clock: it went backwards, or jumped far ahead of the last nightly run, if there was one. */
export function clockProblem(
  now: Instant,
  last: { run: Instant | undefined; entry: Instant | undefined },
  maxGapDays: number,
): 'earlier' | 'gap' | undefined {
  const seen = last.run ?? last.entry;
  if (seen !== undefined && now < seen) return 'earlier';
  if (last.run === undefined) return undefined;
  return schoolDay(new Date(now)) > addDays(schoolDay(new Date(last.run)), maxGapDays) ? 'gap' : undefined;
}
