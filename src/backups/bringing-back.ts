import { basename } from 'node:path';
import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { BackupFile } from '../database/copy.ts';
import type { Reader, Tx } from '../database/database.ts';
import { departuresOf, type Known, type SourceId } from '../deletion/rules.ts';
import { deleteDeparture, deleteFormerAccount, deleteIservDeletions, markBroughtBack } from '../deletion/store.ts';
import { formerAccountHash } from '../users/rules.ts';
import { accountKey } from '../users/store.ts';
import { accountTakenSince, backupOfAnother, notDeleted, notInBackup } from './failures.ts';
import * as log from './log.ts';
import { bringPeople } from './merging.ts';
import { staged } from './restore.ts';
import { isSameRegistry } from './store.ts';

/** Somebody whose deletion was a mistake, as a backup holds them. */
interface Deleted extends Known {
  id: number;
  account: string;
}

/**
 * Takes a deletion back that was a mistake, while a backup still has the person: everything that hung on them but the
 * schedule by which they were deleted. What was recorded between backup and deletion is lost.
 * @throws Failure `backup-faulty`, `backup-of-another-registry`, `not-in-backup`, `not-deleted`, `account-taken-since`
 */
export function bringBack(
  app: App,
  backup: BackupFile,
  account: string,
  reason: string,
): { account: string; kept: string } {
  return staged(app, backup, (file) => {
    const kept = app.backup('restore');
    return app.attached(file, 'restored', () =>
      app.transact((tx) => {
        if (!isSameRegistry(tx)) throw backupOfAnother({ name: backup.name });
        const person = deletedPerson(tx, account, backup);
        bringPeople(tx, `SELECT ${person.id}`, ['leavers', 'leaver_notices', 'leaver_announcements']);
        bringFamily(tx, person.id);
        bringLog(tx, person.id);
        const key = accountKey(tx);
        deleteFormerAccount(tx, formerAccountHash(key, account));
        for (const hash of departuresOf(key, person)) deleteDeparture(tx, hash);
        deleteIservDeletions(tx, [person.id]);
        markBroughtBack(tx, person.id);
        record(tx, log.personBroughtBack, person, { backup: backup.name, kept: basename(kept), reason });
        return { account, kept };
      }),
    );
  });
}

/** @throws Failure `not-in-backup`, `not-deleted`, `account-taken-since` */
function deletedPerson(db: Reader, account: string, { name }: BackupFile): Deleted {
  const person = db.get<Omit<Deleted, 'ids'>>(
    `SELECT id, account, given_name AS givenName, family_name AS familyName, birth_date AS birthDate
     FROM restored.users WHERE account = :account`,
    { account },
  );
  if (!person) throw notInBackup({ account, name });
  const ids = db.all<SourceId>(
    `SELECT source, import_id AS importId FROM restored.users WHERE id = :id AND import_id IS NOT NULL
     UNION ALL SELECT source, import_id FROM restored.other_ids WHERE user_id = :id`,
    { id: person.id },
  );
  const isDeleted = db.get(
    `SELECT 1 FROM tombstones WHERE user_id = :id AND why = 'left' AND brought_back_at IS NULL
       AND user_id NOT IN (SELECT id FROM main.users)`,
    { id: person.id },
  );
  if (!isDeleted) throw notDeleted({ account, name });
  const isTaken = db.get(
    `SELECT 1 FROM main.users WHERE account = :account OR (source, import_id) IN
       (SELECT value ->> 'source', value ->> 'importId' FROM json_each(:ids))`,
    { account, ids: JSON.stringify(ids) },
  );
  if (isTaken) throw accountTakenSince({ account, name });
  return { ...person, ids };
}

function bringFamily(tx: Tx, id: number): void {
  tx.run(`INSERT INTO main.group_members SELECT * FROM restored.group_members WHERE user_id = :id`, { id });
  tx.run(
    `INSERT OR IGNORE INTO main.guardianships SELECT * FROM restored.guardianships
     WHERE :id IN (guardian_id, child_id)
       AND guardian_id IN (SELECT id FROM main.users) AND child_id IN (SELECT id FROM main.users)`,
    { id },
  );
}

/** The facts of entries that both have: what is tied to them in the chain is still there. */
function bringLog(tx: Tx, id: number): void {
  tx.run(
    `INSERT OR IGNORE INTO main.audit_facts SELECT f.* FROM restored.audit_facts f
     JOIN restored.audit_entries r ON r.id = f.entry_id JOIN main.audit_entries e ON e.id = r.id AND e.digest = r.digest
     WHERE e.user_id = :id`,
    { id },
  );
}
