import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { classes, roster } from '../roster/roster.ts';
import { hashQuickly, newSchool, type School } from '../support/school.ts';
import { words } from '../support/words.ts';

const top = join(import.meta.dirname, '../..');
const launcher = join(top, 'bin/schulkonto.js');

// The program as it is shipped: these tests are about its process.
beforeAll(() => {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: top, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
});

const environment = (school: School) => ({
  PATH: process.env.PATH,
  HOME: school.folder,
  SCHULKONTO_REGISTRY: school.registry,
  LANG: 'C',
});

const program = (school: School, line: string, input = '') =>
  spawnSync(process.execPath, [launcher, ...words(line)], {
    cwd: school.folder,
    env: environment(school),
    encoding: 'utf8',
    input,
  });

const shell = (school: School, line: string) =>
  spawnSync('sh', ['-c', line.replaceAll('schulkonto', `"${process.execPath}" "${launcher}"`)], {
    cwd: school.folder,
    env: environment(school),
    encoding: 'utf8',
  });

describe('the built program', () => {
  test('runs the year: import, status, export, and a next year', async () => {
    const school = await newSchool();
    school.file('2025.csv', roster(classes({ '5a': 20, '10a': 5 })));
    expect(program(school, 'roster import 2025.csv -y')).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(program(school, 'status --json').stdout).people).toEqual([
      { role: 'student', status: 'active', count: 25 },
    ]);
    expect(program(school, 'roster export out.csv')).toMatchObject({ status: 0 });
    expect(readFileSync(school.path('out.csv'), 'utf8').split('\r\n')).toHaveLength(27);
    school.file('2026.csv', roster(classes({ '5a': 20, '10a': 5 }).slice(2)));
    expect(program(school, 'roster import 2026.csv --yes --json')).toMatchObject({ status: 0, stderr: '' });
  });

  test('takes a password from a pipe, and does not wait for the pipe to close', async () => {
    const school = await newSchool();
    const check = spawn(process.execPath, [launcher, 'password', 'check'], {
      cwd: school.folder,
      env: environment(school),
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    check.stdin.write('Wolkenbruch+7Tassen\n');
    expect(await new Promise((resolve) => check.on('exit', resolve))).toBe(0);
  });

  test('killed while it issues passwords, leaves nobody with one that nobody knows', async () => {
    const school = await newSchool();
    hashQuickly(school);
    school.file('students.csv', roster(classes({ '5a': 5 })));
    await school.cli('roster import students.csv -y');
    const issue = spawn(process.execPath, [launcher, 'password', 'issue', '--csv', 'table.csv'], {
      cwd: school.folder,
      env: environment(school),
      stdio: 'ignore',
    });
    const watcher = watch(school.folder, (_, name) => {
      if (name?.startsWith('table.csv')) issue.kill('SIGKILL');
    });
    await new Promise((resolve) => issue.on('exit', resolve));
    watcher.close();
    const [{ stored }] = school.sql('SELECT count(*) AS stored FROM passwords') as [{ stored: number }];
    const handed = existsSync(school.path('table.csv')) ? readFileSync(school.path('table.csv'), 'utf8') : '';
    expect([0, handed.split('\n').length - 2]).toContain(stored);
  });

  test('is who the operating system says, whatever variables say', async () => {
    const school = await newSchool();
    const whoami = spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim();
    spawnSync(process.execPath, [launcher, 'user', 'add', '--role', 'staff', '--given', 'A', '--family', 'B'], {
      env: { ...environment(school), USER: 'mallory', LOGNAME: 'mallory', SCHULKONTO_OPERATOR: 'mallory' },
    });
    expect(school.sql(`SELECT operator FROM audit_entries WHERE act = 'user-added'`)).toEqual([{ operator: whoami }]);
  });

  test('ends quietly when its reader has gone, and writes whole results into a pipe', async () => {
    const school = await newSchool();
    school.file('many.csv', roster(classes({ '5a': 90, '5b': 10 })));
    program(school, 'roster import many.csv -y');
    expect(shell(school, 'schulkonto user list --json | head -c 20')).toMatchObject({ status: 0, stderr: '' });
    const piped = shell(school, 'schulkonto user list --json | cat');
    expect(JSON.parse(piped.stdout)).toHaveLength(100);
  });

  test('says where its output could not be written, and whether something was done', async () => {
    const school = await newSchool();
    const full = (line: string) => shell(school, `${line} > /dev/full`);
    expect(full('schulkonto user list --json')).toMatchObject({
      status: 75,
      stderr: expect.stringMatching(/"code":"output-not-written".*\(ENOSPC\).*nothing was changed/),
    });
    expect(full('schulkonto user add --role staff --given A --family B')).toMatchObject({
      status: 75,
      stderr: expect.stringMatching(/^! .*; what was done before that stays done\.\n/),
    });
    expect(full('schulkonto --help --lang de')).toMatchObject({
      status: 75,
      stderr: expect.stringContaining('ENOSPC'),
    });
    expect(shell(school, 'schulkonto nothing 2> /dev/full')).toMatchObject({ status: 2, stdout: '' });
    expect(shell(school, 'schulkonto user 2> /dev/full')).toMatchObject({ status: 75, stdout: '' });
  });

  test('works for somebody whom the system has no entry of, and under their number', async () => {
    const school = await newSchool();
    const nobody = `import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module';
      os.userInfo = () => { throw new Error('ENOENT') }; syncBuiltinESMExports();`;
    const run = (line: string, env = environment(school) as Record<string, string | undefined>) =>
      spawnSync(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(nobody)}`, launcher, ...words(line)],
        { env, encoding: 'utf8' },
      );
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('user add --role staff --given A --family B')).toMatchObject({ status: 0, stderr: '' });
    expect(school.sql('SELECT operator FROM audit_entries ORDER BY id DESC LIMIT 1')).toEqual([
      { operator: `uid ${process.getuid?.()}` },
    ]);
    expect(run('user list', { PATH: process.env.PATH })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no home folder'),
    });
  });

  test('called from a folder that is gone, takes whole paths and no others', async () => {
    const school = await newSchool();
    const from = (line: string) => shell(school, `mkdir gone && cd gone && rmdir ../gone && ${line}`);
    expect(from('schulkonto user list')).toMatchObject({ status: 0, stderr: '' });
    expect(from('schulkonto roster export all.csv')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('is not there any more'),
    });
    expect(from('schulkonto user list --registry registry.sqlite --json')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('"code":"folder-gone"'),
    });
  });

  test('without a terminal never waits for an answer', async () => {
    const school = await newSchool();
    expect(program(school, 'user add --role staff')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('two at a time', () => {
  test('one waits for the other, and both are done', async () => {
    const school = await newSchool();
    const add = (given: string) =>
      new Promise<number | null>((resolve) => {
        const child = spawn(
          process.execPath,
          [launcher, 'user', 'add', '--role', 'staff', '--given', given, '--family', 'Kern', '--another'],
          {
            env: environment(school),
          },
        );
        child.on('close', resolve);
      });
    expect(await Promise.all(['Anna', 'Ben', 'Clara', 'Anna'].map(add))).toEqual([0, 0, 0, 0]);
    const accounts = school.sql('SELECT account FROM users ORDER BY account').map(({ account }) => account);
    expect(accounts).toEqual(['anna.kern', 'anna.kern2', 'ben.kern', 'clara.kern']);
  });
});

describe('killed at any moment', () => {
  test('an import leaves the registry as before or as after', async () => {
    const school = await newSchool();
    school.file('next.csv', roster(classes({ '5a': 400, '5b': 400 })));
    const ended: (number | null)[] = [];
    // From before the program has started to after it is done, wherever that is on this machine.
    for (let delay = 20; ended.at(-1) !== 0 && delay < 60_000; delay = Math.ceil(delay * 1.5)) {
      const child = spawnSync(process.execPath, [launcher, 'roster', 'import', 'next.csv', '-y'], {
        cwd: school.folder,
        env: environment(school),
        timeout: delay,
        killSignal: 'SIGKILL',
      });
      ended.push(child.status);
      const [{ people, runs, entries, last }] = school.sql(
        `SELECT (SELECT count(*) FROM users) AS people, (SELECT count(*) FROM roster_runs) AS runs,
           (SELECT count(*) FROM audit_entries) AS entries, (SELECT last_id FROM audit_chain) AS last`,
      );
      expect([
        [0, 0, 1, 1],
        [800, 1, 801, 801],
      ]).toContainEqual([people, runs, entries, last]);
      expect(school.sql('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    }
    expect(ended.at(-1)).toBe(0);
    expect(ended[0]).toBe(null);
  }, 60_000);
});
