import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';
import { classes, importStudents, roster } from './roster.ts';

const anna = { id: '1', given: 'Anna', family: 'Müller', class: '5a', born: '01.02.2014', groups: 'Chor;AG Schach' };
const ben = { id: '2', given: 'Ben', family: 'Kern', class: '5a', born: '02.02.2014' };

describe('a roster goes in', () => {
  test('and the registry holds it', async () => {
    const school = await newSchool();
    const ended = await importStudents(school, [anna, ben], '--json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(ended.json()).toEqual({
      run: 1,
      plan: expect.stringMatching(/^[0-9a-f]{12}$/),
      applied: true,
      role: 'student',
      approvals: [],
      causes: [],
      agreeing: 0,
      hasIds: true,
      lastYear: { choices: ['5'], guess: null, unknown: null },
      format: 'iserv',
      encoding: 'utf-8',
      delimiter: ';',
      surplus: [],
      files: [
        {
          file: school.path('students.csv'),
          format: 'iserv',
          encoding: 'utf-8',
          delimiter: ';',
          headerLine: 1,
          columns: [
            { field: 'importId', column: 'Import-ID' },
            { field: 'givenName', column: 'Vorname' },
            { field: 'familyName', column: 'Nachname' },
            { field: 'class', column: 'Klasse/Information' },
            { field: 'birthDate', column: 'Geburtsdatum' },
            { field: 'groups', column: 'Gruppen' },
          ],
          surplus: [],
          leftOut: [],
          sheet: null,
        },
      ],
      counts: {
        rows: 2,
        created: 2,
        changed: 0,
        unchanged: 0,
        returned: 0,
        leaving: 0,
        held: 0,
        suspects: 0,
        skipped: 0,
        problems: 0,
        faults: 0,
      },
      hold: null,
      created: [
        {
          importId: '1',
          account: 'anna.mueller',
          givenName: 'Anna',
          familyName: 'Müller',
          class: '5a',
          line: 2,
          held: null,
        },
        { importId: '2', account: 'ben.kern', givenName: 'Ben', familyName: 'Kern', class: '5a', line: 3, held: null },
      ],
      changed: [],
      returned: [],
      longAccounts: [],
      leaving: [],
      missing: [],
      guardians: { leaving: [], returned: [] },
      suspects: [],
      doubles: [],
      problems: [],
    });
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({
      importId: '1',
      class: '5a',
      birthDate: '2014-02-01',
      groups: ['AG Schach', 'Chor'],
      status: 'active',
    });
  });

  test('and a second time changes nothing and says so', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    const again = await importStudents(school, [ben, anna]);
    expect(again).toMatchObject({ exit: 0 });
    expect(again.out).toContain('The registry agrees with the file: nothing to change.');
    expect((await school.cli('roster runs --json')).json()).toHaveLength(1);
  });

  test('a plan that is only looked at is the value that the run applies', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    school.file(
      'students.csv',
      roster([
        { ...anna, class: '6a' },
        { ...ben, id: '3', given: 'Carla' },
      ]),
    );
    const looked = (await school.cli('roster import students.csv --dry-run --json')).json();
    const applied = (await school.cli('roster import students.csv -y --json')).json();
    expect(looked).toMatchObject({ run: null, applied: false });
    expect({ ...looked, run: 2, applied: true }).toEqual(applied);
  });

  test('names are numbered in the order of the file, and kept over a changed name', async () => {
    const school = await newSchool();
    const namesake = (id: number) => ({ ...anna, id: String(id), born: `0${id}.0${id}.2013` });
    await importStudents(school, [anna, namesake(2), namesake(3)]);
    await importStudents(school, [{ ...anna, family: 'Meyer' }, namesake(2), namesake(3), namesake(4)]);
    const people = (await school.cli('user list --json')).json();
    expect(people.map((one: { importId: string; account: string }) => [one.importId, one.account]).sort()).toEqual([
      ['1', 'anna.mueller'],
      ['2', 'anna.mueller2'],
      ['3', 'anna.mueller3'],
      ['4', 'anna.mueller4'],
    ]);
  });

  test("a roster's own account column wins over the rule, but not over an account that was given", async () => {
    const school = await newSchool();
    school.file('a.csv', 'Import-ID;Vorname;Nachname;Account\n1;Anna;Müller;amueller\n2;Amueller;Kern;\n');
    expect(
      (await school.cli('roster import a.csv --role student -y --json'))
        .json()
        .created.map((one: { account: string }) => one.account),
    ).toEqual(['amueller', 'amueller.kern']);
    school.file('a.csv', 'Import-ID;Vorname;Nachname;Account\n1;Anna;Müller;anna\n2;Amueller;Kern;\n');
    const ended = await school.cli('roster import a.csv -y --json');
    expect(ended).toMatchObject({ exit: 4, out: '' });
    expect(JSON.parse(ended.err).error.problems).toMatchObject([{ line: 2, value: 'anna', code: 'account-differs' }]);
  });

  test('a column that is not there leaves, an empty cell clears', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    school.file('short.csv', 'Import-ID;Vorname;Nachname;Geburtsdatum\n1;Anna;Müller;\n2;Ben;Kern;02.02.2014\n');
    expect((await school.cli('roster import short.csv -y --json')).json().changed[0].changes).toEqual({
      birthDate: { from: '2014-02-01', to: null },
    });
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({
      class: '5a',
      groups: ['AG Schach', 'Chor'],
    });
  });

  test('without a terminal it wants --yes, and says how many it would change', async () => {
    const school = await newSchool();
    school.file('students.csv', roster([anna]));
    expect(await school.cli('roster import students.csv')).toMatchObject({
      exit: 2,
      out: '',
      err: '! This needs a yes, and nobody is at a terminal to give it: Apply this: 1 new, 0 changed, 0 back, 0 leaving?\nAdd --yes if the answer is yes.\n',
    });
    expect((await school.cli('user list --json')).json()).toEqual([]);
  });

  test('at a terminal it shows the plan and asks; a no changes nothing', async () => {
    const school = await newSchool();
    school.file('students.csv', roster([anna]));
    await school.cli('settings set school.last-year 10');
    school.answers = [false];
    expect(await school.cli('roster import students.csv')).toMatchObject({ exit: 130 });
    expect(school.asked).toEqual(['Apply this: 1 new, 0 changed, 0 back, 0 leaving?']);
    expect((await school.cli('user list --json')).json()).toEqual([]);
  });

  test('somebody who changes the registry meanwhile stops the import', async () => {
    const school = await newSchool();
    await school.cli('settings set school.last-year 10');
    school.file('students.csv', roster([anna]));
    school.answers = [true];
    school.onQuestion = () => school.sql(`UPDATE settings SET value = 'Other' WHERE key = 'school.name'`);
    expect(await school.cli('roster import students.csv')).toMatchObject({ exit: 75 });
    expect((await school.cli('user list --json')).json()).toEqual([]);
  });
});

