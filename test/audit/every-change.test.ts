import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { App } from '../../src/app.ts';
import { program } from '../../src/commands.ts';
import { newSchool, School } from '../support/school.ts';
import { either, type Shape, shapeOf, writtenShape } from '../support/shapes.ts';
import { changing, files, making, piped, reading } from './session.ts';

interface Node {
  name(): string;
  commands: readonly Node[];
}

const leaves = ({ commands }: Node, path = ''): string[] =>
  commands.flatMap((child) =>
    child.commands.length > 0 ? leaves(child, `${path}${child.name()} `) : [path + child.name()],
  );

test('every command is known to change something or to look only', async () => {
  const all = leaves(await program(new App(new School().world(), 'en'), null));
  const lines = [...changing.map(([line]) => line), ...reading, ...making];
  expect(all.filter((command) => !lines.some((line) => `${line} `.startsWith(`${command} `)))).toEqual([]);
});

test('every change adds one entry, by whom the system says; looking adds none and waits for nobody', async () => {
  const school = await newSchool();
  school.operator = 'm.weber';
  school.stdin = [...piped];
  for (const [name, content] of Object.entries(files)) school.file(name, content);
  const last = () => school.sql('SELECT id, act, operator FROM audit_entries ORDER BY id DESC LIMIT 1')[0];
  expect(last()).toEqual({ id: 1, act: 'registry-made', operator: 'k.schmidt' });

  for (const [index, [line, act, day = '2026-08-20']] of changing.entries()) {
    const ended = await school.on(day).cli(`${line} --yes`);
    expect({ line, exit: ended.exit, entry: last() }).toEqual({
      line,
      exit: act.endsWith('-refused') && act !== 'consent-refused' ? 3 : 0,
      entry: { id: index + 2, act, operator: 'm.weber' },
    });
  }

  const before = last();
  // Somebody else is about to write all the while: who only looks needn't wait for them.
  school.patience = 0;
  const other = new Database(school.registry);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  for (const line of reading) {
    const ended = await school.cli(line);
    // No night has run for a year.
    const exit = line === 'doctor' ? 4 : 0;
    expect({ line, exit: ended.exit, entry: last() }).toEqual({ line, exit, entry: before });
  }
});

