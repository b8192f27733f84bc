import { describe, expect, test } from 'vitest';
import type { Wish } from '../../src/roster/reading/wish.ts';
import { failureOf, file, reading } from './files.ts';

/** What a file says of its people, in short: `401 Ada Brand 5a 2014-02-03 [Chor]`; what it has not is left out. */
const people = (text: string, wish: Wish = {}) =>
  reading(file(text), wish).rows.map(({ values }) => {
    const { importId, account, givenName, familyName, class: name, birthDate, groups, email, childId, role } = values;
    const parts = [importId, account && `@${account}`, givenName, familyName, name, birthDate, email];
    return [...parts, groups && `[${groups.join(',')}]`, childId && `of ${childId}`, role].filter(Boolean).join(' ');
  });

const leftOut = (text: string) => {
  const { leftOut, problems } = reading(file(text));
  expect(problems).toEqual([]);
  return Object.fromEntries([...leftOut.counts].map(([what, { lines }]) => [what, lines]));
};

const head = 'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum';
const ada = '00401;Ada;Brand;5a;03.02.2014';
const ben = '00402;Ben;Öztürk;5a;14.07.2014';
const both = ['00401 Ada Brand 5a 2014-02-03', '00402 Ben Öztürk 5a 2014-07-14'];

describe('lines that are no people', () => {
  test.each<[string, string[], Record<string, number[]>]>([
    ['titles above the header', ['Seeschule;;;;', 'Stand 25.11.2026;;;;', ';;;;', head, ada, ben], { title: [1, 2] }],
    ['a title with words of a header', ['Schülerliste;Klasse;5a', head, ada, ben], { title: [1] }],
    ['a second header line above', ['Stammdaten;;;;', head, ada, ben], { title: [1] }],
    ['units below the header', [head, ';;;;(TT.MM.JJJJ)', ada, ben], { header: [2] }],
    ['kinds of values below the header', [head, 'Text;Text;Text;Text;Datum', ada, ben], { header: [2] }],
    ['a header in other words below', [head, 'ID;First name;Last name;Class;Birthday', ada, ben], { header: [2] }],
    ['a repeated header', [head, ada, head, ben], { header: [3] }],
    ['class lines between', [head, 'Klasse 5a;;;;', ada, 'Klasse 5b', ben], { title: [2, 4] }],
    ['class lines without the word', [head, '5a;;;;', ada, ben], { title: [2] }],
    ['a class line with its teacher', [head, 'Klasse 5a;Frau Pohl;;;', ada, ben], { title: [2] }],
    ['a total', [head, ada, ben, 'Gesamt: 2;;;;'], { total: [4] }],
    ['a total with its number apart', [head, ada, ben, 'Anzahl;2;;;'], { total: [4] }],
    ['a total of one word', [head, ada, ben, ';;Schülerzahl;2;'], { total: [4] }],
    ['a count that is not padded', [head, ada, ben, '', '2 Datensätze'], { total: [5] }],
    ['the number of a page', [head, ada, 'Seite 1 von 3;;;;', ben], { title: [3] }],
    ['strokes', [head, '---------;-----;-----;--;--', ada, ben, '====='], { separator: [2, 5] }],
    ['comments', ['# made on Monday', head, ada, '#00409;Zoë;Gut;5a;', ben], { comment: [1, 4] }],
  ])('%s are left out and counted', (_, lines, left) => {
    const text = lines.join('\n');
    expect(people(text)).toEqual(both);
    expect(leftOut(text)).toEqual(left);
  });

  test('who could be a person is one, with what is wrong named', () => {
    const codes = (line: string) => reading(file(`${head}\n${ada}\n${line}\n`)).problems.map(({ code }) => code);
    expect(codes('00403;;;;')).toEqual(['missing-given-name', 'missing-family-name']);
    expect(codes('#NV;Cleo;Heide;5b;')).toEqual(['spreadsheet-error']);
    expect(codes('00403')).toEqual(['too-few-columns']);
    expect(codes(';Summe;Brand;5a;')).toEqual(['no-key']);
    expect(codes('00403;Total;Anzahl;5a;03.02.2014')).toEqual([]);
    expect(codes('00403;Schüler;Kind;5a;03.02.2014')).toEqual([]);
  });

  test('a person above the header is not lost', () => {
    const { problems, leftOut } = reading(file(`${ada}\n${head}\n${ben}\n`));
    expect(problems).toMatchObject([{ line: 1, code: 'above-header', facts: { header: 2 } }]);
    expect(leftOut.counts.size).toBe(0);
  });

  test('a header may stand in the twentieth line, and further down where it is named', () => {
    const titles = (count: number) => Array.from({ length: count }, (_, at) => `Seite ${at}`).join('\n');
    expect(people(`${titles(19)}\n${head}\n${ada}\n${ben}\n`)).toEqual(both);
    expect(failureOf(() => people(`${titles(20)}\n${head}\n${ada}\n`)).code).toBe('header-unknown');
    expect(people(`${titles(20)}\n${head}\n${ada}\n${ben}\n`, { header: '21' })).toEqual(both);
    expect(failureOf(() => people(`${head}\n${ada}\n`, { header: '9' })).code).toBe('header-not-there');
    expect(failureOf(() => people(head, { header: 'oben' }))).toMatchObject({ code: 'header-line-unusable', exit: 2 });
  });
});

