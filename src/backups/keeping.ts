import type { App } from '../app.ts';
import { type BackupFile, backupsOf, leftoversOf, reading, removeCopies } from '../database/copy.ts';
import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays, type Day, schoolDay } from '../time.ts';
import { backupKeepDays } from './settings.ts';

/** The day until which a backup is kept: on the next it is pruned. */
export function keptUntil(db: Reader, backup: BackupFile): Day {
  return addDays(schoolDay(new Date(backup.madeAt)), settingValue(db, backupKeepDays));
}

/** The opaque IDs of the deleted whom a backup still holds; undefined where it can't be read. */
export function deletedWithin(db: Reader, backup: BackupFile): number[] | undefined {
  const stones = db.all<{ id: number }>('SELECT user_id AS id FROM tombstones').map(({ id }) => id);
  return reading(
    backup.file,
    (copy) =>
      copy
        .prepare('SELECT id FROM users WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id')
        .pluck()
        .all(JSON.stringify(stones)) as number[],
  );
}

/** The backups whose days are over. The newest stays nevertheless, as long as it holds nobody deleted. */
export function outdatedBackups(app: App): BackupFile[] {
  const { today } = app.moment;
  const all = backupsOf(app.registryFile);
  return all.filter(
    (backup) => keptUntil(app.db, backup) < today && (backup !== all[0] || deletedWithin(app.db, backup)?.length !== 0),
  );
}

/** Removes the backups whose days are over, and says which; and copies that a killed command has left. */
export function pruneBackups(app: App): BackupFile[] {
  const outdated = outdatedBackups(app);
  removeCopies([...outdated.map(({ file }) => file), ...leftoversOf(app.registryFile, app.moment.today)]);
  return outdated;
}
