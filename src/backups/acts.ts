import { basename } from 'node:path';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { type BackupFile, backupsOf, sizeOf } from '../database/copy.ts';
import type { Day } from '../time.ts';
import { unknownBackup } from './failures.ts';
import { deletedWithin, keptUntil, pruneBackups } from './keeping.ts';
import * as log from './log.ts';

/** A backup, and until when it holds whom. */
export interface Backup extends BackupFile {
  bytes: number;
  keptUntil: Day;
  /** The opaque IDs of people deleted since, whom it still holds; null where it can't be read. */
  holdsDeleted: number[] | null;
}

/** Makes a backup by hand. @throws Failure `backup-faulty`, `disk-full` */
export function createBackup(app: App): Backup {
  app.transact((tx) => record(tx, log.backupMade, null, {}));
  const name = basename(app.backup('by-hand'));
  return described(app, getBackup(app, name));
}

export const listBackups = (app: App): Backup[] => backupsOf(app.registryFile).map((backup) => described(app, backup));

/**
 * A backup by its name, its file, or the moment in its name; `newest` is the last that was made.
 * @throws Failure `unknown-backup`
 */
export function getBackup(app: App, name: string): BackupFile {
  const all = backupsOf(app.registryFile);
  const exact = name === 'newest' ? all[0] : all.find((one) => one.name === name || one.file === app.path(name));
  const [alike, second] = all.filter((one) => name.length > 9 && momentOf(one).startsWith(name));
  const found = exact ?? (second ? undefined : alike);
  if (!found) throw unknownBackup({ name });
  return found;
}

/** What tells a backup apart and is short enough to be typed: `2026-08-20T08-00-00.000Z`. */
export const momentOf = ({ madeAt }: BackupFile): string => madeAt.replaceAll(':', '-');

/** Removes the backups that are older than `backup.keep-days`. */
export function pruneByHand(app: App): BackupFile[] {
  const pruned = pruneBackups(app);
  if (pruned.length > 0) {
    app.transact((tx) => record(tx, log.backupsPruned, null, { backups: pruned.map(({ name }) => name) }));
  }
  return pruned;
}

function described(app: App, backup: BackupFile): Backup {
  return {
    ...backup,
    bytes: sizeOf(backup.file),
    keptUntil: keptUntil(app.db, backup),
    holdsDeleted: deletedWithin(app.db, backup) ?? null,
  };
}