describe('headings as people write them', () => {
  test.each<[string, string, string]>([
    ['stars and explanations', 'Import-ID*;Vorname*;Nachname*;Klasse*;Geburtsdatum (TT.MM.JJJJ)', both[0] as string],
    ['required in brackets', 'ID (Pflichtfeld);Vorname (max. 64 Zeichen);Nachname;Klasse;Geb. am', both[0] as string],
    ['other words', 'Schülernummer;Vornamen;Zuname;Klassenbezeichnung;Geburtstag', both[0] as string],
    ['English ones', 'ID;First name;Surname;Class;Date of birth', both[0] as string],
    ['Name for the family name', 'ID;Vorname;Name;Klasse;Geboren', both[0] as string],
  ])('%s', (_, header, person) => {
    expect(people(`${header}\n${ada}\n`)).toEqual([person]);
    expect(reading(file(`${header}\n${ada}\n`)).surplus).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    [
      'a call name beside all given names',
      'ID;Nachname;Vorname;Rufname\n1;Brand;Ada Luise;Luise\n2;Ott;Jana;\n',
      ['1 Luise Brand', '2 Jana Ott'],
    ],
    [
      'an addition to the name',
      'ID;Nachname;Namenszusatz;Vorname\n1;Heide;von der;Cleo\n2;von der Heide;von der;Mia\n3;Ott;;Jana\n',
      ['1 Cleo von der Heide', '2 Mia von der Heide', '3 Jana Ott'],
    ],
    [
      'year and letter apart',
      'ID;Vorname;Nachname;Jahrgang;Zug\n1;Ada;Brand;5;a\n2;Ben;Ott;Q1;\n3;Cleo;Heide;;\n',
      ['1 Ada Brand 5a', '2 Ben Ott Q1', '3 Cleo Heide'],
    ],
    [
      'one name with a comma',
      'ID;Name;Klasse\n1;Brand, Ada;5a\n2;von der Heide, Cleo Marie;5b\n',
      ['1 Ada Brand 5a', '2 Cleo Marie von der Heide 5b'],
    ],
    [
      'one name whose heading shows the order',
      'ID;Vorname Nachname\n1;Cleo Marie von der Heide\n2;Ada Brand\n',
      ['1 Cleo Marie von der Heide', '2 Ada Brand'],
    ],
    [
      'the other order',
      'ID;Nachname Vorname\n1;von der Heide Cleo Marie\n2;Brand Ada\n',
      ['1 Cleo Marie von der Heide', '2 Ada Brand'],
    ],
    ['one name whose account shows the order', 'Name;Account\nBrand Ada;ada.brand\n', ['@ada.brand Ada Brand']],
    [
      'groups by comma, bar or semicolon',
      'ID;Vorname;Nachname;Gruppen\n1;A;B;"Chor, AG Film"\n2;C;D;Chor|AG Film\n3;E;F;"Chor;AG Film, Ton"\n',
      ['1 A B [AG Film,Chor]', '2 C D [AG Film,Chor]', '3 E F [AG Film, Ton,Chor]'],
    ],
  ])('%s', (_, text, found) => {
    expect(people(text)).toEqual(found);
    expect(reading(file(text)).problems).toEqual([]);
  });

  test('a name whose order nothing shows is a fault', () => {
    expect(reading(file('ID;Name\n1;Ada Brand\n')).problems).toMatchObject([
      { code: 'name-order', column: 'Name', value: 'Ada Brand' },
    ]);
  });
});

