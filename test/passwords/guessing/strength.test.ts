import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengthOf } from '../../../src/passwords/guessing/strength.ts';
import { faultsOf, leastScore } from '../../../src/passwords/rules.ts';
import { good, weak } from './passwords.ts';

const passes = async (password: string): Promise<boolean> => (await strengthOf(password, [])).score >= leastScore;

async function judged(table: Record<string, readonly string[]>) {
  const all = Object.values(table).flat();
  const passing: string[] = [];
  for (const password of all) if (await passes(password)) passing.push(password);
  return { all, passing, refused: all.filter((password) => !passing.includes(password)) };
}

describe('the rule, by a table', () => {
  test('has passwords in it that only guessing can refuse', () => {
    const all = [...Object.values(weak), ...Object.values(good)].flat();
    expect(all.filter((password) => faultsOf(password, []).length > 0)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(Object.values(weak).flat().length).toBeGreaterThanOrEqual(200);
    expect(Object.values(good).flat().length).toBeGreaterThanOrEqual(50);
  });

  test('lets pass at most 2 of 100 that children choose, and refuses none that nobody guesses', async () => {
    const [ofWeak, ofGood] = [await judged(weak), await judged(good)];
    console.log(
      `Weak and passing: ${ofWeak.passing.length} of ${ofWeak.all.length} (${ofWeak.passing.join(' ')}); ` +
        `good and refused: ${ofGood.refused.length} of ${ofGood.all.length} (${ofGood.refused.join(' ')}).`,
    );
    expect(ofWeak.passing.length).toBeLessThanOrEqual(ofWeak.all.length * 0.02);
    expect(ofGood.refused).toEqual([]);
  });
});

test('one known word stays one with a year, digits or signs added', async () => {
  const known: string[] = [];
  for (const password of Object.values(weak).flat()) {
    if ((await strengthOf(password, [])).oneWord) known.push(password);
  }
  const added = fc.oneof(
    fc.integer({ min: 1900, max: 2099 }).map(String),
    fc.stringMatching(/^[0-9]{1,12}$/),
    fc.stringMatching(/^[!-/:-@[-`{-~]{1,8}$/),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...known), added, fc.boolean(), async (password, more, before) => {
      const longer = before ? more + password : password + more;
      expect([longer, (await strengthOf(longer, [])).oneWord]).toEqual([longer, true]);
    }),
  );
});

test('eight random characters of four kinds are enough, but for what chance makes a word', async () => {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
  const random = fc.stringMatching(/^[!-~]{8}$/).filter((password) => kinds.every((kind) => kind.test(password)));
  const drawn = fc.sample(random, 600);
  const refused: string[] = [];
  for (const password of drawn) if (!(await passes(password))) refused.push(password);
  expect(refused.length, refused.join(' ')).toBeLessThanOrEqual(drawn.length * 0.02);
});

test.each([
  ['Kaltrina', 'a name that stands in few lists'],
  ['Blumenwiese', 'a word made of two'],
  ['Zafronelu', 'what can be spoken, though nobody knows it'],
])('%s is %s: one word, whatever is around it', async (word) => {
  for (const password of [`${word}2026!`, `!!${word}#8315`, `7${word.toUpperCase()}?`]) {
    expect([password, (await strengthOf(password, [])).oneWord]).toEqual([password, true]);
  }
});

test('what is said twice takes hardly more guesses than once, whatever is in between', async () => {
  for (const password of ['Lol!Lol1', 'Xyb7+xyb', 'Wub.Wub.8']) {
    expect([password, (await strengthOf(password, [])).score < leastScore]).toEqual([password, true]);
  }
  expect((await strengthOf('Tulpe8-Motorrad', [])).score).toBeGreaterThanOrEqual(leastScore);
});