describe('what is wrong with a file', () => {
  const faulty = [
    'Import-ID;Vorname;Nachname;Klasse/Information;Geburtsdatum',
    '1;Anna;Gut;5a;01.02.2014',
    '2;;Ohnevorname;5a;01.02.2014',
    '3;Tag;Falsch;5a;31.02.2014',
    '1;Doppelte;Kennung;5b;03.02.2014',
    '4;Zu;viele;5b;03.02.2014;Spalten;hier',
    '5;Zu wenig',
    '6;"Offenes;Zitat;5b;03.02.2014',
    '7;王;李;5a;',
  ].join('\r\n');

  test('is said all at once, with line, column and value, and nothing is applied', async () => {
    const school = await newSchool();
    school.file('broken.csv', faulty);
    const ended = await school.cli('roster import broken.csv -y --json');
    expect(ended).toMatchObject({ exit: 4, out: '' });
    const { error } = JSON.parse(ended.err);
    expect(
      error.problems.map(({ line, column, value, code }: Record<string, unknown>) => [line, column, value, code]),
    ).toEqual([
      [3, 'Vorname', '', 'missing-given-name'],
      [4, 'Geburtsdatum', '31.02.2014', 'no-such-day'],
      [5, null, 'Doppelte Kennung', 'two-people-one-id'],
      [6, null, null, 'too-many-columns'],
      [7, null, null, 'too-few-columns'],
      [8, 'Vorname', '"Offenes', 'open-quote'],
      [9, null, '王 李', 'no-account-from-name'],
    ]);
    expect((await school.cli('roster import broken.csv -y --lang de')).err).toContain(
      '  Zeile 4, Geburtsdatum „31.02.2014“: Diesen Tag gibt es nicht, oder',
    );
    expect((await school.cli('user list --json')).json()).toEqual([]);
  });

  test('--skip-faulty leaves the lines out; whom they are about does not count as missing', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    const ended = await importStudents(
      school,
      [
        { ...anna, class: '6a' },
        { ...ben, given: '', family: '' },
      ],
      '--skip-faulty --json',
    );
    expect(ended.exit).toBe(0);
    expect(ended.json()).toMatchObject({
      counts: { changed: 1, leaving: 0, skipped: 1, problems: 2 },
      problems: [
        {
          line: 3,
          code: 'missing-given-name',
          message: 'The given name is missing. Add it in the administration software.',
        },
        { line: 3, code: 'missing-family-name' },
      ],
    });
  });

  test('a cell that nobody needs is left empty and listed; what is known of the person stays', async () => {
    const school = await newSchool();
    await importStudents(school, [{ ...anna, born: '2014-02-01' }, ben]);
    const ended = await importStudents(
      school,
      [
        { ...anna, class: '6a', born: '31.02.2014' },
        { ...ben, born: 'unbekannt' },
      ],
      '--json',
    );
    expect(ended.exit).toBe(0);
    expect(ended.json()).toMatchObject({
      counts: { changed: 1, problems: 2, faults: 0, skipped: 0 },
      changed: [{ changes: { class: { to: '6a' } } }],
      problems: [
        { line: 2, column: 'Geburtsdatum', value: '31.02.2014', severity: 'emptied' },
        { line: 3, column: 'Geburtsdatum', value: 'unbekannt', severity: 'emptied' },
      ],
    });
    const people = (await school.cli('user list --json')).json();
    expect(people).toContainEqual(expect.objectContaining({ class: '6a', birthDate: '2014-02-01' }));
  });

  test('if a faulty line does not say whom it is about, nobody is missing', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    school.file('cut.csv', `${roster([anna])}3;"Open;Quote;5a;;\r\n`);
    const ended = await school.cli('roster import cut.csv -y --skip-faulty --json');
    expect(ended.json().counts).toMatchObject({ leaving: 0, problems: 1 });
  });

  test.each([
    ['a file that is not there', 'none.csv', 4, 'file-missing'],
    ['a folder', 'folder', 4, 'file-not-regular'],
    ['a binary file', 'binary.csv', 4, 'file-not-text'],
    ['a file of one byte', 'byte.csv', 4, 'header-unknown'],
    ['an empty file', 'empty.csv', 4, 'file-empty'],
    ['a file in two encodings', 'mixed.csv', 4, 'file-mixed-encodings'],
  ])('%s', async (_, file, exit, code) => {
    const school = await newSchool();
    mkdirSync(school.path('folder'));
    school.file('binary.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]));
    school.file('byte.csv', 'x');
    school.file('empty.csv', '');
    school.file(
      'mixed.csv',
      Buffer.concat([Buffer.from(roster([anna])), Buffer.from('3;J\xfcrgen;Kern;5a;;\r\n', 'latin1')]),
    );
    const ended = await school.cli(`roster import ${file} -y --json`);
    expect({ exit: ended.exit, out: ended.out, code: JSON.parse(ended.err).error.code }).toEqual({
      exit,
      out: '',
      code,
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const school = await newSchool();
    chmodSync(school.file('locked.csv', roster([anna])), 0);
    expect(await school.cli('roster import locked.csv -y')).toMatchObject({ exit: 4 });
  });

  test('an escape sequence in a name is a fault, and does not reach the terminal', async () => {
    const school = await newSchool();
    const ended = await importStudents(school, [{ ...anna, given: '\u001b[31mAnna' }]);
    expect(ended.exit).toBe(4);
    expect(ended.out + ended.err).not.toContain('\u001b');
    expect(ended.err).toContain('\\u001b[31mAnna');
  });
});

describe('who is absent', () => {
  const school300 = classes({ '5a': 20, '6a': 20, '7a': 20, '10a': 20 });

  test('of the last year leaves as expected, with the three dates of the schedule', async () => {
    const school = await newSchool();
    await importStudents(school, school300);
    const next = school300
      .slice(0, 60)
      .map((one) => ({ ...one, class: one.class === '7a' ? '10a' : (one.class ?? '') }));
    const ended = await importStudents(school, next, '--json');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json()).toMatchObject({ counts: { leaving: 20, held: 0, unchanged: 40 } });
    const [{ account }] = ended.json().leaving;
    expect((await school.cli(`user show ${account} --json`)).json()).toMatchObject({
      status: 'leaving',
      leaving: { leftOn: '2026-08-20', lockedFrom: '2026-09-17', deletedOn: '2026-10-01', reason: 'missing' },
    });
    school.on('2026-09-17');
    expect((await school.cli(`user show ${account} --json`)).json().status).toBe('locked');
  });

  test.each([
    ['five of sixty', 5, '10%', 0],
    ['six of sixty, the tenth itself', 6, '10%', 0],
    ['seven of sixty', 7, '10%', 7],
    ['six of sixty where 5% are allowed', 6, '5%', 6],
  ])('%s others', async (_, absent, share, held) => {
    const school = await newSchool();
    await school.cli(`settings set roster.hold-above ${share}`);
    await importStudents(school, school300);
    const ended = await importStudents(school, school300.slice(absent), '--json');
    expect(ended.exit).toBe(held > 0 ? 5 : 0);
    expect(ended.json().counts).toMatchObject({ leaving: absent, held });
    expect(school.sql('SELECT count(*) AS n FROM leavers')).toEqual([{ n: absent - held }]);
  });

  test('a class that loses everybody holds all leaving, the rest is applied, and approval releases just that', async () => {
    const school = await newSchool();
    await importStudents(school, classes({ '5a': 3, '6a': 60, '10a': 3 }));
    const rest = [...classes({ '5a': 3, '6a': 60, '10a': 3 }).slice(3, 63), { ...anna, id: '900' }];
    const held = await importStudents(school, rest, '--json');
    expect(held.exit).toBe(5);
    expect(held.json()).toMatchObject({
      run: 2,
      applied: true,
      counts: { created: 1, leaving: 6, held: 6 },
      hold: { classes: ['5a', '10a'] },
    });
    const { plan } = held.json();

    expect(await importStudents(school, rest, '--approve 000000000000')).toMatchObject({ exit: 3 });
    expect(school.sql('SELECT count(*) AS n FROM leavers')).toEqual([{ n: 0 }]);

    const again = await importStudents(school, rest, '--json');
    expect(again.json()).toMatchObject({ run: null, applied: false, plan });
    const approved = await importStudents(school, rest, `--approve ${plan} --json`);
    expect(approved).toMatchObject({ exit: 0 });
    expect(approved.json().counts).toMatchObject({ leaving: 6, held: 0 });
    expect(school.sql('SELECT count(*) AS n FROM leavers')).toEqual([{ n: 6 }]);
    expect((await importStudents(school, rest)).out).toContain('nothing to change');
  });

  test('an empty file holds everybody', async () => {
    const school = await newSchool();
    await importStudents(school, school300);
    const ended = await importStudents(school, []);
    expect(ended.exit).toBe(5);
    expect(ended.out).toContain(
      '! The file holds nobody of the 80 it should know, so nothing is done: 80 changes wait.',
    );
    // An empty file is no part of a school, and nothing that somebody could mean.
    expect(ended.out).not.toMatch(/--approve|--partial/);
    expect(school.sql('SELECT count(*) AS n FROM leavers')).toEqual([{ n: 0 }]);
  });

  test('the last year can be set', async () => {
    const school = await newSchool();
    await school.cli('settings set school.last-year 7');
    await importStudents(school, school300);
    const without = (name: string) => school300.filter((one) => one.class !== name);
    expect((await importStudents(school, without('10a'), '--dry-run --json')).json().counts.held).toBe(20);
    expect((await importStudents(school, without('7a'), '--dry-run --json')).json().counts.held).toBe(0);
  });

  test('stays where the file is partial', async () => {
    const school = await newSchool();
    await importStudents(school, school300);
    const ended = await importStudents(school, school300.slice(0, 20), '--partial --json');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json().counts).toMatchObject({ leaving: 0, unchanged: 20 });
  });

  test('who was added by hand, or comes from another source, can not be missing', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Ida --family Hand --class 5a');
    await importStudents(school, [ben], '--source other');
    expect((await importStudents(school, [anna], '--json')).json().counts).toMatchObject({ created: 1, leaving: 0 });
  });

  test('a teacher is reported, and nothing more', async () => {
    const school = await newSchool();
    school.file('t.csv', 'Import-ID;Vorname;Nachname\nL1;Ida;Kern\nL2;Jan;Wolf\n');
    await school.cli('roster import t.csv --role teacher -y');
    school.file('t.csv', 'Import-ID;Vorname;Nachname\nL1;Ida;Kern\n');
    const ended = await school.cli('roster import t.csv --role teacher -y --json');
    expect(ended).toMatchObject({ exit: 0 });
    expect(ended.json()).toMatchObject({ counts: { leaving: 0 }, missing: [{ account: 'jan.wolf' }] });
    expect((await school.cli('user show jan.wolf --json')).json().leaving).toBeNull();
  });

  test('who comes back is taken off the schedule, with what has changed', async () => {
    const school = await newSchool();
    await importStudents(school, [anna, ben]);
    await importStudents(school, [anna]);
    const ended = await importStudents(school, [anna, { ...ben, class: '6a' }], '--json');
    expect(ended.json()).toMatchObject({
      counts: { returned: 1, changed: 0 },
      returned: [{ account: 'ben.kern', changes: { class: { from: '5a', to: '6a' }, leaving: { to: null } } }],
    });
    expect((await school.cli('user show ben.kern --json')).json()).toMatchObject({ status: 'active', class: '6a' });
  });

  test('a withdrawn consent stands, whoever is listed', async () => {
    const school = await newSchool();
    await importStudents(school, [anna]);
    school.sql(
      `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason) VALUES (1, '2026-08-01', '2026-08-15', '2026-08-15', 'withdrawal')`,
    );
    expect((await importStudents(school, [anna], '--json')).json().counts).toMatchObject({ returned: 0, unchanged: 1 });
  });

  test('who is marked as left leaves, also by a partial file', async () => {
    const school = await newSchool();
    const schild = (status: number) =>
      `Interne ID-Nummer;Nachname;Vorname;Klasse;Geburtsdatum;Status\n1;Müller;Anna;5a;01.02.2014;${status}\n2;Kern;Ben;5a;02.02.2014;2\n`;
    school.file('s.csv', schild(2));
    await school.cli('roster import s.csv -y');
    school.file('s.csv', schild(9));
    expect((await school.cli('roster import s.csv -y --partial --json')).json().leaving).toMatchObject([
      { account: 'anna.mueller', reason: 'marked-left' },
    ]);
    school.file('s.csv', schild(3));
    expect((await school.cli('roster import s.csv -y --partial --json')).json().returned).toHaveLength(1);
  });
});
