import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengthOf } from '../../src/passwords/guessing/strength.ts';
import { bitsOf, drawPassword, isUnseemly, pick, type Style, styles } from '../../src/passwords/issuing/draw.ts';
import { faultsOf, ownWords, wordsIn } from '../../src/passwords/rules.ts';

const both = Object.keys(styles) as Style[];
const school = { name: 'Grundschule am Markt', domain: 'markt.example', town: null };
const child = {
  account: 'mara.tenne',
  givenName: 'Mara Jo',
  familyName: 'Te-Nura',
  class: '3a',
  birthDate: '2018-03-09',
  family: ['Kira Wefu'],
} as const;

/** The same bytes in every run of the test. */
function source(): (bytes: number) => Buffer {
  let block = 0;
  return () => createHash('sha512').update(`block ${block++}`).digest();
}

/** What children, and grown-ups, take for one another on paper. */
const alike = ['0OoDQ', '1lI|!', '2Z', '5S', '6Gb', '8B', '9gq', 'ij', 'uv', 'UV', 'yz'];

describe.each(both)('issued passwords, %s', (style) => {
  test('have only characters that do not look alike, and none that changes places between keyboards', () => {
    const used = styles[style].join('');
    for (const group of alike)
      expect([...group].filter((character) => used.includes(character)).length).toBeLessThan(2);
    expect(used).not.toMatch(/[yzYZ"';,\s<>&]/);
    expect(styles[style][0]).toMatch(/^[A-Z]+$/);
  });

  test('none of 20,000 repeats, breaks a rule or holds a part of the name', () => {
    const words = ownWords(child, school, 2);
    expect(words.map(({ word }) => word)).toContain('te');
    const random = source();
    const drawn = Array.from({ length: 20_000 }, () =>
      drawPassword(style, random, (password) => wordsIn(password, words).length > 0),
    );
    expect(new Set(drawn).size).toBe(20_000);
    expect(drawn.filter((password) => faultsOf(password, words).length > 0)).toEqual([]);
    expect(drawn.filter((password) => /mara|jo|te|nura|tenne|kira|wefu/i.test(password))).toEqual([]);
  });

  test('are hard to guess', async () => {
    const random = source();
    for (let count = 0; count < 150; count += 1) {
      const password = drawPassword(style, random, () => false);
      expect([password, await strengthOf(password, ['mara', 'tenne'])]).toEqual([
        password,
        { score: 4, oneWord: false },
      ]);
    }
  });

  test('have at least 45 bits, also after the unseemly ones were left out', () => {
    const random = source();
    let bytes: number[] = [];
    const next = () => {
      if (bytes.length === 0) bytes = [...random(64)];
      return bytes.pop() ?? 0;
    };
    const raw = Array.from({ length: 20_000 }, () =>
      styles[style].map((characters) => pick(characters, next)).join(''),
    );
    const seemly = raw.filter((password) => !isUnseemly(password)).length / raw.length;
    expect(seemly).toBeGreaterThan(0.75);
    expect(bitsOf(style) + Math.log2(seemly)).toBeGreaterThan(45);
  });
});

test('are found whatever somebody is called, though a word be nothing but marks', () => {
  const marks = fc.string({
    unit: fc.constantFrom('\u0301', '\u0308', '\u0331', '\u20dd'),
    minLength: 1,
    maxLength: 3,
  });
  const letter = fc.tuple(fc.constantFrom(...'aeioufhkmnrstw', ''), marks).map((parts) => parts.join(''));
  const name = fc.array(letter, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(name, name, marks, fc.constantFrom(...both), (givenName, familyName, schoolName, style) => {
      const words = ownWords({ ...child, givenName, familyName }, { ...school, name: schoolName }, 2);
      let draws = 0;
      drawPassword(style, source(), (password) => {
        draws += 1;
        expect(draws).toBeLessThan(1000);
        return wordsIn(password, words).length > 0;
      });
    }),
  );
});

test('the easier style is as strong', () => {
  expect(bitsOf('primary')).toBeGreaterThanOrEqual(bitsOf('standard'));
});

test('every character is as likely as any other, whatever their number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (length) => {
      const characters = Array.from({ length }, (_, index) => String.fromCharCode(33 + index)).join('');
      const counts = new Map<string, number>();
      // Every byte once: what is drawn from each is counted, and what is drawn again falls to a byte that ends it.
      for (let byte = 0; byte < 256; byte += 1) {
        let first = true;
        let again = false;
        const drawn = pick(characters, () => {
          again = !first;
          const next = first ? byte : 0;
          first = false;
          return next;
        });
        if (!again) counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
      }
      expect([...counts.values()]).toEqual(Array(length).fill(Math.floor(256 / length)));
    }),
  );
});
