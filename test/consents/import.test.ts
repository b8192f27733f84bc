import { statSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
  await school.cli('consent purposes add photos --title "Fotos & Filme"');
  await school.cli(
    'user add --role student --given Anna --family Müller --class 5a --birth-date 1.2.2014 --import-id 0042',
  );
  await school.cli('user add --role student --given Ben --family Kern --class 10a --birth-date 20.8.2010');
  await school.cli('user add --role student --given Cem --family Öz --class 9a --birth-date 20.8.2011');
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller --child cem.oez');
  await school.cli('user add --role guardian --given Jan --family Müller --child anna.mueller');
});

const facts = () =>
  school.sql(
    `SELECT u.account, purpose, version, decision, guardian_id, guardian_name, decided_on, channel, evidence
     FROM consents c JOIN users u ON u.id = c.user_id ORDER BY c.id`,
  );

describe('consent import', () => {
  test('records a list with a column for each purpose, shown first and confirmed', async () => {
    school.file(
      'list.csv',
      'Konto;Nachname;Wer;Am;Nutzungsordnung;Fotos & Filme;Nachweis;Bemerkung\n' +
        'anna.mueller;Müller;Ute Müller;19.8.2026;ja;nein;Ordner 3;\n' +
        'ben.kern;Kern;selbst;20.08.2026;x;;;zieht um\n' +
        'cem.oez;Öz;ute.mueller;;;;;\n',
    );
    expect(await school.cli('consent import list.csv')).toMatchObject({ exit: 2, out: '' });
    school.answers = [true];
    const ended = await school.cli('consent import list.csv');
    expect(ended).toEqual({
      exit: 0,
      out: '3 decisions were recorded.\n',
      err:
        'list.csv: utf-8, separator ;.\nNot read: Bemerkung.\n' +
        'To record                 3\nLines without a decision  1\n' +
        'Purpose  Given  Refused  Withdrawn\nterms    2      0        0\nphotos   0      1        0\n',
      json: expect.anything(),
    });
    expect(school.asked).toEqual(['Record 3 decisions? A decision can be struck later, not removed.']);
    const paper = { channel: 'paper', guardian_name: null };
    expect(facts()).toEqual([
      {
        account: 'anna.mueller',
        purpose: 'terms',
        version: '1',
        decision: 'given',
        guardian_id: 4,
        decided_on: '2026-08-19',
        evidence: 'Ordner 3',
        ...paper,
      },
      {
        account: 'anna.mueller',
        purpose: 'photos',
        version: null,
        decision: 'refused',
        guardian_id: 4,
        decided_on: '2026-08-19',
        evidence: 'Ordner 3',
        ...paper,
      },
      {
        account: 'ben.kern',
        purpose: 'terms',
        version: '1',
        decision: 'given',
        guardian_id: null,
        decided_on: '2026-08-20',
        evidence: null,
        ...paper,
      },
    ]);
    expect((await school.cli('backup list --json')).json()).toMatchObject([{ occasion: 'import' }]);
  });

  test('after a no, or with --dry-run, nothing is recorded', async () => {
    school.file('list.csv', 'Account,By,terms\nben.kern,self,yes\n');
    school.answers = [false];
    expect((await school.cli('consent import list.csv --on 2026-08-20')).exit).toBe(130);
    const dry = await school.cli('consent import list.csv --on 2026-08-20 --dry-run --lang de');
    expect(dry.out).toBe(
      'list.csv: utf-8, Trennzeichen ,.\nEinzutragen  1\n' +
        'Zweck  Erteilt  Abgelehnt  Widerrufen\nterms  1        0          0\n' +
        'Zeile  Konto     Zweck  Entscheidung  Von     Am          Dann\n' +
        '2      ben.kern  terms  erteilt       selbst  20.08.2026  vollständig\n' +
        'Nichts wurde eingetragen: das war der Plan.\n',
    );
    expect(facts()).toEqual([]);
  });

  test('takes what the list does not say from options', async () => {
    school.file('list.csv', 'Import-ID\tDecision\n0042\tyes\n');
    const options =
      '--by guardian:jan.mueller --on 2026-08-19 --channel mail --evidence "Mail 7" --purpose photos --source manual';
    expect((await school.cli(`consent import list.csv ${options} --yes --json`)).json()).toEqual({
      applied: true,
      encoding: 'utf-8',
      delimiter: '\t',
      sheet: null,
      surplus: [],
      counts: { rows: 1, blank: 0, recorded: 1, known: 0, skipped: 0, problems: 0 },
      decided: [
        {
          line: 2,
          account: 'anna.mueller',
          fact: 1,
          repeated: false,
          purpose: 'photos',
          basis: 'consent',
          decision: 'given',
          by: 'guardian:jan.mueller',
          on: '2026-08-19',
          withoutEffect: false,
          state: 'complete',
          deletedOn: null,
          stays: false,
          leavesAsBefore: false,
        },
      ],
      problems: [],
    });
    expect(facts()).toMatchObject([{ channel: 'mail', evidence: 'Mail 7' }]);
  });

  test('takes the lines in the order of their days, and says what a withdrawal leads to', async () => {
    school.file(
      'list.csv',
      'Account;By;On;Decision\nben.kern;self;19.8.2026;withdrawn\nben.kern;self;18.8.2026;yes\n' +
        'cem.oez;self;20.8.2026;yes\ncem.oez;self;18.8.2026;yes\ncem.oez;self;19.8.2026;withdrawn\n',
    );
    const ended = await school.cli('consent import list.csv --yes');
    expect(ended.out).toContain('ben.kern can save files until then: on 3 Sep 2026 the account is locked and deleted.');
    expect(ended.out).toContain('cem.oez will not be deleted any more.');
    expect(school.sql('SELECT u.account, deleted_on, reason FROM leavers JOIN users u ON u.id = user_id')).toEqual([
      { account: 'ben.kern', deleted_on: '2026-09-03', reason: 'withdrawal' },
    ]);
  });

  test('a second time it records nothing, not even what was corrected since', async () => {
    school.file('list.csv', 'Account;By;On;Decision\nben.kern;self;18.8.2026;yes\ncem.oez;self;18.8.2026;yes\n');
    await school.cli('consent import list.csv --yes');
    await school.cli('consent refuse ben.kern --by self --on 2026-08-18 --corrects 1');
    await school.cli('consent strike cem.oez 2 --reason "Not his form"');
    const before = school.bytes();
    expect((await school.cli('consent import list.csv --yes')).out).toBe(
      'list.csv: utf-8, separator ;.\nRecorded already  2\nThere is nothing to record.\n',
    );
    expect(school.bytes().equals(before)).toBe(true);
    expect((await school.cli('backup list --json')).json()).toHaveLength(1);
  });

  test.each([
    ['the guardian has an account', 'user add --role guardian --given Ayşe --family Öz --child cem.oez'],
    ['nobody is asked any more', 'consent purposes retire photos'],
    ['another must decide', 'user edit cem.oez --birth-date 1.1.2015'],
    ['another version held on the day', 'terms publish new.txt --version 2 --from 2026-08-10 -y'],
  ])('nor once %s', async (_, change) => {
    const line = 'cem.oez;selbst;19.8.2026;ja;nein\ncem.oez;Ayşe Öz;19.8.2026;ja;ja\n';
    school.file('list.csv', `Konto;Wer;Am;terms;photos\n${line}`);
    school.file('new.txt', 'Be kinder than before.');
    await school.cli('consent import list.csv --yes');
    expect(await school.cli(change)).toMatchObject({ exit: 0 });
    expect((await school.cli('consent import list.csv --yes --json')).json().counts).toMatchObject({
      recorded: 0,
      known: 4,
    });
  });

  test('a line that stands twice is recorded once, under one number', async () => {
    school.file('list.csv', `Konto;Wer;Am;photos\n${'ben.kern;selbst;19.8.2026;ja\n'.repeat(2)}`);
    await school.cli('consent give cem.oez --by self --purpose photos');
    expect((await school.cli('consent import list.csv --yes --json')).json().decided).toMatchObject([
      { line: 2, fact: 2, repeated: false },
      { line: 3, fact: null, repeated: true },
    ]);
  });

  test('the last cells may be missing where nothing has to stand', async () => {
    school.file('list.csv', 'Konto;Wer;Am;photos;Nachweis;Bemerkung\nben.kern;selbst;19.8.2026;ja\n');
    expect((await school.cli('consent import list.csv --yes')).exit).toBe(0);
    school.file('list.csv', 'Konto;Wer;Am;photos;Nachweis;Bemerkung\ncem.oez;selbst;19.8.2026\n');
    expect((await school.cli('consent import list.csv --yes')).exit).toBe(4);
  });

  test('nothing is recorded if somebody else changed the registry while the question waited', async () => {
    school.file('list.csv', 'Account;By;On;Decision\nben.kern;self;18.8.2026;yes\n');
    school.answers = [true];
    school.onQuestion = () => school.sql(`UPDATE users SET birth_date = '2014-01-01' WHERE account = 'ben.kern'`);
    expect((await school.cli('consent import list.csv')).exit).toBe(75);
    expect(facts()).toEqual([]);
  });

  test('knows guardians by their names, and everybody by their own; other names are kept as they are', async () => {
    school.file(
      'list.csv',
      'Account;By;On;Decision\nanna.mueller;jan müller;18.8.2026;yes\nben.kern;Ben Kern;18.8.2026;no\n' +
        'cem.oez;cem.oez;18.8.2026;yes\ncem.oez;Ayşe Öz;18.8.2026;yes\n',
    );
    const { decided } = (await school.cli('consent import list.csv --yes --json')).json();
    expect(decided.map(({ by }: { by: string }) => by)).toEqual([
      'guardian:jan.mueller',
      'self',
      'self',
      'guardian-name:Ayşe Öz',
    ]);
  });
});

