import { expect, test } from 'vitest';
import { isTooMany } from '../../src/roster/planning/approval/holding.ts';
import { yearOf } from '../../src/users/years.ts';

test.each([
  [0, 0, 0.1, false],
  [5, 5, 0.1, false],
  [6, 60, 0.1, false],
  [7, 60, 0.1, true],
  [6, 59, 0.1, true],
  [6, 1000, 0, true],
  [1000, 1000, 1, false],
])('%d of %d leaving where %d are allowed: %s', (leaving, of, share, expected) => {
  expect(isTooMany(leaving, of, share)).toBe(expected);
});

test.each([
  ['5a', 5],
  ['05a', 5],
  ['10b', 10],
  ['BG 11', 11],
  ['13', 13],
  ['Q1', null],
  ['EF', null],
  ['Raum 204', null],
  ['', null],
])('the class %j is of year %j', (name, year) => {
  expect(yearOf(name)).toBe(year);
});
