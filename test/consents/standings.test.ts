import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf } from '../../src/consents/findings.ts';
import { decisions, type Finding, type Saying, stateOfFinding } from '../../src/consents/rules.ts';
import type { Day } from '../../src/time.ts';
import type { By } from '../../src/users/guardians/who.ts';
import { type Role, roles } from '../../src/users/rules.ts';
import { newSchool, type School } from '../support/school.ts';

const today = '2026-08-20';
const ages = { guardianUntil: 14, selfFrom: 16 };
/** Who is asked for what; nobody is asked for `old` any more. */
const asked: Readonly<Record<string, readonly Role[]>> = {
  terms: roles,
  photos: ['student', 'teacher'],
  video: ['student'],
};

const mother: By = 'guardian:#1';
const father: By = 'guardian-name:Jan Müller';

/** What somebody said, or what of it was struck later (`struck`), or took the place of (`corrects`, counted from 0). */
const someWord = fc.record({
  purpose: fc.constantFrom('terms', 'terms', 'terms', 'photos', 'video', 'old'),
  version: fc.constantFrom('1', '2', '3'),
  decision: fc.constantFrom(...decisions),
  by: fc.constantFrom<By>('self', mother, father),
  on: fc.constantFrom<Day>('2025-05-01', '2025-09-01', '2026-06-01', '2026-08-05', today),
  struck: fc.boolean(),
  corrects: fc.option(fc.nat(5), { freq: 2 }),
});

const somebody = fc.record({
  role: fc.constantFrom('student', 'student', 'student', ...roles),
  birthDate: fc.option(
    fc.constantFrom<Day>(
      '2014-05-05',
      '2011-05-05',
      '2011-08-20',
      '2012-01-01',
      '2010-05-05',
      '2012-08-20',
      '2012-08-21',
      '2012-02-29',
      '2010-08-20',
    ),
  ),
  words: fc.array(someWord, { maxLength: 5 }),
});

type Somebody = typeof somebody extends fc.Arbitrary<infer Value> ? Value : never;

/** What the rule may hear: facts with the numbers in which they are written, and which of them count no more. */
function sayings(words: Somebody['words'], first: number): (Saying & { struck: boolean; corrects: number | null })[] {
  const taken = new Set<number>();
  const facts = words.map((word, index) => {
    const at = word.corrects;
    const corrects = at !== null && at < index && !taken.has(at) ? at : null;
    if (corrects !== null) taken.add(corrects);
    const version = word.purpose === 'terms' ? word.version : null;
    return { ...word, version, id: first + index, corrects: corrects === null ? null : first + corrects };
  });
  return facts.map((fact, index) => {
    const struck = fact.struck && fact.corrects === null && !taken.has(index);
    return { ...fact, struck, corrected: struck || taken.has(index) };
  });
}

/** Writes people and facts behind the program's back; gives the accounts and the facts as the rule hears them. */
function write(school: School, people: readonly Somebody[]) {
  const db = new Database(school.registry);
  const insertUser = db.prepare(
    `INSERT INTO users (id, account, role, given_name, family_name, birth_date, source) VALUES (?, ?, ?, 'G', 'F', ?, 'manual')`,
  );
  const insertFact = db.prepare(
    `INSERT INTO consents (id, user_id, purpose, version, decision, guardian_id, guardian_name, decided_on, channel, corrects, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'paper', ?, 'then', 'somebody')`,
  );
  const written = db.transaction(() => {
    db.exec('DELETE FROM consents; DELETE FROM users');
    insertUser.run(1, 'ute.mueller', 'guardian', null);
    return people.map(({ role, birthDate, words }, index) => {
      const id = index + 2;
      const account = `u${index}`;
      insertUser.run(id, account, role, birthDate);
      const facts = sayings(words, index * 20 + 1);
      const insert = (fact: Saying, number: number, decision: string, corrects: number | null) =>
        insertFact.run(
          ...[number, id, fact.purpose, fact.version, decision, fact.by === mother ? 1 : null],
          ...[fact.by === father ? 'Jan Müller' : null, fact.on, corrects],
        );
      for (const fact of facts) insert(fact, fact.id, fact.decision, fact.corrects);
      for (const fact of facts.filter(({ struck }) => struck)) insert(fact, fact.id + 10, 'struck', fact.id);
      return { account, role, birthDate, facts };
    });
  })();
  db.close();
  return written;
}

test('one pass over people and facts finds what the rule finds, for everybody who asks', async () => {
  const school = (await newSchool()).on(today);
  for (const [version, from] of [
    ['1', '2025-01-01'],
    ['2', '2026-08-01'],
    ['3', '2026-09-01'],
  ]) {
    school.file('terms.txt', `Be kind, version ${version}.`);
    await school.cli(`terms publish terms.txt --version ${version} --from ${from}`);
  }
  for (const name of ['photos', 'video', 'old']) {
    const who = asked[name] ?? ['student'];
    await school.cli(`consent purposes add ${name} --title ${name} --role ${who.join(',')}`);
  }
  await school.cli('consent purposes retire old');

  const seen = new Set<Finding>();
  await fc.assert(
    fc.asyncProperty(fc.array(somebody, { minLength: 150, maxLength: 200 }), async (people) => {
      const found = write(school, people).map(({ account, role, birthDate, facts }) => {
        const purposes = Object.keys(asked).filter((purpose) => asked[purpose]?.includes(role));
        const findings = purposes.map((purpose) => {
          const about = facts.filter((fact) => fact.purpose === purpose);
          const circumstances = { person: { role, birthDate }, today, ages, versions: ['1', '2'] } as const;
          return [purpose, findingOf(about, circumstances)] as const;
        });
        return { account, findings };
      });
      for (const { findings } of found) for (const [, finding] of findings) seen.add(finding);

      const missing: { account: string; purpose: string; reason: Finding }[] = (
        await school.cli('consent missing --json')
      ).json();
      const written = (all: { account: string; purpose: string; reason: Finding }[]) =>
        all.map(({ account, purpose, reason }) => `${account} ${purpose} ${reason}`).sort();
      expect(written(missing.filter(({ account }) => account !== 'ute.mueller'))).toEqual(
        written(
          found.flatMap(({ account, findings }) =>
            findings
              .filter(([, finding]) => finding !== 'complete')
              .map(([purpose, reason]) => ({ account, purpose, reason })),
          ),
        ),
      );

      const listed: { account: string; consent: object }[] = (await school.cli('user list --json')).json();
      const states = new Map(listed.map(({ account, consent }) => [account, consent]));
      for (const { account, findings } of found) {
        const expected = Object.fromEntries(findings.map(([purpose, finding]) => [purpose, stateOfFinding[finding]]));
        expect(states.get(account)).toEqual(expected);
      }

      const undecided = found.flatMap(({ findings }) =>
        findings.filter(([, finding]) => !['complete', 'refused', 'withdrawn'].includes(finding)),
      );
      const count = (purpose: string) => undecided.filter(([name]) => name === purpose).length;
      const status: { purpose: string; count: number }[] = (await school.cli('status --json')).json().consentsMissing;
      // The mother is asked for the terms herself.
      expect(new Map(status.map((one) => [one.purpose, one.count]))).toEqual(
        new Map([
          ['terms', count('terms') + 1],
          ['photos', count('photos')],
          ['video', count('video')],
        ]),
      );
    }),
    { numRuns: 5 },
  );
  expect(seen.size).toBe(8);
});