describe('a column that looks as if it should be read', () => {
  const unclear = (text: string, wish: Wish = {}) =>
    reading(file(text), wish).unclear.map(({ column, field }) => `${column}: ${field}`);

  test.each<[string, string, string[]]>([
    ['by its heading', 'Import-ID;Vorname;Nachname;Klasse (neu)\n1;Ada;Brand;5a\n', ['Klasse (neu): class']],
    [
      'a birth date by its heading',
      'Import-ID;Vorname;Nachname;Klasse;Kind geboren\n1;A;B;5a;x\n',
      ['Kind geboren: birthDate'],
    ],
    ['a birth date by its values', 'Import-ID;Vorname;Nachname;Klasse;Tag\n1;A;B;5a;03.02.2014\n', ['Tag: birthDate']],
    ['a class by its values', 'Import-ID;Vorname;Nachname;Gr.\n1;A;B;5a\n2;C;D;5b\n', ['Gr.: class']],
    ['an ID by its heading', 'Vorname;Nachname;Klasse;Benutzer-ID\nA;B;5a;7\n', ['Benutzer-ID: importId']],
    [
      'an ID by its values',
      'Vorname;Nachname;Klasse;Key\nA;B;5a;{8F1C2A30-0D4B-4E77-9A51-000000000401}\n',
      ['Key: importId'],
    ],
    ['nothing that the file has', 'Import-ID;Vorname;Nachname;Klasse;Klasse (neu)\n1;A;B;5a;6a\n', []],
    ['nothing that is empty', 'Import-ID;Vorname;Nachname;Klasse (neu)\n1;A;B;\n', []],
    [
      'nothing that the program is known for',
      'Interne ID-Nummer;Vorname;Nachname;Klasse;Klassenlehrer\n1;A;B;5a;Pohl\n',
      [],
    ],
    [
      'no telephone, no place of birth',
      'Import-ID;Vorname;Nachname;Klasse;Telefon;Geburtsort\n1;A;B;5a;0421;Bonn\n',
      [],
    ],
  ])('%s', (_, text, found) => {
    expect(unclear(text)).toEqual(found);
  });

  test('is read or left alone once it was said', () => {
    const text = 'Import-ID;Vorname;Nachname;Klasse (neu)\n1;Ada;Brand;5a\n';
    expect(unclear(text, { ignore: ['Klasse (neu)'] })).toEqual([]);
    expect(people(text, { map: ['class=Klasse (neu)'] })).toEqual(['1 Ada Brand 5a']);
    expect(people(text, { remembered: new Map([['klasseneu', 'class']]) })).toEqual(['1 Ada Brand 5a']);
    expect(unclear(text, { remembered: new Map([['klasseneu', null]]) })).toEqual([]);
    expect(failureOf(() => people(text, { ignore: ['Farbe'] }))).toMatchObject({ code: 'ignore-unknown', exit: 2 });
    const twice = { map: ['class=4'], ignore: ['4'] };
    expect(failureOf(() => people(text, twice))).toMatchObject({ code: 'mapped-and-ignored', exit: 2 });
  });
});

describe('what all lines share', () => {
  test('is said once', () => {
    const text = 'Import-ID;Vorname;Nachname\n1;Ada;Brand\n2;Ben;Ott\n';
    expect(people(text, { set: ['class=5a', 'groups=Chor;AG'] })).toEqual([
      '1 Ada Brand 5a [AG,Chor]',
      '2 Ben Ott 5a [AG,Chor]',
    ]);
    expect(reading(file(text), { set: ['class=5a'] }).fields).toContain('class');
  });

  test.each([
    ['set-unusable', 'class'],
    ['set-unusable', 'farbe=rot'],
    ['set-wrong', 'birth-date=31.02.2014'],
    ['set-in-file', 'given-name=Ada'],
  ])('%s: %s', (code, set) => {
    const text = 'Import-ID;Vorname;Nachname\n1;Ada;Brand\n';
    expect(failureOf(() => people(text, { set: [set] }))).toMatchObject({ code, exit: 2 });
  });
});

