import { addDays, calendarDay, type Day, schoolDay } from '../time.ts';

/** Why a cell names no day: there is none, it can be two, the column was too narrow to show it, or it is day 0. */
export type NoDay = 'no-such-day' | 'ambiguous-day' | 'column-too-narrow' | 'day-zero';

const monthNames: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'jan', 'january'],
  ['februar', 'feber', 'feb', 'february'],
  ['märz', 'maerz', 'mär', 'mrz', 'mar', 'march'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt', 'october', 'oct'],
  ['november', 'nov'],
  ['dezember', 'dez', 'december', 'dec'],
];
const monthOf = (name: string) => monthNames.findIndex((names) => names.includes(name.toLowerCase())) + 1;

const weekday = /^(?:mo|di|mi|do|fr|sa|so|tue|wed|thu|fri|sat|sun|mon)[a-zäöü]*[.,]*\s+/i;
const clock = /[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|uhr)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The one day that a cell means, as programs, spreadsheets and people write it: with a time behind it, with a time
 * zone, the month in words or the year in two digits, or as the count of days of a spreadsheet. `today` tells the
 * century of a short year: none lies in the future. `is1904`: the spreadsheet counts from 1904, as old Macs did.
 */
export function dayIn(cell: string, today: Day, is1904 = false): Day | NoDay {
  if (/^#{2,}$/.test(cell)) return 'column-too-narrow';
  const text = cell.replace(weekday, '').trim();
  const time = clock.exec(text);
  const date = (time ? text.slice(0, time.index) : text).replace(/\s+/g, ' ').trim();
  if (/^(?:0{1,5}|0?0[.\-/]0?0[.\-/](?:0000|1900|00)|0000[.\-/]?00[.\-/]?00|0?0[.\-/]0?1[.\-/]1900)$/.test(date))
    return 'day-zero';
  if (/^\d{5}(?:[.,]\d+)?$/.test(date)) return addDays(is1904 ? '1904-01-01' : '1899-12-30', Number.parseInt(date, 10));
  const day = written(date, today);
  if (!day) return 'no-such-day';
  if (!isDay(day) || !time?.[4]) return day;
  const moment = new Date(`${day}T${time[1]?.padStart(2, '0')}:${time[2]}:${time[3] ?? '00'}${time[4].toUpperCase()}`);
  return Number.isNaN(moment.getTime()) ? 'no-such-day' : schoolDay(moment);
}

/** Whether a day was found. */
export const isDay = (found: Day | NoDay): found is Day => /^\d/.test(found);

function written(date: string, today: Day): Day | NoDay | undefined {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  if (iso) return dated(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})(?:\. ?| ?- ?)(\d{1,2})(?:\. ?| ?- ?)(\d{4}|\d{2})$/.exec(date);
  if (german) return dated(yearOf(german[3], today), german[2], german[1]);
  const named =
    /^(\d{1,2})[. -]{1,2}([a-zä]+)[. -]{1,2}(\d{4}|\d{2})$/i.exec(date) ??
    /^(?<month>[a-zä]+)[. ]{1,2}(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(date);
  if (named) {
    const [word, day] = named.groups?.month ? [named[1], named[2]] : [named[2], named[1]];
    return dated(yearOf(named[3], today), String(monthOf(word ?? '')), day);
  }
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date);
  if (!slashed) return undefined;
  const ways = [dated(slashed[3], slashed[2], slashed[1]), dated(slashed[3], slashed[1], slashed[2])];
  const days = new Set(ways.filter((day) => day !== undefined));
  return days.size > 1 ? 'ambiguous-day' : [...days][0];
}

const dated = (year = '', month = '', day = ''): Day | undefined =>
  calendarDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** The year of two digits that does not lie in the future. */
function yearOf(digits: string | undefined, today: Day): string | undefined {
  if (digits?.length !== 2) return digits;
  const century =
    Number(digits) <= Number(today.slice(2, 4)) ? today.slice(0, 2) : String(Number(today.slice(0, 2)) - 1);
  return `${century}${digits}`;
}
