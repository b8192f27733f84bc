import { describe, expect, test } from 'vitest';
import { fieldNames } from '../../src/roster/formats/fields.ts';
import { formats } from '../../src/roster/formats/index.ts';
import type { Wish } from '../../src/roster/reading/wish.ts';
import { failureOf, file, reading } from './files.ts';

const failing = (text: string, wish: Wish = {}) => failureOf(() => reading(file(text), wish));

describe('formats', () => {
  test.each([
    ['iserv', 'Import-ID;Vorname;Nachname;Klasse/Information;Account;Passwort;Email;Geburtsdatum;Gruppen'],
    ['iserv', 'Import-ID;Vorname;Nachname;Klasse/Information;Gruppen'],
    ['iserv', 'Gruppen;NACHNAME;vor name;import_id'],
    [
      'iserv-export',
      'Account;Vorname;Nachname;Status;Erstellt am;Erstellt von;UUID;Benutzertyp;Import-ID;Klasse/Information;E-Mail-Adresse;Gruppen',
    ],
    ['iserv-guardians', 'Vorname;Nachname;Kind-ID;E-Mail'],
    ['schulkonto', 'Import-ID;Account;Rolle;Vorname;Nachname;Klasse;Geburtsdatum;E-Mail;Gruppen'],
    ['schulkonto', 'Import-ID;Account;Rolle;Vorname;Nachname;Klasse;Geburtsdatum;E-Mail;Gruppen;Kind-ID'],
    ['schild', 'Interne ID-Nummer;Nachname;Vorname;Klasse;Klassenlehrer;Geburtsdatum;Geschlecht;Volljährig;Status'],
    ['danis', 'SchuelerIdentNummer;SchuelerRufname;SchuelerNachname;GruppeBezeichung'],
    ['linuxmuster', 'Klasse;Nachname;Vornamen;Geburtsdatum;ID'],
    ['lusd', 'schuelerUID;schuelerVorname;schuelerNachname;klassenname'],
    ['lusd', 'Schueler_UID;Schueler_Nachname;Schueler_Vorname;Klassen_Klassenbezeichnung;Schueler_Geburtsdatum'],
    ['webuntis', 'name\tlongName\tforeName\tgender\tbirthDate\tklasse.name\texternKey\texitDate'],
    [
      'oneroster',
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
    ],
    ['sds', 'sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms'],
  ])('%s is known by its header', (format, header) => {
    expect(reading(file(header))).toMatchObject({ format, rows: [] });
  });

  test('columns are read in any order, and what is not read is said', () => {
    const { fields, surplus, rows } = reading(file('Passwort;Nachname;Bemerkung;Import-ID;Vorname\nx;Gut;;1;Anna\n'));
    expect(fields).toEqual(['familyName', 'importId', 'givenName']);
    expect(surplus).toEqual(['Passwort', 'Bemerkung']);
    expect(rows[0]?.values).toEqual({ importId: '1', givenName: 'Anna', familyName: 'Gut' });
  });

  test('without a header, by the shape of its lines or by name', () => {
    const untis = 'S0;Gut;;;;;;Anna;42;10a;2;;20090818;;99\n';
    expect(reading(file(untis), { format: 'untis' }).rows[0]?.values).toEqual({
      importId: '42',
      givenName: 'Anna',
      familyName: 'Gut',
      class: '10a',
      birthDate: '2009-08-18',
      email: null,
    });
    const bbs = '{A};;a.gut;Gut;Anna;10A;;18.08.2009;geheim;-1;0;0;Chor\n';
    expect(reading(file(bbs), { format: 'bbs' }).rows[0]?.values).toMatchObject({ account: 'a.gut', status: 'left' });
    expect(reading(file('5a,Gut,Anna,1.2.2014,1\n'), { format: 'linuxmuster' })).toMatchObject({
      delimiter: ',',
      header: null,
    });
    const failure = failing(bbs);
    expect(failure).toMatchObject({ code: 'header-missing', facts: { line: 1, column: 1 } });
    expect(failure.words('en')).not.toContain('geheim');
  });

  test('each is named, told apart, and brings the fields that a roster needs', () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    for (const { name, header, order } of formats.filter((format) => format.name !== 'headerless')) {
      const brings = [...Object.keys(header ?? {}), ...(order ?? [])];
      expect([name, ...brings]).toEqual(expect.arrayContaining([name, 'givenName', 'familyName']));
    }
  });

  test('an unknown one is a mistake on the command line', () => {
    expect(failing('x', { format: 'excel' })).toMatchObject({ code: 'format-unknown', exit: 2 });
  });
});

