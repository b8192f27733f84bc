import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/**
 * Anna (5a), Ben (10a) and their mother Ida; terms, an incident about Anna, a suspension and a hold on Ben, and a
 * backup that holds all of it.
 */
async function withBackup(): Promise<School> {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  for (const line of [
    'user add --role student --given Anna --family Müller --class 5a --birth-date 2015-05-05 --import-id S1',
    'user add --role student --given Ben --family Müller --class 10a --birth-date 2009-05-05',
    'user add --role guardian --given Ida --family Müller --child anna.mueller,ben.mueller',
    'terms publish terms.txt --version 1 --from 2026-08-01',
    'consent purposes add photos --title Fotos',
    'consent give anna.mueller --by guardian:ida.mueller',
    'consent give anna.mueller --by guardian:ida.mueller --purpose photos',
    'consent give ben.mueller --by self',
    'password issue ben.mueller --csv ben.csv',
    'incident open --account anna.mueller --what "Mass mails"',
    'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"',
    'suspension impose ben.mueller --reason "Mass mails" --clause mass-mail',
    'permit give ben.mueller --kind software --reason GeoGebra',
    'administrator add m.weber --name "Maria Weber"',
    'module enable Foren',
    'leaver hold ben.mueller --reason "Court case"',
    'leaver schedule ben.mueller --left-on 2026-08-15',
    'backup create',
  ]) {
    const ended = await school.cli(`${line} --yes`);
    if (ended.exit !== 0) throw new Error(`${line}: ${ended.err}`);
  }
  return school.on('2026-08-21');
}

const count = (from: string) => (school: School) => school.sql(`SELECT count(*) AS n FROM ${from}`)[0].n;

/** What may come between a backup and its restore, and a question about it whose answer must not change by the restore. */
const facts: readonly (readonly [what: string, line: string, (school: School) => unknown])[] = [
  ['a consent', 'consent give ben.mueller --by self --purpose photos', count('consents')],
  ['a refusal', 'consent refuse ben.mueller --by self --purpose photos', count('consents')],
  ['a withdrawal', 'consent withdraw anna.mueller --by guardian:ida.mueller --purpose photos', count('consents')],
  [
    'a withdrawal of the terms, which makes somebody leave',
    'consent withdraw anna.mueller --by guardian:ida.mueller',
    (school) => school.sql(`SELECT reason, deleted_on FROM leavers WHERE user_id = 1`),
  ],
  ['a strike', 'consent strike anna.mueller 2 --reason Mistake', count(`consents WHERE decision = 'struck'`)],
  ['a hold', 'leaver hold anna.mueller --reason "Court case"', count('leaver_holds')],
  ['a release', 'leaver release ben.mueller', count('leaver_holds')],
  [
    'a suspension',
    'suspension impose anna.mueller --reason "Insults" --clause mass-mail',
    count('suspensions WHERE lifted_on IS NULL'),
  ],
  ['a lifting', 'suspension lift ben.mueller --reason "Said sorry"', count('suspensions WHERE lifted_on IS NULL')],
  ['an incident', 'incident open --account ben.mueller --what "Joke mails"', count('incident_people')],
  [
    'an inspection',
    'incident inspect 1 --account anna.mueller --kind log --suspicion "Logged in for another"',
    count('inspections'),
  ],
  [
    'the telling of an inspection',
    'incident inform 1 --account anna.mueller --told self --how "in person"',
    count('inspections WHERE informed_on IS NOT NULL'),
  ],
  ['a notice', 'leaver notices ben.mueller --csv notices.csv', count('leaver_notices')],
  [
    'a schedule by hand',
    'leaver schedule anna.mueller --left-on 2026-08-10',
    (school) => school.sql('SELECT * FROM leavers'),
  ],
  [
    'other dates of it',
    'leaver schedule ben.mueller --left-on 2026-09-30',
    (school) => school.sql('SELECT * FROM leavers'),
  ],
  ['the cancelling of a schedule', 'leaver cancel ben.mueller', count('leavers')],
  ['a password', 'password issue ida.mueller --csv ida.csv --despite "She teaches here"', count('passwords')],
  ['an own password', 'password confirm ben.mueller', count('passwords WHERE changed_on IS NOT NULL')],
  ['a version of the terms', 'terms publish new.txt --version 2 --from 2026-10-01', count('terms')],
  ['a permit', 'permit give anna.mueller --kind traffic --reason Film', count('permits')],
  ['the end of a permit', 'permit end ben.mueller --reason Done', count('permits WHERE ended_on IS NOT NULL')],
  ['an administrator', 'administrator add k.schmidt --name "Karin Schmidt"', count('administrators')],
  [
    'an undertaking',
    'administrator add m.weber --signed-on 2026-08-21',
    count('administrators WHERE signed_on IS NOT NULL'),
  ],
  ['a module', 'module enable Messenger', count('modules')],
  ['the end of a module', 'module disable Foren', count('modules WHERE disabled_on IS NOT NULL')],
  ['a deleted post', 'post removed anna.mueller --where Forum --reason Insults', count('posts')],
  [
    'a request',
    'request open --kind objection --account anna.mueller --identified-by "ID card"',
    count('request_people'),
  ],
  [
    'an answer, which restricts',
    'request answer 1 --outcome granted --how "By letter"',
    (school) => [count('restrictions')(school), count('requests WHERE answered_on IS NOT NULL')(school)],
  ],
  ['the telling of modules', 'module notice --told', count('module_notices')],
  ['a purpose', 'consent purposes add video --title Videokonferenz', count('purposes')],
];

