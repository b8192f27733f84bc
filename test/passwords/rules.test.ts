import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengthOf } from '../../src/passwords/guessing/strength.ts';
import { faultsOf, ownWords, planConfirmation } from '../../src/passwords/rules.ts';

const school = { name: 'Gymnasium am See', domain: 'see-schule.example', town: 'Überlingen' };
const anna = {
  account: 'anna.mueller2',
  givenName: 'Anna-Lena',
  familyName: 'von der Müller',
  class: '5a',
  birthDate: '2014-03-09',
  family: ['Thorsten Bäcker', 'Lieselotte Müller'],
} as const;
const words = ownWords(anna, school, 3);

describe('an own password', () => {
  test.each([
    ['Wolke7+Tasse', []],
    ['Wunderbar7!', []],
    ['Wo7+', ['too-short']],
    ['wolke7+tasse', ['no-upper-case']],
    ['WOLKE7+TASSE', ['no-lower-case']],
    ['Wolken+Tasse', ['no-digit']],
    ['Wolke7Tasse', ['no-special-character']],
    ['Wolke7 Tasse', ['no-special-character']],
    ['Wolke7+\u0007Tasse', ['control-character']],
    ['Ölkanne7+Rad', []],
    ['Wolke7+Anna', ['holds-name']],
    ['Wolke7+LENA', ['holds-name']],
    ['Wolke7+Müller', ['holds-name']],
    ['Wolke7+Mu\u0308ller', ['holds-name']],
    ['Wolke7+Mueller', ['holds-name']],
    ['Wolke7+Mu11er', ['holds-name']],
    ['Wolke7+4nna', ['holds-name']],
    ['Wolke+5A-Tasse', ['holds-class']],
    ['Wolke+9.3.2014', ['holds-birth-date']],
    ['Wolke+09032014', ['holds-birth-date']],
    ['Wolke+0903', ['holds-birth-date']],
    ['Wolke+2014', ['holds-birth-date']],
    ['Wolke7+Gymnasium', ['holds-school']],
    ['Wolke7+Schule', ['holds-school']],
    ['Wolke7+Ueberlingen', ['holds-school']],
    ['Wolke7+relleuM', ['holds-name']],
    ['Wolke7+m.u.e.l.l.e.r', ['holds-name']],
    ['Wolke7+Thorsten', ['holds-family']],
    ['Wolke7+B@ecker', ['holds-family']],
    ['Tasse7+klasse5', ['holds-class']],
    ['Tasse7+Klasse6', []],
  ])('%s: %j', (password, faults) => {
    expect(faultsOf(password, words)).toEqual(faults);
  });

  test('is never accepted with an own word in it, in whatever case and wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words.map(({ word }) => word)),
        fc.string(),
        fc.string(),
        fc.boolean(),
        (word, before, after, loud) => {
          const password = `${before}${loud ? word.toUpperCase() : word}${after}`;
          expect(faultsOf(password, words).some((fault) => fault.startsWith('holds-'))).toBe(true);
        },
      ),
    );
  });
});

test.each([
  ['Schmetterling1!', 2],
  ['Qwertzuiopü1!', 2],
  ['Passwort1!', 2],
  ['Fussball1!', 2],
  ['Sonnenschein1!', 2],
])('German words are easy to guess: %s', async (password, most) => {
  expect((await strengthOf(password, [])).score).toBeLessThanOrEqual(most);
});

test('what is known of the person is easy to guess, too', async () => {
  const [unknown, known] = [await strengthOf('Xanthippel7!', []), await strengthOf('Xanthippel7!', ['xanthippel'])];
  expect(unknown.score).toBeGreaterThan(known.score);
});

test('a single letter or digit is no word of anybody', () => {
  const short = { account: 'x', givenName: 'A', familyName: 'B', class: '5', birthDate: null, family: ['C D'] };
  expect(faultsOf('Xab5+cdTasse', ownWords(short, { name: 'E', domain: 'f.de', town: null }, 3))).toEqual([]);
});

test('an account is an own word wherever it came from', () => {
  const given = { ...anna, account: 'kobold0815' };
  for (const password of ['Tasse7+Kobold', 'Tasse7+kobold0815']) {
    expect(faultsOf(password, ownWords(given, school, 3))).toEqual(['holds-account']);
  }
});

test('a very long password is weighed in reasonable time', async () => {
  expect(await strengthOf('correct horse battery staple '.repeat(400), [])).toEqual({ score: 4, oneWord: false });
});

test('who must change and is not on the list has changed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (accounts, listed) => {
      const waiting = accounts.map((account) => ({ account }));
      const { confirmed, pending } = planConfirmation(waiting, listed);
      expect([...confirmed, ...pending].map(({ account }) => account).sort()).toEqual([...accounts].sort());
      expect(confirmed.some(({ account }) => listed.includes(account))).toBe(false);
      expect(pending.every(({ account }) => listed.includes(account))).toBe(true);
      expect(planConfirmation(pending, listed).confirmed).toEqual([]);
    }),
  );
});
