import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { nightBefore, tellsOtherwise } from './nights.ts';

/** Anna in 10a and Ben in 5a, whose father is Jürgen. */
async function family(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  await school.cli('user add --role student --given Anna --family Müller --class 10a --email anna@post.example');
  await school.cli('user add --role student --given Ben --family Müller --class 5a');
  await school.cli('user add --role guardian --given Jürgen --family Müller --child anna.mueller,ben.mueller');
  return school;
}

const leaving = async (school: School, account: string) =>
  (await school.cli(`user show ${account} --json`)).json().leaving;

describe('leaver schedule', () => {
  test('gives the dates of the settings', async () => {
    const school = await family();
    expect(await school.cli('leaver schedule anna.mueller --left-on 2026-07-31')).toMatchObject({
      exit: 0,
      out: 'anna.mueller will be locked from 28 Aug 2026 and deleted on 11 Sep 2026.\n',
      err: '',
    });
    expect(await leaving(school, 'anna.mueller')).toEqual({
      leftOn: '2026-07-31',
      lockedFrom: '2026-08-28',
      deletedOn: '2026-09-11',
      reason: 'by-hand',
      hold: null,
    });
    expect(await school.cli('leaver schedule anna.mueller --left-on 31.7.2026')).toMatchObject({
      exit: 0,
      out: 'Nothing to change: they are on the schedule with these dates.\n',
    });
  });

  test('by the rule of the role, where the school has one', async () => {
    const school = await family();
    await school.cli('user add --role teacher --given Ida --family Kern');
    await school.cli('settings set leaver.deleted-after.teacher school-year-end+1y');
    await school.cli('leaver schedule ida.kern anna.mueller --left-on 2026-08-15');
    expect(await leaving(school, 'ida.kern')).toMatchObject({ deletedOn: '2028-07-31' });
    expect(await leaving(school, 'anna.mueller')).toMatchObject({ deletedOn: '2026-09-26' });
  });

  test('takes a day of deletion and a reason, and moves the dates of who is on it', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    await school.cli(
      'leaver schedule anna.mueller --left-on 2026-07-31 --delete-on 2026-12-31 --reason "moves to Kiel"',
    );
    expect(await leaving(school, 'anna.mueller')).toMatchObject({ deletedOn: '2026-12-31', reason: 'moves to Kiel' });
    expect(await school.cli('leaver schedule ben.mueller --left-on 2026-07-31 --delete-on 2026-07-01')).toMatchObject({
      exit: 2,
      err: '! Nobody can be deleted on 1 Jul 2026 who leaves on 31 Jul 2026 only.\n',
    });
  });

  test('all or none', async () => {
    const school = await family();
    expect(await school.cli('leaver schedule anna.mueller nobody --left-on 2026-07-31')).toMatchObject({ exit: 3 });
    expect((await school.cli('leaver list --json')).json()).toEqual([]);
  });

  test('shows at a terminal who it is and what happens when, and asks', async () => {
    const school = await family();
    school.answers = [false];
    expect(await school.cli('leaver schedule anna.mueller --left-on 2026-07-31')).toMatchObject({
      exit: 130,
      err: expect.stringContaining(
        'anna.mueller (Anna Müller, 10a): leaves on 31 Jul 2026, locked from 28 Aug 2026, deleted on 11 Sep 2026.\n',
      ),
    });
    expect(school.asked).toEqual(['Put 1 person on the schedule?']);
    expect(await leaving(school, 'anna.mueller')).toBeNull();
  });

  test.each(['2016-07-31', '2024-08-19', '2036-08-21', '2126-07-31'])('refuses %s: a slip in the year', async (day) => {
    const school = await family();
    expect(await school.cli(`leaver schedule anna.mueller --left-on ${day}`)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('can hardly be meant'),
    });
  });

  test('gives time to save files to whoever left long ago, and the same wish on a later day moves nothing', async () => {
    const school = await family();
    await school.cli('settings set leaver.notice-days 14');
    await school.cli('leaver schedule anna.mueller --left-on 2025-07-31');
    const dates = { leftOn: '2025-07-31', lockedFrom: '2026-09-03', deletedOn: '2026-09-03' };
    expect(await leaving(school, 'anna.mueller')).toMatchObject(dates);
    const again = await school.on('2026-08-25').cli('leaver schedule anna.mueller --left-on 2025-07-31');
    expect(again.out).toContain('Nothing to change');
    expect(await leaving(school, 'anna.mueller')).toMatchObject(dates);
  });

  test('--at-request: told, and at once if they want, which must be confirmed', async () => {
    const school = await family();
    await school.cli('settings set leaver.notice-days 14');
    await school.cli('leaver schedule ben.mueller --at-request');
    expect(await leaving(school, 'ben.mueller')).toMatchObject({ leftOn: '2026-08-20', deletedOn: '2026-09-03' });
    const line = 'leaver schedule anna.mueller --at-request --delete-on 2026-08-20';
    expect(await school.cli(line)).toMatchObject({ exit: 2 });
    expect(await school.cli(`${line} --yes`)).toMatchObject({
      exit: 0,
      err: expect.stringContaining('! The next nightly run deletes anna.mueller'),
    });
    expect((await school.cli('leaver run')).out).toContain('anna.mueller is deleted.\n');
    expect(school.sql('SELECT why FROM departures')).toEqual([{ why: 'request' }]);
  });

  test('a withdrawal of consent stands: by hand it can only be hastened, and not be cancelled', async () => {
    const school = await family();
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
    await school.cli('user edit anna.mueller --birth-date 2005-01-01');
    await school.cli('consent give anna.mueller --by self');
    await school.cli('consent withdraw anna.mueller --by self');
    const before = await leaving(school, 'anna.mueller');
    await school.cli('leaver schedule anna.mueller --left-on 2026-12-31');
    expect(await leaving(school, 'anna.mueller')).toMatchObject({ deletedOn: before.deletedOn, reason: 'withdrawal' });
    expect(await school.cli('leaver cancel anna.mueller')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('schulkonto consent give anna.mueller'),
    });
  });

  test('asks for the day at a terminal, and only there', async () => {
    const school = await family();
    expect(await school.cli('leaver schedule anna.mueller')).toMatchObject({
      exit: 2,
      err: '! --left-on is missing, and nobody is at a terminal to be asked.\n',
    });
    school.answers = ['31.7.2026', true];
    expect(await school.cli('leaver schedule anna.mueller')).toMatchObject({ exit: 0 });
    school.answers = ['tomorrow', '31.7.2026', true];
    expect(await school.cli('leaver schedule ben.mueller --lang de')).toMatchObject({
      exit: 0,
      err: expect.stringMatching(
        /^! „tomorrow“ ist kein Tag\. Ein Tag wird 2026-07-31 oder 31\.7\.2026 geschrieben\.\n/,
      ),
    });
  });
});

