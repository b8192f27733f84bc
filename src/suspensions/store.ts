import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { stateOf } from './period.ts';
import type { Standing, Suspension } from './rules.ts';

const suspensionColumns = `u.account, s.from_day AS "from", s.until_day AS until, s.reason, s.clause, s.incident_id AS incident`;

/** The suspensions of some people that have neither been lifted nor ended before a day. */
export function suspensionsFrom(db: Reader, people: readonly User[], day: Day): Suspension[] {
  return db.all(
    `SELECT ${suspensionColumns} FROM suspensions s JOIN users u ON u.id = s.user_id
     WHERE s.user_id IN (SELECT value FROM json_each(:people)) AND s.lifted_on IS NULL
       AND (s.until_day IS NULL OR s.until_day >= :day)
     ORDER BY u.account, s.from_day`,
    { people: JSON.stringify(people.map(({ id }) => id)), day },
  );
}

export function insertSuspension(tx: Tx, user: User, { from, until, reason, clause, incident }: Suspension): void {
  tx.run(
    `INSERT INTO suspensions (user_id, from_day, until_day, reason, clause, incident_id)
     VALUES (:user, :from, :until, :reason, :clause, :incident)`,
    { user: user.id, from, until, reason, clause, incident },
  );
}

export function markLifted(tx: Tx, user: User, from: Day, reason: string): void {
  tx.run(
    `UPDATE suspensions SET lifted_on = :today, lifted_because = :reason
     WHERE user_id = :user AND from_day = :from AND lifted_on IS NULL`,
    { user: user.id, from, today: tx.today, reason },
  );
}

/**
 * The suspensions of the people whom a filter chooses: in force and to come, or all there ever were.
 * @throws Failure `unknown-account`
 */
export function* suspensions(db: Reader, filter: Filter, withPast: boolean, today: Day): Generator<Standing> {
  const rows = db.each<Suspension & { liftedOn: Day | null; liftedBecause: string | null }>(
    `SELECT ${suspensionColumns}, s.lifted_on AS liftedOn, s.lifted_because AS liftedBecause
     FROM suspensions s JOIN users u ON u.id = s.user_id LEFT JOIN leavers l ON l.user_id = u.id
     WHERE ${filterSql({ ...filter, restricted: true })}
       AND (:withPast = 1 OR (s.lifted_on IS NULL AND (s.until_day IS NULL OR s.until_day >= :today)))
     ORDER BY s.from_day, u.account, s.id`,
    { withPast: withPast ? 1 : 0, ...filterParams(db, filter, today) },
  );
  for (const { liftedOn, liftedBecause, ...suspension } of rows) {
    const lifted = liftedOn && { on: liftedOn, reason: liftedBecause ?? '' };
    yield { ...suspension, state: stateOf(suspension, lifted !== null, today), lifted };
  }
}

/** The suspensions that ended, or were lifted, before a day. */
export const endedBefore = (db: Reader, day: Day): { id: number; userId: number }[] =>
  db.all('SELECT id, user_id AS userId FROM suspensions WHERE coalesce(lifted_on, until_day) < :day ORDER BY id', {
    day,
  });

export function deleteSuspensions(tx: Tx, ids: readonly number[]): void {
  tx.run('DELETE FROM suspensions WHERE id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) });
}
