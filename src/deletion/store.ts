import type { Reader, Tx } from '../database/database.ts';
import type { Day, Instant } from '../time.ts';
import type { Role } from '../users/rules.ts';
import { mayBeInIserv } from '../users/store.ts';
import type { Known, SourceId } from './rules.ts';

export function insertTombstone(tx: Tx, stone: { id: number; role: Role; leftOn: Day; runId: number }): void {
  tx.run(
    `INSERT INTO tombstones (user_id, role, left_on, deleted_on, run_id) VALUES (:id, :role, :leftOn, :today, :runId)
     ON CONFLICT (user_id) DO UPDATE SET left_on = excluded.left_on, deleted_on = excluded.deleted_on,
       run_id = excluded.run_id, brought_back_at = NULL`,
    { ...stone, today: tx.today },
  );
}

/** Says of a number that no deletion of its own stands for (an undo, a restore, an account that was given up) why the log knows nothing of it any more. */
export function insertStrangerStone(tx: Tx, id: number): void {
  tx.run(
    `INSERT INTO tombstones (user_id, deleted_on, why) VALUES (:id, :today, 'taken-back')
     ON CONFLICT (user_id) DO UPDATE SET deleted_on = excluded.deleted_on, brought_back_at = NULL`,
    { id, today: tx.today },
  );
}

/** Marks a deletion as taken back: the person is in the registry again, with all but what the log has forgotten. */
export function markBroughtBack(tx: Tx, id: number): void {
  tx.run('UPDATE tombstones SET brought_back_at = :now WHERE user_id = :id', { id, now: tx.now });
}

export function deleteFormerAccount(tx: Tx, hash: Buffer): void {
  tx.run('DELETE FROM former_accounts WHERE hash = :hash', { hash });
}

export function deleteDeparture(tx: Tx, hash: Buffer): void {
  tx.run('DELETE FROM departures WHERE hash = :hash', { hash });
}

export function insertFormerAccount(tx: Tx, hash: Buffer): void {
  tx.run('INSERT OR IGNORE INTO former_accounts (hash) VALUES (:hash)', { hash });
}

/** The other numbers under which the log knows somebody: of accounts that were given up for theirs. */
export const formerNumbersOf = (db: Reader, id: number): number[] =>
  db.all<{ id: number }>('SELECT former_id AS id FROM former_numbers WHERE user_id = :id', { id }).map((row) => row.id);

/** Every table that holds something of a person lets go of it with this row. */
export function deleteUser(tx: Tx, id: number): void {
  tx.run('DELETE FROM users WHERE id = :id', { id });
}

/** Why somebody may not come again with the next roster: consent was withdrawn, or they asked to be deleted. */
export type Departure = 'withdrawal' | 'request';

/** Whether somebody who is about to be deleted must not be made anew by a roster, why, and by what they are known. */
export function departureOfUser(db: Reader, id: number): (Known & { why: Departure }) | undefined {
  const person = db.get<Omit<Known, 'ids'> & { why: Departure }>(
    `SELECT u.given_name AS givenName, u.family_name AS familyName, u.birth_date AS birthDate,
       iif(l.reason = 'withdrawal', 'withdrawal', 'request') AS why
     FROM users u JOIN leavers l ON l.user_id = u.id
     WHERE u.id = :id AND (l.reason = 'withdrawal' OR l.requested_on IS NOT NULL)`,
    { id },
  );
  const ids = db.all<SourceId>(
    `SELECT source, import_id AS importId FROM users WHERE id = :id AND import_id IS NOT NULL
     UNION ALL SELECT source, import_id FROM other_ids WHERE user_id = :id`,
    { id },
  );
  return person && { ...person, ids };
}

/** Somebody who went a second time is asked about anew: what was said after the first time doesn't hold. */
export function insertDeparture(tx: Tx, hash: Buffer, why: Departure): void {
  deleteDeparture(tx, hash);
  tx.run('INSERT INTO departures (hash, why, deleted_on) VALUES (:hash, :why, :today)', { hash, why, today: tx.today });
}

/**
 * Remembers whom IServ may still hold, by the account and the import ID that it has, before nobody knows it any more;
 * not of somebody who was deleted before and came back with an old copy.
 */
export function insertIservDeletion(tx: Tx, id: number): void {
  tx.run(
    `INSERT OR IGNORE INTO iserv_deletions (user_id, account, import_id, role, deleted_on)
     SELECT u.id, coalesce(k.account, u.account), coalesce(k.import_id, u.import_id), u.role, :today
     FROM users u LEFT JOIN iserv_known k ON k.user_id = u.id
     WHERE u.id = :id AND u.id NOT IN (SELECT user_id FROM tombstones WHERE brought_back_at IS NULL)
       AND ${mayBeInIserv}`,
    { id, today: tx.today },
  );
}

/** After a restore that has lost facts nobody knows what IServ was told since. */
export function doubtIserv(tx: Tx): void {
  tx.run('UPDATE iserv_exchanges SET in_doubt = 1');
}

/** Somebody deleted here whom IServ may still hold. */
export interface IservDeletion {
  id: number;
  account: string;
  importId: string | null;
  /** Null of those who were deleted before roles were kept here. */
  role: Role | null;
  deletedOn: Day;
  /** The account that stays, where this one was given up for it. */
  mergedInto: string | null;
  /** When a file for IServ was written that is without them. */
  toldAt: Instant | null;
  /** The file in which they were written for IServ; null if not yet. */
  listedIn: string | null;
}

/** Who must still be deleted in IServ, in the order in which they were deleted here. */
export const iservDeletions = (db: Reader): IservDeletion[] =>
  db.all(
    `SELECT user_id AS id, account, import_id AS importId, role, deleted_on AS deletedOn, told_at AS toldAt,
       listed_in AS listedIn, 
       (SELECT u.account FROM former_numbers f JOIN users u ON u.id = f.user_id WHERE f.former_id = d.user_id) AS mergedInto
     FROM iserv_deletions d ORDER BY deleted_on, user_id`,
  );

/** A file for IServ without them was written: its import deletes them. */
export function markTold(tx: Tx, roles: readonly Role[]): void {
  tx.run(
    `UPDATE iserv_deletions SET told_at = :now
     WHERE told_at IS NULL AND role IN (SELECT value FROM json_each(:roles))`,
    { now: tx.now, roles: JSON.stringify(roles) },
  );
}

export function markListed(tx: Tx, ids: readonly number[], file: string): void {
  tx.run('UPDATE iserv_deletions SET listed_in = :file WHERE user_id IN (SELECT value FROM json_each(:ids))', {
    file,
    ids: JSON.stringify(ids),
  });
}

/** Forgets whom IServ holds no longer, or who was listed so long ago that it can't matter. */
export function deleteIservDeletions(tx: Tx, ids: readonly number[]): void {
  tx.run('DELETE FROM iserv_deletions WHERE user_id IN (SELECT value FROM json_each(:ids))', {
    ids: JSON.stringify(ids),
  });
}
