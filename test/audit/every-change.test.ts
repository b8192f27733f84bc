import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { App } from '../../src/app.ts';
import { program } from '../../src/commands.ts';
import { newSchool, School } from '../support/school.ts';
import { either, type Shape, shapeOf, writtenShape } from '../support/shapes.ts';

/**
 * Some years at the school, command by command: every command that changes something, the act that its one entry
 * names, and the day if it is another. A new command goes where its turn is; what it needs has been made above it.
 */
const changing: readonly (readonly [line: string, act: string, day?: string])[] = [
  ['settings set school.last-year 10', 'setting-set'],
  ['roster import students.csv', 'roster-created'],
  ['roster undo 1', 'roster-undone'],
  ['user add --role student --given Anna --family Müller --class 5a', 'user-added'],
  ['user edit anna.mueller --class 6a', 'user-edited'],
  ['terms publish terms.txt --version 1 --from 2026-08-01', 'terms-published'],
  ['consent purposes add photos --title Fotos', 'purpose-added'],
  ['consent give anna.mueller --by self', 'consent-given'],
  ['consent withdraw anna.mueller --by self', 'consent-withdrawn'],
  ['consent strike anna.mueller 2 --reason Mistake', 'consent-struck'],
  ['consent refuse anna.mueller --by self --purpose photos', 'consent-refused'],
  ['consent import list.csv', 'consent-given'],
  ['consent purposes retire photos', 'purpose-retired'],
  ['incident open --account anna.mueller --what "Joke mails to the whole year"', 'incident-opened'],
  ['incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"', 'incident-inspected'],
  ['incident inspect 1 --account anna.mueller --kind mail', 'inspection-refused'],
  ['incident inspect 9 --account anna.mueller --kind mail --suspicion "Insults by mail"', 'inspection-refused'],
  ['incident inform 1 --account anna.mueller --how "in person"', 'incident-informed'],
  ['incident close 1 --outcome "Made up"', 'incident-closed'],
  ['suspension impose anna.mueller --reason "Joke mails" --incident 1', 'suspension-imposed'],
  ['suspension lift anna.mueller --reason "Made up"', 'suspension-lifted'],
  ['incident open --account anna.mueller --what "Mass mails"', 'incident-opened'],
  ['password issue anna.mueller --csv passwords.csv', 'password-issued'],
  ['password reset anna.mueller --requested-by somebody.else --identified-by x', 'password-reset-refused'],
  [
    'password reset anna.mueller --requested-by anna.mueller --identified-by "ID card" --slips slip.html',
    'password-reset',
  ],
  ['password change anna.mueller', 'password-change-refused'],
  ['iserv export iserv.csv --first', 'iserv-exported'],
  ['iserv done anna.mueller --what password', 'iserv-done'],
  ['iserv open --class 6a', 'iserv-class-opened'],
  ['iserv close --class 6a', 'iserv-class-closed'],
  ['iserv reconcile users.csv', 'iserv-reconciled'],
  ['password confirm anna.mueller', 'password-confirmed'],
  ['leaver schedule anna.mueller --left-on 2026-07-31', 'leaver-scheduled'],
  ['leaver notices --csv notices.csv', 'leaver-told'],
  ['leaver hold anna.mueller --reason "Dispute"', 'leaver-held'],
  ['leaver release anna.mueller', 'leaver-released'],
  ['leaver run', 'leaver-locked', '2026-09-03'],
  ['leaver cancel anna.mueller', 'leaver-cancelled'],
  ['backup create', 'backup-made'],
  ['backup restore newest', 'registry-restored'],
  ['audit log --reason "Trying it out"', 'log-read'],
  ['user report anna.mueller --json', 'log-read'],
  ['incident prune', 'incident-pruned', '2027-09-01'],
  ['backup prune', 'backups-pruned', '2027-09-01'],
  ['audit prune', 'log-pruned', '2028-09-01'],
];

/** Every command that only looks, as it can be typed once all that is done. */
const reading: readonly string[] = [
  'status',
  'retention',
  'settings list',
  'settings get school.name',
  'roster import students.csv --dry-run',
  'roster export all.csv',
  'roster formats',
  'roster answers',
  'roster runs',
  'roster show 1',
  'user list',
  'user show anna.mueller',
  'terms list',
  'terms show 1',
  'consent list anna.mueller',
  'consent import list.csv --dry-run',
  'consent missing',
  'consent purposes list',
  'consent forms --out forms.html',
  'suspension list',
  'suspension clauses',
  'incident list',
  'incident show 2',
  'incident prune --dry-run',
  'leaver list',
  'leaver notices',
  'leaver run --dry-run',
  'leaver proof anna.mueller',
  'backup list',
  'backup restore newest --dry-run',
  'backup losses',
  'backup prune --dry-run',
  'iserv todo',
  'password pending',
  'password check',
  'audit verify',
  'audit prune --dry-run',
];

/** The files that they read. */
const files = {
  'list.csv': 'Account;By;On;terms\nanna.mueller;Jo Müller;2026-08-20;yes\n',
  'terms.txt': 'Be kind.',
  'more.csv': 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5b\n2;Jo;Lang;\n3;;;\n',
  'other.csv': 'Import-ID;Vorname;Nachname;Klasse\n20;Ben;Schulz;5b\n',
  'faulty.csv': 'Import-ID;Vorname;Nachname;Klasse\n3;;;\n',
  'faulty-list.csv': 'Account;By;On;terms\nnobody.here;Jo Müller;2026-08-20;yes\n',
  'users.csv':
    'Account;Import-ID;Vorname;Nachname;Status;Klasse;Benutzertyp\nanna.mueller;;Anna;Müller;aktiv;5a;Schüler\nute.kern;;Ute;Kern;aktiv;;Lehrer\n',
  'students.csv': 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Schulz;5a\n',
};

/** What is piped into them: an old password that is wrong and a new one twice; one to check. */
const piped = ['wrong', 'Wolke7+Tasse', 'Wolke7+Tasse', 'Wolkenbruch+7Tassen'];

/** Makes the registry itself; its entry is the first of every log here. */
const making = ['init'];

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
    expect({ line, exit: ended.exit, entry: last() }).toEqual({ line, exit: 0, entry: before });
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
    if (line.startsWith('password issue')) {
      // Who has the password from there can set an own one.
      const [issued = ''] = readFileSync(school.path('passwords.csv'), 'utf8').trimEnd().split(';').slice(-1);
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
