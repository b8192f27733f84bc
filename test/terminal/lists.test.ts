import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { App } from '../../src/app.ts';
import { program } from '../../src/commands.ts';
import { newSchool, School } from '../support/school.ts';

interface Node {
  name(): string;
  options: readonly { long?: string | null; optional: boolean; required: boolean }[];
  registeredArguments: readonly { required: boolean }[];
  commands: readonly Node[];
}

/** Every command that does something, by what is typed for it. */
async function leaves(): Promise<Map<string, Node>> {
  const walk = (node: Node, path: string): [string, Node][] =>
    node.commands.length === 0
      ? [[path, node]]
      : node.commands.flatMap((child) => walk(child, `${path} ${child.name()}`.trim()));
  return new Map(walk((await program(new App(new School().world(), 'en'), null)) as unknown as Node, ''));
}

const takesCsv = (node: Node | undefined) => node?.options.some(({ long }) => long === '--csv') === true;

/** What changes something and says whom as a list, which is no list to be kept; and what hands --csv on to others. */
const changing = [
  'each',
  'give',
  'refuse',
  'withdraw',
  'cancel',
  'schedule',
  'done',
  'impose',
  'lift',
  'end',
  'remove',
  'inform',
  'review',
  'enable',
  'disable',
];

const german = { columns: 80, colours: false };

describe('a list', () => {
  test('is everything that gives one under --json, and takes --csv and --columns', async () => {
    const shapes = JSON.parse(readFileSync(join(import.meta.dirname, '../json-shapes.json'), 'utf8'));
    const all = await leaves();
    const lists = Object.keys(shapes).filter((path) => Array.isArray(shapes[path]) && all.has(path));
    expect(lists.length).toBeGreaterThan(10);
    const without = lists.filter((path) => !takesCsv(all.get(path)));
    expect(without.filter((path) => !changing.includes(path.split(' ').at(-1) ?? ''))).toEqual([]);
  });

  test('has its headings even where nothing is in it, in German, too', async () => {
    const school = await newSchool();
    const needs = new Map([['audit log', ' --reason Frage']]);
    for (const [path, node] of await leaves()) {
      if (!node.options.some(({ long }) => long === '--columns')) continue;
      if (!takesCsv(node) || node.registeredArguments.some(({ required }) => required)) continue;
      if (node.options.some(({ long, required }) => long === '--csv' && required)) continue;
      for (const language of ['en', 'de']) {
        const { exit, out, err } = await school.cli(`${path}${needs.get(path) ?? ''} --csv --lang ${language}`);
        expect({ path, exit, bug: err.includes('stack') }).toEqual({ path, exit: 0, bug: false });
        const [head = ''] = out.split('\r\n');
        expect(head, path).toMatch(/^\ufeff?[^;]+(;[^;]+)*$/);
      }
    }
  });

  test('goes into a spreadsheet with words and headings of the language, and runs nothing there', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given =cmd --family Müller --class 5a --birth-date 2014-02-01');
    expect((await school.cli('user list --csv --columns Vorname,KLASSE,Rolle,Geburtsdatum --lang de')).out).toBe(
      "\ufeffVorname;Klasse;Rolle;Geburtsdatum\r\n'=cmd;5a;Schüler(in);01.02.2014\r\n",
    );
    school.terminal = german;
    expect((await school.cli('user list --columns Klasse,Status --lang de')).out).toBe(
      'Klasse  Status\n5a      aktiv\n',
    );
    expect((await school.cli('user list --csv --columns Class')).out).toBe('Class\r\n5a\r\n');
  });

  test('says on standard error what is no row', async () => {
    const school = await newSchool();
    expect(await school.cli('terms list --csv --lang de')).toMatchObject({ exit: 0, err: '', out: expect.any(String) });
    const { exit, out, err } = await school.cli('backup losses --csv');
    expect({ exit, out, err }).toEqual({ exit: 0, out: '\ufeffRestored;Lost since\r\n', err: '' });
    school.on('2027-08-20');
    await school.cli('backup create');
    school.on('2028-08-20');
    const late = await school.cli('retention --csv --lang de');
    expect(late.out).not.toContain('Überfällig: ');
    expect(late.err).toMatch(/^! Überfällig: .*Protokoll/);
  });

  test('that has no such column says which it has', async () => {
    const school = await newSchool();
    const { exit, err } = await school.cli('terms list --columns Sha,Version --lang de');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: '! --columns: Eine Spalte „Sha“ hat diese Liste nicht. Sie hat: Version, Gilt ab, Stand, SHA-256\n',
    });
  });

  test.each(['--csv', '--columns Account'])('is either for scripts or for the office: %s', async (option) => {
    const { exit, err } = await (await newSchool()).cli(`user list ${option} --json`);
    expect({ exit, problem: JSON.parse(err).error.problem }).toEqual({
      exit: 2,
      problem: `${option.split(' ')[0]} and --json exclude each other.`,
    });
  });

  test('alone takes --csv: what shows one thing does not', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    expect(await school.cli('user show anna.mueller --csv')).toMatchObject({ exit: 2 });
  });
});

