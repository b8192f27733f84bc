import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, guardianSchedule, type Schedule, schedule } from '../../src/leavers/rules.ts';
import { clockProblem } from '../../src/nightly/rules.ts';
import type { Delay } from '../../src/settings/kinds.ts';
import { addDays, type Day, type Instant } from '../../src/time.ts';

const days = (amount: number): Delay => ({ anchor: null, amount, unit: 'd' });
const rules = { lockedAfter: days(28), deletedAfter: days(42), schoolYearEnd: '07-31', noticeDays: 0 };
const start: Day = '2026-01-01';

test.each<[Day, Delay, Day]>([
  ['2026-07-31', days(42), '2026-09-11'],
  ['2026-07-31', days(0), '2026-07-31'],
  ['2026-07-31', { anchor: 'school-year-end', amount: 0, unit: 'd' }, '2026-07-31'],
  ['2026-08-01', { anchor: 'school-year-end', amount: 0, unit: 'd' }, '2027-07-31'],
  ['2026-08-01', { anchor: 'school-year-end', amount: 1, unit: 'y' }, '2028-07-31'],
  ['2026-08-01', { anchor: 'calendar-year-end', amount: 0, unit: 'd' }, '2026-12-31'],
  ['2026-08-01', { anchor: 'calendar-year-end', amount: 2, unit: 'm' }, '2027-02-28'],
  ['2027-08-01', { anchor: 'calendar-year-end', amount: 2, unit: 'm' }, '2028-02-29'],
  ['2026-08-01', { anchor: 'school-year-end', amount: 18, unit: 'm' }, '2029-01-31'],
  ['2026-08-01', { anchor: 'school-year-end', amount: 19, unit: 'm' }, '2029-02-28'],
  ['2026-08-01', { anchor: 'school-year-end', amount: 5, unit: 'm' }, '2027-12-31'],
])('from %s by %o → %s', (from, delay, day) => {
  expect(dayAfter(from, delay, '07-31')).toBe(day);
});

test('nobody is locked after the deletion, or deleted before leaving', () => {
  expect(schedule('2026-07-31', 'by-hand', rules, start, '2026-08-03')).toMatchObject({ lockedFrom: '2026-08-03' });
  expect(() => schedule('2026-07-31', 'by-hand', rules, start, '2026-07-30')).toThrow('deleted-before-left');
});

test.each<[leftOn: Day, deleteOn: Day | undefined, lockedFrom: Day, deletedOn: Day]>([
  ['2026-08-20', undefined, '2026-09-17', '2026-10-01'],
  ['2026-07-31', undefined, '2026-09-03', '2026-09-11'],
  ['2025-07-31', undefined, '2026-09-03', '2026-09-03'],
  ['2026-08-20', '2026-08-20', '2026-09-03', '2026-09-03'],
  ['2026-08-20', '2026-09-10', '2026-09-10', '2026-09-10'],
])(
  'who left on %s (deleted on %s) and is scheduled on 20 August has two weeks at least: %s, %s',
  (leftOn, deleteOn, lockedFrom, deletedOn) => {
    const made = schedule(leftOn, 'by-hand', { ...rules, noticeDays: 14 }, '2026-08-20', deleteOn);
    expect(made).toMatchObject({ leftOn, lockedFrom, deletedOn });
  },
);

