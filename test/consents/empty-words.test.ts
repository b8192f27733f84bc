import { describe, expect, test } from 'vitest';
import { saysSomething } from '../../src/typed.ts';
import { isFullName } from '../../src/users/guardians/who.ts';
import { newSchool, type School } from '../support/school.ts';

test.each([
  ['x', false],
  ['-', false],
  ['...', false],
  ['xxx', false],
  ['Xx', false],
  ['1 2 3', false],
  ['a b', false],
  ['ID', true],
  ['per Brief', true],
  ['ööffentlich', true],
  ['устно', true],
])('whether "%s" says something', (text, expected) => {
  expect(saysSomething(text)).toBe(expected);
});

test.each([
  ['x', false],
  ['Mutter', false],
  ['Ute', false],
  ['U. M.', false],
  ['Ute Müller', true],
  ['Müller, Ute', true],
  ['Li Bo', true],
])('whether "%s" is a full name', (name, expected) => {
  expect(isFullName(name)).toBe(expected);
});

/** Anna (10) and her mother Ute, Ben (17) without a guardian here; terms; an inspection on 20 August about both. */
async function someSchool(): Promise<School> {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  for (const line of [
    'user add --role student --given Anna --family Müller --class 5a --birth-date 2016-02-01',
    'user add --role student --given Ben --family Kern --class 5a --birth-date 2009-02-01',
    'user add --role student --given Eva --family Lang --class 13a --birth-date 2008-02-01',
    'user add --role guardian --given Ute --family Müller --child anna.mueller',
    'user add --role guardian --given Jan --family Müller --child anna.mueller',
    'terms publish terms.txt --version 1 --from 2026-08-01',
    'incident open --account anna.mueller,ben.kern,eva.lang --what "Joke mails"',
  ]) {
    const ended = await school.cli(line);
    if (ended.exit !== 0) throw new Error(`${line}: ${ended.err}`);
  }
  for (const account of ['anna.mueller', 'eva.lang']) {
    await school.cli(`incident inspect 1 --account ${account} --kind mail --suspicion "Insults by mail"`);
  }
  return school;
}

const code = async (school: School, line: string) => {
  const { exit, err } = await school.cli(`${line} --json`);
  return { exit, code: exit === 0 ? null : JSON.parse(err).error.code };
};

describe('words that say nothing are refused, and nothing is recorded', () => {
  test.each([
    ['incident inform 1 --account anna.mueller --told self --how x', 'says-nothing'],
    ['incident inform 1 --account anna.mueller --told guardian-name:x --how "by letter"', 'not-a-full-name'],
    ['incident close 1 --outcome -', 'says-nothing'],
    ['incident open --account ben.kern --what x', 'says-nothing'],
    ['incident open --account ben.kern --what "Joke mails" --reported-by ?', 'says-nothing'],
    ['suspension impose ben.kern --reason x --clause mass-mail', 'says-nothing'],
    ['password reset ben.kern --requested-by ben.kern --identified-by x --slips s.html', 'says-nothing'],
    ['audit log --reason x', 'says-nothing'],
    ['leaver hold ben.kern --reason xx', 'empty-reason'],
    ['consent give anna.mueller --by guardian-name:x', 'not-a-full-name'],
    ['consent give anna.mueller --by "guardian-name:Mutter"', 'not-a-full-name'],
    ['consent give ben.kern --by self --evidence .', 'says-nothing'],
    ['user edit anna.mueller --guardian ute.mueller --custody no --evidence x', 'says-nothing'],
  ])('%s', async (line, expected) => {
    const school = await someSchool();
    const before = school.sql('SELECT count(*) AS n FROM audit_entries');
    expect(await code(school, line)).toEqual({ exit: 2, code: expected });
    expect(school.sql('SELECT count(*) AS n FROM audit_entries')).toEqual(before);
  });

  test('a list of decisions is no way around it', async () => {
    const school = await someSchool();
    school.file(
      'list.csv',
      'Account;By;On;terms\nanna.mueller;Opa;2026-08-20;yes\nanna.mueller;Mutter;2026-08-20;no\n',
    );
    const { exit, err } = await school.cli('consent import list.csv --yes --json');
    const codes = JSON.parse(err).error.problems.map((problem: { code: string }) => problem.code);
    expect({ exit, codes }).toEqual({ exit: 4, codes: ['no-full-name', 'no-full-name'] });
  });
});

