import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, installed } from '../support/program.ts';
import { newSchool, School } from '../support/school.ts';
import { tellsOtherwise } from './nights.ts';

const examples = join(import.meta.dirname, '../../examples');

/** A school of long ago, so that the real clock of a spawned program is always late enough. */
const past = new Date('2020-01-01T08:00:00Z');

/** It tells its leavers by another way, and may be without a night for twenty years. */
async function schoolOfThePast(): Promise<School> {
  const school = new School();
  school.now = past;
  await school.cli('init --school "Gymnasium am See" --domain see.example');
  await school.cli('settings set leaver.max-gap-days 7300');
  return tellsOtherwise(school);
}

test('the line of the crontab does its work in the bare environment of cron', async () => {
  const lines = readFileSync(join(examples, 'crontab'), 'utf8').split('\n');
  const variables = Object.fromEntries(
    lines.flatMap((line) => [/^([A-Z]+)=(.*)$/.exec(line)?.slice(1) ?? []]).filter(([name]) => name),
  );
  const [, command = ''] =
    lines.map((line) => /^\d+ \d+ \* \* \* (.+)$/.exec(line) ?? []).find(([, found]) => found) ?? [];
  const school = await schoolOfThePast();
  await school.cli('user add --role student --given Anna --family Müller');
  await school.cli('user add --role student --given Ben --family Müller');
  expect(await school.cli('leaver schedule anna.mueller --left-on 2019-07-31 --yes')).toMatchObject({ exit: 0 });
  const data = school.path('.local/share/schulkonto');
  mkdirSync(data, { recursive: true });
  renameSync(school.registry, join(data, 'registry.sqlite'));
  const env = {
    ...variables,
    HOME: school.folder,
    LOGNAME: 'schulkonto',
    SHELL: '/bin/sh',
    PATH: `${installed(school.folder)}:${variables.PATH}`,
  };
  expect(await ended('/bin/sh', ['-c', command], env)).toMatchObject({
    exit: 5,
    err: expect.stringContaining('anna.mueller wird vom nächsten Lauf gelöscht'),
  });
  expect(await ended('/bin/sh', ['-c', command], env)).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^anna\.mueller ist gelöscht\.\nDiese Konten jetzt in IServ löschen/),
    err: '',
  });
  expect(await ended('/bin/sh', ['-c', command], env)).toEqual({ exit: 0, out: '', err: '' });
});

describe('systemd', () => {
  const has = spawnSync('systemd-analyze', ['--version']).status === 0;

  test.skipIf(!has)(`finds nothing wrong with the units${has ? '' : ' (skipped: no systemd-analyze here)'}`, () => {
    const units = [
      'schulkonto-leaver-run.service',
      'schulkonto-leaver-run.timer',
      'schulkonto-leaver-run-failed.service',
      'schulkonto-leaver-run@.service',
      'schulkonto-leaver-run@.timer',
      'schulkonto-leaver-run-failed@.service',
    ];
    const { status, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', ...units.map((unit) => join(examples, 'systemd', unit))],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  const unit = (name: string) => readFileSync(join(examples, 'systemd', name), 'utf8');

  test.each([
    ['schulkonto-leaver-run', 'schulkonto-leaver-run-failed.service', '/var/lib/schulkonto/registry.sqlite'],
    ['schulkonto-leaver-run@', 'schulkonto-leaver-run-failed@%i.service', '/var/lib/schulkonto/%i/registry.sqlite'],
  ])(
    '%s makes up for missed nights, tells of failures, and calls a command that there is',
    async (name, failed, registry) => {
      expect(unit(`${name}.timer`)).toMatch(/^Persistent=true$/m);
      const service = unit(`${name}.service`);
      expect(service).toContain(`\nOnFailure=${failed}\n`);
      const [, args = ''] = /^ExecStart=\/usr\/bin\/env schulkonto (.+)$/m.exec(service) ?? [];
      expect(args).toContain(registry);
      const school = await newSchool();
      expect(await school.cli(args.replace(registry, school.registry))).toMatchObject({ exit: 0, out: '', err: '' });
    },
  );

  test('the unit for each school is that for one, but for its name', () => {
    const plain = (name: string) =>
      unit(name)
        .replaceAll(/@?%i\b|@(?=[.\s])/g, '')
        .replaceAll(/^#.*\n/gm, '')
        .replaceAll(/schulkonto\/+/g, 'schulkonto')
        .replaceAll(/ +/g, ' ');
    expect(plain('schulkonto-leaver-run@.service')).toBe(plain('schulkonto-leaver-run.service'));
  });
});

test('killed at any moment, every person is there or gone, and the next night does the rest', async () => {
  const school = await schoolOfThePast();
  const people = Array.from({ length: 400 }, (_, index) => `qzxwv${String((index * 7) % 400).padStart(3, '0')}.x`);
  school.sql(
    `INSERT INTO users (account, role, given_name, family_name, source)
     SELECT value, 'student', value, value, 'school' FROM json_each(?)`,
    JSON.stringify(people),
  );
  school.sql(`INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
    SELECT id, '2019-07-31', '2019-08-28', '2019-09-11', 'missing' FROM users`);
  await school.cli('settings set leaver.max-per-run 400');
  const bin = installed(school.folder);
  const night = (kill: number | null) =>
    ended(
      join(bin, 'schulkonto'),
      ['leaver', 'run'],
      { PATH: '/usr/bin:/bin', SCHULKONTO_REGISTRY: school.registry },
      (child) => {
        if (kill !== null) setTimeout(() => child.kill('SIGKILL'), kill);
      },
    );
  expect(await night(null)).toMatchObject({ exit: 5 });
  for (const moment of [150, 170, 190, 210, 230]) {
    await night(moment);
    const [{ people: left }] = school.sql('SELECT count(*) AS people FROM users');
    const [{ stones }] = school.sql('SELECT count(*) AS stones FROM tombstones');
    const [{ hashes }] = school.sql('SELECT count(*) AS hashes FROM former_accounts');
    expect({ stones, hashes }).toEqual({ stones: 400 - left, hashes: 400 - left });
    expect(await school.cli('audit verify')).toMatchObject({ exit: 0 });
  }
  expect(await night(null)).toMatchObject({ exit: 0, err: '' });
  expect(school.sql('SELECT * FROM users')).toEqual([]);
  const listed = readdirSync(school.folder).flatMap((name) =>
    name.startsWith('iserv-delete') ? school.bytes(name).toString().trim().split('\n').slice(1) : [],
  );
  expect([...new Set(listed)].sort()).toEqual([...people].sort());
  for (const name of readdirSync(school.folder)) if (name.startsWith('iserv-delete')) rmSync(school.path(name));
  expect(await night(null)).toMatchObject({ exit: 0, out: '', err: '' });
  expect(school.bytes().includes('qzxwv')).toBe(false);
});