test.each([
  ['ben.kern', 'BEN.KERN', 'self'],
  ['cem.oez', 'UTE.MUELLER', 'guardian:ute.mueller'],
  ['cem.oez', 'Guardian: Ute.Mueller', 'guardian:ute.mueller'],
  ['cem.oez', 'Müller, Ute', 'guardian:ute.mueller'],
  ['cem.oez', 'Gül Öz', 'guardian-name:Gül Öz'],
  ['cem.oez', 'guardian-name:opa öz', 'guardian-name:Opa Öz'],
])('for %s, "%s" is %s', async (account, typed, by) => {
  await school.cli('consent give cem.oez --by "guardian-name:Opa Öz" --on 2026-08-10 -y');
  school.file('list.csv', `Konto;Wer;Am;Entscheidung\n${account};"${typed}";18.8.2026;ja\n`);
  expect((await school.cli('consent import list.csv --yes --json')).json().decided).toMatchObject([{ by }]);
});

test('a guardian without an account is one, however the name is written', async () => {
  school.file('list.csv', 'Konto;Wer;Am;Entscheidung\ncem.oez;Opa Öz;18.8.2026;ja\ncem.oez;OPA ÖZ;18.8.2026;nein\n');
  expect((await school.cli('consent import list.csv --yes')).err).toContain('Line 2 says something else');
  await school.cli('consent give cem.oez --by "guardian-name:Opa Öz" --on 2026-08-10 -y');
  await school.cli('consent refuse cem.oez --by "guardian-name:OPA ÖZ" -y');
  expect(facts().map((fact) => fact.guardian_name)).toEqual(['Opa Öz', 'Opa Öz']);
});