describe('who is named as a guardian', () => {
  test('no advice offers a classmate', async () => {
    const school = await someSchool();
    const { exit, err } = await school.cli('consent give anna.mueller --by guardian:ben.kern');
    expect({ exit, err }).toEqual({
      exit: 3,
      err:
        "! ben.kern is not known as a guardian of anna.mueller: that account is a student's.\n" +
        'Give the account of a guardian, or "guardian-name:NAME".\n',
    });
    await school.cli('user add --role guardian --given Gül --family Öz');
    expect((await school.cli('consent give anna.mueller --by guardian:guel.oez')).err).toContain('--child');
  });

  test('a name is confirmed where others are known as guardians, once', async () => {
    const school = await someSchool();
    const line = 'consent give anna.mueller --by "guardian-name:Opa Öz"';
    expect(await code(school, line)).toEqual({ exit: 2, code: 'confirmation-missing' });
    school.answers = ['Folder 3', false];
    expect(await school.cli(line)).toMatchObject({ exit: 130 });
    expect(school.asked).toEqual([
      'Where does the proof lie (folder, mail; empty: nowhere yet)?',
      'The registry knows jan.mueller and ute.mueller here, and not Opa Öz. Is Opa Öz a guardian all the same?',
    ]);
    expect(school.sql('SELECT * FROM consents')).toEqual([]);
    school.answers = ['Folder 3', true];
    expect(await school.cli(line)).toMatchObject({ exit: 0 });
    school.answers = undefined;
    expect(await school.cli('consent withdraw anna.mueller --by "guardian-name:Opa Öz"')).toMatchObject({ exit: 0 });
    expect(await school.cli('consent give ben.kern --by self --evidence "Folder 3"')).toMatchObject({ exit: 0 });
  });
});

describe('informing', () => {
  test('nobody is informed before the inspection', async () => {
    const school = await someSchool();
    const inform = 'incident inform 1 --account anna.mueller --told self --how "in person"';
    expect(await school.cli(`${inform} --on 2026-08-19`)).toMatchObject({
      exit: 3,
      err: '! On 19 Aug 2026 nothing had been looked into yet: that was on 20 Aug 2026. Correct the day.\n',
    });
    school.on('2026-08-22');
    await school.cli('incident inspect 1 --account anna.mueller --kind log --suspicion "Logged in for another"');
    expect(await school.cli(`${inform} --on 2026-08-21`)).toMatchObject({ exit: 0 });
    const shown = (await school.cli('incident show 1 --json')).json();
    expect(shown.inspections.map(({ informedOn }: { informedOn: string }) => informedOn)).toEqual([
      '2026-08-21',
      null,
      null,
    ]);
    expect(shown.toInform).toEqual(['anna.mueller', 'eva.lang']);
  });

  test.each([
    ['anna.mueller', '', 2, 'option-missing'],
    ['anna.mueller', '--told ute', 2, 'not-who-was-told'],
    ['anna.mueller', '--told guardian:ben.kern', 3, 'not-guardian-of'],
    ['anna.mueller', '--told guardian:jan.mueller', 3, 'no-custody'],
    ['anna.mueller', '--told guardian:ute.mueller', 0, null],
    ['anna.mueller', '--told "guardian-name:Gül Öz"', 0, null],
    ['anna.mueller', '--told self', 0, null],
    ['eva.lang', '', 0, null],
    ['eva.lang', '--told "guardian-name:Gül Öz"', 3, 'tell-themselves'],
  ])('%s, who has been told: "%s"', async (account, told, exit, expected) => {
    const school = await someSchool();
    await school.cli(
      'user edit anna.mueller --guardian jan.mueller --custody no --since 2026-05-04 --evidence "AG Kiel, 3 F 12/26"',
    );
    const line = `incident inform 1 --account ${account} ${told} --how "by letter"`;
    expect(await code(school, line)).toEqual({ exit, code: expected });
  });

  test('of a child it names whom; a terminal lets one choose', async () => {
    const school = await someSchool();
    school.answers = ['guardian:ute.mueller', 'by telephone'];
    expect(await school.cli('incident inform 1 --account anna.mueller')).toMatchObject({
      exit: 0,
      out: 'ute.mueller was told for anna.mueller on 20 Aug 2026.\n',
    });
    expect((await school.cli('incident show 1')).out).toContain(
      '  ute.mueller (for anna.mueller) was told on 20 Aug 2026: by telephone\n',
    );
    expect((await school.cli('incident show 1 --json')).json().inspections[0]).toMatchObject({
      informedWhom: 'guardian:ute.mueller',
    });
    school.answers = ['other', 'x', 'Gül Öz', 'by letter'];
    await school.cli('incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"');
    expect((await school.cli('incident inform 1 --account anna.mueller')).out).toContain('Gül Öz was told');
  });
});
