import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../app.ts';
import { writePrivately } from '../files.ts';
import type { Day } from '../time.ts';

interface OfAccount {
  account: string;
}

/**
 * Writes the accounts that must now be deleted in IServ: before they go, because afterwards nobody knows them any more.
 * `iserv-delete-2026-09-11.csv` beside the registry; nothing where nobody goes.
 * @throws Failure `file-not-writable`
 */
export function listForIserv(app: App, people: readonly OfAccount[]): string | null {
  if (people.length === 0) return null;
  const file = freeFile(dirname(app.registryFile), app.moment.today);
  writePrivately(file, lines(people));
  return file;
}

/** Leaves in the list only who was really deleted; without anybody, no list. */
export function shortenList(file: string, people: readonly OfAccount[]): void {
  rmSync(file);
  if (people.length > 0) writePrivately(file, lines(people));
}

function freeFile(folder: string, day: Day, number = 1): string {
  const file = join(folder, `iserv-delete-${day}${number > 1 ? `-${number}` : ''}.csv`);
  return existsSync(file) ? freeFile(folder, day, number + 1) : file;
}

const lines = (people: readonly OfAccount[]) => ['Account\n', ...people.map(({ account }) => `${account}\n`)];
