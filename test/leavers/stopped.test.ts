import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/** 250 people who are due: three times a hundred is more than a night does in one transaction. */
async function crowd(): Promise<School> {
  const school = await newSchool();
  school.sql(
    `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 250)
     INSERT INTO users (account, role, given_name, family_name, source) SELECT 'kind' || i, 'student', 'K', 'K', 'school' FROM n`,
  );
  school.sql(`INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
    SELECT id, '2026-07-31', '2026-08-28', '2026-09-11', 'missing' FROM users`);
  return school.on('2026-09-11');
}

const stones = (school: School): number => school.sql('SELECT count(*) AS n FROM tombstones')[0].n;

/** Somebody else takes the registry once a hundred are deleted, and does not let go of it. */
function takeAfterHundred(school: School): Database.Database {
  const other = new Database(school.registry);
  onTestFinished(() => {
    other.close();
  });
  const { now } = school;
  school.patience = 0;
  Object.defineProperty(school, 'now', {
    get: () => {
      if (!other.inTransaction && stones(school) >= 100) other.exec('BEGIN IMMEDIATE');
      return now;
    },
  });
  return other;
}

const listed = (school: School): string[] =>
  readdirSync(school.folder)
    .filter((name) => name.startsWith('iserv-delete'))
    .flatMap((name) => school.bytes(name).toString().trim().split('\n').slice(1));

test('a night that is stopped in the middle says what was done and what not, and lists only who is deleted', async () => {
  const school = await crowd();
  const other = takeAfterHundred(school);
  const night = await school.cli('leaver run --approve 250 --json');
  expect(night.exit).toBe(75);
  expect(night.err).toBe(
    '! Somebody else was working with the registry in the middle of the run. 0 locked and 100 deleted: that stands. Still to do: 0 to lock, 150 to delete. The next run does it.\n',
  );
  expect(night.err).not.toContain('nothing was changed');
  expect(night.json()).toMatchObject({ clean: false, stopped: { code: 'registry-busy', locks: 0, deletions: 150 } });
  expect(night.json().deleted).toHaveLength(100);
  const gone = night.json().deleted.map(({ account }: { account: string }) => account);
  expect(listed(school).sort()).toEqual(gone.sort());

  other.exec('ROLLBACK');
  other.close();
  Object.defineProperty(school, 'now', { value: new Date('2026-09-12T08:00:00Z') });
  expect(await school.cli('leaver run')).toMatchObject({ exit: 0, err: '' });
  expect(stones(school)).toBe(250);
  expect(new Set(listed(school)).size).toBe(250);
});