test('a list may begin with its separator, and a proof may go over two lines', async () => {
  school.file(
    'list.csv',
    'sep=;;;;;\nKonto;Wer;Am;Entscheidung;Nachweis\nben.kern;selbst;18.8.2026;ja;"Ordner 3;\nBlatt 2"\n',
  );
  expect((await school.cli('consent import list.csv --yes --json')).json().decided).toMatchObject([{ line: 3 }]);
  expect(facts()).toMatchObject([{ evidence: 'Ordner 3; Blatt 2' }]);
});

test('a list that a spreadsheet saved in Windows-1252 is still known by its names', async () => {
  await school.cli('user add --role student --given Łucja --family Groß --class 5a --birth-date 1.3.2014');
  await school.cli('user add --role guardian --given Şebnem --family Groß --child lucja.gross');
  const line = 'lucja.gross;?ucja;Groß;?ebnem Groß;18.8.2026;ja\n';
  school.file('list.csv', Buffer.from(`Konto;Vorname;Nachname;Wer;Am;Entscheidung\n${line}`, 'latin1'));
  const ended = await school.cli('consent import list.csv --yes --json');
  expect(ended.json()).toMatchObject({ encoding: 'windows-1252', decided: [{ by: 'guardian:sebnem.gross' }] });
});

test.each([
  ['WAHR', '19.8.26', 'given', '2026-08-19'],
  ['Ja ✓', '2026-08-19 00:00:00', 'given', '2026-08-19'],
  ['1', '46253', 'given', '2026-08-19'],
  ['☑', '19. August 2026', 'given', '2026-08-19'],
  ['FALSCH', '19.8.2026', 'refused', '2026-08-19'],
  ['nein ✗', '19.8.2026', 'refused', '2026-08-19'],
  ['0', '19.8.2026', 'refused', '2026-08-19'],
])('a spreadsheet’s %s on %s is understood', async (typed, day, decision, on) => {
  school.file('list.csv', `Konto;Wer;Am;Fotos & Filme\nben.kern;selbst;${day};${typed}\n`);
  expect(await school.cli('consent import list.csv --yes')).toMatchObject({ exit: 0 });
  expect(facts()).toMatchObject([{ decision, decided_on: on }]);
});