describe('the delimiter', () => {
  test.each([';', ',', '\t', '|'])('%j is found out', (delimiter) => {
    const lines = ['Import-ID;Vorname;Nachname', '1;"a,b|c\td;e";Gut'].map((line, at) =>
      at ? line : line.replaceAll(';', delimiter),
    );
    const text = `${lines[0]}\n1${delimiter}"a,b|c\td;e"${delimiter}Gut\n`;
    expect(reading(file(text))).toMatchObject({ delimiter, rows: [{ values: { familyName: 'Gut' } }] });
  });

  test('can be named', () => {
    expect(reading(file('Import-ID:Vorname:Nachname\n1:Anna:Gut\n'), { delimiter: ':' }).rows).toHaveLength(1);
    expect(reading(file('Import-ID\tVorname\tNachname\n'), { delimiter: 'tab' }).delimiter).toBe('\t');
    expect(reading(file('Import-ID\tVorname\tNachname\n'), { delimiter: '\\t' }).delimiter).toBe('\t');
  });

  test.each(['', ';;', '"', '\n', 'a', '1'])('can not be %j', (delimiter) => {
    expect(failing('x', { delimiter })).toMatchObject({ code: 'delimiter-unusable', exit: 2 });
  });

  test('that is wrong leaves a header that nobody knows', () => {
    const failure = failing('Import-ID;Vorname;Nachname\n', { delimiter: ',' });
    expect(failure).toMatchObject({ code: 'header-unknown', facts: { header: ['Import-ID;Vorname;Nachname'] } });
  });

  test('may stand in a first line of its own', () => {
    const { rows, delimiter } = reading(file('sep=,\nImport-ID,Vorname,Nachname\n1,Anna,Gut\n'));
    expect([delimiter, rows.map(({ line }) => line)]).toEqual([',', [3]]);
  });
});

describe('the header', () => {
  test('that is not known is shown, with what is missing and what to do', () => {
    const failure = failing('\nNr;Wer;Klasse\n1;Anna Gut;5a\n');
    expect(failure).toMatchObject({
      code: 'header-unknown',
      exit: 4,
      facts: { line: 2, header: ['Nr', 'Wer', 'Klasse'] },
    });
    expect(failure.words('en')).toMatch(
      /line 2: .*“Nr”, “Wer”, “Klasse”.*: given-name, family-name.*--map given-name=COLUMN/,
    );
    expect(failure.words('de')).toMatch(/Zeile 2: .*„Nr“, „Wer“, „Klasse“.*--map given-name=SPALTE/);
  });

  test('that lacks one column says which', () => {
    const failure = failing('Vorname|Geburtsdatum|Geschlecht|Status|Klasse\nAnna|01.02.2014|w|2|5a\n');
    expect(failure).toMatchObject({ facts: { closest: 'schild', missing: ['familyName'], delimiter: '|' } });
  });

  test('with two columns for one field is not chosen from', () => {
    const failure = failing('Import-ID;Vorname;Nachname;Klasse;Klasse/Information\n');
    expect(failure).toMatchObject({ code: 'column-twice', exit: 4, facts: { field: 'class', index: 3 } });
    expect(failure.words('en')).toContain('“Klasse”, “Klasse/Information”. Choose one, such as --map class=4');
    const chosen = reading(file('Import-ID;Vorname;Nachname;Klasse;Klasse/Information\n1;A;B;5;6\n'), {
      map: ['class=5'],
    });
    expect(chosen.rows[0]?.values.class).toBe('6');
  });

  test('with an open quotation mark does not crash', () => {
    expect(failing('Import-ID;"Vorname;Nachname\n1;Anna;Gut\n').code).toBe('header-unknown');
  });
});

