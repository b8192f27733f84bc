import { expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';
import { importStudents } from './roster.ts';

const head = 'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Rolle';

/** A school with Anna, Ben and Cem, and a file in which each line has another fate. */
async function withFile() {
  const school = await newSchool();
  await importStudents(school, [
    { id: '1', given: 'Anna', family: 'Müller', born: '2014-02-01' },
    { id: '2', given: 'Ben', family: 'Kern', born: '2014-02-02' },
    { id: '3', given: 'Cem', family: 'Öz', born: '2014-02-03' },
  ]);
  school.file(
    'next.csv',
    [
      'Seeschule',
      head,
      '1;Anna;Müller;6a;01.02.2014;Schüler',
      '2;Ben;Kern;5a;02.02.2014;Schüler',
      '3;Mira;Fremd;5a;11.11.2009;Schüler',
      '4;Dana;Neu;5a;04.02.2014;Schüler',
      '5;Lou;Lehrer;;;Lehrer',
      '6;#NV;Ohne;5a;;Schüler',
      '4;Dana;Neu;5a;04.02.2014;Schüler',
      '',
    ].join('\n'),
  );
  return school;
}

test.each([
  [1, 'title', []],
  [2, 'header', []],
  [3, 'person', [{ became: 'changed', account: 'anna.mueller', waits: false, read: { class: '6a' } }]],
  [4, 'person', [{ became: 'unchanged', account: 'ben.kern' }]],
  [5, 'person', [{ became: 'asked', account: 'cem.oez', waits: true }]],
  [6, 'person', [{ became: 'created', account: 'dana.neu' }]],
  [7, 'other-role', []],
  [8, 'person', [{ became: 'faulty', account: null }]],
  [9, 'person', [{ became: 'repeated', sameAs: 6 }]],
  [99, 'nothing', []],
])('what became of line %i: %s', async (line, what, rows) => {
  const school = await withFile();
  const import_ = `roster import next.csv --role student --skip-faulty --dry-run --explain ${line}`;
  const { explained } = (await school.cli(`${import_} --json`)).json();
  expect(explained).toMatchObject({ line, what, rows });
  const [english, german] = [await school.cli(import_), await school.cli(`${import_} --lang de`)];
  expect(english.out).toContain(`Line ${line}\n`);
  expect(german.out).toContain(`Zeile ${line}\n`);
});

test('a line is explained although the file is faulty, and no line is refused', async () => {
  const school = await withFile();
  const faulty = await school.cli('roster import next.csv --role student --explain 8 --json');
  expect(faulty.exit).toBe(4);
  expect(JSON.parse(faulty.err).error).toMatchObject({
    code: 'roster-faulty',
    explained: { rows: [{ became: 'faulty' }] },
  });
  expect(await school.cli('roster import next.csv --explain x')).toMatchObject({ exit: 2 });
});

test('several files are one roster, what is piped in too, and what all lines share is said', async () => {
  const school = await newSchool();
  school.file('5a.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Anna;Müller;5a\n');
  school.file('5b.csv', 'Nachname\tVorname\tKlasse\tImport-ID\nKern\tBen\t5b\t2\n');
  expect((await school.cli('roster import 5a.csv 5b.csv --yes --json')).json().counts).toMatchObject({ created: 2 });
  school.piped = Buffer.from('Import-ID;Vorname;Nachname\n3;Cem;Öz\n');
  expect(await school.cli('roster import - --set class=5c --partial --yes')).toMatchObject({ exit: 0 });
  expect(school.sql('SELECT account, class FROM users ORDER BY id').map((one) => Object.values(one))).toEqual([
    ['anna.mueller', '5a'],
    ['ben.kern', '5b'],
    ['cem.oez', '5c'],
  ]);
});

test('a column that looks as if it should be read must be mapped or left alone, and that is remembered', async () => {
  const school = await newSchool();
  const file = (rows: string) => school.file('x.csv', `Import-ID;Vorname;Nachname;Lerngruppe\n${rows}`);
  file('1;Anna;Müller;5a\n2;Ben;Kern;5b\n');
  const refused = await school.cli('roster import x.csv --role student --yes --json');
  expect({ exit: refused.exit, code: JSON.parse(refused.err).error.code }).toEqual({
    exit: 4,
    code: 'columns-unclear',
  });
  expect(await school.cli('roster import x.csv --map class=Lerngruppe --yes')).toMatchObject({ exit: 0 });
  file('1;Anna;Müller;6a\n2;Ben;Kern;6b\n');
  expect((await school.cli('roster import x.csv --yes --json')).json().counts).toMatchObject({ changed: 2 });
});

test('a file of which more than a tenth is faulty is the wrong one', async () => {
  const school = await newSchool();
  const lines = Array.from(
    { length: 20 },
    (_, at) => `${at};${at < 6 ? '#NV' : 'Ada'};Kern${'abcdefghijklmnopqrst'[at]};5a`,
  );
  school.file('x.csv', `Import-ID;Vorname;Nachname;Klasse\n${lines.join('\n')}\n`);
  const import_ = 'roster import x.csv --skip-faulty --yes --json';
  const refused = await school.cli(import_);
  expect({ exit: refused.exit, code: JSON.parse(refused.err).error.code }).toEqual({
    exit: 4,
    code: 'roster-too-faulty',
  });
  expect(await school.cli('settings set roster.skip-at-most 50%')).toMatchObject({ exit: 0 });
  expect((await school.cli(import_)).json().counts).toMatchObject({ created: 14 });
});
