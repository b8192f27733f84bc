import type { Reader } from '../../../database/database.ts';
import { highest, isOfYear, placeOf, yearName } from '../../../users/years.ts';
import type { PlanRules } from '../wish.ts';
import { isGuessSure, listedClasses } from './holding.ts';
import { isSeason } from './season.ts';

/** What is known of the last year of the school. */
export interface LastYear {
  /** The years to choose from, the highest first, where nobody has said yet; else none. */
  choices: string[];
  /** What is taken for it, where leaving in that year is expected without having been said. */
  guess: string | null;
  /** The setting that no class fits. */
  unknown: string | null;
}

/** Looks at the classes of the file and the registry: which years there are, and whether the setting fits one of them. */
export function lastYearOf(db: Reader, { lastYear, today, yearEnd }: PlanRules): LastYear {
  const classes = db
    .all<{ class: string }>(
      `SELECT class FROM temp.roster_rows WHERE role = 'student' AND class IS NOT NULL
       UNION SELECT class FROM users WHERE role = 'student' AND class IS NOT NULL`,
    )
    .map((one) => one.class);
  const nothing = { choices: [], guess: null, unknown: null };
  if (classes.length === 0) return nothing;
  if (lastYear !== null) {
    const fits = lastYear === 'none' || classes.some((name) => isOfYear(name, lastYear));
    return { ...nothing, unknown: fits ? null : lastYear };
  }
  const places = new Map<string, number>();
  for (const name of classes) {
    const [year, place] = [yearName(name), placeOf(name, classes)];
    if (year !== null && place !== null) places.set(year, place);
  }
  const choices = [...places].sort(([, a], [, b]) => b - a).map(([year]) => year);
  const known = db
    .all<{ class: string }>(`SELECT DISTINCT class FROM users WHERE role = 'student' AND class IS NOT NULL`)
    .map((one) => one.class);
  const [top] = highest(known);
  const isTaken = top !== undefined && isSeason(today, yearEnd) && isGuessSure(known, listedClasses(db));
  return { choices, guess: isTaken ? yearName(top) : null, unknown: null };
}