/** What ends something: apart from the others, which it would hide. */
const endings = ['a release', 'a lifting', 'the cancelling of a schedule'];

test.each([
  ['everything that is added', facts.filter(([what]) => !endings.includes(what))],
  ['everything that is ended', facts.filter(([what]) => endings.includes(what))],
])('%s stands after the restore, and after the restore of what that replaced', async (_, these) => {
  const school = await withBackup();
  school.file('new.txt', 'Be kinder.');
  for (const [what, line, question] of these) {
    const before = question(school);
    expect({ what, exit: (await school.cli(`${line} --yes`)).exit }).toEqual({ what, exit: 0 });
    expect({ what, is: question(school) }).not.toEqual({ what, is: before });
  }
  const all = () => these.map(([what, , question]) => ({ what, is: question(school) }));
  const after = all();
  const [{ name }] = (await school.cli('backup list --json')).json();
  for (const backup of [name, 'newest', name]) {
    expect(await school.cli(`backup restore ${backup} --yes`)).toMatchObject({ exit: 0 });
    expect(all()).toEqual(after);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect(school.sql('PRAGMA foreign_key_check')).toEqual([]);
    expect(readdirSync(school.folder).filter((file) => file.includes('unfinished'))).toEqual([]);
  }
});

test('the preview says by kind and number what stays, and whom it concerns', async () => {
  const school = await withBackup();
  await school.cli('leaver hold anna.mueller --reason "Court case"');
  await school.cli('leaver release ben.mueller');
  await school.cli('suspension impose anna.mueller --reason Insults --clause mass-mail');
  await school.cli('settings set leaver.max-per-run 7');
  expect((await school.cli('backup restore newest --dry-run')).out).toBe(
    [
      'People: 3 now, 3 in the backup.',
      'Put back as it was: 1 setting.',
      'Recorded since, and stays: 1 hold (anna.mueller).',
      'Recorded since, and stays: 1 released hold (ben.mueller).',
      'Recorded since, and stays: 1 suspension or lifting (anna.mueller).\n',
    ].join('\n'),
  );
  expect((await school.cli('backup restore newest --dry-run --lang de')).out).toContain(
    'Seither erfasst und bleibt: 1 aufgehobene Löschsperre (ben.mueller).\n',
  );
});