describe('a guardian', () => {
  const today: Day = '2026-08-01';
  const leaving = (leftOn: Day) => schedule(leftOn, 'missing', rules, start);
  const follow = (current: Schedule | undefined, ...children: (Schedule | null)[]) =>
    guardianSchedule(current, children, rules, today);

  test('stays with one child, and goes with the last', () => {
    expect(follow(undefined, leaving('2026-07-31'), null)).toBeUndefined();
    expect(follow(undefined, leaving('2026-07-20'), leaving('2026-07-31'))).toEqual({
      ...leaving('2026-07-31'),
      reason: 'last-child-left',
    });
  });

  test('comes off the schedule when a child comes, unless somebody put them there', () => {
    const current = schedule('2026-07-31', 'last-child-left', rules, start);
    expect(follow(current, leaving('2026-07-31'), null)).toBeUndefined();
    expect(follow({ ...current, reason: 'by-hand' }, null)).toMatchObject({ reason: 'by-hand' });
    expect(follow(current)).toBe(current);
  });

  test('is not locked on the very day on which they are put on the schedule', () => {
    const lockedToday = leaving('2026-07-04');
    expect(lockedToday.lockedFrom).toBe(today);
    expect(follow(undefined, lockedToday)).toMatchObject({ leftOn: today, lockedFrom: '2026-08-29' });
    expect(follow(undefined, leaving('2026-07-05'))).toMatchObject({ leftOn: '2026-07-05', lockedFrom: '2026-08-02' });
  });

  test('stays for a child whose consent was withdrawn: that child has not left the school', () => {
    const withdrawn: Schedule = { ...leaving('2026-07-31'), reason: 'withdrawal' };
    expect(follow(undefined, withdrawn)).toBeUndefined();
    expect(follow(undefined, withdrawn, leaving('2026-07-31'))).toBeUndefined();
    expect(follow({ ...leaving('2026-07-31'), reason: 'last-child-left' }, withdrawn)).toBeUndefined();
    const anyway = { ...withdrawn, beforeWithdrawal: leaving('2026-07-31') };
    expect(follow(undefined, anyway)).toMatchObject({ reason: 'last-child-left' });
  });

  test('who is scheduled late still has the whole time', () => {
    expect(follow(undefined, leaving('2026-05-01'))).toMatchObject({
      leftOn: today,
      lockedFrom: '2026-08-29',
      deletedOn: '2026-09-12',
    });
  });

  const aDay = fc.integer({ min: -200, max: 200 }).map((offset) => addDays(today, offset));
  const aSchedule = fc.tuple(aDay, fc.nat(90), fc.nat(90)).map(([leftOn, usable, locked]): Schedule => {
    const lockedFrom = addDays(leftOn, usable);
    return { leftOn, lockedFrom, deletedOn: addDays(lockedFrom, locked), reason: 'missing' };
  });

  test('is never locked or deleted before the last child, is told in time, and followed twice is followed once', () => {
    fc.assert(
      fc.property(
        fc.array(aSchedule, { minLength: 1, maxLength: 4 }),
        fc.option(aSchedule),
        fc.nat(60),
        (children, old, later) => {
          const current = old ? { ...old, reason: 'last-child-left' as const } : undefined;
          const made = guardianSchedule(current, children, rules, today);
          if (!made) throw new Error('All children leave, so the guardian does.');
          if (made !== current) {
            expect(made.lockedFrom > today).toBe(true);
            for (const child of children) expect(made.lockedFrom >= child.lockedFrom).toBe(true);
          }
          for (const child of children) expect(made.deletedOn >= child.deletedOn || made.deletedOn > today).toBe(true);
          expect(guardianSchedule(made, children, rules, today)).toBe(made);
          expect(guardianSchedule(made, children, rules, addDays(today, later))).toBe(made);
        },
      ),
    );
  });
});

test.each<[Instant, Instant | undefined, Instant | undefined, 'earlier' | 'gap' | undefined]>([
  ['2026-09-11T01:00:00.000Z', undefined, undefined, undefined],
  ['2026-09-11T01:00:00.000Z', '2026-09-10T01:00:00.000Z', undefined, undefined],
  ['2026-09-11T01:00:00.000Z', '2026-09-11T01:00:00.000Z', undefined, undefined],
  ['2026-09-11T01:00:00.000Z', '2026-09-11T01:00:00.001Z', undefined, 'earlier'],
  ['2026-09-11T01:00:00.000Z', undefined, '2026-09-12T01:00:00.000Z', 'earlier'],
  ['2026-09-11T01:00:00.000Z', '2026-09-10T01:00:00.000Z', '2026-09-12T01:00:00.000Z', 'earlier'],
  ['2026-09-11T01:00:00.000Z', undefined, '2025-09-12T01:00:00.000Z', 'gap'],
  ['2026-09-11T01:00:00.000Z', '2026-07-13T01:00:00.000Z', undefined, undefined],
  ['2026-09-11T01:00:00.000Z', '2026-07-12T01:00:00.000Z', undefined, 'gap'],
  ['2026-09-11T01:00:00.000Z', '2026-07-12T01:00:00.000Z', '2026-09-01T01:00:00.000Z', undefined],
  ['2026-09-11T01:00:00.000Z', '2026-07-01T01:00:00.000Z', '2026-07-12T01:00:00.000Z', 'gap'],
])('at %s, after a night at %s and an entry at %s: %s', (now, night, entry, problem) => {
  expect(clockProblem(now, { night, entry }, 60)?.how).toBe(problem);
});