describe('layouts', () => {
  test.each<[string, string, string[]]>([
    [
      'schild',
      'Nachname|Vorname|Geburtsdatum|Geschlecht|Status|Klasse\nBrand|Ada|03.02.2014|W|2|5a\n',
      ['Ada Brand 5a 2014-02-03'],
    ],
    ['iserv', 'Nachname;Vorname;Klasse\nBrand;Ada;5a\nÖztürk;Ben;5a\n', ['Ada Brand 5a', 'Ben Öztürk 5a']],
    [
      'magellan',
      'GUIDExtern;Nachname;Vorname;Geburtsdatum;Klasse;Status\n"{A-1}";Brand;Ada;03.02.2014;5a;S\n',
      ['{A-1} Ada Brand 5a 2014-02-03'],
    ],
    [
      'sibank',
      'NAME;VORNAME;KLASSE;GEBOREN;NAME_W;VORNAME_W\nBrand;Ada;5a;03.02.2014;Brand;Ute\n',
      ['Ada Brand 5a 2014-02-03'],
    ],
    [
      'asv',
      'Familienname;Rufname;Alle Vornamen;Geburtsdatum;Klasse;Schüleridentnummer\nBrand;Ada;Ada Luise;03.02.2014;5a;00401\n',
      ['00401 Ada Brand 5a 2014-02-03'],
    ],
    [
      'city-scripts',
      'id,nachname,vorname,klasse,kurse,passwort\n6092,Brand,Ada,07e1,"Jg07-KA-1,Jg07-MA-C-1",x\n',
      ['6092 Ada Brand 07e1 [Jg07-KA-1,Jg07-MA-C-1]'],
    ],
    [
      'lusd',
      '[{"schuelerUID":"u-1","schuelerVorname":"Ada","schuelerNachname":"Brand","klassenname":"5a"}]',
      ['u-1 Ada Brand 5a'],
    ],
    [
      'lusd',
      'Schueler_UID;Schueler_Nachname;Schueler_Vorname;Klassen_Klassenbezeichnung;Kurs;Ansprechpartner_Email\nu-1;Brand;Ada;05a;D-LK1;x@p.example\n',
      ['u-1 Ada Brand 05a [D-LK1]'],
    ],
    [
      'webuntis-report',
      'Kurzname;Familienname;Vorname;Klasse;Geburtsdatum;Schlüssel (extern)\nBrandAda;Brand;Ada;5a;03.02.2014;00401\n',
      ['00401 Ada Brand 5a 2014-02-03'],
    ],
    [
      'webuntis-guardians',
      'id;lastName;firstName;email;studentShortName;studentExternalId\n77;Brand;Ute;ute@p.example;BrandAda;00401\n',
      ['77 Ute Brand ute@p.example of 00401'],
    ],
    [
      'sds-v1',
      'SIS ID,School SIS ID,First Name,Last Name,Username,Secondary Email,Grade,Status,Birthdate\n401,s1,Ada,Brand,ada,,5,Active,2014-02-03\n',
      ['401 Ada Brand 2014-02-03'],
    ],
    [
      'linuxmuster',
      '# class;name;given name;birth;id\n5a;Brand;Ada;03.02.2014;401\n#5a;Out;Commented;03.02.2014;402\n5b;Ott;Jana;04.02.2014;403\n',
      ['401 Ada Brand 5a 2014-02-03', '403 Jana Ott 5b 2014-02-04'],
    ],
    [
      'bbs',
      '{8F1C2A30-0D4B-4E77-9A51-000000000401};a@x.example;ada.brand;Brand;Ada;FOS11;Kurs1;03.02.2008;x;0;0;0;\n',
      ['{8F1C2A30-0D4B-4E77-9A51-000000000401} @ada.brand Ada Brand FOS11 2008-02-03 a@x.example [] student'],
    ],
    ['untis', 'BrandA;Brand;;;;;;Ada;42;5a;1;;20140203;;\n', ['42 Ada Brand 5a 2014-02-03']],
    ['untis', 'S0;Brand;;;;;;Ada;22177;5a;1;;20140203;;22177\n', ['22177 Ada Brand 5a 2014-02-03']],
    [
      'list',
      'Import-ID;Name;Vorname;Klassenbezeichnung;Mail\n1;Brand;Ada;5a;ada@p.example\n',
      ['1 Ada Brand 5a ada@p.example'],
    ],
  ])('%s is read without an option: %j', (format, text, found) => {
    expect(people(text)).toEqual(found);
    expect(reading(file(text))).toMatchObject({ format, problems: [] });
  });

  test('a file without a header whose lines two formats could have asks for a name', () => {
    const text = 'Gut;Anna;5a\nOtt;Jana;5b\n';
    expect(failureOf(() => people(text)).code).toBe('header-unknown');
    expect(failureOf(() => people('5a;Gut;Anna;1\n')).code).toBe('header-missing');
  });
});

