import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { type BackupFile, backupsOf, newBackupFile, reading, unfinishedFor, writeCopy } from '../database/copy.ts';
import type { Tx } from '../database/database.ts';
import { backupFaulty } from '../database/failures.ts';
import { Registry } from '../database/registry.ts';
import { deletePeople } from '../deletion/acts.ts';
import { Failure } from '../failures.ts';
import { backupOfAnother } from './failures.ts';
import * as log from './log.ts';
import {
  type Difference,
  difference,
  eraseFactsOfStrangers,
  isSameRegistry,
  lastDeletionRun,
  replaceTables,
  returnedFromDeletion,
  takeOverDeletions,
} from './store.ts';

/** What a restore has done. */
export interface Restored {
  /** Where the registry lies that was replaced; null where there was none. */
  kept: string | null;
  deletedAgain: number;
}

/**
 * How the registry would change; undefined where it is damaged or missing, so that there is nothing to compare.
 * @throws Failure `backup-faulty`, `backup-of-another-registry`
 */
export function previewRestore(app: App, backup: BackupFile): Difference | undefined {
  return staged(app, backup, (file) =>
    isSound(app)
      ? app.attached(file, 'restored', () => {
          if (!isSameRegistry(app.db)) throw backupOfAnother({ name: backup.name });
          return difference(app.db);
        })
      : undefined,
  );
}

/**
 * Brings a backup back, and deletes again at once whoever was deleted since it was made. A sound registry is changed in
 * one transaction, so that whoever works with it waits, and its log goes on; a damaged one is put aside.
 * @throws Failure `backup-faulty`, `backup-of-another-registry`, `registry-busy`
 */
export function restoreBackup(app: App, backup: BackupFile): Restored {
  const restored = staged(app, backup, (file) =>
    isSound(app) ? putBack(app, backup, file) : putInPlace(app, backup, file),
  );
  app.rewriteRegistry();
  return restored;
}

function putBack(app: App, backup: BackupFile, file: string): Restored {
  const kept = app.backup('restore');
  return app.attached(file, 'restored', () =>
    app.transact((tx) => {
      if (!isSameRegistry(tx)) throw backupOfAnother({ name: backup.name });
      replaceTables(tx);
      return settle(tx, backup, kept);
    }),
  );
}

/** The registry can't be read: it is put aside as it is, and what the later backups know of the deleted is taken over. */
function putInPlace(app: App, backup: BackupFile, file: string): Restored {
  const kept = putAside(app);
  renameSync(file, app.registryFile);
  app.markChanged();
  const all = backupsOf(app.registryFile);
  const later = all.slice(
    0,
    all.findIndex(({ name }) => name === backup.name),
  );
  for (const other of later) {
    if (reading(other.file, (db) => db.pragma('quick_check(1)', { simple: true })) !== 'ok') continue;
    app.attached(other.file, 'other', () => app.transact(takeOverDeletions));
  }
  return app.transact((tx) => settle(tx, backup, kept));
}

/** With its journal: it belongs to that file, and would damage another that came into its place. */
function putAside(app: App): string | null {
  app.close();
  const { registryFile } = app;
  const aside = newBackupFile(registryFile, app.moment.now, 'damaged');
  const journal = `${registryFile}-journal`;
  if (existsSync(journal)) renameSync(journal, `${aside}-journal`);
  if (!existsSync(registryFile)) return null;
  renameSync(registryFile, aside);
  return aside;
}

function settle(tx: Tx, backup: BackupFile, kept: string | null): Restored {
  const again = returnedFromDeletion(tx);
  deletePeople(tx, again, lastDeletionRun(tx));
  eraseFactsOfStrangers(tx);
  const facts = { backup: backup.name, kept: kept && basename(kept), deletedAgain: again.length };
  record(tx, log.registryRestored, null, facts);
  return { kept, deletedAgain: again.length };
}

/** Lets the work see a copy of the backup that is checked and up to date with the schema. */
function staged<T>(app: App, backup: BackupFile, work: (file: string) => T): T {
  const file = `${unfinishedFor(newBackupFile(app.registryFile, app.moment.now, 'restore'))}-staged`;
  try {
    const copied = reading(backup.file, (db) => {
      writeCopy(db, file);
      return true;
    });
    if (!copied) throw backupFaulty({ file: backup.file, detail: 'unreadable' });
    Registry.open(file, app.world.patience, () => {}).close();
    return work(file);
  } finally {
    rmSync(file, { force: true });
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
