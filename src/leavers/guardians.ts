import { record } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import { type Family, families } from './families.ts';
import * as log from './log.ts';
import { guardianSchedule, type Schedule } from './rules.ts';
import { deleteSchedule, putSchedule, scheduleRules } from './store.ts';

/** What becomes of a guardian because of the children: put on the schedule, moved on it, or taken off it (`to` null). */
export interface Follow {
  id: number;
  account: string;
  from: Schedule | null;
  to: Schedule | null;
}

/**
 * The guardians who don't stand as their children do; of some children, or of all. Whoever is no guardian any more goes
 * with no child. Followed and asked again: nobody.
 */
export function planFollows(db: Reader, today: Day, childIds?: readonly number[]): Follow[] {
  const rules = scheduleRules(db, 'guardian');
  return families(db, childIds).flatMap((family) => {
    const { role, current, children } = family;
    const to = role === 'guardian' ? guardianSchedule(current, children, rules, today) : undefined;
    return to === family.current ? [] : [follow(family, to)];
  });
}

const follow = ({ id, account, current }: Family, to: Schedule | undefined): Follow => ({
  id,
  account,
  from: current ?? null,
  to: to ?? null,
});

/** Brings guardians in line with their children. One entry in the log for each. */
export function followChildren(tx: Tx, follows: readonly Follow[]): void {
  for (const { id, from, to } of follows) {
    if (to) putSchedule(tx, id, to, null);
    else deleteSchedule(tx, id);
    record(tx, to ? log.leaverScheduled : log.leaverCancelled, { id }, { from, to });
  }
}
