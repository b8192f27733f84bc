import { closeSync, existsSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { folderOfOthers, modeOf } from '../folders.ts';
import {
  folderWritableByOthers,
  journalOfAnother,
  noRegistry,
  notARegistry,
  notYourRegistry,
  registryHardLinked,
  registryReadableByOthers,
} from './failures.ts';

/**
 * Looks at a registry before it is opened: whose it is, and who else could read or exchange it or what SQLite takes for
 * true beside it (a hot journal is played back).
 * @throws Failure `no-registry`, `registry-not-readable`, `not-a-registry`, `registry-readable-by-others`,
 *   `folder-writable-by-others`, `journal-of-another`, `registry-hard-linked`
 */
export function checkFile(file: string): void {
  const stat = statOf(file);
  if (!stat.isFile()) throw notARegistry({ file });
  if (process.platform === 'win32') return;
  if (stat.mode & 0o077) throw registryReadableByOthers({ file, mode: modeOf(stat) });
  checkFolder(file, stat.uid);
  for (const beside of ['-journal', '-wal', '-shm'].map((end) => `${file}${end}`)) {
    const uid = statSync(beside, { throwIfNoEntry: false })?.uid;
    if (uid !== undefined && uid !== stat.uid && uid !== 0) throw journalOfAnother({ file: beside });
  }
  if (stat.nlink > 1 && stat.nlink > 1 + namesAside(file, stat.ino))
    throw registryHardLinked({ file, links: stat.nlink });
}

/** @throws Failure `folder-writable-by-others` if others could exchange a file of this owner, or put something beside it */
export function checkFolder(file: string, owner: number): void {
  const open = folderOfOthers(file, owner);
  if (open) throw folderWritableByOthers({ file, ...open });
}

function statOf(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? notYourRegistry({ file }) : noRegistry({ file });
  }
}

/**
 * How many second names of a file are our own: of a restore that was killed when it put a damaged one aside, or of a
 * command that was killed when it gave a new one its name.
 */
function namesAside(file: string, inode: number): number {
  const base = `${basename(file, '.sqlite')}.`;
  return [dirname(file), join(dirname(file), 'backups')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => ({ folder, name })))
    .filter(({ name }) => name.startsWith(base) && /\.damaged\.|\.unfinished-/.test(name))
    .filter(({ folder, name }) => statSync(join(folder, name), { throwIfNoEntry: false })?.ino === inode).length;
}

/** Whether the file says of itself that it is written through a WAL (SQLite file format, bytes 18 and 19). */
export function isInWal(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const versions = Buffer.alloc(2);
    return readSync(handle, versions, 0, 2, 18) === 2 && versions.includes(2);
  } finally {
    closeSync(handle);
  }
}
