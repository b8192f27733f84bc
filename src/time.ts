import type { Language } from './language.ts';

/** A calendar day at the school, `2026-08-20`. */
export type Day = `${number}-${number}-${number}`;

/** A moment in UTC, `2026-08-20T05:30:00.000Z`. */
export type Instant = `${Day}T${string}Z`;

export const instant = (date: Date): Instant => date.toISOString() as Instant;

/**
 * The school's clock (Europe/Berlin) at a moment, as `2026-08-20T07:30:00.000`.
 * Summer time by Directive 2000/84/EC: from the last Sunday of March to that of October, 01:00 UTC each. Written
 * out because the time zones of `Intl` take 25 ms to load; a test compares the two over the years.
 */
export function schoolClock(date: Date): string {
  const year = date.getUTCFullYear();
  const summer = date.getTime() >= lastSunday(year, 2) && date.getTime() < lastSunday(year, 9);
  return new Date(date.getTime() + (summer ? 2 : 1) * 3_600_000).toISOString().slice(0, -1);
}

/** The day at the school at a moment, not UTC's. */
export const schoolDay = (date: Date): Day => schoolClock(date).slice(0, 10) as Day;

/** The moment at which a day begins at the school. */
export function dayStart(day: Day): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const inSummer = new Date(midnight - 2 * 3_600_000);
  return instant(schoolDay(inSummer) === day ? inSummer : new Date(midnight - 3_600_000));
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

/** What a school can be about: a day outside of this was mistyped. */
const [firstYear, lastYear] = [1900, 2200];

/** A day from `2026-03-09`, `09.03.2026`, `9.3.2026` or `20260309`, from 1900 to 2200; else undefined. */
export function parseDay(text: string): Day | undefined {
  const day = calendarDay(text);
  return day && Number(day.slice(0, 4)) >= firstYear && Number(day.slice(0, 4)) <= lastYear ? day : undefined;
}

/** The same of whatever year: for files, whose faults have words of their own. Undefined where there is no such day. */
export function calendarDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : german ? german.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? (written as Day) : undefined;
}

/** As far as a day can be written with four digits of a year: what is counted beyond ends there. */
const [firstDay, lastDay] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T00:00:00Z')];

const dayOf = (time: number): Day =>
  new Date(Math.min(Math.max(time, firstDay), lastDay)).toISOString().slice(0, 10) as Day;

/** The day a number of days later (or earlier). */
export const addDays = (day: Day, days: number): Day => dayOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);

/** The day a number of months later: the same of its month, or the last where the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month + months, 0);
  return dayOf(last.getTime() + Math.min(date - last.getUTCDate(), 0) * 86_400_000);
}

/** The first day on or after a day that is this one of its year, `07-31`. */
export function nextInYear(from: Day, monthAndDay: string): Day {
  const day = `${from.slice(0, 4)}-${monthAndDay}` as Day;
  return day >= from ? day : addMonths(day, 12);
}

/** How many days lie between two days. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A day as people write it: 9 Mar 2026 or 09.03.2026. */
export function writtenDay(language: Language, day: Day): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  if (language === 'de') return `${date}.${month}.${year}`;
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${Number(date)} ${names[Number(month) - 1]} ${year}`;
}

/** A moment as people write it, on the school's clock: 9 Mar 2026, 07:30. */
export function writtenInstant(language: Language, moment: Instant): string {
  const clock = schoolClock(new Date(moment));
  return `${writtenDay(language, clock.slice(0, 10) as Day)}, ${clock.slice(11, 16)}`;
}
