import type { App } from '../app.ts';
import { eraseFacts } from '../audit/store.ts';
import { type BackupFile, backupsOf, leftoversOf, reading, removeCopies } from '../database/copy.ts';
import type { Reader, Tx } from '../database/database.ts';
import { insertStrangerStone } from '../deletion/store.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays, type Day, schoolDay } from '../time.ts';
import { backupKeepDays } from './settings.ts';
import { deletedIds, strangersInLog } from './store.ts';

/** The day until which a backup is kept: on the next it is pruned. */
export function keptUntil(db: Reader, backup: BackupFile): Day {
  return addDays(schoolDay(new Date(backup.madeAt)), settingValue(db, backupKeepDays));
}

/** Which of some people a backup holds, by their opaque IDs; undefined where it can't be read. */
const idsWithin = (backup: BackupFile, ids: readonly number[]): number[] | undefined =>
  reading(
    backup.file,
    (copy) =>
      copy
        .prepare('SELECT id FROM users WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
        .pluck()
        .all(JSON.stringify(ids)) as number[],
  );

/** The opaque IDs of the deleted whom a backup still holds; undefined where it can't be read. */
export const deletedWithin = (db: Reader, backup: BackupFile): number[] | undefined =>
  idsWithin(backup, deletedIds(db));

/** The backups whose days are over on a day. The newest stays nevertheless, as long as it holds nobody deleted. */
export function outdatedBackups(app: App, day: Day = app.moment.today): BackupFile[] {
  const all = backupsOf(app.registryFile);
  const newest = all.find(({ occasion }) => occasion !== 'other' && occasion !== 'damaged');
  return all.filter(
    (backup) => keptUntil(app.db, backup) < day && (backup !== newest || deletedWithin(app.db, backup)?.length !== 0),
  );
}

/** Removes the backups whose days are over, and says which; and copies that a killed command has left. */
export function pruneBackups(app: App): BackupFile[] {
  const outdated = outdatedBackups(app);
  removeCopies([...outdated.map(({ file }) => file), ...leftoversOf(app.registryFile)]);
  return outdated;
}

/**
 * People who are gone by an undo or a restore, and of whom the log holds facts that no backup can need any more: nobody
 * can bring them back. A backup that can't be read could be anybody's.
 */
export function forgottenStrangers(app: App): number[] {
  const strangers = strangersInLog(app.db);
  if (strangers.length === 0) return [];
  const held = backupsOf(app.registryFile).map((backup) => idsWithin(backup, strangers));
  return held.includes(undefined) ? [] : strangers.filter((id) => !held.some((ids) => ids?.includes(id)));
}

/** Erases what the log knows of them; a tombstone says why it is missing. */
export function forgetStrangers(tx: Tx, ids: readonly number[]): void {
  for (const id of ids) {
    eraseFacts(tx, id);
    insertStrangerStone(tx, id);
  }
}
