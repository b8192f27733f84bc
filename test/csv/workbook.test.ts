import { describe, expect, test } from 'vitest';
import { openTable } from '../../src/csv/tables/open.ts';
import { failureOf, file, folder, reading } from '../roster/files.ts';
import { type BookCell, type BookSheet, book, bookParts, packed } from '../support/workbook.ts';

const header = ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'];
const ada = ['00401', 'Ada', 'Brand', '5a', '03.02.2014'];

const xlsx = (bytes: Buffer) => file(bytes, `${folder()}/list.xlsx`);
const sheets = (...all: BookSheet[]) => xlsx(packed(bookParts(all)));

/** The cells of a sheet's first row with something in it. */
const cells = (row: readonly BookCell[], options = {}) => {
  const records = [...openTable(xlsx(book([row, ['end']], options))).records('', row.length)].flat();
  return records[0]?.cells;
};

/** What keeps a workbook from being read. */
const refused = (bytes: Buffer) => {
  const { code, facts } = failureOf(() => reading(xlsx(bytes)));
  return 'kind' in facts ? `${code}: ${facts.kind}` : code;
};

describe('a cell of a workbook', () => {
  test.each<[string, BookCell, string]>([
    ['a text that looks like a number', '00401', '00401'],
    ['a text with signs that XML knows, and blanks around it', ' <Ada & "Ben"> ', '<Ada & "Ben">'],
    ['a line break as a workbook writes it', 'Ada_x000D_\nBrand', 'Ada\r\nBrand'],
    ['a number', 402, '402'],
    ['a number that a computer can’t hold', { value: '5.0999999999999996' }, '5.1'],
    ['a number of more digits than a spreadsheet keeps', { value: '1.2345678901234568E+16' }, '1.23456789012346E+16'],
    ['a number that is shown with zeros', { value: 402, style: 'zeros' }, '00402'],
    ['a number that is shown with words in which days are', { value: 402, style: 'money' }, '402'],
    ['a day by the format that all programs know', { value: 41_673, style: 'day' }, '2014-02-03'],
    ['a day by a format of its own', { value: 41_673, style: 'ownDay' }, '2014-02-03'],
    ['a day with its month in words', { value: 41_673, style: 'monthWord' }, '2014-02-03'],
    ['a day with a time', { value: 41_673.75, style: 'day' }, '2014-02-03'],
    ['a day of ISO', { value: '2014-02-03T00:00:00', type: 'd' }, '2014-02-03'],
    ['one of the days before the one that never was', { value: 59, style: 'day' }, '1900-02-28'],
    ['the day after it', { value: 61, style: 'day' }, '1900-03-01'],
    ['no day', { value: 0, style: 'day' }, '0'],
    ['less than a day', { value: -1, style: 'day' }, '####'],
    ['yes', { value: 1, type: 'b' }, 'true'],
    ['an error', { value: '#N/A', type: 'e', formula: 'VLOOKUP(1,A:B,2)' }, '#N/A'],
    ['a formula’s text', { value: '5a', type: 'str', formula: '"5"&"a"' }, '5a'],
    ['a formula’s number', { value: 7, formula: '3+4' }, '7'],
    ['a formula that gives nothing', { value: '', type: 'str', formula: '""' }, ''],
    ['a formula that was never worked out', { formula: '"5"&"a"' }, '#CALC!'],
    ['a formula of which an empty value is left', { value: '', formula: '"5"&"a"' }, '#CALC!'],
  ])('%s', (_, cell, text) => {
    expect(cells(['x', cell])).toEqual(['x', text]);
    expect(cells(['x', cell], { inline: true })).toEqual(['x', text]);
  });

  test('days are counted from 1904 where the workbook says so, also those that are shown as numbers', () => {
    const rows = [
      header,
      ['1', 'A', 'Brand', '5a', { value: 40_211, style: 'day' } as const],
      ['2', 'B', 'Kaya', '5a', 40_211],
    ];
    const read = reading(xlsx(book(rows, { is1904: true })));
    expect(read.rows.map(({ values }) => values.birthDate)).toEqual(['2014-02-03', '2014-02-03']);
  });

  test('texts in runs are one, without what says how they are spoken', () => {
    const parts = bookParts([{ name: 'A', rows: [['x']] }]);
    parts['xl/sharedStrings.xml'] =
      '<x:sst xmlns:x="m"><x:si><x:r><x:t>A</x:t></x:r><x:r><x:t>da</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:si></x:sst>';
    const [records] = openTable(xlsx(packed(parts))).records('', 1);
    expect(records?.[0]?.cells).toEqual(['Ada']);
  });

  test('cells that say nothing of their place follow one another, and stand where they say', () => {
    const parts = bookParts([{ name: 'A', rows: [] }]);
    parts['xl/worksheets/sheet1.xml'] =
      '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="C7"><v>3</v></c><c r="XFD7"><v>4</v></c></row></sheetData></worksheet>';
    const table = openTable(xlsx(packed(parts)));
    expect([...table.records('', 3)].flat()).toEqual([
      { line: 1, lines: 1, cells: ['1', '2', ''] },
      { line: 7, lines: 1, cells: ['', '', '3'] },
    ]);
    expect([...(table.sheet?.beyond ?? [])]).toEqual(['ALM']);
  });
});

