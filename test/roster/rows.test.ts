import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failures.ts';
import { isFault, problemWords } from '../../src/roster/reading/problems.ts';
import type { Wish } from '../../src/roster/reading/wish.ts';
import { failureOf, file, reading } from './files.ts';

const header = 'Import-ID;Account;Vorname;Nachname;Klasse;Geburtsdatum;E-Mail;Gruppen';

/** The one row that a line with these cells makes, empty ones behind the last. */
function row(...cells: string[]) {
  const filled = Array.from(header.split(';'), (_, index) => cells[index] ?? '');
  const line = filled.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  return reading(file(`${header}\n${line}\n`)).rows[0] ?? { line: 0, values: {}, problems: [] };
}

const codes = (...cells: string[]) => row(...cells).problems.map(({ code, column }) => [code, column]);

describe('values', () => {
  test('are read as they stand, empty cells as nothing', () => {
    expect(row('0042', 'Anna.Mueller', 'Anna', 'Müller')).toEqual({
      line: 2,
      problems: [],
      values: {
        importId: '0042',
        account: 'anna.mueller',
        givenName: 'Anna',
        familyName: 'Müller',
        class: null,
        birthDate: null,
        email: null,
        groups: [],
      },
    });
  });

  test('a column that the file does not have is not there', () => {
    const { rows } = reading(file('Import-ID;Vorname;Nachname\n1;Anna;Gut\n'));
    expect(rows[0]?.values).toEqual({ importId: '1', givenName: 'Anna', familyName: 'Gut' });
  });

  test('are composed, and their blanks are single spaces', () => {
    const { values } = row('1', '', ' Lena\u00a0\n Marie\t', 'Dvor\u030ca\u0301k');
    expect(values).toMatchObject({ givenName: 'Lena Marie', familyName: 'Dvořák' });
  });

  test.each([
    ["'=1+1", '=1+1'],
    ["'-Anna", '-Anna'],
    ["''@Anna", "'@Anna"],
    ["'\tAnna", 'Anna'],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ["D'Angelo", "D'Angelo"],
    ["'", "'"],
    ['=HYPERLINK("http://x.example","Max")', '=HYPERLINK("http://x.example","Max")'],
  ])('%s is the name %s', (cell, name) => {
    const { values, problems } = row('1', '', cell, 'Gut');
    expect(values).toMatchObject({ givenName: name });
    expect(problems.filter(isFault)).toEqual([]);
  });

  test.each([
    ['01.02.2014', '2014-02-01'],
    ['1.2.2014', '2014-02-01'],
    ['2014-02-01', '2014-02-01'],
    ['20140201', '2014-02-01'],
    ['41671', '2014-02-01'],
    ['2023-08-20', '2023-08-20'],
    ['01.01.1930', '1930-01-01'],
    ['03.02.2014 00:00:00', '2014-02-03'],
    ['03.02.2014 0:00', '2014-02-03'],
    ['2014-02-03T00:00:00', '2014-02-03'],
    ['2014-02-02T23:00:00.000Z', '2014-02-03'],
    ['2014-08-02T22:00:00Z', '2014-08-03'],
    ['2014-02-03T00:00:00+01:00', '2014-02-03'],
    ['41673,00', '2014-02-03'],
    ['41673.5', '2014-02-03'],
    ['3. Februar 2014', '2014-02-03'],
    ['3. Mär. 2014', '2014-03-03'],
    ['03-Feb-2014', '2014-02-03'],
    ['February 3, 2014', '2014-02-03'],
    ['Mo, 03.02.2014', '2014-02-03'],
    ['03. 02. 2014', '2014-02-03'],
    ['03-02-2014', '2014-02-03'],
    ['2014/02/03', '2014-02-03'],
    ['13/02/2014', '2014-02-13'],
    ['05/05/2014', '2014-05-05'],
    ['3.2.14', '2014-02-03'],
    ['3.2.99', '1999-02-03'],
  ])('%s is the day %s', (cell, day) => {
    expect(row('1', '', 'Anna', 'Gut', '', cell)).toMatchObject({ values: { birthDate: day }, problems: [] });
  });

  test.each([
    ['31.02.2014', 'no-such-day'],
    ['2014', 'no-such-day'],
    ['1/2/2014', 'ambiguous-day'],
    ['########', 'column-too-narrow'],
    ['00.00.0000', 'day-zero'],
    ['0', 'day-zero'],
    ['unbekannt', 'no-such-day'],
    ['#NV', 'spreadsheet-error'],
    ['NULL', 'spreadsheet-error'],
    ['21.08.2026', 'birth-date-in-future'],
    ['03.02.1914', 'birth-date-too-early'],
    ['31.12.1899', 'birth-date-too-early'],
  ])('%s is no birth date: %s', (cell, code) => {
    const found = row('1', '', 'Anna', 'Gut', '', cell);
    expect(found.problems).toEqual([{ line: 2, column: 'Geburtsdatum', value: cell, code, severity: 'emptied' }]);
    expect(found.values).not.toHaveProperty('birthDate');
    expect(found.unread).toEqual(['birthDate']);
    expect(found.values).toMatchObject({ importId: '1', givenName: 'Anna' });
  });

  test('groups are separated as the program does, each once and in order', () => {
    expect(row('1', '', 'Anna', 'Gut', '', '', '', 'Chor; AG 2;;Chor;Ä').values.groups).toEqual(['AG 2', 'Chor', 'Ä']);
    const exported = reading(file('UUID;Import-ID;Vorname;Nachname;Gruppen\nx;1;Anna;Gut;"Chor,AG; 2"\n'));
    expect(exported.rows[0]?.values.groups).toEqual(['AG; 2', 'Chor']);
  });

  test.each([
    ['2', 'present'],
    ['10', 'left'],
    ['1', 'not-yet'],
    ['', 'present'],
  ])('the status %s of SchILD is %s', (cell, status) => {
    const { rows } = reading(file(`Interne ID-Nummer;Nachname;Vorname;Status\n1;Gut;Anna;${cell}\n`));
    expect(rows[0]).toMatchObject({ values: { status }, problems: [] });
  });

  test('an unknown status is a problem, whatever it is called', () => {
    for (const cell of ['7', 'constructor', '__proto__']) {
      const { rows, problems } = reading(file(`Interne ID-Nummer;Nachname;Vorname;Status\n1;Gut;Anna;${cell}\n`));
      expect(problems.map(({ code }) => code)).toEqual(['unknown-status']);
      expect(rows[0]?.values).not.toHaveProperty('status');
    }
  });

  test('who has left needs no name', () => {
    const { rows, problems } = reading(file('sourcedId,status,givenName,familyName\n1,tobedeleted,,\n'));
    expect(rows[0]?.values).toEqual({ importId: '1', status: 'left', givenName: '', familyName: '' });
    expect(problems).toEqual([]);
  });
});

