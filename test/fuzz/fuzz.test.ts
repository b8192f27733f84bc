import { expect, test } from 'vitest';
import { caseOf } from './files.ts';
import { Tries, wrongIn } from './trying.ts';

test('files that are spoiled in every way end in a plan, or in words', async () => {
  const tries = new Tries();
  await tries.open();
  const complaints: string[] = [];
  const ends = new Set<string | null>();
  for (let seed = 1; seed <= 120; seed++) {
    const outcome = await tries.try(caseOf(seed));
    const complaint = wrongIn(outcome, 10_000);
    ends.add(outcome.code);
    if (complaint) complaints.push(`npm run fuzz -- --case ${seed}: ${complaint}`);
  }
  tries.close();
  expect(complaints).toEqual([]);
  // The files are not all faulty in the same way.
  expect(ends.size).toBeGreaterThan(10);
  expect(ends).toContain(null);
});
