import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, instant, parseDay, schoolDay, writtenDay, writtenInstant } from '../src/time.ts';

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

test('days are written as people write them', () => {
  const day: Day = '2026-03-09';
  expect([writtenDay('en', day), writtenDay('de', day)]).toEqual(['9 Mar 2026', '09.03.2026']);
});