describe('problems', () => {
  test('all of a file at once, with what could be read', () => {
    const lines = [
      'Import-ID;Vorname;Nachname;Klasse/Information;Geburtsdatum',
      '1;Anna;Gut;5a;01.02.2014',
      '2;;Ohnevorname;5a;01.02.2014',
      '3;Tag;Falsch;5a;31.02.2014',
      '4;Zu;viele;5b;03.02.2014;Spalten;hier',
      '5;Zu wenig',
      '6;"Offenes;Zitat;5b;03.02.2014',
      '7;Berta;Gut;5b;03.02.2014',
    ];
    const { rows } = reading(file(lines.join('\r\n')));
    expect(rows.map(({ line, problems, values }) => [line, problems[0]?.code, values.importId])).toEqual([
      [2, undefined, '1'],
      [3, 'missing-given-name', '2'],
      [4, 'no-such-day', '3'],
      [5, 'too-many-columns', '4'],
      [6, 'too-few-columns', '5'],
      [7, 'open-quote', undefined],
      [8, undefined, '7'],
    ]);
    expect(rows[5]).toEqual({
      line: 7,
      values: {},
      problems: [{ line: 7, column: 'Vorname', value: '"Offenes', code: 'open-quote' }],
    });
  });

  test('where columns have moved, nothing but the first is believed', () => {
    const { rows } = reading(file('Klasse;Nachname;Vorname;ID\n5a;Gut;Anna;von;1\n'));
    expect(rows[0]).toMatchObject({
      values: {},
      problems: [{ code: 'too-many-columns', facts: { expected: 4, found: 5 } }],
    });
    expect(Object.keys(rows[0]?.values ?? {})).toEqual([]);
  });

  test('empty cells at the end of a line are no columns', () => {
    expect(reading(file('Import-ID;Vorname;Nachname\n1;Anna;Gut;;\n')).problems).toEqual([]);
    expect(reading(file('Import-ID;Vorname;Nachname;\n1;Anna;Gut\n2;Berta;Gut;\n')).problems).toEqual([]);
  });

  test('two forgotten quotation marks that swallow a person without changing the width', () => {
    const { rows } = reading(file('Import-ID;Vorname;Nachname\n1;Anna;"Gut\n2;Berta;Schmidt"\n3;Carla;Gut\n'));
    expect(rows.map(({ line, values }) => [line, values.importId])).toEqual([
      [2, undefined],
      [4, '3'],
    ]);
    expect(rows[0]?.problems).toMatchObject([{ code: 'open-quote', value: `${'"Gut 2'.slice(0, 4)}\n2` }]);
  });

  test('who a line is about', () => {
    expect(codes('', '', 'Anna', 'Gut')).toEqual([['no-key', 'Import-ID']]);
    expect(codes('', 'anna', 'Anna', 'Gut')).toEqual([]);
    expect(codes('1', 'änna', 'Anna', 'Gut')).toEqual([['bad-account', 'Account']]);
    expect(codes('1', '-anna', 'Anna', 'Gut')).toEqual([['bad-account', 'Account']]);
    expect(codes('2,1938E+11', '', 'Anna', 'Gut')).toEqual([['spreadsheet-number', 'Import-ID']]);
    expect(codes('1')).toEqual([
      ['missing-given-name', 'Vorname'],
      ['missing-family-name', 'Nachname'],
    ]);
  });

  test.each(['anna', 'anna@example', 'a b@example.org', 'anna@@example.org', 'anna@example..org'])(
    '%s is no e-mail',
    (mail) => {
      expect(codes('1', '', 'Anna', 'Gut', '', '', mail)).toEqual([['bad-email', 'E-Mail']]);
    },
  );

  test.each([
    ['An\u0007na', 'U+0007'],
    ['An\u001b[31mna', 'U+001B'],
    ['An\u0085na', 'U+0085'],
    ['An\u202ena', 'U+202E'],
    ['An\u2066na', 'U+2066'],
    ['An\u200bna', 'U+200B'],
    ['An\u200dna', 'U+200D'],
    ['\ufeffAnna', 'U+FEFF'],
  ])('an invisible character: %j', (name, character) => {
    const found = row('1', '', name, 'Gut');
    expect(found.problems).toMatchObject([{ code: 'control-character', column: 'Vorname', facts: { character } }]);
    expect(found.values).not.toHaveProperty('givenName');
  });

  test.each([
    ['Kr?ger', 'letters-lost', {}],
    ['Wei?', 'letters-lost', {}],
    ['An\ufffdna', 'letters-lost', {}],
    ['KrÃ¼ger', 'read-twice', { meant: 'Krüger' }],
    ['WeiÃŸ', 'read-twice', { meant: 'Weiß' }],
    ['Ã–ztÃ¼rk', 'read-twice', { meant: 'Öztürk' }],
    ['Åžahin', 'read-twice', { meant: 'Şahin' }],
    ['KovaÄ?', 'read-twice', { meant: 'Kovač' }],
    ['MĂĽller', 'read-twice', { meant: '…' }],
    ['M√ºller', 'read-twice', { meant: '…' }],
    ['M├╝ller', 'read-twice', { meant: '…' }],
    ['„Anna“', 'typographic-quotes', undefined],
    ['#NV', 'spreadsheet-error', undefined],
    ['NULL', 'spreadsheet-error', undefined],
    ['####', 'column-too-narrow', undefined],
  ])('%s as a name was something else: %s', (name, code, facts) => {
    const { problems, values } = row('1', '', 'Anna', name);
    expect(problems).toEqual([{ line: 2, column: 'Nachname', value: name, code, ...(facts && { facts }) }]);
    expect(values).not.toHaveProperty('familyName');
  });

  test.each([
    'Null',
    'Ânderson',
    'Ägypten',
    'Ångström',
    'Mai',
    'März',
    "O'Neill",
    'von der Heide-Müller',
    'Dr. Öz',
    'Ștefănescu',
    'Nguyễn',
  ])('%s is a name', (name) => {
    expect(row('1', '', 'Anna', name).problems).toEqual([]);
  });

  test.each(['01. Feb', '3-Apr', 'Feb 01', '5,00E+01', '#BEZUG!', 'NULL', '####'])('%s is no class', (name) => {
    const { problems, values } = row('1', '', 'Anna', 'Gut', name);
    expect(problems.map(isFault)).toEqual([true]);
    expect(values).not.toHaveProperty('class');
  });

  test.each([
    ['="0042"', '0042'],
    ["'0042", '0042'],
    ['41673.0', '41673'],
    ['4.001', '4.001'],
  ])('the ID %s is %s', (cell, id) => {
    expect(row(cell, '', 'Anna', 'Gut')).toMatchObject({ values: { importId: id }, problems: [] });
    const raw = reading(file(`Import-ID;Vorname;Nachname\n${cell};Anna;Gut\n`));
    expect(raw).toMatchObject({ rows: [{ values: { importId: id } }], problems: [] });
  });

  test('signs that no name and no class has are said, and taken', () => {
    expect(row('1', '', 'Anna*', 'Gut', '7*a')).toMatchObject({
      values: { givenName: 'Anna*', class: '7*a' },
      problems: [
        { code: 'odd-name', severity: 'doubted', facts: { sign: '*' } },
        { code: 'odd-class', severity: 'doubted', facts: { sign: '*' } },
      ],
    });
  });

  test('classes are spelled as they were first met', () => {
    const { rows } = reading(file('Import-ID;Vorname;Nachname;Klasse\n1;A;B;7A\n2;C;D;7 a\n3;E;F;7b\n'));
    expect(rows.map(({ values }) => values.class)).toEqual(['7A', '7A', '7b']);
  });

  test('one name is enough', () => {
    expect(row('1', '', 'Zahra', '-')).toMatchObject({ values: { givenName: 'Zahra', familyName: '' }, problems: [] });
    expect(row('1', '', 'Zahra', '').problems).toMatchObject([{ code: 'missing-family-name', severity: 'doubted' }]);
    expect(codes('1', '', '-', '-')).toEqual([
      ['missing-given-name', 'Vorname'],
      ['missing-family-name', 'Nachname'],
    ]);
  });

  test.each([
    ['mailto:ada@p.example', 'ada@p.example'],
    ['Ada Brand <ada@p.example>', 'ada@p.example'],
    ['-', null],
  ])('the address %s is %s', (cell, email) => {
    expect(row('1', '', 'Anna', 'Gut', '', '', cell)).toMatchObject({ values: { email }, problems: [] });
  });

  test('two addresses in a cell are none', () => {
    const found = row('1', '', 'Anna', 'Gut', '', '', 'ute@p.example; ralf@p.example');
    expect(found).toMatchObject({ problems: [{ code: 'two-emails', severity: 'emptied' }], unread: ['email'] });
  });

  test('an account with the domain of the school is that account', () => {
    expect(row('1', 'Ada.Brand@see.example', 'Ada', 'Brand').values.account).toBe('ada.brand');
    expect(codes('1', 'ada@other.example', 'Ada', 'Brand')).toEqual([['bad-account', 'Account']]);
  });

  test('no pupil is under three', () => {
    expect(row('1', '', 'Anna', 'Gut', '', '14.07.2025')).toMatchObject({
      problems: [{ code: 'birth-date-too-late', severity: 'emptied' }],
      unread: ['birthDate'],
    });
  });

  test('a soft hyphen is no part of a name, and a cell is no book', () => {
    expect(row('1', '', 'An\u00adna', 'Gu\u00adt')).toMatchObject({
      values: { givenName: 'Anna', familyName: 'Gut' },
      problems: [],
    });
    expect(row('1', '', 'a'.repeat(120), 'Gut').problems).toEqual([]);
    expect(row('1', '', 'a'.repeat(121), 'Gut').problems).toMatchObject([
      { code: 'too-long', column: 'Vorname', facts: { longest: 120 } },
    ]);
  });

  test('a joiner has its place in a Persian name', () => {
    expect(row('1', '', 'می\u200cنا', 'Gut').problems).toEqual([]);
  });

  test('an import ID that cannot be read is not half read', () => {
    expect(row('1\u200b2', '', 'Anna', 'Gut').values).not.toHaveProperty('importId');
  });

  test('a quotation mark inside a value counts where the column is read', () => {
    const { problems } = reading(file('Import-ID;Vorname;Nachname;Bemerkung\n1;An"na;Gut;5"\n'));
    expect(problems).toEqual([{ line: 2, column: 'Vorname', value: 'An"na', code: 'stray-quote' }]);
  });

  test('a second enrolment in BBS-Verwaltung is known by its mark, which is no part of the name', () => {
    const line = '{A};;;Gut_;Anna;10A;;18.08.2009;geheim;0;0;0;\n';
    expect(reading(file(line), { format: 'bbs' })).toMatchObject({
      rows: [{ values: { familyName: 'Gut' }, isSecond: true }],
      problems: [],
    });
  });

  test('have words in both languages, and a long value is cut', () => {
    const { problems } = row('1', 'ä'.repeat(100), '', 'Gut', '', '31.02.2014', 'x');
    expect(problems.map(({ value }) => value?.length)).toEqual([60, 10, 1, 0]);
    for (const found of problems) {
      expect(problemWords('en', found)).toMatch(/\.$/);
      expect(problemWords('de', found)).not.toBe(problemWords('en', found));
    }
    const facts = {
      line: 1,
      column: null,
      value: null,
      code: 'too-few-columns',
      facts: { expected: 5, found: 2 },
    } as const;
    expect(problemWords('en', JSON.parse(JSON.stringify(facts)))).toContain('2 columns instead of 5');
  });
});

