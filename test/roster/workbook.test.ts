import { expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { type BookSheet, book, bookParts, packed } from '../support/workbook.ts';

const header = ['Import-ID', 'Vorname', 'Nachname', 'Klasse'];
const ada = ['00401', 'Ada', 'Brand', '5a'];
const ben = ['00402', 'Ben', 'Kaya', '5b'];

const workbook = (school: School, ...sheets: BookSheet[]) => school.file('list.xlsx', packed(bookParts(sheets)));

/** A school with a workbook of two classes and a hidden sheet. */
async function withClasses(): Promise<School> {
  const school = await newSchool();
  workbook(
    school,
    { name: '5a', rows: [header, ada] },
    { name: '5b', rows: [header, ben] },
    { name: 'Alt', state: 'hidden', rows: [header, ['00403', 'Cem', 'Kurz', '10a']] },
  );
  return school;
}

test('a workbook is imported as it comes, and again without any change', async () => {
  const school = await newSchool();
  const formula = { value: '5b', type: 'str', formula: 'A1' } as const;
  const rows = [header, ada, [402, 'Ben', 'Kaya', formula, 'zieht im Mai um']];
  school.file('list.xlsx', packed(bookParts([{ name: 'Liste', rows, hiddenRows: [2] }])));
  const first = await school.cli('roster import list.xlsx --yes --lang de');
  expect(first).toMatchObject({ exit: 0, err: '' });
  expect(first.out).toContain(
    [
      'list.xlsx: iserv, xlsx.',
      'Blatt „Liste“.',
      '1 Zelle hat eine Formel: Gelesen wird, was sie beim Speichern ergab.',
      '1 Zeile ist ausgeblendet oder weggefiltert und trotzdem gelesen.',
      'Nicht gelesen, weil ohne Überschrift: Spalte E.',
      '! 1 Import-ID ist in der Tabelle eine Zahl; führende Nullen, falls es welche gab, sind verloren. Mit der Schulverwaltung vergleichen.',
    ].join('\n'),
  );
  const again = await school.cli('roster import list.xlsx --yes --json');
  expect(again.json()).toMatchObject({
    encoding: 'xlsx',
    delimiter: '',
    counts: { unchanged: 2, created: 0, changed: 0 },
    files: [{ sheet: { name: 'Liste', formulas: 1, hiddenRows: 1, numericIds: 1, unheaded: ['E'], hiddenSheets: [] } }],
  });
});

test('of several sheets with rows one must be named, and several may', async () => {
  const school = await withClasses();
  const unnamed = await school.cli('roster import list.xlsx --yes --lang de');
  expect(unnamed.exit).toBe(4);
  expect(unnamed.err).toContain('hat Zeilen in „5a“, „5b“, „Alt“ (ausgeblendet). Sagen, was gelesen werden soll');
  const one = await school.cli('roster import list.xlsx --sheet 5A --dry-run --json');
  expect(one.json()).toMatchObject({
    counts: { created: 1 },
    files: [{ sheet: { name: '5a', hiddenSheets: ['Alt'] } }],
  });
  const both = await school.cli('roster import list.xlsx --sheet 5a --sheet 5b --yes');
  expect(both).toMatchObject({ exit: 0 });
  expect(both.out).toContain('list.xlsx [5b]: iserv, xlsx.');
  expect(both.out).toContain('Hidden and not read, with rows in it: “Alt”. To read it: --sheet "Alt"');
  expect(school.sql('SELECT class FROM users ORDER BY class')).toEqual([{ class: '5a' }, { class: '5b' }]);
});

test('a person at the terminal is asked which sheets are the list', async () => {
  const school = await withClasses();
  school.answers = ['5b', 'none', true];
  const { exit, err } = await school.cli('roster import list.xlsx');
  expect(exit, err).toBe(0);
  expect(school.asked[0]).toMatch(/list\.xlsx has rows in several sheets, or in hidden ones\. What is the list\?$/);
  expect(school.sql('SELECT account FROM users')).toEqual([{ account: 'ben.kaya' }]);
  school.answers = ['', true];
  expect(await school.cli('roster import list.xlsx')).toMatchObject({ exit: 0 });
  expect(school.sql('SELECT count(*) AS n FROM users')).toEqual([{ n: 3 }]);
});

test('a sheet that there is not is refused with those there are; one of no workbook, too', async () => {
  const school = await withClasses();
  school.file('list.csv', 'Import-ID;Vorname;Nachname\n1;Ada;Brand\n');
  const unknown = await school.cli('roster import list.xlsx list.csv --sheet 5c');
  expect(unknown.exit).toBe(2);
  expect(unknown.err).toContain('has no such sheet. It has “5a”, “5b”, “Alt”.');
  const none = await school.cli('roster import list.csv --sheet 5a --lang de');
  expect(none).toMatchObject({
    exit: 2,
    err: '! --sheet „5a“: Keine der Dateien ist eine Arbeitsmappe. Die Option weglassen.\n',
  });
});

test('a workbook is read from standard input, and beside a text', async () => {
  const school = await newSchool();
  school.piped = book([header, ada]);
  school.file('5b.csv', 'Import-ID;Vorname;Nachname;Klasse\n00402;Ben;Kaya;5b\n');
  const { exit, json } = await school.cli('roster import - 5b.csv --yes --json');
  expect(exit).toBe(0);
  expect(json()).toMatchObject({
    counts: { created: 2 },
    files: [{ encoding: 'xlsx' }, { encoding: 'utf-8', sheet: null }],
  });
});

test('a list of consents may be a workbook, with what a spreadsheet makes of yes, no and days', async () => {
  const school = await newSchool();
  school.file('list.xlsx', book([header, ada, ben]));
  await school.cli('roster import list.xlsx --yes');
  school.file('terms.txt', 'Nutzungsordnung\n');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01 --yes');
  const list = [
    { name: 'Hinweise', rows: [['So geht es']] },
    {
      name: '5ab',
      rows: [
        ['Import-ID', 'Konto', 'Entscheidung', 'Wer', 'Am'],
        ['00401', 'ada.brand', { value: 1, type: 'b' }, 'Ute Brand', { value: 46_245, style: 'day' }],
        [402, 'ben.kaya', { value: 0, type: 'b' }, 'Ali Kaya', 46_245],
      ],
    },
  ] satisfies BookSheet[];
  school.file('consents.xlsx', packed(bookParts(list)));
  expect(await school.cli('consent import consents.xlsx --dry-run')).toMatchObject({ exit: 4 });
  const { exit, err } = await school.cli('consent import consents.xlsx --sheet 5ab --dry-run --json');
  expect(exit, err).toBe(4);
  expect(JSON.parse(err).error).toMatchObject({
    problems: [{ line: 3, column: 'Import-ID', code: 'other-person' }],
  });
  const skipping = await school.cli('consent import consents.xlsx --sheet 5ab --skip-faulty --json --yes');
  expect(skipping.json()).toMatchObject({
    encoding: 'xlsx',
    sheet: { name: '5ab', numericIds: 1 },
    decided: [{ account: 'ada.brand', decision: 'given', on: '2026-08-11' }],
  });
});