describe('--map', () => {
  const text = 'Nr;Name;Rufname;Stufe\n1;Gut;Anna;5\n';

  test('names columns by name and by number', () => {
    const map = ['import-id=1', 'family-name=name', 'given-name=Rufname', 'class=4'];
    expect(reading(file(text), { map })).toMatchObject({
      format: 'custom',
      surplus: [],
      rows: [{ values: { importId: '1', familyName: 'Gut', givenName: 'Anna', class: '5' } }],
    });
  });

  test('completes and overrules a format', () => {
    const map = ['import-id=Nr'];
    expect(reading(file('Nr;Import-ID;Vorname;Nachname\n7;8;Anna;Gut\n'), { map })).toMatchObject({
      format: 'iserv',
      surplus: ['Import-ID'],
      rows: [{ values: { importId: '7' } }],
    });
  });

  test('does not lend another program its status', () => {
    const map = ['import-id=Nr', 'family-name=Name'];
    expect(reading(file('Nr;Name;Vorname;Status\n7;Gut;Anna;9\n'), { map })).toMatchObject({
      surplus: ['Status'],
      rows: [{ values: { importId: '7' }, problems: [] }],
    });
  });

  test('gives the columns of a file without a header', () => {
    const map = ['import-id=3', 'given-name=1', 'family-name=2'];
    const wish = { format: 'headerless', map };
    expect(reading(file('Anna,Gut,1,x\nBerta,Gut,2,y\n'), wish)).toMatchObject({
      format: 'headerless',
      delimiter: ',',
      surplus: ['4'],
      rows: [{ line: 1, values: { importId: '1' } }, { line: 2 }],
    });
    expect(failing('Anna,Gut,1,x\n', { map })).toMatchObject({ code: 'header-missing' });
    expect(failing('Anna,Gut,1\n', { format: 'headerless' })).toMatchObject({ code: 'map-missing', exit: 2 });
    expect(failing('Anna,Gut\n', wish)).toMatchObject({ code: 'columns-too-few', facts: { expected: 3, found: 2 } });
    expect(failing('Anna,Gut,1\n', { format: 'headerless', map: ['class=Klasse'] })).toMatchObject({
      code: 'column-unknown',
    });
  });

  test.each([
    ['map-unusable', ['name=1']],
    ['map-unusable', ['class']],
    ['map-unusable', ['class=']],
    ['map-twice', ['class=1', 'class=2']],
    ['column-unknown', ['class=9']],
    ['column-unknown', ['class=0']],
    ['column-unknown', ['class=Jahrgang']],
  ])('%s: %j', (code, map) => {
    expect(failing('Import-ID;Vorname;Nachname\n', { map })).toMatchObject({ code, exit: 2 });
  });

  test('a name that two columns have asks for a number', () => {
    const failure = failing('Import-ID;Vorname;Nachname;Kurs;kurs \n', { map: ['groups=KURS'] });
    expect(failure).toMatchObject({ code: 'column-unknown', facts: { found: 2 } });
    expect(failure.words('en')).toContain('2 columns of that name, so give its number');
    expect(reading(file('Import-ID;Vorname;Nachname;Kurs;KURS\n'), { map: ['groups=KURS'] }).surplus).toEqual(['Kurs']);
  });

  test('its fields are those of the manual', () => {
    expect(Object.values(fieldNames).join(' ')).toBe(
      'import-id account given-name family-name class groups birth-date email child-id status role entry-date leaving-date ' +
        'full-name call-name name-addition year letter',
    );
  });
});
