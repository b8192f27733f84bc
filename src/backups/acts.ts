import { basename } from 'node:path';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { type BackupFile, backupsOf, filesOf, isSoundFile, sizeOf } from '../database/copy.ts';
import { type Day, schoolClock } from '../time.ts';
import { ambiguousBackup, noSoundBackup, unknownBackup } from './failures.ts';
import { deletedWithin, keptUntil, pruneBackups } from './keeping.ts';
import * as log from './log.ts';
import { losses, markLookedAt } from './store.ts';

/** A backup, and until when it holds whom. */
export interface Backup extends BackupFile {
  /** What tells it apart on a list, in the school's time. */
  listedAs: string;
  bytes: number;
  keptUntil: Day;
  /** The opaque IDs of people deleted since, whom it still holds; null where it can't be read. */
  holdsDeleted: number[] | null;
}

/** Makes a backup by hand; the log says so once it is there. @throws Failure `backup-faulty`, `disk-full` */
export function createBackup(app: App): Backup {
  const name = basename(app.backup('by-hand'));
  app.transact((tx) => record(tx, log.backupMade, null, { backup: name }));
  return described(app, getBackup(app, name).backup);
}

export const listBackups = (app: App): Backup[] => backupsOf(app.registryFile).map((backup) => described(app, backup));

/**
 * A backup by its name, its file, or its moment as it is listed, also in part; `newest` is the newest that is sound, and
 * those before it that are not are named.
 * @throws Failure `unknown-backup`, `ambiguous-backup`, `no-sound-backup`
 */
export function getBackup(app: App, name: string): { backup: BackupFile; damaged: BackupFile[] } {
  const all = backupsOf(app.registryFile);
  if (name === 'newest') return newestSound(all);
  const exact = all.find((one) => one.name === name || one.file === app.path(name) || momentOf(one) === name);
  if (exact) return { backup: exact, damaged: [] };
  const typed = name.trim().replace(' ', 'T').replaceAll(':', '-');
  const begins = (moment: (backup: BackupFile) => string) =>
    typed.length < 10 ? [] : all.filter((one) => moment(one).startsWith(typed));
  const listed = begins(momentOf);
  const found = listed.length > 0 ? listed : begins(({ madeAt }) => madeAt.replaceAll(':', '-'));
  const [backup, second] = found;
  if (!backup) throw unknownBackup({ name });
  if (second) throw ambiguousBackup({ name, backups: found.map(momentOf) });
  return { backup, damaged: [] };
}

function newestSound(all: readonly BackupFile[]): { backup: BackupFile; damaged: BackupFile[] } {
  const ours = all.filter(({ occasion }) => occasion !== 'other' && occasion !== 'damaged');
  const at = ours.findIndex(({ file }) => isSoundFile(file));
  const backup = ours[at];
  if (backup) return { backup, damaged: ours.slice(0, at) };
  throw ours.length === 0
    ? unknownBackup({ name: 'newest' })
    : noSoundBackup({ backups: ours.map(({ name }) => name) });
}

/** What tells a backup apart and is short enough to be typed, in the school's time: `2026-08-20T10-00-00.000`. */
const momentOf = ({ madeAt, number }: BackupFile): string =>
  schoolClock(new Date(madeAt)).replaceAll(':', '-') + (number > 1 ? `.${number}` : '');

/** Removes the backups that are older than `backup.keep-days`. */
export function pruneByHand(app: App): BackupFile[] {
  const pruned = pruneBackups(app);
  if (pruned.length > 0) {
    app.transact((tx) => record(tx, log.backupsPruned, null, { backups: pruned.map(({ name }) => name) }));
  }
  return pruned;
}

/** Somebody has looked at what a restore could not take over: `status` says it no more. Returns how many there were. */
export function lookAtLosses(app: App): number {
  const open = losses(app.db);
  if (open.length > 0) {
    app.transact((tx) => {
      markLookedAt(tx);
      record(tx, log.lossesSeen, null, { losses: open });
    });
  }
  return open.length;
}

function described(app: App, backup: BackupFile): Backup {
  return {
    ...backup,
    listedAs: momentOf(backup),
    bytes: filesOf(backup.file).reduce((sum, file) => sum + sizeOf(file), 0),
    keptUntil: keptUntil(app.db, backup),
    holdsDeleted: deletedWithin(app.db, backup) ?? null,
  };
}