describe('a faulty list', () => {
  const faults: readonly (readonly [line: string, column: string | null, code: string])[] = [
    ['nobody.here;;;yes;self;18.8.2026;;;', 'Account', 'unknown-account'],
    [';77;;yes;self;18.8.2026;;;', 'Import-ID', 'unknown-import-id'],
    [';;;yes;self;18.8.2026;;;', 'Account', 'no-person'],
    ['ben.kern;;Müller;yes;self;18.8.2026;;;', 'Family name', 'other-person'],
    ['ben.kern;0042;;yes;self;18.8.2026;;;', 'Import-ID', 'other-person'],
    ['ben.kern;;;maybe;self;18.8.2026;;;', 'Decision', 'unknown-decision'],
    ['ben.kern;;;yes ✗;self;18.8.2026;;;', 'Decision', 'unknown-decision'],
    ['ben.kern;;;yes yes;self;18.8.2026;;;', 'Decision', 'unknown-decision'],
    ['ben.kern;;;yes;self;3/4/2026;;;', 'On', 'ambiguous-day'],
    ['ben.kern;;;yes;self;####;;;', 'On', 'column-too-narrow'],
    ['ben.kern;;;constructor;self;18.8.2026;;;', 'Decision', 'unknown-decision'],
    ['ben.kern;;;yes;self;19.8.2010;;;photos', 'On', 'decided-before-birth'],
    ['ben.kern;;;yes;self;18.8.2026;;constructor;', 'Channel', 'unknown-channel'],
    ['ben.kern;;;yes;;18.8.2026;;;', 'By', 'nobody-decided'],
    ['cem.oez;;;yes;Ja;18.8.2026;;;', 'By', 'nobody-decided'],
    ['cem.oez;;;yes;?ucja Kern;18.8.2026;;;', 'By', 'lost-letter'],
    ['ben.kern;;;yes;self;;;;', 'On', 'no-day'],
    ['ben.kern;;;yes;self;31.6.2026;;;', 'On', 'no-such-day'],
    ['ben.kern;;;yes;self;21.8.2026;;;', 'On', 'decided-in-future'],
    ['ben.kern;;;yes;self;31.7.2026;;;', 'On', 'no-terms'],
    ['ben.kern;;;yes;self;18.8.2026;2;;', 'Version', 'unknown-version'],
    ['ben.kern;;;yes;self;18.8.2026;;pigeon;', 'Channel', 'unknown-channel'],
    ['ben.kern;;;yes;self;18.8.2026;;;video', 'Purpose', 'unknown-purpose'],
    ['ute.mueller;;;yes;self;18.8.2026;;;photos', 'Purpose', 'not-asked'],
    ['anna.mueller;;;yes;self;18.8.2026;;;', 'By', 'not-entitled'],
    ['anna.mueller;;;yes;ben.kern;18.8.2026;;;', 'By', 'not-guardian-of'],
    ['anna.mueller;;;yes;ute.kern;18.8.2026;;;', 'By', 'unknown-account'],
    ['ben.kern;;;withdrawn;self;17.8.2026;;;', 'Decision', 'nothing-to-withdraw'],
    ['ben.kern;;;yes;self;18.8.2026;;', null, 'too-few-columns'],
    ['ben.kern;;;yes;self;18.8.2026;;;;photos', null, 'too-many-columns'],
    ['ben.kern;;;yes;se"lf;18.8.2026;;;', 'By', 'stray-quote'],
    ['ben.kern;;;yes;Jan\u200b Kern;18.8.2026;;;', 'By', 'control-character'],
  ];
  const header = 'Account;Import-ID;Family name;Decision;By;On;Version;Channel;Purpose';
  const sound = 'cem.oez;;;yes;self;18.8.2026;;;photos';
  const list = (lines: readonly string[]) => school.file('list.csv', `${[header, ...lines].join('\n')}\n`);
  const options = '--source manual --purpose terms';

  test('is named line by line, all at once, and nothing is recorded', async () => {
    list([sound, ...faults.map(([line]) => line)]);
    const ended = await school.cli(`consent import list.csv ${options} --yes --json`);
    expect(ended).toMatchObject({ exit: 4, out: '' });
    const { error } = JSON.parse(ended.err);
    expect(error.code).toBe('list-faulty');
    expect(
      error.problems.map((one: { line: number; column: string; code: string }) => [one.line, one.column, one.code]),
    ).toEqual(faults.map(([, column, code], index) => [index + 3, column, code]));
    expect(facts()).toEqual([]);
    for (const language of ['en', 'de']) {
      const { err } = await school.cli(`consent import list.csv ${options} --yes --lang ${language}`);
      expect(err.trim().split('\n')).toHaveLength(faults.length + 2);
      expect(err).not.toContain('undefined');
    }
  });

  test('can be left out, line by line; what depended on it with it', async () => {
    list([sound, 'ben.kern;;;yes;self;18.8.2026;2;;', 'ben.kern;;;withdrawn;self;19.8.2026;;;']);
    const ended = await school.cli(`consent import list.csv ${options} --skip-faulty --yes --json`);
    expect(ended.json()).toMatchObject({
      counts: { rows: 3, recorded: 1, skipped: 2, problems: 2 },
      problems: [
        { line: 3, code: 'unknown-version' },
        { line: 4, code: 'nothing-to-withdraw' },
      ],
    });
    list([sound, 'ben.kern;;;yes;self;18.8.2026;;;', 'ben.kern;;;withdrawn;self;19.8.2026;;;']);
    expect((await school.cli(`consent import list.csv ${options} --yes`)).exit).toBe(0);
  });

  test('may not say two things of one person and day', async () => {
    list([
      'ben.kern;;;yes;self;18.8.2026;;;photos',
      'ben.kern;;;yes;self;18.8.2026;;;photos',
      'ben.kern;;;no;self;18.8.2026;;;photos',
    ]);
    expect((await school.cli(`consent import list.csv ${options} --yes`)).err).toContain(
      'line 4, Decision “no”: Line 2 says something else of the same person and day.',
    );
    const skipping = await school.cli(`consent import list.csv ${options} --skip-faulty --dry-run --json`);
    expect(skipping.json()).toMatchObject({ counts: { recorded: 0, skipped: 3 } });
  });

  test.each([
    ['Name;Klasse\nAnna;5a\n', 4, 'list-header-unknown'],
    ['Konto;Klasse\nanna.mueller;5a\n', 4, 'list-header-unknown'],
    ['Konto;photos;Fotos & Filme\nanna.mueller;ja;ja\n', 4, 'list-column-twice'],
    ['\n\n', 4, 'file-empty'],
    ['', 4, 'file-empty'],
  ])('as a whole: %j', async (content, exit, code) => {
    school.file('list.csv', content);
    const ended = await school.cli('consent import list.csv --yes --json');
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
  });
});

