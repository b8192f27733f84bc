import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registryBusy } from '../../src/database/failures.ts';
import { newSchool, type School } from '../support/school.ts';
import { nightBefore, tellsOtherwise } from './nights.ts';

/** 250 people who are due: three times a hundred is more than a night does in one transaction. */
async function crowd(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  school.sql(
    `WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 250)
     INSERT INTO users (account, role, given_name, family_name, source) SELECT 'kind' || i, 'student', 'K', 'K', 'school' FROM n`,
  );
  school.sql(`INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
    SELECT id, '2026-07-31', '2026-08-28', '2026-09-11', 'missing' FROM users`);
  return nightBefore(school, '2026-09-11');
}

const stones = (school: School): number => school.sql('SELECT count(*) AS n FROM tombstones')[0].n;

/** Once a hundred are deleted, the registry is busy for everything that leaves an entry in the log. */
function busyAfterHundred(school: School): void {
  const busy = () => {
    throw registryBusy({ file: school.registry });
  };
  Object.defineProperty(school, 'whenDrawing', {
    configurable: true,
    get: () => (stones(school) >= 100 ? busy : undefined),
    set: () => {},
  });
}

const listed = (school: School): string[] =>
  readdirSync(school.folder)
    .filter((name) => name.startsWith('iserv-delete'))
    .flatMap((name) => school.bytes(name).toString().trim().split('\n').slice(1));

test('a night that is stopped in the middle says what was done and what not, and lists only who is deleted', async () => {
  const school = await crowd();
  busyAfterHundred(school);
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

  Object.defineProperty(school, 'whenDrawing', { value: undefined, writable: true });
  school.on('2026-09-12');
  expect(await school.cli('leaver run')).toMatchObject({ exit: 0, err: '' });
  expect(stones(school)).toBe(250);
  expect(new Set(listed(school)).size).toBe(250);
});
