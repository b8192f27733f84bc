import { copyFileSync, existsSync, linkSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import {
  type BackupFile,
  backupsOf,
  giveName,
  isSoundFile,
  leftoversOf,
  newBackupFile,
  reading,
  removeCopies,
  removeUnfinished,
  unfinishedFor,
  writeCopy,
} from '../database/copy.ts';
import type { Reader, Tx } from '../database/database.ts';
import { backupFaulty } from '../database/failures.ts';
import { Registry } from '../database/registry.ts';
import { deleteUser, doubtIserv } from '../deletion/store.ts';
import { Failure } from '../failures.ts';
import { followChildren, planFollows } from '../leavers/guardians.ts';
import { givenUp, moveAll } from '../merging/store.ts';
import type { Instant } from '../time.ts';
import { userById } from '../users/store.ts';
import { type Difference, difference } from './difference.ts';
import { backupOfAnother } from './failures.ts';
import * as log from './log.ts';
import { mergeState } from './merging.ts';
import { insertLoss, isSameRegistry } from './store.ts';

/** What a restore has done. */
export interface Restored {
  /** Where the registry lies that was replaced; null where there was none. */
  kept: string | null;
  deletedAgain: number;
  /** From when on everything is lost, because the registry was damaged and no later backup holds it; null if nothing is. */
  lostSince: Instant | null;
}

/** What a restore would do: the difference is null where the registry is damaged or missing, and no later backup is sound. */
export interface RestorePlan {
  difference: Difference | null;
  lostSince: Instant | null;
}

/** @throws Failure `backup-faulty`, `backup-of-another-registry` */
export function previewRestore(app: App, backup: BackupFile): RestorePlan {
  return staged(app, backup, (file) => {
    if (isSound(app)) {
      carryMerges(app, file, app.db);
      return { difference: app.attached(file, 'restored', () => compare(app.db, backup)), lostSince: null };
    }
    const facts = newestAfter(app, backup);
    if (!facts) return { difference: null, lostSince: backup.madeAt };
    return staged(app, facts, (later) =>
      inFile(app, later, (registry) => {
        carryMerges(app, file, registry);
        const difference = registry.attached(file, 'restored', () => compare(registry, backup));
        return { difference, lostSince: facts.madeAt };
      }),
    );
  });
}

function compare(db: Parameters<typeof difference>[0], backup: BackupFile): Difference {
  if (!isSameRegistry(db)) throw backupOfAnother({ name: backup.name });
  return difference(db);
}

/**
 * Brings a backup back: what people were like then, with every fact that came since. All is settled in a file of its
 * own, and the last step is one rename: killed anywhere, the registry is the old one or the finished new one. Nobody
 * can write meanwhile.
 * @throws Failure `backup-faulty`, `backup-of-another-registry`, `registry-busy`
 */
export function restoreBackup(app: App, backup: BackupFile): Restored {
  return staged(app, backup, (file) =>
    isSound(app) ? app.exclusively(() => putBack(app, backup, file)) : putInPlace(app, backup, file),
  );
}

/** The facts are those of today's registry. */
function putBack(app: App, backup: BackupFile, file: string): Restored {
  const kept = app.backup('restore');
  const next = unfinishedFor(app.registryFile);
  try {
    copyFileSync(kept, next);
    const restored = settle(app, next, file, { backup, kept, lostSince: null });
    giveName(next, app.registryFile);
    app.markChanged();
    return restored;
  } finally {
    removeUnfinished(next);
    app.close();
  }
}

/** The registry can't be read: the facts are those of the newest sound backup, and the registry is put aside as it is. */
function putInPlace(app: App, backup: BackupFile, file: string): Restored {
  const facts = newestAfter(app, backup);
  const next = unfinishedFor(app.registryFile);
  app.close();
  try {
    if (facts) staged(app, facts, (copy) => copyFileSync(copy, next));
    else copyFileSync(file, next);
    const lostSince = (facts ?? backup).madeAt;
    const aside = existsSync(app.registryFile) ? newBackupFile(app.registryFile, app.moment.now, 'damaged') : null;
    const restored = settle(app, next, file, { backup, kept: aside, lostSince });
    putAside(app, aside);
    giveName(next, app.registryFile);
    app.markChanged();
    return restored;
  } finally {
    removeUnfinished(next);
  }
}

/** A second name for the damaged file; and its journal goes there: it would spoil what comes in its place. */
function putAside(app: App, aside: string | null): void {
  const { registryFile } = app;
  if (aside) {
    try {
      linkSync(registryFile, aside);
    } catch {
      copyFileSync(registryFile, aside);
    }
  }
  const beside = aside ?? newBackupFile(registryFile, app.moment.now, 'damaged');
  for (const end of ['-journal', '-wal', '-shm']) {
    if (existsSync(`${registryFile}${end}`)) renameSync(`${registryFile}${end}`, `${beside}${end}`);
  }
}

/**
 * Makes accounts one in a copy of a backup that have been made one since, so that nobody comes back beside themselves;
 * of whom the backup has only the account that was given up, today's stays.
 */
function carryMerges(app: App, file: string, today: Reader): void {
  const merges = givenUp(today);
  if (merges.length === 0) return;
  inFile(app, file, (registry) => {
    registry.transact(
      () => app.moment,
      (tx) => {
        for (const { former, staying } of merges) {
          const [old, stays] = [userById(tx, former), userById(tx, staying)];
          if (old && stays) moveAll(tx, old, stays);
          else if (old) deleteUser(tx, former);
        }
      },
    );
  });
}

interface Origin {
  backup: BackupFile;
  kept: string | null;
  lostSince: Instant | null;
}

/** Makes the next registry out of a copy with today's facts and a backup, and writes it anew: nothing else is in its bytes. */
function settle(app: App, next: string, file: string, { backup, kept, lostSince }: Origin): Restored {
  return inFile(app, next, (registry) => {
    carryMerges(app, file, registry);
    const restored = registry.attached(file, 'restored', () =>
      registry.transact(
        () => app.moment,
        (tx) => settleIn(tx, { backup, kept, lostSince }),
      ),
    );
    registry.rewrite();
    return restored;
  });
}

function settleIn(tx: Tx, { backup, kept, lostSince }: Origin): Restored {
  const { deletedAgain, lost, takenOver } = compare(tx, backup);
  mergeState(tx);
  followChildren(tx, planFollows(tx, tx.today));
  if (lostSince) insertLoss(tx, lostSince);
  if (lostSince) doubtIserv(tx);
  record(tx, log.registryRestored, null, {
    backup: backup.name,
    kept: kept && basename(kept),
    deletedAgain,
    gone: lost.length,
    takenOver: Object.fromEntries(takenOver.map(({ what, number }) => [what, number])),
    lostSince,
  });
  return { kept, deletedAgain, lostSince };
}

/** The newest backup after another that can be read: it holds facts that the other doesn't. */
function newestAfter(app: App, backup: BackupFile): BackupFile | undefined {
  const all = backupsOf(app.registryFile);
  return all
    .slice(
      0,
      Math.max(
        0,
        all.findIndex(({ name }) => name === backup.name),
      ),
    )
    .find((one) => one.occasion !== 'other' && isSoundFile(one.file) && isOfSameRegistry(one, backup));
}

const isOfSameRegistry = (one: BackupFile, other: BackupFile): boolean => {
  const key = ({ file }: BackupFile) =>
    reading(file, (db) => db.prepare('SELECT account_key FROM registry').pluck().get());
  const [mine, its] = [key(one), key(other)];
  return Buffer.isBuffer(mine) && Buffer.isBuffer(its) && mine.equals(its);
};

/** Lets the work see a copy of a backup that is checked and up to date with the schema. */
export function staged<T>(app: App, backup: BackupFile, work: (file: string) => T): T {
  removeCopies(leftoversOf(app.registryFile));
  const file = `${unfinishedFor(backup.file)}-staged`;
  try {
    const copied = reading(backup.file, (db) => {
      writeCopy(db, file);
      return true;
    });
    if (!copied) throw backupFaulty({ file: backup.file, detail: 'unreadable' });
    Registry.open(file, app.world.patience, () => {}).close();
    return work(file);
  } finally {
    removeUnfinished(file);
  }
}

function inFile<T>(app: App, file: string, work: (registry: Registry) => T): T {
  const registry = Registry.open(file, app.world.patience, () => {});
  try {
    return work(registry);
  } finally {
    registry.close();
  }
}

function isSound(app: App): boolean {
  try {
    app.checkRegistry();
    return true;
  } catch (error) {
    const { code } = error instanceof Failure ? error : { code: '' };
    if (['registry-damaged', 'not-a-registry', 'no-registry'].includes(code)) return false;
    throw error;
  }
}
