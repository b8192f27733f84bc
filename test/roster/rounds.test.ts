import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { roster, type Student } from './roster.ts';

const word = fc.constantFrom('Anna', 'Ben', 'Chloé', 'Đorđe', 'Lena Marie', 'Lena-Marie', 'Ümit', 'Zoë');
const family = fc.constantFrom('Müller', 'Kern', 'von der Heide', "O'Neill", 'Groß');
const className = fc.constantFrom('5a', '5b', '6a', '10a');
const born = fc.constantFrom('', '01.02.2014', '02.02.2014', '03.03.2013');

const student: fc.Arbitrary<Student> = fc.record({
  id: fc.integer({ min: 1, max: 30 }).map(String),
  given: word,
  family,
  class: className,
  born,
  groups: fc.constantFrom('', 'Chor', 'Chor;AG Schach'),
});
const students = fc.uniqueArray(student, { selector: ({ id }) => id, maxLength: 25 });

const plan = async (school: School, options: string) =>
  (await school.cli(`roster import students.csv ${options} --json`)).json();

describe('whatever two years look like', () => {
  test('a plan is what the run does, and applied and planned again it is empty but for what waits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(students, { minLength: 1, maxLength: 3 }), async (years) => {
        const school = await newSchool();
        for (const year of years) {
          school.file('students.csv', roster(year));
          const looked = await plan(school, '--dry-run');
          const applied = await plan(school, '-y');
          expect({ ...applied, run: null, applied: false }).toEqual(looked);
          const { rows, created, changed, unchanged, returned } = looked.counts;
          const others = looked.suspects.filter(
            ({ because }: { because: string }) => because === 'another-person',
          ).length;
          expect(created + changed + unchanged + returned + others).toBe(rows);

          const again = await plan(school, '-y');
          expect(again).toMatchObject({ run: null, applied: false });
          const done = [...again.changed, ...again.returned].map(({ changes }: { changes: object }) => changes);
          expect(done.filter((changes) => Object.keys(changes).length > 0)).toEqual([]);
          if (looked.approvals.length > 0) expect(again.plan).toBe(looked.plan);
          expect(again.leaving.every(({ held }: { held: string | null }) => held !== null)).toBe(true);
          expect(again.created.every(({ held }: { held: string | null }) => held !== null)).toBe(true);
        }
        const accounts = school.sql('SELECT account FROM users').map(({ account }) => account);
        expect(new Set(accounts).size).toBe(accounts.length);
      }),
      { numRuns: 5 },
    );
  });

  test('no account passes to another child, whatever the file says and whatever is approved', async () => {
    const key = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/-/g, ' ').toLowerCase();
    await fc.assert(
      fc.asyncProperty(fc.array(students, { minLength: 2, maxLength: 3 }), async (years) => {
        const school = await newSchool();
        for (const year of years) {
          const before = new Map(school.sql('SELECT * FROM users').map((one) => [one.id, one]));
          school.file('students.csv', roster(year));
          const { plan: name, approvals } = await plan(school, '-y');
          if (approvals.length > 0) await plan(school, `-y --approve ${name}`);
          for (const after of school.sql('SELECT * FROM users')) {
            const was = before.get(after.id);
            if (!was || key(was.given_name) === key(after.given_name)) continue;
            const speaksAgainst =
              was.birth_date && after.birth_date
                ? was.birth_date !== after.birth_date
                : key(was.family_name) !== key(after.family_name);
            expect(speaksAgainst, `${JSON.stringify(was)} → ${JSON.stringify(after)}`).toBe(false);
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  test('undone in turn, the runs leave what was there before', async () => {
    await fc.assert(
      fc.asyncProperty(students, students, async (first, second) => {
        const school = await newSchool();
        const people = () => school.sql('SELECT * FROM users ORDER BY id');
        school.file('students.csv', roster(first));
        await plan(school, '-y');
        const before = [people(), school.sql('SELECT * FROM group_members'), school.sql('SELECT * FROM leavers')];
        school.file('students.csv', roster(second));
        const { run } = await plan(school, '-y');
        if (run === null) return;
        expect(await school.cli(`roster undo ${run} -y`)).toMatchObject({ exit: 0 });
        expect([people(), school.sql('SELECT * FROM group_members'), school.sql('SELECT * FROM leavers')]).toEqual(
          before,
        );
      }),
      { numRuns: 5 },
    );
  });
});

describe('import what was exported, and nothing changes', () => {
  const text = fc
    .stringMatching(/^['=+@＝＋－＠-]{0,3}[A-Za-zÄÖÜäöüß;",|][A-Za-zäöüß ;",'|=-]{0,12}[a-z]$/)
    .map((value) => value.replace(/\s+/g, ' '));
  const person = fc.record({
    given: text,
    family: text,
    class: fc.option(text, { nil: null }),
    born: fc.constantFrom(null, '2014-02-01'),
    email: fc.constantFrom(null, 'a@post.example'),
    groups: fc.uniqueArray(
      text.map((group) => group.replaceAll(';', '').replace(/\s+/g, ' ').trim()),
      { maxLength: 3 },
    ),
    importId: fc.boolean(),
    role: fc.constantFrom('student', 'teacher', 'guardian'),
  });

  test('whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 8 }), async (people) => {
        const school = await newSchool();
        people.forEach(({ given, family: last, class: name, born: birth, email, groups, importId, role }, index) => {
          school.sql(
            `INSERT INTO users (account, role, given_name, family_name, class, birth_date, email, source, import_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            `person${index}`,
            role,
            given,
            last,
            name,
            birth,
            email,
            importId ? 'school' : 'manual',
            importId ? `=${index}` : null,
          );
          for (const group of groups.filter(Boolean))
            school.sql('INSERT INTO group_members (user_id, name) VALUES (?, ?)', index + 1, group);
          if (role === 'guardian') {
            school.sql(`INSERT INTO guardianships SELECT ?, id FROM users WHERE role = 'student'`, index + 1);
          }
        });
        for (const role of ['student', 'teacher', 'guardian']) {
          expect(await school.cli(`roster export ${role}.csv --role ${role}`)).toMatchObject({ exit: 0 });
          const ended = await school.cli(`roster import ${role}.csv --role ${role} -y --json`);
          expect(ended).toMatchObject({ exit: 0, err: '' });
          expect(ended.json()).toMatchObject({ applied: false, format: 'schulkonto', leaving: [], missing: [] });
          const cells = parse(readFileSync(school.path(`${role}.csv`)), { delimiter: ';', bom: true }).flat();
          expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('only its owner can read the file, and none is overwritten', async () => {
    const school = await newSchool();
    await school.cli('roster export students.csv');
    const { statSync } = await import('node:fs');
    expect(statSync(school.path('students.csv')).mode & 0o777).toBe(0o600);
    expect(await school.cli('roster export students.csv --lang de')).toMatchObject({ exit: 3 });
  });
});
