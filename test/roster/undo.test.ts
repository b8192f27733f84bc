import { expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { importStudents } from './roster.ts';

const anna = { id: '1', given: 'Anna', family: 'Müller', class: '5a', born: '01.02.2014', groups: 'Chor' };
const ben = { id: '2', given: 'Ben', family: 'Kern', class: '5a', born: '02.02.2014' };
const carl = { id: '3', given: 'Carl', family: 'Kern', class: '5a', born: '' };

/** Everything about people that a run can change. */
const state = (school: School) =>
  ['users', 'group_members', 'guardianships', 'leavers', 'former_accounts'].map((table) =>
    school.sql(`SELECT * FROM ${table}`),
  );

test('puts everything back as it was', async () => {
  const school = await newSchool();
  await importStudents(school, [anna, ben, carl]);
  school.file('g.csv', 'Vorname;Nachname;Kind-ID;E-Mail\nUte;Müller;1;u@post.example\nJan;Kern;2;\n');
  await school.cli('roster import g.csv -y');
  await importStudents(school, [anna, carl]);
  const before = state(school);

  const next = [
    { ...anna, family: 'Meyer', class: '6a', groups: 'AG Schach' },
    { ...ben, class: '6a' },
    { ...carl, id: '9', class: '6a' },
  ];
  const run = (await importStudents(school, [...next, { ...ben, id: '4', given: 'Dora' }], '--same 3=9 --json')).json();
  expect(run.counts).toMatchObject({ created: 1, changed: 2, returned: 1 });
  expect(state(school)).not.toEqual(before);
  expect((await school.cli(`roster show ${run.run} --json`)).json().changes).toHaveLength(5);

  expect(await school.cli(`roster undo ${run.run} -y`)).toMatchObject({
    exit: 0,
    out: `Run ${run.run} is undone: 5 people are as before.\n`,
  });
  expect(state(school)).toEqual(before);
  expect((await school.cli('roster runs --json')).json()[0]).toMatchObject({
    run: run.run,
    undoneAt: '2026-08-20T08:00:00.000Z',
  });
  expect(await school.cli(`roster undo ${run.run} -y`)).toMatchObject({ exit: 3 });
});

test('names whom something has happened to since, and changes nothing', async () => {
  const school = await newSchool();
  await importStudents(school, [anna, ben]);
  await school.cli('user edit ben.kern --email b@post.example');
  const before = state(school);
  expect(await school.cli('roster undo 1 -y')).toMatchObject({
    exit: 3,
    err: "! Run 1 can't be undone; nothing was changed.\nSomething has happened since to ben.kern.\n",
  });
  expect(state(school)).toEqual(before);
});

test('says which later runs stand in the way', async () => {
  const school = await newSchool();
  await importStudents(school, [anna]);
  await importStudents(school, [{ ...anna, class: '6a' }]);
  expect((await school.cli('roster undo 1 -y')).err).toContain('Later runs have touched them: undo 2 first.');
  expect(await school.cli('roster undo 2 -y')).toMatchObject({ exit: 0 });
  expect(await school.cli('roster undo 1 -y')).toMatchObject({ exit: 0 });
  expect((await school.cli('user list --json')).json()).toEqual([]);
});

test('a run that there is not', async () => {
  const school = await newSchool();
  expect(await school.cli('roster undo 7 -y')).toMatchObject({
    exit: 3,
    err: '! There is no run 7. Look with "schulkonto roster runs".\n',
  });
  expect(await school.cli('roster undo seven -y')).toMatchObject({ exit: 2 });
});
