import { readdirSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import type { School } from '../support/school.ts';

/** A night before a day, so that the night of that day need not announce whom it deletes; then it is that day. */
export async function nightBefore(school: School, day: string): Promise<School> {
  const before = new Date(Date.parse(`${day}T08:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  await school.on(before).cli('leaver run');
  return school.on(day);
}

/** A school that tells its leavers by another way, so that dates are those of the settings alone. */
export async function tellsOtherwise(school: School): Promise<School> {
  const { exit, err } = await school.cli('settings set leaver.notice-days 0');
  if (exit !== 0) throw new Error(err);
  return school;
}

/** The administrator has deleted them in IServ and removes the list; the next night forgets whom it named. */
export async function doneInIserv(school: School): Promise<void> {
  for (const name of readdirSync(school.folder).filter((file) => file.startsWith('iserv-delete-'))) {
    rmSync(school.path(name));
  }
  expect(await school.cli('leaver run')).toMatchObject({ exit: 0, out: '', err: '' });
}
