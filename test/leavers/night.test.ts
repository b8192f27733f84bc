import { readdirSync, statSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { nightBefore, tellsOtherwise } from './nights.ts';

/** Anna and Ben, locked from 28 August and deleted on 11 September 2026, and their father Jürgen with them. */
async function leavers(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  await school.cli('user add --role student --given Anna --family Müller --class 10a --import-id S1');
  await school.cli('user add --role student --given Ben --family Müller --class 5a');
  await school.cli('user add --role guardian --given Jürgen --family Müller --child anna.mueller,ben.mueller');
  await school.cli('leaver schedule anna.mueller ben.mueller --left-on 2026-07-31');
  return school;
}

const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY id').map(({ account }) => account);
const end = async (school: School) => (await school.cli('audit verify --json')).json().head;
const silent = { exit: 0, out: '', err: '' };

describe('leaver run', () => {
  test('is silent before the day, locks on it, deletes on it, and repeats are harmless', async () => {
    const school = await leavers();
    expect(await school.on('2026-08-27').cli('leaver run')).toMatchObject(silent);
    const locking = await school.on('2026-08-28').cli('leaver run');
    expect(locking).toMatchObject({
      exit: 0,
      out: [
        'anna.mueller is locked, and will be deleted on 11 Sep 2026.',
        'ben.mueller is locked, and will be deleted on 11 Sep 2026.',
        'juergen.mueller is locked, and will be deleted on 11 Sep 2026.',
        `The log ends with ${await end(school)}\n`,
      ].join('\n'),
      err: '',
    });
    expect(await school.cli('leaver run')).toMatchObject(silent);
    expect(await school.on('2026-09-10').cli('leaver run')).toMatchObject(silent);
    expect(accounts(school)).toHaveLength(3);
    const list = school.path('iserv-delete-2026-09-11.csv');
    const deleting = await school.on('2026-09-11').cli('leaver run');
    expect(deleting).toMatchObject({
      exit: 0,
      out: [
        'anna.mueller is deleted.',
        'ben.mueller is deleted.',
        'juergen.mueller is deleted.',
        `Now delete these accounts in IServ, and then this list: ${list}`,
        `The log ends with ${await end(school)}\n`,
      ].join('\n'),
      err: '',
    });
    expect(await school.cli('leaver run')).toMatchObject(silent);
    expect(accounts(school)).toEqual([]);
    expect(school.bytes('iserv-delete-2026-09-11.csv').toString()).toBe(
      'Account\nanna.mueller\nben.mueller\njuergen.mueller\n',
    );
    expect(statSync(list).mode & 0o777).toBe(0o600);
    expect(school.sql('SELECT user_id, role, left_on, deleted_on, run_id FROM tombstones')).toEqual([
      { user_id: 1, role: 'student', left_on: '2026-07-31', deleted_on: '2026-09-11', run_id: 5 },
      { user_id: 2, role: 'student', left_on: '2026-07-31', deleted_on: '2026-09-11', run_id: 5 },
      { user_id: 3, role: 'guardian', left_on: '2026-07-31', deleted_on: '2026-09-11', run_id: 5 },
    ]);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  });

  test('late is as good as in time: who was never locked is deleted', async () => {
    const school = await leavers();
    await school.on('2026-10-10').cli('leaver run');
    school.sql('UPDATE leavers SET locked_at = NULL');
    expect((await school.on('2026-10-11').cli('leaver run --json')).json()).toMatchObject({
      run: 2,
      followed: [],
      locked: [],
      deleted: [
        { id: 1, account: 'anna.mueller', role: 'student', leftOn: '2026-07-31', deletedOn: '2026-09-11' },
        { account: 'ben.mueller' },
        { account: 'juergen.mueller' },
      ],
      held: [],
      failed: [],
      clean: true,
    });
  });

  test('an account is never given again, and whoever comes back is new', async () => {
    const school = await nightBefore(await leavers(), '2026-09-11');
    await school.cli('leaver run');
    expect((await school.cli('user add --role student --given Anna --family Müller --import-id S1')).out).toBe(
      'Anna Müller has the account anna.mueller2.\n',
    );
    expect(
      await school.cli('user add --role student --given Anna --family Müller --account anna.mueller'),
    ).toMatchObject({
      exit: 3,
    });
    expect(school.sql('SELECT id FROM users')).toEqual([{ id: 4 }]);
  });

  test('--dry-run shows the same and changes nothing', async () => {
    const school = await nightBefore(await leavers(), '2026-09-11');
    const before = school.bytes();
    const dry = (await school.cli('leaver run --dry-run --json')).json();
    expect((await school.cli('leaver run --dry-run --lang de')).out).toBe(
      'anna.mueller würde gelöscht.\nben.mueller würde gelöscht.\njuergen.mueller würde gelöscht.\n',
    );
    expect(school.bytes().equals(before)).toBe(true);
    expect(readdirSync(school.folder)).toEqual(['backups', 'registry.sqlite']);
    expect((await school.cli('leaver run --json')).json()).toMatchObject({ ...dry, run: 2 });
    expect((await school.cli('leaver run --dry-run')).out).toBe('Nothing to do.\n');
  });

  test('a hold stops the deletion, also of the guardian, until it is released', async () => {
    const school = await leavers();
    await school.cli('leaver hold anna.mueller --reason dispute');
    const evening = await school.on('2026-09-10').cli('leaver run');
    expect(evening.out).toContain('anna.mueller is locked; its deletion is on hold.\n');
    expect(await school.on('2026-09-11').cli('leaver run')).toMatchObject({ exit: 0, err: '' });
    expect(accounts(school)).toEqual(['anna.mueller', 'juergen.mueller']);
    expect(await school.on('2026-09-12').cli('leaver run')).toMatchObject(silent);
    await school.cli('leaver release anna.mueller');
    await school.cli('leaver run');
    expect(accounts(school)).toEqual([]);
  });

  test('a guardian to whom a child came stays; one whose link came late goes later', async () => {
    const school = await leavers();
    await school.cli('user add --role student --given Cem --family Müller');
    await school.cli('user edit juergen.mueller --child anna.mueller,ben.mueller,cem.mueller');
    await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
    expect((await school.on('2026-09-10').cli('leaver run')).out).toContain(
      'juergen.mueller stays.\nute.mueller will be locked from 8 Oct 2026 and deleted on 22 Oct 2026.\n',
    );
    await school.on('2026-09-11').cli('leaver run');
    expect(accounts(school)).toEqual(['juergen.mueller', 'cem.mueller', 'ute.mueller']);
    await (await nightBefore(school, '2026-10-23')).cli('leaver run');
    expect(accounts(school)).toEqual(['juergen.mueller', 'cem.mueller']);
  });

  test('one bad record does not stop the others', async () => {
    const school = await nightBefore(await leavers(), '2026-09-11');
    school.sql(`CREATE TRIGGER stuck BEFORE DELETE ON users WHEN OLD.account = 'anna.mueller'
      BEGIN SELECT RAISE(ABORT, 'stuck'); END`);
    const night = await school.on('2026-09-11').cli('leaver run');
    expect({ exit: night.exit, err: night.err }).toEqual({
      exit: 5,
      err: expect.stringContaining('! anna.mueller is held back: stuck\n'),
    });
    expect(accounts(school)).toEqual(['anna.mueller']);
    expect(school.bytes('iserv-delete-2026-09-11.csv').toString()).toBe('Account\nben.mueller\njuergen.mueller\n');
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    school.sql('DROP TRIGGER stuck');
    expect((await school.on('2026-09-12').cli('leaver run')).exit).toBe(0);
    expect(accounts(school)).toEqual([]);
  });
});

describe('nobody is touched', () => {
  const untouched = async (school: School, command: string, failed: object) => {
    const before = school.bytes();
    expect(await school.cli(command)).toMatchObject({ out: '', ...failed });
    expect(school.bytes().equals(before)).toBe(true);
  };

  test('when more are due than a night may delete, until a person approves that number', async () => {
    const school = await leavers();
    await school.cli('settings set leaver.max-per-run 2');
    await nightBefore(school, '2026-09-11');
    const refused = {
      exit: 3,
      err: '! 3 people are due to be deleted, more than the 2 of leaver.max-per-run. Nobody was touched.\nLook with "schulkonto leaver run --dry-run"; if it is right: schulkonto leaver run --approve 3\n',
    };
    await untouched(school, 'leaver run', refused);
    await untouched(school, 'leaver run --approve 4', refused);
    expect(await school.cli('leaver run --approve 3')).toMatchObject({ exit: 0, err: '' });
    expect(school.sql(`SELECT operator, act FROM audit_entries WHERE act = 'leaver-run-approved'`)).toHaveLength(1);
  });

  test('when the clock is earlier than the last night, until a person has confirmed the day', async () => {
    const school = await leavers();
    await school.on('2026-09-01').cli('leaver run');
    school.now = new Date('2026-09-01T07:59:59Z');
    await untouched(school, 'leaver run', {
      exit: 3,
      err: expect.stringContaining('The clock says 1 Sep 2026, 09:59'),
    });
    await untouched(school, 'leaver run --today 2026-08-31', {
      exit: 3,
      err: expect.stringContaining('The clock of this machine shows 1 Sep 2026, not 31 Aug 2026.'),
    });
    expect(await school.cli('leaver run --accept-clock 2026-09-01')).toMatchObject({ exit: 0 });
    expect(await school.cli('leaver run')).toMatchObject(silent);
  });

  test('when the clock is far past all that was done: not after 60 days, but after 61, and the first time too', async () => {
    const school = await leavers();
    school.on('2026-10-20');
    await untouched(school, 'leaver run', { exit: 3, err: expect.stringContaining('more than 60 days ago') });
    expect(await school.on('2026-10-19').cli('leaver run')).toMatchObject({ exit: 5 });
    school.on('2026-12-19');
    await untouched(school, 'leaver run', { exit: 3, err: expect.stringContaining('--today 2026-12-19') });
    expect(await school.cli('leaver run --today 2026-12-19')).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual([]);
  });

  test('when the registry fails its check', async () => {
    const school = await nightBefore(await leavers(), '2026-09-11');
    const backups = readdirSync(school.path('backups'));
    truncateSync(school.registry, school.bytes().length - 4096);
    await untouched(school, 'leaver run', { exit: 4, err: expect.stringContaining('is damaged') });
    expect(readdirSync(school.path('backups'))).toEqual(backups);
  });
});

test('every night is a backup, unless nothing has changed; old ones go', async () => {
  const school = await leavers();
  const backups = () => readdirSync(school.path('backups'));
  await school.on('2026-08-21').cli('leaver run');
  await school.on('2026-08-22').cli('leaver run');
  expect(backups()).toEqual(['registry.2026-08-21T08-00-00.000Z.leaver-run.sqlite']);
  await school.cli('user add --role teacher --given Ida --family Kern');
  await school.on('2026-08-23').cli('leaver run');
  expect(backups()).toHaveLength(2);
  expect((await school.on('2026-09-21').cli('leaver run --json')).json().prunedBackups).toEqual([
    school.path('backups/registry.2026-08-21T08-00-00.000Z.leaver-run.sqlite'),
  ]);
  expect(backups()).toEqual(['registry.2026-08-23T08-00-00.000Z.leaver-run.sqlite']);
});