describe('the list of people', () => {
  async function filled() {
    const school = await newSchool(new Date('2026-08-01T08:00:00Z'));
    school.file('terms.txt', 'Text');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 2014-02-01');
    await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller --email u@x.example');
    school.on('2026-08-20');
    await school.cli('user add --role student --given Ben --family Öztürk --class 5b');
    await school.cli('consent give anna.mueller --by guardian:ute.mueller');
    return school;
  }

  test.each([
    ['--consent complete', ['anna.mueller']],
    ['--consent offen --lang de', ['ben.oeztuerk', 'ute.mueller']],
    ['--consent VOLLSTÄNDIG,missing --role schüler', ['anna.mueller', 'ben.oeztuerk']],
    ['--password none', ['anna.mueller', 'ben.oeztuerk', 'ute.mueller']],
    ['--password vorlaeufig', []],
    ['--without birth-date --role student', ['ben.oeztuerk']],
    ['--without guardian', ['ben.oeztuerk']],
    ['--without e-mail,eltern', ['anna.mueller', 'ben.oeztuerk']],
    ['--since 2026-08-20', ['ben.oeztuerk']],
    ['--since 1.8.2026 --class 5a', ['anna.mueller']],
    ['anna.mueller --since 2026-08-20', []],
  ])('by %s', async (options, accounts) => {
    const school = await filled();
    const found = (await school.cli(`user list ${options} --json`)).json();
    expect(found.map(({ account }: { account: string }) => account).sort()).toEqual(accounts);
  });

  test('since a day knows who came by a roster, and not who only changed', async () => {
    const school = await filled();
    school.file('s.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Cem;Yildiz;5c\n');
    await school.cli('roster import s.csv -y');
    school.on('2026-09-20');
    school.file('s.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Cem;Yildiz;5d\n2;Ida;Kern;5d\n');
    await school.cli('roster import s.csv -y');
    const found = (await school.cli('user list --since 2026-09-01 --json')).json();
    expect(found.map(({ account }: { account: string }) => account)).toEqual(['ida.kern']);
  });

  test('refuses a purpose that nobody knows, and a word that is none', async () => {
    const school = await filled();
    expect(await school.cli('user list --consent missing --purpose fotos')).toMatchObject({ exit: 3 });
    expect((await school.cli('user list --password weg --lang de')).err).toContain(
      'Möglich sind keines, vorläufig, eigenes.',
    );
  });

  test('has a column for each purpose in the spreadsheet', async () => {
    const school = await filled();
    await school.cli('consent purposes add photos --title Fotos');
    const { out } = await school.cli('user list --class 5a --csv --columns Konto,Nutzungsordnung,photos --lang de');
    expect(out).toBe('\ufeffKonto;Nutzungsordnung;photos\r\nanna.mueller;vollständig;offen\r\n');
  });
});