describe('what people were like comes back', () => {
  const roster = (...lines: string[]) => ['Import-ID;Vorname;Nachname;Klasse', ...lines, ''].join('\n');

  test('a wrong file that made people leave, come and change is taken back', async () => {
    const school = await newSchool();
    school.file('right.csv', roster('1;Anna;Müller;5a', '2;Ben;Kern;5a', '3;Cem;Kaya;6a'));
    school.file('wrong.csv', roster('1;Anna;Müller;9z', '4;Dora;Groß;5a', '5;Emil;Klein;5a'));
    await school.cli('roster import right.csv --yes');
    await school.cli('backup create');
    await school.on('2026-08-21').cli('roster import wrong.csv --yes');
    // Emil has got a password meanwhile, so somebody would miss him.
    await school.cli('password issue emil.klein --csv emil.csv');
    const [, { name }] = (await school.cli('backup list --json')).json();
    const preview = (await school.cli(`backup restore ${name} --dry-run --json`)).json().difference;
    expect(preview).toMatchObject({
      lost: ['dora.gross'],
      changed: 1,
      takenOver: [
        { what: 'passwords', number: 1, accounts: ['emil.klein'] },
        { what: 'written_about', number: 1, accounts: ['emil.klein'] },
      ],
      putBack: [
        { what: 'leavers-by-import', number: 2, accounts: ['ben.kern', 'cem.kaya'] },
        { what: 'roster_runs', number: 1 },
      ],
    });
    await school.cli(`backup restore ${name} --yes`);
    expect(school.sql('SELECT account, class FROM users ORDER BY id')).toEqual([
      { account: 'anna.mueller', class: '5a' },
      { account: 'ben.kern', class: '5a' },
      { account: 'cem.kaya', class: '6a' },
      { account: 'emil.klein', class: '5a' },
    ]);
    expect(school.sql('SELECT * FROM leavers')).toEqual([]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });

  test('no schedule that a roster has cancelled is revived', async () => {
    const school = await newSchool();
    school.file('all.csv', roster('1;Anna;Müller;5a', '2;Ben;Kern;5a'));
    school.file('some.csv', roster('1;Anna;Müller;5a'));
    await school.cli('roster import all.csv --yes');
    await school.cli('roster import some.csv --yes');
    await school.cli('backup create');
    await school.cli('roster import all.csv --yes');
    const [, { name }] = (await school.cli('backup list --json')).json();
    await school.cli(`backup restore ${name} --yes`);
    expect(school.sql('SELECT * FROM leavers')).toEqual([]);
  });

  test('an import ID that two people have exchanged since goes back; one that somebody new has stays there', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller --import-id A');
    await school.cli('user add --role student --given Ben --family Kern --import-id B');
    await school.cli('user add --role student --given Cem --family Kaya --import-id C');
    await school.cli('backup create');
    school.sql(`UPDATE users SET import_id = 'X' WHERE id = 1`);
    school.sql(`UPDATE users SET import_id = 'A' WHERE id = 2`);
    school.sql(`UPDATE users SET import_id = 'B' WHERE id = 1`);
    school.sql(`UPDATE users SET import_id = 'D' WHERE id = 3`);
    await school.cli('user add --role student --given Dora --family Groß --import-id C');
    await school.cli('password issue dora.gross --csv dora.csv');
    await school.cli('backup restore newest --yes');
    expect(school.sql('SELECT account, import_id FROM users ORDER BY id')).toEqual([
      { account: 'anna.mueller', import_id: 'A' },
      { account: 'ben.kern', import_id: 'B' },
      { account: 'cem.kaya', import_id: 'D' },
      { account: 'dora.gross', import_id: 'C' },
    ]);
  });

  test('somebody whom an undo took out comes back with all that was held of them', async () => {
    const school = await newSchool();
    school.file('new.csv', roster('1;Anna;Müller;5a'));
    await school.cli('roster import new.csv --yes');
    await school.cli('roster undo 1 --yes');
    expect(school.sql('SELECT * FROM users')).toEqual([]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    await school.cli('backup restore newest --yes');
    expect(school.sql('SELECT id, account, class FROM users')).toEqual([
      { id: 1, account: 'anna.mueller', class: '5a' },
    ]);
    expect((await school.cli('audit log --account anna.mueller --reason test --json')).json()).toMatchObject([
      { act: 'roster-created', facts: { run: 1 } },
      { act: 'roster-undone', facts: { run: 1 } },
      { act: 'log-read' },
    ]);
  });
});

test('whoever was working with the registry that was replaced is told to try again, and loses nothing', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('settings set school.last-year 10');
  await school.cli('backup create');
  school.file('new.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Ben;Kern;5a\n');
  school.answers = [true];
  school.onQuestion = async () => {
    school.onQuestion = undefined;
    expect(await school.cli('backup restore newest --yes')).toMatchObject({ exit: 0 });
  };
  expect(await school.cli('roster import new.csv')).toMatchObject({ exit: 75, out: '' });
  expect(school.sql('SELECT account FROM users')).toEqual([{ account: 'anna.mueller' }]);
  expect(await school.cli('roster import new.csv --yes')).toMatchObject({ exit: 0 });
});