describe('a roster in a workbook', () => {
  test('is read like any other: titles, totals, faults by row and column', () => {
    const rows = [
      ['Schülerliste'],
      header,
      ada,
      ['402', '', '', { value: 45_693, style: 'day' } as const],
      [],
      ['Gesamt: 2'],
    ];
    const read = reading(xlsx(book(rows)));
    expect(read).toMatchObject({ format: 'iserv', encoding: 'xlsx', delimiter: '', headerLine: 2 });
    expect(read.rows.map(({ values }) => values.importId)).toEqual(['00401', '402']);
    expect(read.rows[0]?.values.birthDate).toBe('2014-02-03');
    expect([...read.leftOut.counts.keys()]).toEqual(['title', 'total']);
    expect(read.problems).toMatchObject([
      { line: 4, column: 'Klasse', value: '2025-02-05', code: 'turned-into-day' },
      { line: 4, column: 'Vorname', code: 'missing-given-name' },
      { line: 4, column: 'Nachname', code: 'missing-family-name' },
    ]);
  });

  test('tells of formulas, hidden rows, IDs that are numbers, and what stands beside the table', () => {
    const formula = { value: '5b', type: 'str', formula: 'A1' } as const;
    const rows = [header, ada, [402, 'Ben', 'Kaya', formula, '', 'kommt später'], [403, 'Cem', 'Kurz', formula]];
    const { sheet, keysAt, problems } = reading(sheets({ name: 'Liste', rows, hiddenRows: [3] }));
    expect(problems).toEqual([]);
    expect(sheet).toMatchObject({ name: 'Liste', isHidden: false, hidden: [], formulas: 2, hiddenRows: 1 });
    expect(keysAt.map((index) => sheet?.numbers.get(index))).toEqual([2]);
    expect([...(sheet?.beyond ?? [])]).toEqual(['F']);
  });

  test('needs no choice where one sheet alone can be seen and has rows; hidden ones are named', () => {
    const { rows, sheet } = reading(
      sheets(
        { name: 'Deckblatt', rows: [] },
        { name: 'Liste', rows: [header, ada] },
        { name: 'Alt', state: 'hidden', rows: [header, ada] },
        { name: 'Ganz alt', state: 'veryHidden', rows: [['x']] },
      ),
    );
    expect(rows).toHaveLength(1);
    expect(sheet).toMatchObject({ name: 'Liste', hidden: ['Alt', 'Ganz alt'] });
  });

  test('is empty where no sheet has rows', () => {
    expect(refused(book([]))).toBe('file-empty');
  });

  test.each([
    [
      'two',
      [{ name: '5a' }, { name: '5b' }],
      [
        ['5a', false],
        ['5b', false],
      ],
    ],
    ['a hidden one alone', [{ name: '5a', state: 'hidden' as const }], [['5a', true]]],
  ])('a sheet must be chosen: %s', (_, all, choices) => {
    const { code, facts } = failureOf(() => reading(sheets(...all.map((one) => ({ rows: [header, ada], ...one })))));
    expect(code).toBe('sheets-several');
    expect(facts).toMatchObject({ sheets: choices.map(([name, hidden]) => ({ name, hidden })) });
  });

  test('rows that stand in one cell each are no table', () => {
    expect(refused(book([['Import-ID;Vorname;Nachname'], ['1;Ada;Brand']]))).toBe('not-a-table: rows-in-one-cell');
  });
});

