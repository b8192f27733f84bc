import type { Day } from '../../time.ts';
import type { By } from './who.ts';

/** What was said of somebody's custody of a child: that they have it from a day on, or have it no more. */
export interface Custody {
  /** Rises in the order in which it was written down. */
  id: number;
  by: By;
  has: boolean;
  since: Day;
}

/**
 * Whether a guardian has custody on a day: yes, unless it was said otherwise. What began last holds; of what began on one
 * day, what was written down last.
 */
export function hasCustody(said: readonly Custody[], by: By, day: Day): boolean {
  const begun = said.filter((one) => one.by === by && one.since <= day);
  const last = begun.reduce<Custody | undefined>(
    (found, one) => (found && isEarlier(one, found) ? found : one),
    undefined,
  );
  return last?.has ?? true;
}

const isEarlier = (one: Custody, other: Custody): boolean =>
  one.since < other.since || (one.since === other.since && one.id < other.id);