describe('what the log knows of people who are gone by a restore', () => {
  const strangers = async () => {
    const school = await newSchool();
    await school.cli('backup create');
    await school.on('2026-08-21').cli('user add --role student --given Xaver --family Xanthippos');
    await school.cli('backup restore newest --yes');
    return school;
  };
  const facts = (school: School) => school.sql(`SELECT facts FROM audit_facts WHERE facts LIKE '%Xanthippos%'`).length;

  test('stays as long as a backup can bring them back', async () => {
    const school = await strangers();
    await school.cli('leaver run');
    expect(facts(school)).toBe(1);
    const replaced = readdirSync(school.path('backups')).find((file) => file.includes('.restore.'));
    await school.cli(`backup restore ${replaced} --yes`);
    expect(school.sql('SELECT account FROM users')).toEqual([{ account: 'xaver.xanthippos' }]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });

  test('is erased in the night in which none can any more, from the bytes too, and a tombstone says why', async () => {
    const school = await strangers();
    for (const day of ['2026-09-20', '2026-09-21', '2026-09-22']) await school.on(day).cli('leaver run');
    expect(facts(school)).toBe(0);
    expect(school.bytes().includes('Xanthippos')).toBe(false);
    expect(school.sql('SELECT user_id, why FROM tombstones')).toEqual([{ user_id: 1, why: 'taken-back' }]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });
});

describe('a deletion that was a mistake', () => {
  const deleted = async () => {
    const school = await withBackup();
    await school.cli('leaver release ben.mueller');
    await school.cli('leaver notices --told');
    await school.on('2026-09-26').cli('leaver run');
    await school.on('2026-10-03').cli('leaver run');
    expect(school.sql('SELECT account FROM users')).not.toContainEqual({ account: 'ben.mueller' });
    return school.on('2026-10-04');
  };
  const withBen = async (school: School): Promise<string> =>
    (await school.cli('backup list --json'))
      .json()
      .find(({ holdsDeleted }: { holdsDeleted: number[] }) => holdsDeleted.includes(2)).name;

  test('is taken back from a backup, with consents, suspension and password, and is recorded', async () => {
    const school = await deleted();
    const name = await withBen(school);
    const line = `backup restore ${name} --bring-back ben.mueller --reason "mistaken for another Ben" --yes`;
    expect(await school.cli(line)).toMatchObject({ exit: 0 });
    const ben = (await school.cli('user show ben.mueller --json')).json();
    expect(ben).toMatchObject({
      class: '10a',
      status: 'suspended',
      leaving: null,
      guardians: [{ account: 'ida.mueller' }],
      password: { state: 'must-change' },
      consent: { terms: 'complete' },
    });
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect((await school.cli('audit log --act person-brought-back --reason test --json')).json()).toMatchObject([
      { account: 'ben.mueller', facts: { reason: 'mistaken for another Ben' } },
    ]);
    // He can be deleted like everybody else.
    await school.cli('leaver schedule ben.mueller --left-on 2026-10-04');
    expect(await school.cli(line)).toMatchObject({ exit: 3 });
  });

  test('needs a reason, a backup that holds the person, and somebody who was deleted', async () => {
    const school = await deleted();
    const name = await withBen(school);
    expect(await school.cli(`backup restore ${name} --bring-back ben.mueller --yes`)).toMatchObject({ exit: 2 });
    const reason = '--reason mistake --yes';
    expect(await school.cli(`backup restore ${name} --bring-back nobody ${reason}`)).toMatchObject({ exit: 3 });
    expect(await school.cli(`backup restore ${name} --bring-back anna.mueller ${reason}`)).toMatchObject({ exit: 3 });
    expect(school.sql('SELECT count(*) AS n FROM users')).toEqual([{ n: 2 }]);
  });
});

describe('in the place of a damaged registry', () => {
  test('with the facts of the newest sound backup; status says from when on everything is lost, until somebody looked', async () => {
    const school = await withBackup();
    await school.cli('leaver hold anna.mueller --reason "Court case"');
    await school.on('2026-08-22').cli('backup create');
    await school.on('2026-08-23').cli('suspension impose anna.mueller --reason Insults --clause mass-mail');
    const [, { name }] = (await school.cli('backup list --json')).json();
    school.file('registry.sqlite', school.bytes().fill(0, 0, 4096));
    expect((await school.cli(`backup restore ${name} --dry-run`)).out).toContain(
      '! The registry is damaged or missing; it would be put aside. What was recorded after 22 Aug 2026, 10:00 is lost',
    );
    await school.cli(`backup restore ${name} --yes`);
    expect(school.sql('SELECT user_id FROM leaver_holds')).toHaveLength(2);
    expect(school.sql('SELECT user_id FROM suspensions')).toHaveLength(1);
    expect((await school.cli('status')).out).toContain('what was recorded after 22 Aug 2026, 10:00 is lost');
    expect((await school.cli('status --json')).json().restoreLosses).toHaveLength(1);
    await school.cli('backup losses --looked');
    expect((await school.cli('status')).out).not.toContain('is lost');
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });
});