describe('the list to fill in', () => {
  test('has a line for everybody who must decide, and is imported as it was filled in', async () => {
    expect(await school.cli('consent forms --class 5a --class 9a --class 10a --csv --out list.csv')).toMatchObject({
      exit: 0,
      out:
        `The list of 3 people is in ${school.path('list.csv')}. Only you can read it.\n` +
        `Fill it in with yes, no or withdrawn; leave empty what is not back yet. Then: schulkonto consent import ${school.path('list.csv')}\n`,
    });
    expect(statSync(school.path('list.csv')).mode & 0o777).toBe(0o600);
    const content = school.bytes('list.csv').toString();
    expect(content).toBe(
      [
        '\ufeffKonto;Vorname;Nachname;Klasse;Wer;Am;Nutzungsordnung;Fotos & Filme;Nachweis',
        'anna.mueller;Anna;Müller;5a;;;;;',
        'cem.oez;Cem;Öz;9a;selbst;;;;',
        'cem.oez;Cem;Öz;9a;ute.mueller;;;;',
        'ben.kern;Ben;Kern;10a;selbst;;;;',
        '',
      ].join('\r\n'),
    );
    school.file(
      'list.csv',
      content
        .replace('9a;ute.mueller;;;;', '9a;ute.mueller;19.8.2026;ja;nein;')
        .replace('10a;selbst;;;', '10a;selbst;;ja;'),
    );
    const ended = await school.cli('consent import list.csv --on 2026-08-20 --yes --json');
    expect(ended.json()).toMatchObject({
      counts: { rows: 4, blank: 2, recorded: 3 },
      decided: [
        { account: 'cem.oez', purpose: 'terms', by: 'guardian:ute.mueller', on: '2026-08-19', state: 'partial' },
        { account: 'cem.oez', purpose: 'photos', decision: 'refused', state: 'refused' },
        { account: 'ben.kern', purpose: 'terms', by: 'self', on: '2026-08-20', state: 'complete' },
      ],
    });
  });

  test('calls a purpose by its name where its title would not be known again', async () => {
    await school.cli('settings set school.language en');
    await school.cli('consent purposes add film --title "Fotos & Filme"');
    await school.cli('consent purposes add trips --title Day');
    await school.cli('consent purposes add class --title Class');
    await school.cli('consent forms ben.kern --csv --out list.csv');
    expect((await school.cli('consent import list.csv --json')).json()).toMatchObject({
      surplus: [],
      counts: { blank: 1 },
    });
    expect(school.bytes('list.csv').toString().split('\r\n', 1)[0]).toBe(
      '\ufeffAccount;Given name;Family name;Class;By;On;Terms of use;Purpose class;film;photos;trips;Evidence',
    );
  });

  test('is imported where a title was given again after its purpose was retired', async () => {
    await school.cli('consent purposes retire photos');
    await school.cli('consent purposes add photos-2026 --title "Fotos & Filme"');
    await school.cli('consent forms ben.kern --csv --out list.csv');
    school.file('list.csv', school.bytes('list.csv').toString().replace('selbst;;;;', 'selbst;20.8.2026;;ja;'));
    expect((await school.cli('consent import list.csv --yes --json')).json().decided).toMatchObject([
      { purpose: 'photos-2026', state: 'complete' },
    ]);
  });

  test('is not also the list to tick off', async () => {
    expect((await school.cli('consent forms --csv --sheet --out list.csv')).exit).toBe(2);
  });
});

