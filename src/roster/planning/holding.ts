import type { Scratch } from '../../database/database.ts';
import type { PlanRules, PlanWish } from './wish.ts';

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

/** Whether so many leaving others need somebody to approve them: more than five, and more than the share. */
export const isTooMany = (leaving: number, of: number, holdAbove: number): boolean =>
  leaving > alwaysAllowed && leaving > of * holdAbove;

/** The year that a class is of: the first number in its name, `5a` → 5; null for `Q1` and all that has no year from 2 to 13. */
export function yearOf(className: string): number | null {
  const [number] = /\d+/.exec(className) ?? [];
  const year = Number(number);
  return year >= 2 && year <= 13 ? year : null;
}

/**
 * Whether the leaving of a plan must be held, and why. Students of the last year are expected to leave; of the
 * others only few may, and no class may lose everybody. Those who wait for a question's answer do not count yet.
 */
export function holdOf(db: Scratch, { role, source }: PlanWish, { lastYear, holdAbove }: PlanRules): Hold | null {
  const classes = db.all<{ class: string | null; people: number; leaving: number }>(
    `SELECT u.class, count(*) AS people, count(p.id) AS leaving
     FROM users u LEFT JOIN temp.roster_plan p ON p.user_id = u.id AND p.kind = 'leaving' AND p.held IS NULL
     WHERE u.role = :role AND u.source = :source AND u.id NOT IN (SELECT user_id FROM leavers)
     GROUP BY u.class ORDER BY length(u.class), u.class`,
    { role, source },
  );
  const isLast = lastYearOf(
    classes.map((one) => one.class),
    lastYear,
  );
  const others = classes.filter((one) => !isLast(one.class));
  const sum = (key: 'people' | 'leaving') => others.reduce((total, one) => total + one[key], 0);
  const emptied = others.flatMap((one) => (one.class !== null && one.leaving === one.people ? [one.class] : []));
  const [leaving, of] = [sum('leaving'), sum('people')];
  const isHeld = emptied.length > 0 || isTooMany(leaving, of, holdAbove) || wasHeld(db);
  return isHeld ? { leaving, of, classes: emptied } : null;
}

/**
 * Whether somebody who would leave was held back before. What was applied of that run has changed the numbers (new
 * children in an emptied class), but nobody has approved anything.
 */
const wasHeld = (db: Scratch): boolean =>
  db.get(
    `SELECT 1 FROM temp.roster_plan WHERE kind = 'leaving' AND held IS NULL AND user_id IN (SELECT user_id FROM roster_holds) LIMIT 1`,
  ) !== undefined;

/** Tells the classes of the last year: by the setting (a year, or how their names begin), else the highest year there is. */
function lastYearOf(classes: readonly (string | null)[], setting: string | null): (name: string | null) => boolean {
  const isNumber = setting !== null && /^\d+$/.test(setting);
  if (setting !== null && !isNumber) {
    return (name) => name?.toLowerCase().startsWith(setting.toLowerCase()) ?? false;
  }
  const years = classes.map((name) => (name === null ? null : yearOf(name))).filter((year) => year !== null);
  const last = isNumber ? Number(setting) : Math.max(...years);
  return (name) => name !== null && yearOf(name) === last;
}