describe('a guardian', () => {
  test('stays with the next child, goes with the last, and stays again when it does', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
    expect(await leaving(school, 'juergen.mueller')).toBeNull();
    const last = await school.cli('leaver schedule ben.mueller --left-on 2026-08-15 --json');
    const dates = { leftOn: '2026-08-15', lockedFrom: '2026-09-12', deletedOn: '2026-09-26' };
    expect(last.json()).toEqual([
      { account: 'ben.mueller', leaving: { ...dates, reason: 'by-hand' } },
      { account: 'juergen.mueller', leaving: { ...dates, reason: 'last-child-left' } },
    ]);
    expect(await school.cli('leaver cancel anna.mueller')).toMatchObject({
      exit: 0,
      out: 'anna.mueller stays.\njuergen.mueller stays.\n',
    });
    expect(await leaving(school, 'juergen.mueller')).toBeNull();
  });

  test('can’t be kept alone', async () => {
    const school = await family();
    await school.cli('leaver schedule anna.mueller ben.mueller --left-on 2026-07-31');
    expect(await school.cli('leaver cancel juergen.mueller')).toMatchObject({
      exit: 3,
      err: '! juergen.mueller goes with the last child, and all children leave.\nCancel the leaving of a child, or stop the deletion with "schulkonto leaver hold juergen.mueller".\n',
    });
    expect(await leaving(school, 'juergen.mueller')).not.toBeNull();
    expect(await school.cli('leaver cancel juergen.mueller anna.mueller')).toMatchObject({ exit: 0 });
  });
});

test('cancel: who is not on the schedule', async () => {
  const school = await family();
  expect(await school.cli('leaver cancel anna.mueller --json')).toMatchObject({ exit: 3, out: '' });
});

test('what is scheduled while something stops it says so, beside the day', async () => {
  const school = await newSchool();
  await school.cli('user add --role student --given Ida --family Kern');
  await school.cli('user add --role student --given Ben --family Ott');
  await school.cli('leaver hold ida.kern --reason "dispute about a certificate"');
  const { out } = await school.cli('leaver schedule ida.kern ben.ott --left-on 2026-08-20 -y');
  expect(out).toMatch(/The deletion of ida\.kern waits for now: HOLD: dispute about a certificate\n/);
  expect(out).not.toContain('deletion of ben.ott waits');
  await school.cli('request open --kind restriction --account ben.ott --identified-by "ID card"');
  await school.cli('request answer 1 --outcome granted --how "by letter"');
  expect((await school.cli('leaver schedule ben.ott --left-on 2026-08-19 -y --lang de')).out).toContain(
    'Die Löschung von ben.ott wartet vorerst: ',
  );
});

