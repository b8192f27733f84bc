import type { Day } from '../../../time.ts';
import { yearOf } from '../../../users/years.ts';

/** Whether one birth date could be the other, corrected: one of day, month and year differs, or day and month are exchanged. */
export function isAmended(one: Day, other: Day): boolean {
  const [a, b] = [one.split('-'), other.split('-')];
  const differing = a.filter((part, index) => part !== b[index]).length;
  return differing === 1 || (differing === 2 && a[0] === b[0] && a[1] === b[2] && a[2] === b[1]);
}

/** Whether somebody can have come from one class to another within a year, or some lines lie about it; unknown classes can. */
export function classFits(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true;
  const [a, b] = [yearOf(one), yearOf(other)];
  return a === null || b === null || Math.abs(a - b) <= 1;
}
