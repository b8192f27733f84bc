import { chmodSync, existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/database/migrations/index.ts';
import { doneInIserv, nightBefore, tellsOtherwise } from '../leavers/nights.ts';
import { newSchool, School } from '../support/school.ts';

const accounts = (school: School) => school.sql('SELECT account FROM users ORDER BY id').map(({ account }) => account);
const files = (school: School) => readdirSync(school.path('backups')).sort();

/** Anna, who is due to be deleted on 11 September, and a backup that holds her. */
async function withBackup(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  await school.cli('user add --role student --given Anna --family Müller --email anna@post.example');
  await school.cli('user add --role student --given Ben --family Müller --class 5a');
  await school.cli('leaver schedule anna.mueller --left-on 2026-07-31');
  await school.on('2026-09-01').cli('backup create');
  return school;
}

const name = 'registry.2026-09-01T08-00-00.000Z.by-hand.sqlite';

describe('backup create and list', () => {
  test('a checked copy, for its owner only, and until when it is kept', async () => {
    const school = await withBackup();
    expect((await school.cli('backup list --json')).json()).toEqual([
      {
        name,
        file: school.path(`backups/${name}`),
        madeAt: '2026-09-01T08:00:00.000Z',
        occasion: 'by-hand',
        number: 1,
        listedAs: '2026-09-01T10-00-00.000',
        bytes: statSync(school.path(`backups/${name}`)).size,
        keptUntil: '2026-10-01',
        holdsDeleted: [],
      },
    ]);
    expect(statSync(school.path(`backups/${name}`)).mode & 0o777).toBe(0o600);
    expect(statSync(school.path('backups')).mode & 0o777).toBe(0o700);
    expect((await school.cli('backup create')).out).toContain(name.replace('by-hand', 'by-hand.2'));
  });

  test('says whom it holds although they were deleted', async () => {
    const school = await withBackup();
    await (await nightBefore(school, '2026-09-11')).cli('leaver run');
    expect((await school.cli('backup list')).out).toMatch(
      /^2026-09-01T10-00-00\.000 +by hand +\d+ kB +1 Oct 2026 +1 person$/m,
    );
  });

  test('a copy of what is committed, while somebody writes', async () => {
    const school = await withBackup();
    const writer = new Database(school.registry);
    writer.exec(`BEGIN IMMEDIATE; UPDATE users SET given_name = 'Half'`);
    expect(await school.cli('leaver list')).toMatchObject({ exit: 0 });
    writer.exec('ROLLBACK');
    writer.close();
  });
});

describe('backup restore', () => {
  test('shows the difference, keeps what it replaces, and does not bring back the deleted', async () => {
    const school = await withBackup();
    await (await nightBefore(school, '2026-09-11')).cli('leaver run');
    await doneInIserv(school);
    await school.cli('user edit ben.mueller --class 6a');
    await school.cli('user add --role teacher --given Ida --family Kern');
    const difference = {
      people: { now: 2, inBackup: 2 },
      lost: ['ida.kern'],
      changed: 1,
      deletedAgain: 1,
      takenOver: [],
      putBack: [],
    };
    expect((await school.cli(`backup restore ${name} --dry-run --json`)).json()).toEqual({
      backup: name,
      difference,
      lostSince: null,
    });
    expect(await school.cli(`backup restore ${name}`)).toMatchObject({ exit: 2, out: '' });
    const restored = await school.cli(`backup restore ${name} -y`);
    expect(restored).toMatchObject({
      exit: 0,
      err: [
        'People: 2 now, 2 in the backup.',
        'Added since, without anything recorded of them, and then gone: 1 account (ida.kern).',
        'Put back as it was: names, classes and the like of 1 person.',
        'Deleted since, and stay deleted: 1 person.\n',
      ].join('\n'),
    });
    expect(accounts(school)).toEqual(['ben.mueller']);
    expect((await school.cli('user show ben.mueller --json')).json().class).toBe('5a');
    expect(school.bytes().includes('anna')).toBe(false);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect((await school.cli('user add --role student --given Anna --family Müller')).out).toContain('anna.mueller2');
    expect(school.sql('SELECT max(id) AS id FROM users')).toEqual([{ id: 4 }]);
    expect(files(school).filter((file) => file.includes('.restore.'))).toHaveLength(1);
    // What was replaced can be brought back as well.
    await school.cli('backup restore newest -y');
    expect(accounts(school)).toEqual(['ben.mueller', 'ida.kern']);
  });

  test.each([
    ['damaged', (school: School) => writeFileSync(school.registry, 'not a database', { mode: 0o600 })],
    ['missing', (school: School) => rmSync(school.registry)],
  ])('in the place of a %s registry, with what later backups know of the deleted', async (_, harm) => {
    const school = await withBackup();
    await (await nightBefore(school, '2026-09-11')).cli('leaver run');
    await doneInIserv(school);
    await school.on('2026-09-12').cli('backup create');
    harm(school);
    expect(await school.cli(`backup restore ${name} -y`)).toMatchObject({ exit: 0 });
    expect(accounts(school)).toEqual(['ben.mueller']);
    expect(school.bytes().includes('anna')).toBe(false);
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
    expect((await school.cli('user add --role student --given Anna --family Müller')).out).toContain('anna.mueller2');
  });

  test('the journal of a registry that is gone is put aside: it would spoil what comes in its place', async () => {
    const school = await withBackup();
    rmSync(school.registry);
    const journal = Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(1000, 7)]);
    school.file('registry.sqlite-journal', journal);
    expect(await school.cli(`backup restore ${name} -y`)).toMatchObject({ exit: 0 });
    expect(readdirSync(school.folder).sort()).toEqual(['backups', 'registry.sqlite']);
    const [aside] = files(school).filter((file) => file.endsWith('.sqlite-journal'));
    expect(school.bytes(`backups/${aside}`).equals(journal)).toBe(true);
    expect(accounts(school)).toEqual(['anna.mueller', 'ben.mueller']);
  });

  test('refuses a faulty backup, one of another registry, and one that is not there', async () => {
    const school = await withBackup();
    const other = await newSchool();
    other.sql('UPDATE registry SET account_key = zeroblob(32)');
    await other.on('2026-09-01').cli('backup create');
    const before = school.bytes();
    school.file('backups/registry.2026-09-02T08-00-00.000Z.import.sqlite', other.bytes(`backups/${name}`));
    expect(await school.cli('backup restore newest -y')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('another'),
    });
    school.file(
      'backups/registry.2026-09-02T08-00-00.000Z.import.sqlite',
      other.bytes(`backups/${name}`).subarray(0, 9000),
    );
    const faulty = 'backup restore registry.2026-09-02T08-00-00.000Z.import.sqlite -y';
    expect(await school.cli(faulty)).toMatchObject({ exit: 4 });
    expect(await school.cli('backup restore newest --dry-run')).toMatchObject({
      exit: 0,
      err: '! registry.2026-09-02T08-00-00.000Z.import.sqlite is damaged and left out.\n',
    });
    expect(await school.cli('backup restore nothing -y')).toMatchObject({ exit: 3 });
    expect(await school.cli('backup restore "2026-09-01 10:00" --dry-run')).toMatchObject({ exit: 0 });
    expect(school.bytes().equals(before)).toBe(true);
    expect(readdirSync(school.folder).sort()).toEqual(['backups', 'registry.sqlite']);
  });

  test('asks, and goes on only after a yes', async () => {
    const school = await withBackup();
    school.answers = [false];
    expect(await school.cli('backup restore newest')).toMatchObject({ exit: 130 });
    expect(school.asked).toEqual([`Bring back ${name}?`]);
    expect(files(school)).toEqual([name]);
  });
});