describe('what is no workbook that can be read', () => {
  const parts = bookParts([{ name: 'A', rows: [header, ada] }]);
  const whole = packed(parts);
  const withPart = (name: string, content: string) => packed({ ...parts, [name]: content });
  const sheet = (content: string) =>
    withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${content}</sheetData></worksheet>`);
  const ole = (...words: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...words.map((word) => Buffer.from(word, 'utf16le')),
    ]);

  test.each<[string, Buffer, string]>([
    ['with a password', ole('EncryptionInfo', 'EncryptedPackage'), 'file-not-text: encrypted-spreadsheet'],
    ['of an old Excel', ole('Workbook'), 'file-not-text: old-spreadsheet'],
    [
      'of LibreOffice',
      packed({ 'content.xml': '<x/>', 'META-INF/manifest.xml': '<x/>' }),
      'file-not-text: open-document',
    ],
    ['binary', packed({ '[Content_Types].xml': '<x/>', 'xl/workbook.bin': 'x' }), 'file-not-text: binary-spreadsheet'],
    ['a letter', packed({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }), 'file-not-text: document'],
    ['an archive of lists', packed({ 'users.csv': 'a;b' }), 'file-not-text: archive'],
    [
      'with a document type',
      withPart('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'),
      'workbook-has-dtd',
    ],
    ['cut off', whole.subarray(0, whole.length - 40), 'workbook-damaged'],
    [
      'without its list of sheets',
      packed({ '[Content_Types].xml': '<x/>', 'a/workbook.xml': '<x/>' }),
      'workbook-damaged',
    ],
    ['with XML that is none', sheet('<row><c></row>'), 'workbook-damaged'],
    ['with an entity of its own', sheet('<row><c><v>&a;</v></c></row>'), 'workbook-damaged'],
    [
      'with rows out of order',
      sheet('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'),
      'workbook-damaged',
    ],
    ['with a row that no sheet has', sheet('<row r="9999999"><c><v>1</v></c></row>'), 'workbook-damaged'],
    ['with a column that no sheet has', sheet('<row><c r="ZZZZ1"><v>1</v></c></row>'), 'workbook-damaged'],
    ['with a hundred boxes one in another', sheet(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`), 'workbook-damaged'],
    ['with a text that does not end', sheet(`<row><c><v>${'x'.repeat(5_000_000)}</v></c></row>`), 'workbook-too-big'],
    ['that unpacks to a thousand times as much', sheet(' '.repeat(25_000_000)), 'workbook-too-big'],
  ])('%s', (_, bytes, code) => {
    expect(refused(bytes)).toBe(code);
  });

  test('any byte that differs is seen, or makes no difference to what is read', () => {
    const read = (bytes: Buffer) => JSON.stringify(reading(xlsx(bytes)).rows);
    const sound = read(whole);
    for (let at = 0; at < whole.length; at += 41) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0x10;
      let outcome: string;
      try {
        outcome = read(bytes);
      } catch (error) {
        outcome = error instanceof Error && 'exit' in error ? sound : String(error);
      }
      expect(outcome, `byte ${at}`).toBe(sound);
    }
  });

  test('sizes of four gigabytes and more may be said in eight bytes', () => {
    const at = whole.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const names = whole.readUInt16LE(at + 28);
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(whole.readUInt32LE(at + 24)), 4);
    extra.writeBigUInt64LE(BigInt(whole.readUInt32LE(at + 20)), 12);
    const wide = Buffer.concat([whole.subarray(0, at + 46 + names), extra, whole.subarray(at + 46 + names)]);
    wide.writeUInt32LE(0xffffffff, at + 20);
    wide.writeUInt32LE(0xffffffff, at + 24);
    wide.writeUInt16LE(20, at + 30);
    expect(reading(xlsx(wide)).rows).toHaveLength(1);
  });
});
