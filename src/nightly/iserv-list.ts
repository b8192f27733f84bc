import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { iservUntil } from '../deletion/rules.ts';
import { deleteIservDeletions, iservDeletions } from '../deletion/store.ts';
import { writePrivately } from '../files.ts';
import type { Day } from '../time.ts';
import { askForRewriting } from './store.ts';

/**
 * Writes the accounts that must now be deleted in IServ: those that are deleted here and stand in no list yet, also by
 * a night that was killed. `iserv-delete-2026-09-11.csv` beside the registry; nothing where nobody goes.
 * @throws Failure `file-not-writable`
 */
export function writeListForIserv(app: App): { file: string; ids: number[] } | null {
  const people = iservDeletions(app.db).filter(({ listedIn }) => listedIn === null);
  if (people.length === 0) return null;
  const file = freeFile(dirname(app.registryFile), app.moment.today);
  writePrivately(file, ['Account\n', ...people.map(({ account }) => `${account}\n`)]);
  return { file, ids: people.map(({ id }) => id) };
}

function freeFile(folder: string, day: Day, number = 1): string {
  const file = join(folder, `iserv-delete-${day}${number > 1 ? `-${number}` : ''}.csv`);
  return existsSync(file) ? freeFile(folder, day, number + 1) : file;
}

/**
 * Forgets whom IServ holds no longer: their list was removed, as it asks to be once it is worked off. After 90 days
 * everybody is forgotten, and the list goes.
 */
export function forgetDoneInIserv(app: App, run: number): void {
  const { today } = app.moment;
  const isOver = (deletedOn: Day) => iservUntil(deletedOn) < today;
  const done = iservDeletions(app.db).filter(
    ({ listedIn, deletedOn }) => isOver(deletedOn) || (listedIn !== null && !existsSync(listedIn)),
  );
  if (done.length === 0) return;
  app.transact((tx) => {
    deleteIservDeletions(
      tx,
      done.map(({ id }) => id),
    );
    askForRewriting(tx, run);
  });
  for (const { listedIn, deletedOn } of done) if (listedIn && isOver(deletedOn)) rmSync(listedIn, { force: true });
}