test('prune removes what is too old, but not the last that holds nobody deleted', async () => {
  const school = await withBackup();
  await school.on('2026-09-02').cli('backup create');
  expect((await school.on('2026-10-02').cli('backup prune --dry-run --json')).json().pruned).toHaveLength(1);
  expect(files(school)).toHaveLength(2);
  await school.on('2026-12-01').cli('backup prune');
  expect(files(school)).toEqual(['registry.2026-09-02T08-00-00.000Z.by-hand.sqlite']);
  expect((await school.cli('backup prune')).out).toBe('No backup is that old.\n');
  await school.cli('leaver run');
  await school.on('2027-02-01').cli('leaver run --today 2027-02-01');
  expect(files(school).filter((file) => file < 'registry.2026-10')).toEqual([]);
});

test('the copy that a killed command has left goes with the next night; that of a living one stays', async () => {
  const school = await withBackup();
  const [dead, alive] = [4_194_305, process.pid].map((pid) =>
    school.file(`backups/${name}.unfinished-${pid}`, 'anna.mueller'),
  );
  const beside = school.file('registry.sqlite.unfinished-4194305', 'anna.mueller');
  await school.cli('leaver run');
  expect([dead, alive, beside].map((file) => existsSync(file ?? ''))).toEqual([false, true, false]);
});

