import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleaned, faultOf, longestText } from '../src/typed.ts';

describe('what people and files bring in', () => {
  test.each([
    ['  Anna\t\nLena ', 'Anna Lena'],
    ['Mu\u0308ller', 'Müller'],
    ['Mu\u00ad\u0308ller', 'Müller'],
    ['Wal\u00adter', 'Walter'],
    ['\u00a0Ida\u2009\u3000Kern', 'Ida Kern'],
    ['0042', '0042'],
    ['\u00ad', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleaned(typed)).toBe(kept);
    expect(faultOf(kept)).toBeUndefined();
  });

  test.each([
    ['a\u001b[31m', 'U+001B'],
    ['a\u202eb', 'U+202E'],
    ['a\u200db', 'U+200D'],
    ['a\u0085b', 'U+0085'],
    ['\ue000', 'U+E000'],
    ['\ufffd', 'U+FFFD'],
    ['\ud800', 'U+D800'],
  ])('%j has %s in it', (typed, character) => {
    expect(faultOf(cleaned(typed))).toEqual({ character });
  });

  test('has a length', () => {
    expect(faultOf('a'.repeat(longestText))).toBeUndefined();
    expect(faultOf('a'.repeat(longestText + 1))).toEqual({ length: longestText + 1 });
  });

  test('cleaned once is cleaned for good, and what is kept moves nothing on a screen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const kept = cleaned(typed);
        expect(cleaned(kept)).toBe(kept);
        if (faultOf(kept)) return;
        expect(kept).not.toMatch(/^\s|\s$|\s\s|[\p{Cc}\u00ad\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
      }),
    );
  });
});