test('hold and release', async () => {
  const school = await family();
  await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
  expect(await school.cli('leaver hold anna.mueller --reason "dispute about a certificate"')).toMatchObject({
    exit: 0,
    out: 'anna.mueller is not deleted until the hold is released; guardians neither.\nIt comes back into status on 16 Feb 2027.\n',
  });
  expect(await leaving(school, 'anna.mueller')).toMatchObject({ hold: 'dispute about a certificate' });
  expect((await school.cli('user show anna.mueller --lang de')).out).toContain(
    'Die Löschung ist gesperrt: dispute about a certificate',
  );
  expect(await school.cli('leaver hold anna.mueller --reason again')).toMatchObject({
    exit: 3,
    err: '! The deletion of anna.mueller has been on hold since 20 Aug 2026, 10:00: dispute about a certificate\n',
  });
  expect(await school.cli('leaver hold ben.mueller --reason " "')).toMatchObject({ exit: 2 });
  expect(await school.cli('leaver release anna.mueller')).toMatchObject({
    exit: 0,
    out: 'anna.mueller is no longer on hold and will be deleted on 11 Sep 2026.\n',
  });
  expect(await school.cli('leaver release anna.mueller')).toMatchObject({ exit: 3 });
});

test('list', async () => {
  const school = await family();
  expect((await school.cli('leaver list')).out).toBe('Nobody leaves.\n');
  await school.cli('leaver schedule anna.mueller --left-on 2026-07-31 --reason "moves to Kiel"');
  await school.cli('leaver schedule ben.mueller --left-on 2026-08-15');
  await school.cli('leaver hold ben.mueller --reason dispute');
  expect((await school.cli('leaver list --role student')).out).toBe(
    [
      'Account       Name         Class  Left on      Locked from  Deleted on   Told  Why',
      'anna.mueller  Anna Müller  10a    31 Jul 2026  28 Aug 2026  11 Sep 2026  —     moves to Kiel',
      'ben.mueller   Ben Müller   5a     15 Aug 2026  12 Sep 2026  waits        —     HOLD: dispute',
      '2 people.\n',
    ].join('\n'),
  );
  expect((await school.cli('leaver list ben.mueller --json')).json()).toEqual([
    {
      account: 'ben.mueller',
      role: 'student',
      givenName: 'Ben',
      familyName: 'Müller',
      class: '5a',
      email: null,
      leftOn: '2026-08-15',
      lockedFrom: '2026-09-12',
      deletedOn: '2026-09-26',
      reason: 'by-hand',
      hold: { reason: 'dispute', since: '2026-08-20T08:00:00.000Z', reviewOn: '2027-02-16', caseNumber: null },
      status: 'leaving',
      toldAt: null,
      deletableFrom: '2026-09-26',
      waitsFor: ['on-hold'],
    },
  ]);
});

test('every act has its one entry in the log', async () => {
  const school = await family();
  await school.cli('leaver schedule anna.mueller ben.mueller --left-on 2026-07-31');
  await school.cli('leaver hold anna.mueller --reason dispute');
  await school.cli('leaver release anna.mueller');
  await school.cli('leaver cancel anna.mueller');
  const acts = school.sql(
    `SELECT act, u.account FROM audit_entries e JOIN users u ON u.id = e.user_id WHERE act LIKE 'leaver-%' ORDER BY e.id`,
  );
  expect(acts.map(({ act, account }) => `${act} ${account}`)).toEqual([
    'leaver-scheduled anna.mueller',
    'leaver-scheduled ben.mueller',
    'leaver-scheduled juergen.mueller',
    'leaver-held anna.mueller',
    'leaver-released anna.mueller',
    'leaver-cancelled anna.mueller',
    'leaver-cancelled juergen.mueller',
  ]);
});

test('status tells what is due', async () => {
  const school = await family();
  await school.cli('leaver schedule anna.mueller ben.mueller --left-on 2026-07-31');
  await school.cli('leaver hold ben.mueller --reason dispute');
  await nightBefore(school, '2026-09-11');
  school.sql('UPDATE leavers SET locked_at = NULL');
  expect((await school.cli('status --json')).json().due).toMatchObject({
    locks: 3,
    deletions: 1,
    holds: 2,
    notices: 3,
  });
  // The hold of a child stops the guardian, too: what status promises, the list says and the night does.
  expect((await school.cli('leaver list juergen.mueller --json')).json()).toMatchObject([
    { hold: { reason: 'dispute' } },
  ]);
  const night = (await school.cli('leaver run --dry-run --json')).json();
  expect(night.deleted.map(({ account }: { account: string }) => account)).toEqual(['anna.mueller']);
  expect(night.held.map(({ account }: { account: string }) => account)).toEqual(['ben.mueller', 'juergen.mueller']);
  expect((await school.cli('status')).out).toContain(
    '2 accounts would be deleted by now, but for a hold: leaver list\n',
  );
});
