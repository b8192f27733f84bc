import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from '../app.ts';
import { record, recordAll } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { leftBeside, writeTogether } from '../files.ts';
import { canOthersWrite, modeOf } from '../folders.ts';
import { settingValue } from '../settings/settings.ts';
import { warning } from '../terminal/view.ts';
import { addDays, type Day, schoolDay } from '../time.ts';
import { outputFolderOpen, unknownFile } from './failures.ts';
import * as log from './log.ts';
import { type FileKind, holdsPasswords, type WrittenFile, withoutNames } from './rules.ts';
import { fileKeepDays } from './settings.ts';
import { deleteFiles, destroyedBefore, insertFile, keptFiles, markDestroyed, peopleOf, placesOf } from './store.ts';
import { text } from './text.ts';

/**
 * Looks at the folder of a file that is to be written, before anything is done: passwords are refused where others could
 * exchange the file, of all else it is said. What a killed command has left there is finished, if it was recorded.
 * @throws Failure `output-folder-open`
 */
export async function checkPlace(app: App, file: string, kind: FileKind): Promise<void> {
  finishWritten(app);
  const folder = dirname(file);
  const stat = statSync(folder, { throwIfNoEntry: false });
  const isOpen = process.platform !== 'win32' && stat && canOthersWrite(stat) && (stat.mode & 0o1000) === 0;
  if (!isOpen) return;
  if (holdsPasswords(kind)) throw outputFolderOpen({ file, folder, mode: modeOf(stat) });
  await app.note([warning(app.say(text).openFolder(folder, modeOf(stat)))]);
}

/** Records a file with people in it, in the transaction of an act that has an entry of its own. */
export function recordFile(tx: Tx, file: WrittenFile): void {
  insertFile(tx, file);
}

/**
 * Writes a file with people in it, and records it: finished and recorded, or neither.
 * @throws Failure `file-exists`, `file-not-writable`, `output-folder-open`
 */
export async function writeFile(app: App, file: WrittenFile, pieces: Iterable<string>): Promise<void> {
  await checkPlace(app, file.file, file.kind);
  writeTogether([{ file: file.file, content: pieces, isSecret: holdsPasswords(file.kind) }], () =>
    app.transact((tx) => {
      insertFile(tx, file);
      recordWriting(tx, file);
    }),
  );
}

/** One entry for each who was chosen by name, else one with what they were chosen by. */
export function recordWriting(tx: Tx, { kind, whom: { people, named, filter } }: WrittenFile): void {
  if (named.length === 0) {
    record(tx, log.fileWritten, null, { kind, people, ...withoutNames(filter) });
    return;
  }
  recordAll(
    tx,
    log.fileWritten,
    peopleOf(tx, named).map((subject) => ({ subject, facts: { kind } })),
  );
}

/** Gives files their names whose command was killed after they were recorded. */
function finishWritten(app: App): void {
  for (const { file } of placesOf(app.db)) {
    const left = leftBeside(file);
    if (left !== undefined) renameSync(left, file);
  }
}

/**
 * Remembers that files were destroyed; without numbers, all that are not there any more. Returns which.
 * @throws Failure `unknown-file`
 */
export function destroyFiles(app: App, numbers: readonly number[]): number[] {
  return app.transact((tx) => {
    const open = keptFiles(tx, false).map(({ number }) => number);
    const unknown = numbers.filter((number) => !open.includes(number));
    if (unknown.length > 0) throw unknownFile({ numbers: unknown });
    const destroyed = numbers.length > 0 ? [...new Set(numbers)] : goneFiles(tx).map(({ number }) => number);
    if (destroyed.length > 0) {
      markDestroyed(tx, destroyed);
      record(tx, log.filesDestroyed, null, { files: destroyed });
    }
    return destroyed;
  });
}

/** Whether a file is gone from where it was written: not if the folder is gone as well, as of a stick. */
export const isGone = (file: string): boolean => !existsSync(file) && existsSync(dirname(file));

const goneFiles = (db: Reader) => placesOf(db).filter(({ file }) => isGone(file));

/** What the night has to do on a day: finish what a killed command has left, forget files that were gone by then, and those destroyed long enough ago. */
export function overdueFiles(db: Reader, day: Day): number {
  const gone = goneFiles(db).filter(({ at }) => schoolDay(new Date(at)) < day);
  const unfinished = placesOf(db).filter(({ file }) => leftBeside(file) !== undefined);
  return gone.length + unfinished.length + forgettable(db, day).length;
}

const forgettable = (db: Reader, day: Day) => destroyedBefore(db, addDays(day, -settingValue(db, fileKeepDays)));

/** Forgets where files lay that are gone, and that others were written. Returns how many. */
export function forgetFiles(app: App): number {
  finishWritten(app);
  return app.transact((tx) => {
    const gone = goneFiles(tx).map(({ number }) => number);
    const over = forgettable(tx, tx.today);
    if (gone.length > 0) {
      markDestroyed(tx, gone);
      record(tx, log.filesDestroyed, null, { files: gone });
    }
    deleteFiles(tx, over);
    return gone.length + over.length;
  });
}
