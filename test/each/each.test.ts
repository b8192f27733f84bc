import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedTables, worstOf } from '../../src/each/rules.ts';
import { ended } from '../support/program.ts';
import { School } from '../support/school.ts';

const launcher = join(import.meta.dirname, '../../bin/schulkonto.js');

/** A folder with the registries of three schools, each with a child; two of them have the same name. */
async function city(): Promise<School> {
  const school = new School();
  for (const [place, name] of [
    ['goethe', 'Goethe-Schule'],
    ['see', 'Gymnasium am See'],
    ['wald', 'Goethe-Schule'],
  ]) {
    mkdirSync(school.path(`${place}`), { mode: 0o700 });
    const registry = `--registry ${place}/registry.sqlite`;
    expect(await school.cli(`init --school "${name}" --domain ${place}.example ${registry}`)).toMatchObject({
      exit: 0,
    });
    await school.cli(`user add --role student --given Anna --family ${place} --class 5a ${registry}`);
  }
  return school;
}

describe('each', () => {
  test('says every line with the school before it, and with its place where two have the same name', async () => {
    const school = await city();
    expect(await school.cli('each --in . -- user list --columns Account')).toMatchObject({
      exit: 0,
      err: '',
      out: `Goethe-Schule (goethe/registry.sqlite): Account
Goethe-Schule (goethe/registry.sqlite): anna.goethe
Gymnasium am See: Account
Gymnasium am See: anna.see
Goethe-Schule (wald/registry.sqlite): Account
Goethe-Schule (wald/registry.sqlite): anna.wald
`,
    });
  });

  test('gives one list under --json, before or behind --, with what failed', async () => {
    const school = await city();
    for (const line of ['each --in . --json -- user show anna.see', 'each --in . -- user show anna.see --json']) {
      const ran = await school.cli(line);
      expect(ran.exit).toBe(3);
      expect(ran.json()).toMatchObject([
        { school: 'Goethe-Schule (goethe/registry.sqlite)', exit: 3, result: null, error: { code: 'unknown-account' } },
        { school: 'Gymnasium am See', exit: 0, result: { account: 'anna.see' }, error: null },
        { registry: school.path('wald/registry.sqlite'), exit: 3, result: null },
      ]);
    }
  });

  test('joins the tables of all schools under --csv', async () => {
    const school = await city();
    await school.cli('consent purposes add photos --title Fotos --registry see/registry.sqlite');
    const { out } = await school.cli('each --in . --lang de -- user list --csv --columns Konto,Klasse');
    expect(out).toBe(
      '\ufeffSchule;Konto;Klasse\r\nGoethe-Schule (goethe/registry.sqlite);anna.goethe;5a\r\nGymnasium am See;anna.see;5a\r\nGoethe-Schule (wald/registry.sqlite);anna.wald;5a\r\n',
    );
    const whole = (await school.cli('each --in . --lang de -- user list --csv')).out.split('\r\n');
    expect(whole.map((line) => line.split(';').at(-1))).toEqual(
      ['photos', '', 'offen', '', undefined].map((one) => one ?? ''),
    );
  });

  test('speaks the language that it was called in', async () => {
    const school = await city();
    expect((await school.cli('each --in see --lang de -- user list')).out).toContain('See: 1 Person.');
    expect((await school.cli('each --in see -- user list --lang de')).out).toContain('See: 1 Person.');
  });

  test('refuses for every school what would ask somebody, also at a terminal, and goes on', async () => {
    const school = await city();
    school.answers = [];
    const { exit, err } = await school.cli('each --in . -- user add --role staff');
    expect(exit).toBe(2);
    expect(err.match(/--given/g)).toHaveLength(3);
    const yes = await school.cli(
      'each --in see --yes -- suspension impose anna.see --reason Streit --clause mass-mail',
    );
    expect(yes).toMatchObject({ exit: 0 });
  });

  test('runs in the folder of the registry: files are those of the school', async () => {
    const school = await city();
    expect(await school.cli('each --in . -- roster export people.csv')).toMatchObject({ exit: 0 });
    expect(['goethe', 'see', 'wald'].map((place) => existsSync(school.path(`${place}/people.csv`)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('finds neither backups, nor other files, nor what lies behind a link', async () => {
    const school = await city();
    mkdirSync(school.path('see/backups'), { recursive: true });
    copyFileSync(school.path('see/registry.sqlite'), school.path('see/backups/registry.2026.sqlite'));
    school.file('goethe/other.sqlite', 'SQLite format 3\u0000 but not ours');
    school.file('goethe/empty.sqlite', '');
    symlinkSync(school.path('see'), school.path('link'));
    symlinkSync(school.path('see/registry.sqlite'), school.path('wald/link.sqlite'));
    expect((await school.cli('each --in . -- settings get school.name --json')).json()).toHaveLength(3);
  });

  test.each([
    ['each --in . -- user list --registry x', 2, '--registry can’t'],
    ['each --in . -- init --school X', 2, 'init'],
    ['each --in . -- each --in . -- status', 2, 'each'],
    ['each --in nowhere -- status', 3, 'No registry'],
    ['each -- status', 2, '--in is missing'],
    ['each --in .', 2, 'The argument <command> is missing'],
    ['each --in . -- nonsense', 2, 'There is no command "nonsense"'],
  ])('%s is refused', async (line, exit, said) => {
    const ran = await (await city()).cli(line);
    expect({ exit: ran.exit, says: ran.err.includes(said.replace('’', "'")) }).toEqual({ exit, says: true });
  });

  test('starts a process for each, which nobody can talk to', async () => {
    const school = await city();
    const { exit, out } = await ended(
      process.execPath,
      [launcher, 'each', '--in', school.folder, '--lang', 'de', '--', 'user', 'list', '--columns', 'Konto'],
      { PATH: process.env.PATH ?? '', HOME: school.folder },
    );
    expect(exit).toBe(0);
    expect(out).toContain('Gymnasium am See: anna.see\n');
  });
});

test('the worst exit code is that of a bug, then a wrong line; a killed process counts as a bug', () => {
  expect(worstOf([])).toBe(0);
  expect(worstOf([0, 5, 0])).toBe(5);
  expect(worstOf([5, 75])).toBe(75);
  expect(worstOf([3, 5, 4, 0])).toBe(4);
  expect(worstOf([2, 4])).toBe(2);
  expect(worstOf([0, 137])).toBe(1);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 75, 130)), (exits) => {
      expect(exits.length === 0 ? [0] : exits).toContain(worstOf(exits));
      expect(worstOf([...exits].reverse())).toBe(worstOf(exits));
    }),
  );
});

test('tables of several schools keep every cell under its heading', () => {
  expect(
    joinedTables('School', [
      {
        school: 'A',
        rows: [
          ['Account', 'photos'],
          ['anna', 'given'],
        ],
      },
      { school: 'B', rows: [] },
      {
        school: 'C',
        rows: [
          ['Class', 'Account'],
          ['5a', 'ben'],
        ],
      },
    ]),
  ).toEqual({
    columns: ['School', 'Account', 'photos', 'Class'],
    rows: [
      ['A', 'anna', 'given', ''],
      ['C', 'ben', '', '5a'],
    ],
  });
});
