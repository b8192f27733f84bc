import { readdirSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import type { School } from '../support/school.ts';

/** The administrator has deleted them in IServ and removes the list; the next night forgets whom it named. */
export async function doneInIserv(school: School): Promise<void> {
  for (const name of readdirSync(school.folder).filter((file) => file.startsWith('iserv-delete-'))) {
    rmSync(school.path(name));
  }
  expect(await school.cli('leaver run')).toMatchObject({ exit: 0, out: '', err: '' });
}