describe('lines', () => {
  test.each(['\n', '\r', '\r\n'])('are counted as they stand in the file, ended by %j', (end) => {
    const lines = [
      'Import-ID;Vorname;Nachname;Klasse',
      '',
      '1;Anna;Gut;"5\na"',
      '2;Berta;Gut;',
      ';;;',
      '3;Carla;Gut;5a',
    ];
    const { rows } = reading(file(lines.join('\n').replaceAll('\n', end)));
    expect(rows.map(({ line, values }) => [line, values.class])).toEqual([
      [3, '5 a'],
      [5, null],
      [7, '5 a'],
    ]);
  });

  test('come in batches', () => {
    const path = file(`Import-ID;Vorname;Nachname\n${'1;Anna;Gut\n'.repeat(20_000)}`);
    expect(reading(path).rows).toHaveLength(20_000);
    expect(reading(path).rows.at(-1)?.line).toBe(20_001);
  });
});

describe('whatever a file holds', () => {
  const wishes = fc.constantFrom<Wish>(
    {},
    { format: 'untis' },
    { format: 'linuxmuster' },
    { encoding: 'latin1' },
    { map: ['class=2'] },
  );
  const start = fc.constantFrom(
    '',
    'Import-ID;Vorname;Nachname\n',
    'sourcedId,givenName,familyName\r\n',
    '\ufeffKlasse\tID\n',
  );

  test('it ends in rows or in a failure that has words', () => {
    const path = file('x');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), wishes, (head, bytes, wish) => {
        file(Buffer.concat([Buffer.from(head), bytes]), path);
        try {
          for (const found of reading(path, wish).problems) problemWords('de', found);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect((error as Failure).words('en')).not.toBe('');
          expect((error as Failure).words('de')).not.toMatch(/undefined/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('one byte is no roster', () => {
    expect(failureOf(() => reading(file('x')))).toMatchObject({ code: 'header-unknown', exit: 4 });
    expect(failureOf(() => reading(file('\n\n')))).toMatchObject({ code: 'file-empty' });
  });
});
