import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { App } from '../src/app.ts';
import { program } from '../src/commands.ts';
import { duties } from '../src/duties/sentences-text.ts';
import { roster } from './roster/roster.ts';
import { School } from './support/school.ts';

const top = join(import.meta.dirname, '..');
const readme = readFileSync(join(top, 'README.md'), 'utf8');

const blocks = /(?<=^```console\n).*?(?=^```$)/gms;

/** After a change of what is shown: `npm test -- -u` writes the page anew; read its diff. */
test('every command in it does what it says there, one after the other', async () => {
  const school = new School();
  const born = { anna: '01.02.2014', other: '05.05.2015', chloe: '26.11.2014', ben: '03.03.2010' };
  const anna = { id: '22044', given: 'Anna', family: 'Müller', class: '5a', born: born.anna, groups: 'Chor' };
  const other = { id: '22045', given: 'Anna', family: 'Müller', class: '5a', born: born.other };
  const chloe = { id: '22041', given: 'Chloé', family: 'Lange', class: '5b', born: born.chloe };
  const ben = { id: '22043', given: 'Ben', family: 'Öztürk', class: '10a', born: born.ben };
  school.file('list.csv', 'Konto;Wer;Am;terms;photos\nanna.mueller2;Jo Müller;19.08.2026;ja;nein\n');
  school.file('terms.txt', 'Every user gets an account, and keeps the rules of the school.\n');
  school.file('students.csv', roster([anna, other, chloe, ben]));
  school.file(
    'next-year.csv',
    roster([
      { ...anna, class: '6a' },
      { ...other, class: '6a' },
      { ...chloe, id: '22262', given: 'Chloée', class: '6b' },
    ]),
  );
  let written = readme;
  for (const [block] of readme.matchAll(blocks)) {
    let ran = '';
    for (const [, line = ''] of block.matchAll(/^\$ schulkonto (.*)$/gm)) {
      const { out, err } = await school.cli(line);
      ran += `$ schulkonto ${line}\n${out}${err}`.replaceAll(school.folder, '~');
    }
    written = written.replace(block, () => ran);
  }
  written = written.replace(/(?<=^## What the terms ask of administrators\n\n).*?(?=^## )/ms, () => dutiesTable());
  await expect(written).toMatchFileSnapshot('../README.md');
});

/** The sentences of the terms that commands carry out, as the program itself knows them. */
function dutiesTable(): string {
  const rows = duties.filter(({ commands }) => commands.length > 0);
  const cells = rows.map(({ english, commands, left }) => [
    english,
    commands.map((command) => `\`${command}\``).join(', '),
    left?.en ?? '',
  ]);
  const others = duties.length - rows.length;
  return [
    'Of the school’s terms of use, these sentences are carried out by commands:',
    '',
    ...[['The terms say', 'Command', 'Left to people'], ['---', '---', '---'], ...cells].map(
      (row) => `| ${row.join(' | ')} |`,
    ),
    '',
    `The other ${others} are people’s own affair; who breaks them can be suspended by the rule. \`schulkonto terms duties\` shows all of them`,
    'with today’s numbers, and of a new text (`--file`) the sentences that nobody carries out.',
    '',
    '',
  ].join('\n');
}

test('it names every command, and no other', async () => {
  const nouns = (await program(new App(new School().world(), 'en'), null)).commands.map((noun) =>
    [noun.name(), ...noun.commands.map((verb) => verb.name())].join(' '),
  );
  const [table = ''] = /## Every command\n(.*?)\n\n`/s.exec(readme)?.slice(1) ?? [];
  const rows = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, row = '']) =>
    row
      .split(' · ')
      .map((word) => word.replace(/ [A-Z].*/, ''))
      .join(' '),
  );
  expect(rows.sort()).toEqual(nouns.sort());
});

test('its two commands are scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
  const commands = [...readme.matchAll(/^```sh\n(.*)\n```$/gm)].map(([, line]) => line);
  expect(commands).toEqual(['npm ci && npm run example', 'npm ci && npm run check']);
  expect(scripts).toMatchObject({ example: expect.any(String), check: expect.any(String) });
});

test('the example school is the one that the example imports', async () => {
  const school = new School();
  await school.cli('init --school "Gymnasium am See" --domain see.example');
  for (const file of ['2025-students', '2025-guardians', '2025-teachers', '2026-students']) {
    copyFileSync(join(top, `examples/rosters/${file}.csv`), school.path(`${file}.csv`));
  }
  expect(await school.cli('roster import 2025-students.csv -y')).toMatchObject({ exit: 0 });
  expect(await school.cli('roster import 2025-guardians.csv -y')).toMatchObject({ exit: 0 });
  expect(await school.cli('roster import 2025-teachers.csv --role teacher -y')).toMatchObject({ exit: 0 });

  for (const file of ['terms.txt', 'consents-5a.csv']) copyFileSync(join(top, 'examples', file), school.path(file));
  await school.cli('terms publish terms.txt --version 1 --from 2025-08-01');
  await school.cli('consent purposes add photos --title "Fotos auf der Schulseite"');
  await school.cli('consent forms --class 5a --csv --out 5a.csv');
  const columns = (file: string) => school.bytes(file).toString().replace('\ufeff', '').split('\r\n', 1);
  expect(columns('consents-5a.csv')).toEqual(columns('5a.csv'));
  expect((await school.cli('consent import consents-5a.csv -y --json')).json().counts).toMatchObject({
    rows: 9,
    blank: 2,
    recorded: 13,
  });

  const next = await school.cli('roster import 2026-students.csv -y --json');
  expect(next.exit).toBe(5);
  expect(next.json().counts).toMatchObject({ created: 19, changed: 88, leaving: 20, suspects: 1, held: 2 });
});
