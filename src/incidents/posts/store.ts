import type { Reader, Tx } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import type { User } from '../../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../../users/store.ts';

/** A post that moderators deleted (terms, "Messenger/Forum"). */
export interface Post {
  post: number;
  /** Whose it was; null where nobody knows. */
  account: string | null;
  where: string;
  reason: string;
  on: Day;
  by: string;
  incident: number | null;
}

/**
 * Deleted posts of the people whom a filter chooses, those of unknown authors among them where nobody is chosen; the
 * newest first.
 * @throws Failure `unknown-account`
 */
export const posts = (db: Reader, filter: Filter, today: Day): Post[] =>
  db.all(
    `SELECT p.id AS post, u.account, p.place AS "where", p.reason, p.removed_on AS "on", p.removed_by AS "by",
       p.incident_id AS incident
     FROM posts p LEFT JOIN users u ON u.id = p.user_id LEFT JOIN leavers l ON l.user_id = u.id
     WHERE ${filterSql({ ...filter, restricted: true })} ORDER BY p.removed_on DESC, p.id DESC`,
    filterParams(db, filter, today),
  );

/** Returns the number of the new entry. */
export function insertPost(
  tx: Tx,
  author: User | undefined,
  { where, reason, on, by, incident }: Omit<Post, 'post' | 'account'>,
): number {
  tx.run(
    `INSERT INTO posts (user_id, incident_id, place, reason, removed_on, removed_by, recorded_at, recorded_by)
     VALUES (:user, :incident, :where, :reason, :on, :by, :now, :operator)`,
    { user: author?.id ?? null, incident, where, reason, on, by, now: tx.now, operator: tx.operator },
  );
  return tx.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
}