test('every import and every undo has a backup before it', async () => {
  const school = await newSchool();
  school.file('students.csv', 'Import-ID;Vorname;Nachname;Klasse\n1;Anna;Müller;5a\n');
  await school.cli('roster import students.csv --dry-run');
  expect(readdirSync(school.folder)).not.toContain('backups');
  await school.cli('roster import students.csv --yes');
  await school.cli('roster undo 1 --yes');
  const made = (await school.cli('backup list --json')).json();
  expect(made.map(({ occasion }: { occasion: string }) => occasion)).toEqual(['undo', 'import']);
  await school.cli('backup restore newest --yes');
  expect(accounts(school)).toEqual(['anna.mueller']);
});

test('an older registry is copied before it is brought up to date', async () => {
  const school = new School();
  const old = new Database(school.file('registry.sqlite', ''));
  old.exec(migrations[0] ?? '');
  old.exec(`PRAGMA application_id = ${0x7363686b}; PRAGMA user_version = 1;
    INSERT INTO registry VALUES (1, '2026-01-01', zeroblob(32))`);
  old.close();
  chmodSync(school.registry, 0o600);
  expect(await school.cli('user list')).toMatchObject({ exit: 0 });
  expect(files(school)).toEqual(['registry.2026-08-20T08-00-00.000Z.migration.sqlite']);
  const copy = new Database(school.path(`backups/${files(school)[0]}`), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  copy.close();
});

test('whatever lies there under the name of the registry is listed, searched and pruned, but nothing of another', async () => {
  const school = await withBackup();
  const folder = school.path('backups');
  // A neighbour whose name begins alike, of which only a backup is left under no name of ours.
  const other = await newSchool();
  other.sql('UPDATE registry SET account_key = zeroblob(32)');
  school.file('backups/registry-north.sqlite', other.bytes());
  const own = [
    'registry (old).sqlite',
    'registry.sqlite.bak',
    'registry_1.txt',
    `${name}-journal`,
    'registry.x-journal',
  ];
  for (const file of own) school.file(`backups/${file}`, 'qzxwv');
  school.file('backups/registrys.sqlite', 'of somebody else');
  const listed = async () =>
    (await school.cli('backup list --json'))
      .json()
      .map((one: { name: string }) => one.name)
      .sort();
  const names = own.filter((file) => file !== `${name}-journal`);
  expect(await listed()).toEqual([name, ...names].sort());
  const [trace] = (await school.cli('leaver proof 99 --also qzxwv --json')).json().searched.slice(-1);
  expect(trace.backups.map(({ file }: { file: string }) => file).sort()).toEqual([name, ...names].sort());
  rmSync(join(folder, `${name}-journal`));
  for (const file of readdirSync(folder)) utimesSync(join(folder, file), new Date(0), new Date(0));
  await school.on('2026-12-01').cli('backup prune');
  expect(readdirSync(folder).sort()).toEqual(['registry-north.sqlite', name, 'registrys.sqlite']);
});
