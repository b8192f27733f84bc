import { expect, test } from 'vitest';
import { count, languageOf, listed, listedBriefly, number } from '../src/language.ts';

test.each([
  [{ LANG: 'de_DE.UTF-8' }, 'de'],
  [{ LANG: 'de' }, 'de'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{ LANG: 'C' }, 'en'],
  [{}, 'en'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'de_AT' }, 'de'],
  [{ LANG: 'de_DE', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'de_DE', LC_ALL: '' }, 'de'],
  [{ SCHULKONTO_LANG: 'de', LC_ALL: 'en_GB' }, 'de'],
  [{ SCHULKONTO_LANG: 'en', LANG: 'de_DE' }, 'en'],
  [{ SCHULKONTO_LANG: '', LANG: 'de_DE' }, 'de'],
])('the locale %j speaks %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test.each([0, 7, 999, 1000, 12_345, 1_234_567, -4321])('%d is grouped as Intl does', (value) => {
  expect(number('en', value)).toBe(new Intl.NumberFormat('en-GB').format(value));
  expect(number('de', value)).toBe(new Intl.NumberFormat('de-DE').format(value));
});

test('plurals and lists', () => {
  expect([0, 1, 2, 1000].map((value) => count('de', value, 'Klasse', 'Klassen'))).toEqual([
    '0 Klassen',
    '1 Klasse',
    '2 Klassen',
    '1.000 Klassen',
  ]);
  expect(listed('en', ['5a', '5b', '5c'])).toBe('5a, 5b and 5c');
  expect(listed('de', ['5a', '5b'])).toBe('5a und 5b');
  expect(
    listedBriefly(
      'en',
      Array.from({ length: 12 }, (_, index) => String(index)),
    ),
  ).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more');
});
