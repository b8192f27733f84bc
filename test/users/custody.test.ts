import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../src/time.ts';
import { type Custody, hasCustody } from '../../src/users/guardians/rules.ts';
import { newSchool, type School } from '../support/school.ts';

async function family(): Promise<School> {
  const school = await newSchool();
  for (const line of [
    'user add --role student --given Anna --family Müller --class 5a',
    'user add --role student --given Ben --family Kern --class 5a',
    'user add --role guardian --given Ute --family Müller --child anna.mueller',
    'user add --role guardian --given Jan --family Müller --child anna.mueller',
  ]) {
    await school.cli(line);
  }
  return school;
}

const edit = (rest: string) => `user edit anna.mueller --guardian jan.mueller --evidence "AG Kiel, 3 F 12/26" ${rest}`;

test('guardians have custody unless it is said otherwise, with day and evidence', async () => {
  const school = await family();
  expect(await school.cli(edit('--custody no --since 2026-05-04'))).toMatchObject({
    exit: 0,
    out: 'jan.mueller has no custody of anna.mueller since 4 May 2026.\n',
  });
  expect((await school.cli('user show anna.mueller --json')).json().guardians).toEqual([
    { account: 'jan.mueller', custody: false },
    { account: 'ute.mueller', custody: true },
  ]);
  expect((await school.cli('user show anna.mueller --lang de')).out).toContain(
    'jan.mueller (nicht sorgeberechtigt), ute.mueller',
  );
  expect((await school.cli(edit('--custody no --since 2026-05-04 --json'))).json()).toMatchObject({ repeated: true });
  expect((await school.cli(`${edit('--custody yes')} --lang de`)).out).toBe(
    'jan.mueller hat seit 20.08.2026 das Sorgerecht für anna.mueller.\n',
  );
  expect((await school.cli('user show anna.mueller --json')).json().guardians[0]).toMatchObject({ custody: true });
  expect(school.sql(`SELECT act FROM audit_entries WHERE act = 'custody-said'`)).toHaveLength(2);
});

test('a terminal asks for what is missing', async () => {
  const school = await family();
  school.answers = ['no', 'x', 'AG Kiel, 3 F 12/26'];
  expect(await school.cli('user edit anna.mueller --guardian "guardian-name:Opa Öz"')).toMatchObject({
    exit: 0,
    out: 'Opa Öz has no custody of anna.mueller since 20 Aug 2026.\n',
  });
  expect(school.asked[0]).toBe('Does Opa Öz have custody?');
});

test.each([
  [edit(''), 2, 'option-missing'],
  [edit('--custody no --since 2026-08-21'), 3, 'custody-in-future'],
  [edit('--custody no --class 6a'), 2, 'custody-alone'],
  ['user edit anna.mueller --custody no', 2, 'custody-alone'],
  ['user edit anna.mueller --guardian jan.mueller --custody no', 2, 'option-missing'],
  ['user edit anna.mueller --guardian ben.kern --custody no --evidence "AG Kiel"', 3, 'not-guardian-of'],
  ['user edit anna.mueller --guardian nobody --custody no --evidence "AG Kiel"', 3, 'unknown-account'],
  ['user edit ute.mueller --guardian jan.mueller --custody no --evidence "AG Kiel"', 3, 'wrong-role'],
])('refuses %s', async (line, exit, code) => {
  const school = await family();
  const ended = await school.cli(`${line} --json`);
  expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
  expect(school.sql('SELECT * FROM custodies')).toEqual([]);
});

test('what holds of custody on a day does not hang on the order in which it is read', () => {
  const someDay = fc.constantFrom<Day>('2026-01-01', '2026-02-01', '2026-03-01');
  const some = fc.record({ has: fc.boolean(), since: someDay });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 5 }), someDay, (said, day) => {
      const facts = said.map((one, id): Custody => ({ ...one, id, by: 'guardian:jan' }));
      const found = hasCustody(facts, 'guardian:jan', day);
      expect(hasCustody([...facts].reverse(), 'guardian:jan', day)).toBe(found);
      const begun = facts.filter(({ since }) => since <= day);
      if (begun.length === 0) expect(found).toBe(true);
      else expect(begun.some(({ has }) => has === found)).toBe(true);
    }),
  );
});
