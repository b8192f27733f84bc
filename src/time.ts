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
function schoolClock(date: Date): string {
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

/** A day from `2026-03-09`, `09.03.2026`, `9.3.2026` or `20260309`; undefined where there is no such day. */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : german ? german.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? (written as Day) : undefined;
}

/** The day a number of days later (or earlier). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

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