describe('guardians', () => {
  const two = ['Ute Brand ute@p.example of 00401', 'Ralf Brand ralf@p.example of 00401'];
  test.each<[string, string, string[]]>([
    [
      'two in a line of SchILD',
      '"Interne ID-Nummer";"Erzieher 1: Nachname";"Erzieher 1: Vorname";"Erzieher 1: E-Mail";"Erzieher 2: Nachname";"Erzieher 2: Vorname";"Erzieher 2: E-Mail"\n00401;Brand;Ute;ute@p.example;Brand;Ralf;ralf@p.example\n00402;Öztürk;Ali;;;;\n',
      [...two, 'Ali Öztürk of 00402'],
    ],
    [
      'mother and father in columns',
      'Kind-ID;Vorname (Mutter);Nachname (Mutter);E-Mail (Mutter);Vorname (Vater);Nachname (Vater);E-Mail (Vater)\n00401;Ute;Brand;ute@p.example;Ralf;Brand;ralf@p.example\n',
      two,
    ],
    [
      'in the line of their child',
      'Import-ID;Vorname;Nachname;Klasse;Mutter Vorname;Mutter Nachname;Mutter E-Mail\n00401;Ada;Brand;5a;Ute;Brand;ute@p.example\n',
      ['Ute Brand ute@p.example of 00401'],
    ],
    [
      'of DaNiS',
      'SchuelerIdentNummer;SchuelerRufname;SchuelerNachname;Verantw1Vorname;Verantw1Nachname;Verantw1EMail\n00401;Ada;Brand;Ute;Brand;ute@p.example\n',
      ['Ute Brand ute@p.example of 00401'],
    ],
    [
      'with several children in a cell',
      'Vorname;Nachname;Kind-ID;E-Mail\nUte;Brand;"00401,00402; 00403";ute@p.example\n',
      ['00401', '00402', '00403'].map((id) => `Ute Brand ute@p.example of ${id}`),
    ],
  ])('%s', (_, text, found) => {
    expect(people(text, { role: 'guardian' })).toEqual(found);
    expect(reading(file(text), { role: 'guardian' }).problems).toEqual([]);
  });

  test('in their child’s line do not come into the way of the child', () => {
    const text = 'Import-ID;Vorname;Nachname;Klasse;Mutter Vorname;Mutter Nachname\n00401;Ada;Brand;5a;Ute;Brand\n';
    expect(people(text)).toEqual(['00401 Ada Brand 5a']);
    expect(reading(file('Kind-ID;Vorname Mutter;Nachname Mutter\n1;Ute;Brand\n')).role).toBe('guardian');
  });
});

test('a file of a program that has others for teachers is about pupils by their columns', () => {
  const role = (header: string) => reading(file(`${header}\n1,s1,Ada,Brand,x\n`)).role;
  expect(role('SIS ID,School SIS ID,First Name,Last Name,Grade')).toBe('student');
  expect(role('SIS ID,School SIS ID,First Name,Last Name,Teacher Number')).toBe(undefined);
});

describe('what is no table', () => {
  test.each([
    ['xml', '<?xml version="1.0"?>\n<enterprise><person/></enterprise>\n'],
    ['html', '<html><body><table><tr><td>Vorname</td></tr></table>\n'],
    ['html', '\n<!DOCTYPE html>\n<p>\n'],
    ['json', '{"people": [{"Vorname": "Ada"}]}'],
    ['rtf', '{\\rtf1\\ansi Anna}\n'],
    ['vcard', 'BEGIN:VCARD\nFN:Anna\nEND:VCARD\n'],
    ['quoted-rows', '"Import-ID,Vorname,Nachname"\n"1,Ada,""Brand"""\n'],
  ])('is called what it is: %s', (kind, text) => {
    const failure = failureOf(() => people(text));
    expect(failure).toMatchObject({ code: 'not-a-table', exit: 4, facts: { kind } });
    expect(failure.words('de')).not.toBe(failure.words('en'));
  });

  test.each(['[', '[1]', '[{"Vorname":"A"', '[{"Vorname":}]', '[{"a":1}] x', `[{"a":"${'x'.repeat(100_001)}"}]`])(
    'JSON that breaks off, or holds no people: %s',
    (text) => {
      expect(failureOf(() => people(text))).toMatchObject({ code: 'json-faulty', exit: 4 });
    },
  );

  test('JSON is read whatever lies in it, and one column that an entry lacks is empty', () => {
    const text =
      '[\n {"Import-ID": 7, "Vorname": "Ada", "Nachname": "Bra\\"nd[", "Klasse": {"name": "5a"}},\n {"Import-ID": "8", "Vorname": "Ben", "Nachname": "Ott", "Gruppen": ["Chor", "AG"]}]';
    const wish = { map: ['class=Klasse.name'] };
    expect(people(text, wish)).toEqual(['7 Ada Bra"nd[ 5a []', '8 Ben Ott [AG,Chor]']);
  });
});
