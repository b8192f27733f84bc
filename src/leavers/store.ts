import type { Reader, Tx } from '../database/database.ts';
import { settingValue } from '../settings.ts';
import type { Schedule, ScheduleRules } from './rules.ts';

export function scheduleRules(db: Reader): ScheduleRules {
  return {
    lockedAfter: settingValue(db, 'leaver.locked-after'),
    deletedAfter: settingValue(db, 'leaver.deleted-after'),
    schoolYearEnd: settingValue(db, 'school.year-end'),
  };
}

export function scheduleOf(db: Reader, userId: number): Schedule | undefined {
  return db.get(
    `SELECT left_on AS leftOn, locked_from AS lockedFrom, deleted_on AS deletedOn, reason
     FROM leavers WHERE user_id = :userId`,
    { userId },
  );
}

export function insertSchedule(tx: Tx, userId: number, schedule: Schedule): void {
  tx.run(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
     VALUES (:userId, :leftOn, :lockedFrom, :deletedOn, :reason)`,
    { userId, ...schedule },
  );
}

export function deleteSchedule(tx: Tx, userId: number): void {
  tx.run('DELETE FROM leavers WHERE user_id = :userId', { userId });
}
