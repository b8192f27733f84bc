import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { iservUntil } from '../deletion/rules.ts';
import { deleteIservDeletions, iservDeletions } from '../deletion/store.ts';
import { isAlive, writePrivately } from '../files.ts';
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

/** A list for IServ that a night has written, of some day; `isUnfinished` where it was killed meanwhile. */
interface List {
  file: string;
  day: Day;
  isUnfinished: boolean;
}

/** The lists for IServ beside the registry. */
export function listsOf(app: App): List[] {
  const folder = dirname(app.registryFile);
  return readdirSync(folder).flatMap((name) => {
    const [, day, process] = /^iserv-delete-(\d{4}-\d\d-\d\d)(?:-\d+)?\.csv(?:\.unfinished-(\d+))?$/.exec(name) ?? [];
    if (day === undefined || (process !== undefined && isAlive(Number(process)))) return [];
    return [{ file: join(folder, name), day: day as Day, isUnfinished: process !== undefined }];
  });
}

/** The lists whose people IServ can't hold any more on a day, and those that were never finished. */
export const overdueLists = (app: App, today: Day): List[] =>
  listsOf(app).filter(({ day, isUnfinished }) => isUnfinished || iservUntil(day) < today);

/** Removes them; returns how many. */
export function removeLists(app: App): number {
  const lists = overdueLists(app, app.moment.today);
  for (const { file } of lists) rmSync(file, { force: true });
  return lists.length;
}
