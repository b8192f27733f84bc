import { existsSync, readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newSchool, School } from '../support/school.ts';

async function filled(): Promise<School> {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a --group "Französisch 2"');
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
  await school.cli('consent purposes add photos --title Fotos');
  return school;
}

/** What is offered behind these words. */
const offered = async (school: School, line: string) =>
  (await school.cli(`__complete zsh ${line}`)).out
    .split('\n')
    .filter(Boolean)
    .map((one) => one.split('\t')[0]);

describe('the tab key offers', () => {
  const table: readonly [line: string, values: string[]][] = [
    ['sett', ['settings']],
    ['nobody knows ""', []],
    ['user sh', ['show']],
    ['user show ""', ['anna.mueller', 'ute.mueller']],
    ['user show ANNA', ['anna.mueller']],
    ['user show anna.mueller ""', []],
    ['user list anna.mueller ut', ['ute.mueller']],
    ['user list --consent com', ['complete']],
    ['user list --role student,te', ['student,teacher']],
    ['user list --role=st', ['--role=student', '--role=staff']],
    ['user list --purpose ph', ['photos']],
    ['--lang de user list --role ""', ['schüler', 'lehrer', 'eltern', 'mitarbeiter']],
    ['user list --group fr', ['Französisch 2']],
    ['user list --js', ['--json']],
    ['user list --cs', ['--csv']],
    ['consent give anna.mueller --by ""', ['self', 'guardian:', 'guardian-name:']],
    ['consent give anna.mueller --by guardian:u', ['guardian:ute.mueller']],
    ['consent purposes re', ['retire']],
    ['settings set roster.skip-a', ['roster.skip-at-most']],
    ['audit log --act user-a', ['user-added']],
    ['backup restore ne', ['newest']],
    ['roster import ""', [':files']],
    ['user report anna.mueller --out ""', [':files']],
    ['--registry ""', [':files']],
    ['password reset anna.mueller --identified-by ""', []],
  ];

  test('what can stand there, and nothing else', async () => {
    const school = await filled();
    for (const [line, values] of table) expect([line, await offered(school, line)]).toEqual([line, values]);
  });

  test('for bash only what it has not taken for a word of its own, quotes and all', async () => {
    const school = await filled();
    const bash = async (line: string) => (await school.cli(`__complete bash '${line}'`)).out;
    expect(await bash('schulkonto consent give anna.mueller --by guardian:u')).toBe('ute.mueller\tUte Müller\n');
    expect(await bash('schulkonto user list --group="Fran')).toBe('Französisch 2\t1\n');
    expect(await bash('schulkonto user list --group Franz\\ö')).toBe('Französisch 2\t1\n');
    expect(await bash('schulkonto  user   show ')).toContain('anna.mueller\t');
  });

  test('what the registry holds that the line names, and nothing from one that there is not', async () => {
    const school = await filled();
    const other = await newSchool();
    await other.cli('user add --role student --given Zoe --family Zoll');
    expect(await offered(school, `--registry ${other.registry} user show ""`)).toEqual(['zoe.zoll']);
    expect(await offered(school, `user show --registry=${school.path('none.sqlite')} ""`)).toEqual([]);
    expect(existsSync(school.path('none.sqlite'))).toBe(false);
    expect(await offered(new School(), 'user show ""')).toEqual([]);
  });

  test('nothing that moves the cursor', async () => {
    const school = await filled();
    school.sql(`UPDATE group_members SET name = 'a' || char(27) || '[31m' || char(10) || 'b'`);
    expect(await offered(school, 'user list --group ""')).toEqual(['a [31m b']);
  });
});

describe('the tab key leaves everything as it is:', () => {
  test('the file, its log, and what lies beside it', async () => {
    const school = await filled();
    const [before, beside] = [school.bytes(), readdirSync(school.folder)];
    for (const line of ['user show ""', 'class show ""', 'backup restore ""', 'audit log --act ""'])
      expect(await school.cli(`__complete fish ${line}`)).toMatchObject({ exit: 0, err: '' });
    expect(school.bytes().equals(before)).toBe(true);
    expect(readdirSync(school.folder)).toEqual(beside);
  });

  test('a registry of an older program', async () => {
    const school = await filled();
    school.sql('PRAGMA user_version = 3');
    const before = school.bytes();
    expect(await offered(school, 'user show an')).toEqual(['anna.mueller']);
    expect(school.bytes().equals(before)).toBe(true);
  });

  test('one that another tool has put into WAL', async () => {
    const school = await filled();
    const db = new Database(school.registry);
    db.pragma('journal_mode = WAL');
    db.close();
    const beside = readdirSync(school.folder);
    expect(await offered(school, 'user show an')).toEqual([]);
    expect(readdirSync(school.folder)).toEqual(beside);
  });

  test('and waits for nobody who is writing', async () => {
    const school = await filled();
    const db = new Database(school.registry);
    db.exec('BEGIN EXCLUSIVE');
    expect(await offered(school, 'user show an')).toEqual([]);
    db.exec('ROLLBACK');
    db.close();
  });
});

test('completion prints a script for each shell, and is said nowhere to have a command of its own', async () => {
  const school = new School();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { exit, out } = await school.cli(`completion ${shell}`);
    expect({ exit, asks: out.includes(`__complete ${shell}`) }).toEqual({ exit: 0, asks: true });
    expect((await school.cli(`completion ${shell} --json`)).json()).toEqual({ shell, script: out });
  }
  expect((await school.cli('--help')).out).not.toContain('__complete');
});
