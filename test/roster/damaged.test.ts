import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';
import { classes, roster } from './roster.ts';

/** What can happen to a file on its way: at a place, as a share of its length. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('cut', 'flipped', 'inserted', 'repeated'),
  inserted: fc.constantFrom(
    ...['"', '""', ';', '\t', '\0', '\n', '\r', '\ufeff', '"\n', '\x80', 'ü', '=', '#', '\u2028', '{', '<', '[{'],
    ...['Import-ID;Vorname;Nachname\n', 'x'.repeat(20_000), ';'.repeat(3000), '"'.repeat(501)],
  ),
  byte: fc.nat(255),
});

function damaged(
  bytes: Buffer,
  { at, kind, inserted, byte }: typeof damage extends fc.Arbitrary<infer One> ? One : never,
): Buffer {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return Buffer.from(before);
  if (kind === 'repeated') return Buffer.concat([bytes, after]);
  if (kind === 'inserted') return Buffer.concat([before, Buffer.from(inserted), after]);
  return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
}

test('whatever happened to a file, it ends in a plan or is refused for what is wrong with it', async () => {
  const school = await newSchool();
  const whole = Buffer.from(roster(classes({ '5a': 12, '6b': 8 })));
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
      school.file('x.csv', all.reduce(damaged, whole));
      const ended = await school.cli('roster import x.csv --role student --dry-run --json');
      expect([0, 4, 5]).toContain(ended.exit);
      expect(JSON.parse(ended.exit === 4 ? ended.err : ended.out)).toBeTypeOf('object');
    }),
    { numRuns: 60 },
  );
}, 60_000);
