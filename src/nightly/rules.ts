import type { Due } from '../deletion/rules.ts';
import { deletableFrom, isPresent, needsLooking, type Obstacle, obstaclesOf } from '../leavers/rules.ts';
import type { StandingLeaver } from '../leavers/store.ts';
import { addDays, type Day, type Instant, schoolDay } from '../time.ts';

/** What a person has looked at and found right: that so many are deleted, and that the clock shows this day. */
export interface Approval {
  deletions: number | null;
  clockShows: Day | null;
}

/**
 * What is wrong with the clock: it is earlier than, or has jumped far ahead of, the later of the last night that came to
 * its end and the last entry of the log.
 */
export function clockProblem(
  now: Instant,
  last: { night: Instant | undefined; entry: Instant | undefined },
  maxGapDays: number,
): { last: Instant; how: 'earlier' | 'gap' } | undefined {
  const seen = [last.night, last.entry]
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);
  if (seen === undefined) return undefined;
  if (now < seen) return { last: seen, how: 'earlier' };
  return schoolDay(new Date(now)) > addDays(schoolDay(new Date(seen)), maxGapDays)
    ? { last: seen, how: 'gap' }
    : undefined;
}

/** How many days without a night make the next one announce first whom it would delete. */
const quietDays = 7;

/** Whether nights have failed to come for so long, since the last or since the registry was made, that this one announces first. */
export const announcesFirst = (today: Day, last: Instant): boolean =>
  today > addDays(schoolDay(new Date(last)), quietDays);

/** After how many days without a night somebody should look why. */
const missedAfter = 2;

/** Whether there should have been a night since the last, or since the registry was made. */
export const isNightMissing = (today: Day, last: Instant): boolean =>
  today > addDays(schoolDay(new Date(last)), missedAfter);

/** How often somebody who waits is named again. */
const namedEvery = 7;

/** Somebody whose day has come, and what stands against the deletion. */
export interface Waiting extends Due {
  waitsFor: Obstacle[];
  /** Whether the night names them: when they are new, and every seventh night. */
  isNamed: boolean;
}

/** Somebody who is locked, and what comes of that. */
export interface Locked extends Due {
  /** The first day on which they can really be deleted, if nothing stands against it. */
  deletableFrom: Day;
  waitsFor: Obstacle[];
}

/** Who is locked, deleted, announced or left waiting on a day, of how everybody on the schedule stands. */
export function sortOut(
  leavers: readonly StandingLeaver[],
  today: Day,
  noticeDays: number,
  announced: readonly number[] | null,
): { locked: Locked[]; deleted: Due[]; announced: Due[]; held: Due[]; waiting: Waiting[] } {
  const past = leavers
    .filter(({ deletedOn }) => deletedOn <= today)
    .map((leaver) => ({ leaver, waitsFor: obstaclesOf(leaver, today, noticeDays) }));
  const free = past.filter(({ waitsFor }) => waitsFor.length === 0).map(({ leaver }) => leaver);
  const isFirst = ({ id }: StandingLeaver) => announced !== null && !announced.includes(id);
  const deleted = free.filter((leaver) => !isFirst(leaver));
  return {
    locked: leavers
      .filter((one) => one.lockedFrom <= today && one.lockedAt === null && !isPresent(one) && !deleted.includes(one))
      .map((one) => ({
        ...dueOf(one),
        deletableFrom: deletableFrom(one, today, noticeDays),
        waitsFor: obstaclesOf(one, today, noticeDays),
      })),
    deleted: deleted.map(dueOf),
    announced: free.filter(isFirst).map(dueOf),
    held: past.filter(({ leaver }) => leaver.isHeld).map(({ leaver }) => dueOf(leaver)),
    waiting: past
      .filter(({ waitsFor }) => waitsFor.length > 0)
      .map(({ leaver, waitsFor }) => ({
        ...dueOf(leaver),
        waitsFor,
        isNamed:
          needsLooking({ waitsFor, reviewOn: leaver.reviewOn }, today) &&
          (leaver.namedOn === null || addDays(leaver.namedOn, namedEvery) <= today),
      })),
  };
}

const dueOf = ({ id, account, role, leftOn, deletedOn }: StandingLeaver): Due => ({
  id,
  account,
  role,
  leftOn,
  deletedOn,
});
