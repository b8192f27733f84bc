import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../src/run.ts';
import { Captured, newSchool, type School } from './support/school.ts';

/** A school with somebody who is to be locked and somebody who is to be deleted in the same night. */
async function schoolBeforeTheNight(): Promise<School> {
  const school = await newSchool();
  for (const given of ['Anna', 'Ben']) {
    await school.cli(`user add --role student --given ${given} --family Kern`);
    await school.cli(`leaver schedule ${given.toLowerCase()}.kern --left-on 2026-07-01`);
  }
  return school.on('2026-09-20');
}

describe('what a failure says of the registry comes from what was committed', () => {
  const nothing = 'nothing was changed';
  const part = 'what was done before that stays done';

  test('a bug before anything was done, and one after', async () => {
    const school = await schoolBeforeTheNight();
    school.sql(`CREATE TRIGGER faulty BEFORE INSERT ON leaver_runs BEGIN SELECT RAISE(ABORT, 'faulty'); END`);
    const before = await school.cli('leaver run');
    expect(before).toMatchObject({ exit: 1, err: expect.stringContaining(`This is a bug in schulkonto; ${nothing}.`) });
    school.sql('DROP TRIGGER faulty');
    school.sql(
      `CREATE TRIGGER faulty BEFORE UPDATE OF finished_at ON leaver_runs BEGIN SELECT RAISE(ABORT, 'faulty'); END`,
    );
    const after = await school.cli('leaver run');
    expect(after).toMatchObject({ exit: 1, err: expect.stringContaining(`This is a bug in schulkonto; ${part}.`) });
    expect((await school.cli('leaver run --lang de')).err).toContain(
      'schulkonto; was davor getan wurde, bleibt getan.',
    );
  });

  test('a registry that is busy from the beginning, and one that is busy from the middle of the night on', async () => {
    const school = await schoolBeforeTheNight();
    school.patience = 0;
    const other = new Database(school.registry);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    expect(await school.cli('leaver run')).toMatchObject({ exit: 75, err: expect.stringContaining(`; ${nothing}.`) });
    other.exec('ROLLBACK');

    const { now } = school;
    const runs = () => (other.prepare('SELECT count(*) AS runs FROM leaver_runs').get() as { runs: number }).runs;
    const atFirst = runs();
    Object.defineProperty(school, 'now', {
      get: () => {
        if (!other.inTransaction && runs() > atFirst) other.exec('BEGIN IMMEDIATE');
        return now;
      },
    });
    const interrupted = await school.cli('leaver run');
    expect(interrupted).toMatchObject({ exit: 75, err: expect.not.stringContaining(nothing) });
    expect(runs()).toBe(atFirst + 1);
  });

  test('what the log was read for, and looking alone', async () => {
    const school = await newSchool();
    const onFull = async (line: string) => {
      const out = Object.assign(new Captured(), { write: () => Promise.reject(new Error('full')) });
      const err = new Captured();
      await run(line.split(' '), school.world(out, err));
      return err.text;
    };
    expect(await onFull('user list')).toContain(nothing);
    expect(await onFull('audit log --reason Slip')).toContain(part);
  });
});

describe('what is foreseeable is no bug', () => {
  test.each([
    ['EACCES', 3, 'system-refused'],
    ['EROFS', 3, 'system-refused'],
    ['ENOSPC', 75, 'system-exhausted'],
    ['EMFILE', 75, 'system-exhausted'],
  ])('the system says %s, wherever it was asked', async (detail, exit, code) => {
    const school = await newSchool();
    const denied = Object.assign(new Error(detail), { code: detail, path: '/somewhere', syscall: 'open' });
    const random = () => {
      throw denied;
    };
    const err = new Captured();
    expect(await run(['backup', 'create', '--json'], { ...school.world(new Captured(), err), random })).toBe(exit);
    expect(JSON.parse(err.text).error).toMatchObject({ code, file: '/somewhere', detail });
  });

  test('a page that is damaged, wherever it is read', async () => {
    const school = await newSchool();
    for (let person = 0; person < 60; person += 1) {
      school.sql(
        `INSERT INTO users (account, role, given_name, family_name, source) VALUES (?, 'student', ?, 'x', 'manual')`,
        `a${person}`,
        'x'.repeat(900),
      );
    }
    const bytes = school.bytes();
    // What came in last lies at the end; the first are still read.
    bytes.fill(0x55, bytes.length - 8 * 4096);
    writeFileSync(school.registry, bytes);
    for (const line of ['user list', 'user show a59', 'roster export x.csv']) {
      expect({ line, ...(await school.cli(`${line} --json`)) }).toMatchObject({
        line,
        exit: 4,
        err: expect.stringContaining('"code":"registry-damaged"'),
      });
    }
  });
});
