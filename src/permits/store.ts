import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { heldOn, type Kind, type Permit, stateOf } from './rules.ts';

const permitColumns = `json_object('permit', p.id, 'account', u.account, 'administrator', a.os_name, 'kind', p.kind,
  'reason', p.reason, 'clearedWith', p.cleared_with, 'from', p.from_day, 'until', p.until_day, 'givenBy', p.given_by,
  'ended', iif(p.ended_on IS NULL, NULL, json_object('on', p.ended_on, 'reason', p.ended_because))) AS found`;

const fromPermits = `FROM permits p LEFT JOIN users u ON u.id = p.user_id
  LEFT JOIN administrators a ON a.id = p.administrator_id LEFT JOIN leavers l ON l.user_id = u.id`;

const toPermit = ({ found }: { found: string }): Permit => JSON.parse(found);

/**
 * Permits, the newest first; only those in force and to come, or the others, too. Those of administrators are among
 * them where nobody is chosen.
 * @throws Failure `unknown-account`
 */
export function permits(db: Reader, filter: Filter, withEnded: boolean, today: Day): Permit[] {
  return db
    .all<{ found: string }>(
      `SELECT ${permitColumns} ${fromPermits} WHERE ${filterSql({ ...filter, restricted: true })} ORDER BY p.from_day DESC, p.id DESC`,
      filterParams(db, filter, today),
    )
    .map(toPermit)
    .filter((permit) => withEnded || ['in-force', 'to-come'].includes(stateOf(permit, today)));
}

/** Who is allowed something, for a query. */
export type Holder = { user: User } | { administrator: { administrator: number; osName: string } };

export const nameOf = (holder: Holder): string =>
  'user' in holder ? holder.user.account : holder.administrator.osName;

const idsOf = (holder: Holder) => ({
  user: 'user' in holder ? holder.user.id : null,
  administrator: 'user' in holder ? null : holder.administrator.administrator,
});

/** What somebody is allowed on a day or will be. */
export const permitsOf = (db: Reader, holder: Holder, today: Day): Permit[] =>
  db
    .all<{ found: string }>(
      `SELECT ${permitColumns} ${fromPermits} WHERE p.user_id = :user OR p.administrator_id = :administrator ORDER BY p.id`,
      idsOf(holder),
    )
    .map(toPermit)
    .filter((permit) => ['in-force', 'to-come'].includes(stateOf(permit, today)));

/** The permits of a kind that some accounts had on one of some days. */
export const permitsOn = (db: Reader, accounts: readonly string[], kind: Kind, days: readonly Day[]): Permit[] =>
  db
    .all<{ found: string }>(
      `SELECT ${permitColumns} ${fromPermits}
       WHERE p.kind = :kind AND u.account IN (SELECT value FROM json_each(:accounts)) ORDER BY u.account, p.id`,
      { kind, accounts: JSON.stringify(accounts) },
    )
    .map(toPermit)
    .filter((permit) => heldOn(permit, days));

export function insertPermit(
  tx: Tx,
  holder: Holder,
  { kind, reason, clearedWith, from, until }: Pick<Permit, 'kind' | 'reason' | 'clearedWith' | 'from' | 'until'>,
): void {
  tx.run(
    `INSERT INTO permits (user_id, administrator_id, kind, reason, cleared_with, from_day, until_day, given_at, given_by)
     VALUES (:user, :administrator, :kind, :reason, :clearedWith, :from, :until, :now, :operator)`,
    { ...idsOf(holder), kind, reason, clearedWith, from, until, now: tx.now, operator: tx.operator },
  );
}

export function markEnded(tx: Tx, permit: number, reason: string): void {
  tx.run('UPDATE permits SET ended_on = :today, ended_because = :reason WHERE id = :permit', {
    permit,
    reason,
    today: tx.today,
  });
}