test('whatever a list says: what was shown is what is recorded, and the second time nothing', async () => {
  const pristine = school.bytes();
  const someLine = fc.record({
    account: fc.constantFrom('anna.mueller', 'ben.kern', 'cem.oez', 'nobody'),
    by: fc.constantFrom('self', 'ute.mueller', 'Jan Müller', 'Ayşe Öz', ''),
    on: fc.constantFrom('2026-08-05', '2026-08-19', '2026-08-20', ''),
    terms: fc.constantFrom('', 'yes', 'no', 'withdrawn', 'yes'),
    photos: fc.constantFrom('', 'yes', 'no', 'withdrawn'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(someLine, { minLength: 1, maxLength: 8 }), async (lines) => {
      school.file('registry.sqlite', pristine);
      school.file(
        'list.csv',
        ['Account;By;On;terms;photos', ...lines.map((one) => Object.values(one).join(';'))].join('\n'),
      );
      const command = 'consent import list.csv --skip-faulty --json';
      const planned = (await school.cli(`${command} --dry-run`)).json();
      expect(school.bytes().equals(pristine)).toBe(true);
      const applied = (await school.cli(`${command} --yes`)).json();
      const bare = ({ decided }: { decided: object[] }) => decided.map((one) => ({ ...one, fact: null }));
      expect(bare(applied)).toEqual(bare(planned));
      expect(facts()).toHaveLength(planned.counts.recorded);
      for (const { fact, account, purpose, decision, repeated } of applied.decided) {
        expect(
          fact === null
            ? { repeated }
            : school.sql(
                'SELECT u.account, purpose, decision FROM consents c JOIN users u ON u.id = c.user_id WHERE c.id = ?',
                fact,
              )[0],
        ).toEqual(fact === null ? { repeated: true } : { account, purpose, decision });
      }

      const last = new Map<string, string>();
      const inTime = applied.decided.slice().sort((a: { fact: number }, b: { fact: number }) => a.fact - b.fact);
      for (const { account, purpose, state } of inTime.filter(({ fact }: { fact: number | null }) => fact !== null))
        last.set(`${account} ${purpose}`, state);
      for (const { account, consent } of (await school.cli('user list --json')).json()) {
        for (const [purpose, state] of Object.entries(consent)) {
          expect(state).toBe(last.get(`${account} ${purpose}`) ?? 'missing');
        }
      }

      const recorded = () => school.sql('SELECT * FROM consents ORDER BY id');
      const before = recorded();
      await school.cli('consent refuse ben.kern --by self --purpose photos --on 2026-08-20');
      expect(recorded().slice(0, before.length)).toEqual(before);
      const after = school.bytes();
      expect((await school.cli(`${command} --yes`)).json().counts.recorded).toBe(0);
      expect(school.bytes().equals(after)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
