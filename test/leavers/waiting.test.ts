import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

const roster = 'Import-ID;Vorname;Nachname;Klasse\n1;Anna;Müller;10a\n2;Ben;Kern;5a\n';

/** Anna, who is due to be deleted on 12 October 2026, and her father Jürgen, who goes with her. */
async function leaver(): Promise<School> {
  const school = await newSchool();
  school.file('students.csv', roster);
  for (const line of [
    'roster import students.csv --yes',
    'user add --role guardian --given Jürgen --family Müller --child anna.mueller',
    'leaver schedule anna.mueller --left-on 2026-08-31',
  ]) {
    const ended = await school.cli(line);
    if (ended.exit !== 0) throw new Error(`${line}: ${ended.err}`);
  }
  return school;
}

/** Nights from the second to the day on, as a server has them that is always on; what the last one says. */
async function nights(school: School, until = '2026-10-12') {
  for (let day = '2026-10-05'; day < until; day = next(day)) await school.on(day).cli('leaver run');
  return school.on(until).cli('leaver run');
}

const next = (day: string) => new Date(Date.parse(`${day}T08:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const here = (school: School) => school.sql('SELECT account FROM users ORDER BY id').map(({ account }) => account);

const told = 'leaver notices --told';

/** Everything that must stop a deletion: what happened, on which day, who waits, and what for. */
const stopping: readonly (readonly [
  what: string,
  lines: readonly (readonly [day: string, line: string])[],
  who: string,
  why: string,
])[] = [
  ['nobody was told', [], 'anna.mueller', 'not told in time to save files'],
  ['told too late', [['2026-10-07', told]], 'anna.mueller', 'not told in time to save files'],
  [
    'told a later day than the one that holds now',
    [
      ['2026-08-20', 'leaver schedule anna.mueller --left-on 2026-08-31 --delete-on 2026-10-20'],
      ['2026-08-20', told],
      ['2026-08-21', 'leaver schedule anna.mueller --left-on 2026-08-31 --delete-on 2026-10-12'],
    ],
    'anna.mueller',
    'not told in time to save files',
  ],
  [
    'an open incident',
    [
      ['2026-08-20', told],
      ['2026-09-01', 'incident open --account anna.mueller --what "Mass mails"'],
    ],
    'anna.mueller',
    'an incident is open',
  ],
  [
    'an inspection of which the person must still hear',
    [
      ['2026-08-20', told],
      ['2026-09-01', 'incident open --account anna.mueller --what "Mass mails"'],
      ['2026-09-01', 'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"'],
    ],
    'anna.mueller',
    'must first hear of an inspection',
  ],
  [
    'a hold whose review day has come',
    [
      ['2026-08-20', told],
      ['2026-09-01', 'leaver hold anna.mueller --reason "Court case" --review 2026-10-01'],
    ],
    'anna.mueller',
    'on hold',
  ],
  [
    'a hold of the child, for the guardian',
    [
      ['2026-08-20', told],
      ['2026-09-01', 'leaver hold anna.mueller --reason "Court case" --review 2026-10-01'],
    ],
    'juergen.mueller',
    'on hold',
  ],
  [
    'a roster after the leaving day that has the person as present',
    [
      ['2026-08-20', told],
      ['2026-09-01', 'roster import students.csv --yes'],
    ],
    'anna.mueller',
    'a roster has them as present',
  ],
];

describe.each(stopping)('%s', (what, lines, who, why) => {
  test('stops the deletion: named when new and every seventh night, in status, in the list', async () => {
    const school = await leaver();
    for (const [day, line] of lines) expect(await school.on(day).cli(line)).toMatchObject({ exit: 0 });
    const night = await nights(school);
    expect(night).toMatchObject({ exit: 5 });
    expect(night.err).toMatch(new RegExp(`^! ${who} was to be deleted on .* 2026 and waits: .*${why}`, 'm'));
    expect(here(school)).toContain(who);
    expect((await school.cli('status')).out).toMatch(new RegExp(`^${who} waits to be deleted: .*${why}`, 'm'));
    const [listed] = (await school.cli(`leaver list ${who} --json`)).json();
    expect(listed.waitsFor).not.toEqual([]);
    expect((await school.cli(`leaver list ${who}`)).out).not.toMatch(/ (10|12) Oct 2026 /);
    // Silent until it is a week.
    const days = ['2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-17', '2026-10-18'];
    for (const day of days) {
      const other = await school.on(day).cli('leaver run');
      expect(other.err).not.toContain(`${who} was`);
    }
    expect(here(school)).toContain(who);
    if (why !== 'not told in time to save files') {
      expect((await school.on('2026-10-19').cli('leaver run')).err).toContain(`! ${who} was`);
    }
    // Louder, the longer it takes; who was told too late only waits for two weeks.
    if (what === 'told too late') return;
    expect((await school.on('2026-11-20').cli('status')).out).toMatch(
      new RegExp(`^${who} has been waiting to be deleted for \\d+ days, and nobody is kept for ever`, 'm'),
    );
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });
});

describe('deleted on their day are', () => {
  test.each<[what: string, lines: readonly (readonly [day: string, line: string])[]]>([
    ['who was told in time', [['2026-09-28', told]]],
    ['who was told by another way, in a school that says so', [['2026-08-20', 'settings set leaver.notice-days 0']]],
    [
      'whose hold was released, whose incident was closed, who has heard of the inspection',
      [
        ['2026-08-20', told],
        ['2026-09-01', 'leaver hold anna.mueller --reason "Court case"'],
        ['2026-09-01', 'incident open --account anna.mueller --what "Mass mails"'],
        ['2026-09-01', 'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"'],
        ['2026-09-02', 'incident inform 1 --account anna.mueller --told self --how "in person"'],
        ['2026-09-02', 'incident close 1 --outcome "Made up"'],
        ['2026-09-02', 'leaver release anna.mueller'],
      ],
    ],
    [
      'whom a roster had as present before the day of leaving only',
      [
        ['2026-08-20', told],
        ['2026-08-30', 'roster import students.csv --yes'],
      ],
    ],
    [
      'who was scheduled anew after the roster that had them',
      [
        ['2026-09-01', 'roster import students.csv --yes'],
        ['2026-09-02', 'leaver schedule anna.mueller --left-on 2026-08-31 --reason "really left"'],
        ['2026-09-02', told],
      ],
    ],
  ])('%s', async (_, lines) => {
    const school = await leaver();
    for (const [day, line] of lines) expect(await school.on(day).cli(line)).toMatchObject({ exit: 0 });
    const night = await nights(school);
    expect(night.out).toContain('anna.mueller is deleted.\n');
    expect(here(school)).not.toContain('anna.mueller');
  });

  test('who asked for it, at once, without a notice; only that they went is remembered, as a hash', async () => {
    const school = await leaver();
    await school.cli('leaver schedule anna.mueller --at-request --delete-on 2026-08-20 --yes');
    expect((await school.cli('leaver run')).out).toContain('anna.mueller is deleted.\n');
    expect(school.sql('SELECT length(hash) AS n, why FROM departures')).toEqual([{ n: 32, why: 'request' }]);
  });
});

test('a hold waits quietly until its review day', async () => {
  const school = await leaver();
  await school.cli(told);
  await school.cli('leaver hold anna.mueller --reason "Court case" --case "3 K 12/26"');
  expect(await nights(school)).toMatchObject({ exit: 0, err: '' });
  expect((await school.cli('status')).out).not.toContain('anna.mueller waits');
  school.sql(`UPDATE leavers SET locked_at = NULL WHERE user_id = 1`);
  expect((await school.on('2026-10-13').cli('leaver run')).out).toBe(
    'anna.mueller is locked; its deletion is on hold.\n',
  );
  expect(await school.cli('leaver hold anna.mueller --review 2027-06-01')).toMatchObject({ exit: 0 });
  expect((await school.on('2027-06-01').cli('status')).out).toContain(
    'The hold on anna.mueller was to be looked at again on 1 Jun 2027',
  );
  expect(await school.cli('leaver hold anna.mueller --review 2027-05-01')).toMatchObject({ exit: 2 });
});

describe('after a long time without a night', () => {
  test('the first one only announces, and the next one deletes, however many days later', async () => {
    const school = await leaver();
    await school.cli(told);
    const first = await school.on('2026-10-13').cli('leaver run');
    expect(first).toMatchObject({ exit: 5 });
    expect(first.err).toContain('! anna.mueller is deleted by the next run');
    expect(here(school)).toContain('anna.mueller');
    expect((await school.on('2026-11-20').cli('leaver run')).out).toContain('anna.mueller is deleted.\n');
  });

  test('who is due only then is announced by the second, and deleted by the third: every ten days is enough', async () => {
    const school = await leaver();
    await school.cli(told);
    for (const day of ['2026-09-01', '2026-09-11', '2026-09-21', '2026-10-01', '2026-10-11']) {
      expect(await school.on(day).cli('leaver run')).toMatchObject({ exit: 0, err: '' });
    }
    expect((await school.on('2026-10-21').cli('leaver run --json')).json().announced).toMatchObject([
      { account: 'anna.mueller' },
      { account: 'juergen.mueller' },
    ]);
    expect((await school.on('2026-10-31').cli('leaver run --json')).json().deleted).toHaveLength(2);
  });

  test('whoever is held between the two is not deleted, and announced again when the time has come', async () => {
    const school = await leaver();
    await school.cli(told);
    await school.on('2026-10-13').cli('leaver run');
    await school.cli('leaver hold anna.mueller --reason "Court case"');
    await school.on('2026-10-23').cli('leaver run');
    await school.cli('leaver release anna.mueller');
    const night = await school.on('2026-11-05').cli('leaver run');
    expect(night.err).toContain('! anna.mueller is deleted by the next run');
    expect(here(school)).toContain('anna.mueller');
  });

  test('a killed night announces nothing', async () => {
    const school = await leaver();
    await school.cli(told);
    await school.on('2026-10-13').cli('leaver run');
    school.sql('DELETE FROM leaver_announcements');
    school.sql('UPDATE leaver_runs SET finished_at = NULL');
    expect(await school.on('2026-10-14').cli('leaver run')).toMatchObject({ exit: 5 });
    expect(here(school)).toContain('anna.mueller');
  });
});

describe('a clock that jumped', () => {
  test('56 days ahead: the fresh leaver is only announced', async () => {
    const school = await leaver();
    await school.cli(told);
    await school.cli('leaver run');
    expect(await school.on('2026-10-15').cli('leaver run')).toMatchObject({ exit: 5 });
    expect(here(school)).toContain('anna.mueller');
  });

  test('an entry under a wrong clock stops the nights until somebody confirms the day, once', async () => {
    const school = await leaver();
    await school.on('2027-08-20').cli('user edit ben.kern --class 6a');
    school.on('2026-08-21');
    const stopped = await school.cli('leaver run');
    expect(stopped).toMatchObject({ exit: 3, err: expect.stringContaining('--today 2026-08-21') });
    expect(await school.cli('leaver run --today 2026-08-20')).toMatchObject({ exit: 3 });
    expect(await school.cli('leaver run --today 2026-08-21')).toMatchObject({ exit: 0 });
    expect(await school.on('2026-08-22').cli('leaver run')).toMatchObject({ exit: 0 });
  });
});