/** What is typed besides, after a line of the session, so that lists are full and all there can be is there. */
const besides: Readonly<Record<string, readonly string[]>> = {
  'roster import students.csv': [
    'roster import more.csv --skip-faulty',
    'roster import other.csv --dry-run',
    'roster import faulty.csv',
    'roster import more.csv --dry-run --skip-faulty',
    'roster show 1',
    'roster show 2',
    'roster runs',
    'roster undo 2',
  ],
  'user add --role student --given Anna --family Müller --class 5a': [
    'user add --role guardian --given Jo --family Müller --child anna.mueller --email jo@post.example',
    'user edit anna.mueller --group Chor --import-id 7 --email a@post.example',
  ],
  'terms publish next.txt --version 2 --from 2027-08-01': ['terms duties 2', 'terms publish next.txt --version 3'],
  'terms publish corrected.txt --version 2 --editorial': ['terms list', 'terms show 2', 'terms retract 1'],
  'administrator add m.weber --name "Maria Weber" --signed-on 2026-08-20': [
    'administrator list',
    'administrator add k.schmidt --name "Karin Schmidt"',
    'status',
  ],
  'module enable Messenger --decided-by Schulkonferenz': ['module list', 'module notice', 'module enable Foren'],
  'module disable Messenger --reason Unused': ['module list --all', 'module notice', 'module disable Mesenger'],
  'permit give anna.mueller --kind traffic --reason Film': [
    'permit list',
    'permit give anna.mueller --kind software --reason GeoGebra --until 2026-09-09',
    'permit give --administrator k.schmidt --kind software --reason GeoGebra',
    'user report anna.mueller',
  ],
  'post removed anna.mueller --where Forum --reason Insults --incident 1': [
    'post list',
    'post removed --where Messenger --reason Link',
    'incident show 1',
    'user report anna.mueller',
  ],
  'request open --kind restriction --account anna.mueller --identified-by "ID card"': [
    'request list',
    'request open --kind access --by "Ute Müller" --identified-by "ID card"',
    'request open --kind access --account anna.mueller',
    'status',
  ],
  'request answer 1 --outcome granted --how "By letter"': [
    'request list --all',
    'request answer 1 --outcome granted --how "By letter"',
    'user show anna.mueller',
    'user report anna.mueller',
    'iserv export --dry-run',
  ],
  'request lift anna.mueller --reason "Case over" --told-on 2026-08-20': [
    'user report anna.mueller',
    'request lift anna.mueller --reason "Case over" --told-on 2026-08-20',
  ],
  'permit end anna.mueller --reason Done': ['permit list --all', 'permit end anna.mueller --reason Done'],
  'administrator end m.weber': ['administrator list --all', 'administrator end m.weber'],
  'consent purposes add photos --title Fotos': ['consent missing', 'status'],
  'consent import list.csv': ['consent import faulty-list.csv', 'consent list anna.mueller', 'user show anna.mueller'],
  'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"': [
    'status',
    'incident list',
    'incident show 1',
  ],
  'suspension impose anna.mueller --reason "Joke mails" --incident 1': [
    'suspension list',
    'suspension impose anna.mueller --reason "Again" --clause mass-mail',
    'user show anna.mueller',
    'user list',
  ],
  'password issue anna.mueller --csv passwords.csv': ['password pending', 'status'],
  'iserv export iserv.csv --first': ['iserv todo', 'iserv export --dry-run', 'iserv export nowhere.csv --role teacher'],
  'iserv open --class 6a': ['status'],
  'iserv close --class 6a': [
    'user add --role student --given Utte --family Kern --class 5a',
    'iserv todo',
    'iserv reconcile users.csv --dry-run',
  ],
  'leaver hold anna.mueller --reason "Dispute"': [
    'user edit anna.mueller --birth-date 2010-03-09',
    'leaver list',
    'leaver notices',
    'user show anna.mueller',
    'user list',
    'leaver run --dry-run',
    'user report anna.mueller',
    'status',
  ],
};

test('what --json prints has the shape that scripts know', async () => {
  const school = await newSchool();
  school.stdin = [...piped];
  for (const [name, content] of Object.entries(files)) school.file(name, content);
  const paths = leaves(await program(new App(new School().world(), 'en'), null));
  const shapes: Record<string, Shape> = {};
  const learn = (path: string, printed: string) => {
    if (printed === '') return;
    shapes[path] = either(shapes[path] ?? 'nothing', shapeOf(JSON.parse(printed)));
  };

  const type = async (line: string) => {
    const path = paths.find((command) => `${line} `.startsWith(`${command} `)) ?? line;
    const { out, err } = await school.cli(`${line} --yes${line.endsWith('--json') ? '' : ' --json'}`);
    if (out === '') learn(`${path} (refused)`, err);
    else learn(path, out);
  };

  for (const [line, , day] of [...changing, ...reading.map((line) => [line] as const)]) {
    if (day) school.on(day);
    await type(line);
    for (const more of besides[line] ?? []) await type(more);
    if (line.startsWith('password reissue')) {
      // Who has the password from there can set an own one.
      const [issued = ''] = readFileSync(school.path('again.csv'), 'utf8').trimEnd().split(';').slice(-1);
      school.stdin.unshift(issued, 'Wolke7+Tasse', 'Wolke7+Tasse');
      await type('password change anna.mueller');
    }
  }

  expect(paths.filter((path) => !(path in shapes) && !making.includes(path))).toEqual([]);
  const written = Object.fromEntries(
    Object.keys(shapes)
      .sort()
      .map((path) => [path, writtenShape(shapes[path] ?? '')]),
  );
  await expect(`${JSON.stringify(written, null, 2)}\n`).toMatchFileSnapshot('../json-shapes.json');
});
