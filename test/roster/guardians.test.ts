import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { importStudents } from './roster.ts';

const anna = { id: '1', given: 'Anna', family: 'Müller', class: '5a', born: '01.02.2014' };
const ben = { id: '2', given: 'Ben', family: 'Müller', class: '6a', born: '02.02.2013' };
const carl = { id: '3', given: 'Carl', family: 'Kern', class: '6a', born: '03.02.2013' };

const guardians = (school: School, lines: string[], options = '') => {
  school.file('guardians.csv', ['Vorname;Nachname;Kind-ID;E-Mail', ...lines, ''].join('\n'));
  return school.cli(`roster import guardians.csv -y --json ${options}`);
};

async function schoolWithStudents(): Promise<School> {
  const school = await newSchool();
  await importStudents(school, [anna, ben, carl]);
  return school;
}

const show = async (school: School, account: string) => (await school.cli(`user show ${account} --json`)).json();

describe('guardians, one line for each child', () => {
  test('siblings share one guardian, known by name and address', async () => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, [
      'Ute;Müller;1;ute@post.example',
      'Ute;Müller;2;UTE@post.example',
      'Ute;Müller;3;',
    ]);
    expect(ended.exit).toBe(0);
    expect(ended.json().counts).toMatchObject({ rows: 3, created: 2 });
    expect((await show(school, 'ute.mueller')).children).toEqual([
      { account: 'anna.mueller' },
      { account: 'ben.mueller' },
    ]);
    expect((await show(school, 'carl.kern')).guardians).toEqual([{ account: 'ute.mueller2', custody: true }]);
  });

  test('one address that differs is a question worth raising', async () => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, ['Ute;Müller;1;ute@post.example', 'Ute;Müller;2;old@post.example']);
    expect(ended.json().doubles).toEqual([
      { name: 'Ute Müller', lines: [2, 3], emails: ['ute@post.example', 'old@post.example'] },
    ]);
  });

  test('a full name and a child in common are one person, whatever line has the address', async () => {
    for (const lines of [
      ['Ute;Müller;1;ute@post.example', 'Ute;Müller;1;'],
      ['Ute;Müller;1;', 'Ute;Müller;1;ute@post.example', 'Ute;Müller;2;ute@post.example'],
    ]) {
      const school = await schoolWithStudents();
      expect((await guardians(school, lines)).json()).toMatchObject({
        counts: { created: 1 },
        suspects: [],
        doubles: [],
      });
      expect(await show(school, 'ute.mueller')).toMatchObject({ email: 'ute@post.example' });
      expect((await guardians(school, lines)).json()).toMatchObject({ applied: false, suspects: [] });
    }
  });

  test.each([
    ['a double name', 'Ute;Müller;1;ute@post.example', 'Ute;Müller-Kern;1;'],
    ['similar names', 'Ute;Müller;1;', 'Ute Maria;Müller;1;'],
  ])('with a child in common, %s are a question', async (_, one, other) => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, [one, other]);
    expect(ended).toMatchObject({ exit: 5 });
    expect(ended.json().suspects).toMatchObject([{ leaving: null, because: 'same-child' }]);
    const answered = await guardians(school, [one, other], '--different line:2=line:3');
    expect(answered).toMatchObject({ exit: 0 });
    expect((await guardians(school, [one, other])).json()).toMatchObject({ applied: false, suspects: [] });
  });

  test('a mother Andrea and a father Andreas are two', async () => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, ['Andrea;Müller;1;', 'Andreas;Müller;1;']);
    expect(ended.json()).toMatchObject({ counts: { created: 2 }, suspects: [] });
  });

  test('a name alone joins nobody', async () => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, ['Jo;Kern;1;a@post.example', 'Jo;Kern;3;', 'Jo;Kern;2;b@post.example']);
    expect(ended.json()).toMatchObject({ counts: { created: 3 }, suspects: [] });
  });

  test('a second import changes nothing; a new address and a new child change the guardian', async () => {
    const school = await schoolWithStudents();
    const lines = ['Ute;Müller;1;ute@post.example', 'Ute;Müller;2;ute@post.example', 'Jan;Kern;3;'];
    await guardians(school, lines);
    expect((await guardians(school, lines)).json()).toMatchObject({ applied: false, counts: { unchanged: 2 } });
    const changed = await guardians(
      school,
      ['Ute;Müller;1;new@post.example', 'Jan;Kern;3;', 'Jan;Kern;2;jan@post.example'],
      '--partial',
    );
    expect(changed.json().changed).toMatchObject([
      { account: 'ute.mueller', changes: { email: { from: 'ute@post.example', to: 'new@post.example' } } },
    ]);
  });

  test('a complete file also takes children away, a partial one only adds', async () => {
    const school = await schoolWithStudents();
    await guardians(school, ['Ute;Müller;1;u@post.example', 'Ute;Müller;2;u@post.example']);
    await guardians(school, ['Ute;Müller;3;u@post.example'], '--partial');
    expect((await show(school, 'ute.mueller')).children).toHaveLength(3);
    const ended = await guardians(school, ['Ute;Müller;3;u@post.example']);
    expect(ended.json().changed[0].changes).toEqual({
      children: { from: ['anna.mueller', 'ben.mueller', 'carl.kern'], to: ['carl.kern'] },
    });
  });

  test('a child that nobody knows is a fault of its line', async () => {
    const school = await schoolWithStudents();
    const ended = await guardians(school, ['Ute;Müller;1;u@post.example', 'Ute;Müller;9;u@post.example']);
    expect(ended.exit).toBe(4);
    expect(JSON.parse(ended.err).error.problems).toMatchObject([{ line: 3, value: '9', code: 'unknown-child' }]);
    expect(
      (await guardians(school, ['Ute;Müller;9;u@post.example', 'Jan;Kern;3;'], '--skip-faulty')).json().counts,
    ).toMatchObject({
      created: 1,
      skipped: 1,
    });
  });

  test('go with their last child, and come back with it', async () => {
    const school = await schoolWithStudents();
    await guardians(school, [
      'Ute;Müller;1;u@post.example',
      'Ute;Müller;2;u@post.example',
      'Jan;Müller;1;j@post.example',
      'Eva;Kern;3;',
    ]);
    const left = (await importStudents(school, [ben, carl], '--json')).json();
    expect(left.leaving).toMatchObject([{ account: 'anna.mueller' }]);
    expect(left.guardians.leaving).toMatchObject([{ account: 'jan.mueller', reason: 'last-child-left' }]);
    expect((await show(school, 'jan.mueller')).leaving).toMatchObject({
      reason: 'last-child-left',
      deletedOn: '2026-10-01',
    });
    expect((await show(school, 'ute.mueller')).leaving).toBeNull();
    expect((await guardians(school, ['Jan;Müller;1;j@post.example'], '--partial')).json().counts).toMatchObject({
      returned: 0,
    });

    const back = (await importStudents(school, [anna, ben, carl], '--json')).json();
    expect(back.returned).toMatchObject([{ account: 'anna.mueller' }]);
    expect(back.guardians.returned).toMatchObject([{ account: 'jan.mueller' }]);
    expect((await show(school, 'jan.mueller')).leaving).toBeNull();
  });
});
