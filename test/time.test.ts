import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayStart,
  instant,
  nextInYear,
  parseDay,
  schoolDay,
  writtenDay,
  writtenInstant,
} from '../src/time.ts';

describe("the school's day", () => {
  const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

  test('is that of Europe/Berlin at every moment of the century', () => {
    const moments = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2037-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(schoolDay(moment)).toBe(berlin.format(moment));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['2026-03-29T00:59:59Z', '29 Mar 2026, 01:59'],
    ['2026-03-29T01:00:00Z', '29 Mar 2026, 03:00'],
    ['2026-10-25T00:59:59Z', '25 Oct 2026, 02:59'],
    ['2026-10-25T01:00:00Z', '25 Oct 2026, 02:00'],
    ['2026-12-31T23:30:00Z', '1 Jan 2027, 00:30'],
  ])('%s is %s', (moment, written) => {
    expect(writtenInstant('en', instant(new Date(moment)))).toBe(written);
  });
});

test.each([
  ['2026-08-20', '2026-08-20'],
  ['20.08.2026', '2026-08-20'],
  ['1.2.2014', '2014-02-01'],
  ['20140201', '2014-02-01'],
  ['29.02.2024', '2024-02-29'],
  ['29.02.2023', undefined],
  ['31.04.2026', undefined],
  ['2026-8-20', undefined],
  ['0000-00-00', undefined],
  ['20.08.26', undefined],
  ['tomorrow', undefined],
  ['31.12.1899', undefined],
  ['1900-01-01', '1900-01-01'],
  ['2200-12-31', '2200-12-31'],
  ['2201-01-01', undefined],
  ['0026-08-20', undefined],
  ['99991231', undefined],
  ['', undefined],
])('the day %j is %j', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test('days are counted over months, leap years and changes of the clock', () => {
  expect(addDays('2026-08-20', 42)).toBe('2026-10-01');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

describe('counting days and months', () => {
  const dayBetween = (first: number, last: number) =>
    fc
      .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'))
      .filter((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false)
      .map((text) => text as Day);
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toISOString().startsWith(text);
  const typed = dayBetween(1900, 2200);

  test('never fails and always ends at a day, whatever a registry holds', () => {
    const monthAndDay = typed.map((day) => day.slice(5)).filter((day) => day !== '02-29');
    fc.assert(
      fc.property(
        dayBetween(1, 9999),
        fc.integer({ min: -99_999, max: 99_999 }),
        monthAndDay,
        (day, amount, yearly) => {
          const ends = [
            addDays(day, amount),
            addMonths(day, amount),
            addMonths(day, 12 * amount),
            nextInYear(day, yearly),
          ];
          for (const end of ends) {
            expect(end).toSatisfy(isDay);
            expect(end < day).toBe(end !== day && amount < 0 && end !== ends[3]);
            expect(schoolDay(new Date(dayStart(end)))).toBe(end);
            expect(writtenDay('de', end)).toMatch(/^\d\d\.\d\d\.\d{4}$/);
          }
        },
      ),
    );
  });

  test('of what can be typed, days there and back are the same day, and one more is a later one', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: -7305, max: 7305 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(addDays(day, days + 1) > addDays(day, days)).toBe(true);
        expect(Date.parse(addDays(day, days)) - Date.parse(day)).toBe(days * 86_400_000);
      }),
    );
  });

  test('months keep the day, or end with the month', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 240 }), (day, months) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const [laterYear, laterMonth, laterDate] = addMonths(day, months).split('-').map(Number);
        expect(12 * (laterYear ?? 0) + (laterMonth ?? 0)).toBe(12 * year + month + months);
        if (laterDate !== date) {
          expect(laterDate).toBeLessThan(date);
          expect(addDays(addMonths(day, months), 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  test.each<[Day, string, Day]>([
    ['2026-07-31', '07-31', '2026-07-31'],
    ['2026-08-01', '07-31', '2027-07-31'],
    ['2026-01-01', '12-31', '2026-12-31'],
  ])('from %s on, %s is next on %s', (from, monthAndDay, next) => {
    expect(nextInYear(from, monthAndDay)).toBe(next);
  });
});

test('days are written as people write them', () => {
  const day: Day = '2026-03-09';
  expect([writtenDay('en', day), writtenDay('de', day)]).toEqual(['9 Mar 2026', '09.03.2026']);
});
