import type { Reader, Scratch } from '../../../database/database.ts';
import { highest, isOfYear, placeOf } from '../../../users/years.ts';
import type { PlanRules } from '../wish.ts';
import { isSeason } from './season.ts';

/** Why the leaving part of a plan waits for somebody to approve it. */
export interface Hold {
  /** How many would leave who are not of the last year, and of how many. */
  leaving: number;
  of: number;
  /** The classes, other than of the last year, that would lose everybody. */
  classes: string[];
}

/** Fewer than this never wait, however small the school. */
const alwaysAllowed = 5;
/** A class or a year of fewer may be emptied. */
const smallest = 3;

/** Whether so many of the others need somebody to approve it: more than five, and more than the share. */
export const isTooMany = (people: number, of: number, holdAbove: number): boolean =>
  people > alwaysAllowed && people > of * holdAbove;

type Class = { class: string | null; people: number; leaving: number };

/**
 * Whether the leaving of a plan must be held, and why. Students of the last year are expected to leave around the end of
 * the school year; of the others only few may, and no class may lose everybody. Those who wait for an answer do not
 * count yet.
 */
export function holdOf(db: Scratch, role: string, source: string, rules: PlanRules): Hold | null {
  const classes = db.all<Class>(
    `SELECT u.class, count(*) AS people, count(p.id) AS leaving
     FROM users u LEFT JOIN temp.roster_plan p ON p.user_id = u.id AND p.held IS NULL AND (p.kind = 'leaving' OR p.reason = 'unlisted')
     WHERE u.role = :role AND u.source = :source AND u.id NOT IN (SELECT user_id FROM leavers)
     GROUP BY u.class ORDER BY length(u.class), u.class`,
    { role, source },
  );
  const last = role === 'student' ? expected(db, classes, rules) : new Set<string>();
  const others = classes.filter((one) => one.class === null || !last.has(one.class));
  const sum = (key: 'people' | 'leaving') => others.reduce((total, one) => total + one[key], 0);
  const emptied = emptiedOf(others);
  const [leaving, of] = [sum('leaving'), sum('people')];
  const isHeld = emptied.length > 0 || isTooMany(leaving, of, rules.holdAbove) || wasHeld(db, role);
  return isHeld ? { leaving, of, classes: emptied } : null;
}

/** The classes that would lose everybody, alone or with all others of their year. */
function emptiedOf(classes: readonly Class[]): string[] {
  const names = classes.flatMap((one) => one.class ?? []);
  const years = new Map<number, { people: number; leaving: number }>();
  const placed = classes.flatMap((one) => {
    const place = one.class === null ? null : placeOf(one.class, names);
    const year = place === null ? undefined : (years.get(place) ?? { people: 0, leaving: 0 });
    if (year && place !== null) {
      years.set(place, { people: year.people + one.people, leaving: year.leaving + one.leaving });
    }
    return one.class === null ? [] : [{ ...one, name: one.class, place }];
  });
  const isEmptied = (of: { people: number; leaving: number } | undefined) =>
    of !== undefined && of.people >= smallest && of.leaving === of.people;
  return placed
    .filter((one) => isEmptied(one) || (one.place !== null && isEmptied(years.get(one.place))))
    .map(({ name }) => name);
}

/**
 * Whether somebody who would leave was held back before. What was applied of that run has changed the numbers (new
 * children in an emptied class), but nobody has approved anything.
 */
const wasHeld = (db: Scratch, role: string): boolean =>
  db.get(
    `SELECT 1 FROM temp.roster_plan WHERE kind = 'leaving' AND role = :role AND held IS NULL
       AND user_id IN (SELECT user_id FROM roster_held WHERE what = 'leaving') LIMIT 1`,
    { role },
  ) !== undefined;

/** The classes of those whom the file has as present. */
export const listedClasses = (db: Reader): string[] =>
  db
    .all<{ class: string }>(
      `SELECT DISTINCT class FROM temp.roster_rows WHERE role = 'student' AND status = 'present' AND class IS NOT NULL`,
    )
    .map((one) => one.class);

/** The classes whose leaving nobody has to approve: those of the last year, in the weeks around its end. */
function expected(db: Reader, known: readonly Class[], { today, yearEnd, lastYear }: PlanRules): Set<string> {
  const names = known.flatMap((one) => one.class ?? []);
  const listed = listedClasses(db);
  if (listed.length === 0 || !isSeason(today, yearEnd)) return new Set();
  if (lastYear !== null) return new Set(names.filter((name) => isOfYear(name, lastYear)));
  return new Set(isGuessSure(names, listed) ? highest(names) : []);
}

/** The highest year is taken for the last one only while the new file has it too, and none above it. */
export function isGuessSure(known: readonly string[], listed: readonly string[]): boolean {
  const all = [...known, ...listed];
  const top = (names: readonly string[]) => Math.max(0, ...names.map((name) => placeOf(name, all) ?? 0));
  return top(known) === top(listed);
}
