import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import { bySql, type KeptBy } from '../users/guardians/store.ts';
import type { By } from '../users/guardians/who.ts';
import type { User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { stateOf } from './period.ts';
import type { Standing, Suspension, Told } from './rules.ts';

const suspensionColumns = `u.account, s.from_day AS "from", s.until_day AS until, s.reason, s.clause,
  s.incident_id AS incident, s.heard_on AS heardOn, s.decided_by AS decidedBy`;

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

/** Every suspension that is in force on a day or will be, and whether somebody was told and has looked at it again. */
export const standingSuspensions = (
  db: Reader,
  day: Day,
): (Pick<Suspension, 'account' | 'from' | 'until'> & { toldOn: Day | null; reviewedOn: Day | null })[] =>
  db.all(
    `SELECT u.account, s.from_day AS "from", s.until_day AS until, s.told_on AS toldOn, s.reviewed_on AS reviewedOn
     FROM suspensions s JOIN users u ON u.id = s.user_id
     WHERE s.lifted_on IS NULL AND (s.until_day IS NULL OR s.until_day >= :day) ORDER BY s.from_day, u.account`,
    { day },
  );

export function insertSuspension(tx: Tx, user: User, { account: _, ...facts }: Suspension): void {
  tx.run(
    `INSERT INTO suspensions (user_id, from_day, until_day, reason, clause, incident_id, heard_on, decided_by)
     VALUES (:user, :from, :until, :reason, :clause, :incident, :heardOn, :decidedBy)`,
    { user: user.id, ...facts },
  );
}

/** Changes the suspension of somebody that began on a day and was not lifted. */
const change = (tx: Tx, user: User, from: Day, set: string, values: Record<string, string | number | null>): void => {
  tx.run(`UPDATE suspensions SET ${set} WHERE user_id = :user AND from_day = :from AND lifted_on IS NULL`, {
    user: user.id,
    from,
    ...values,
  });
};

export const markLifted = (tx: Tx, user: User, from: Day, reason: string): void =>
  change(tx, user, from, 'lifted_on = :today, lifted_because = :reason', { today: tx.today, reason });

export const markReviewed = (tx: Tx, user: User, from: Day, reason: string): void =>
  change(tx, user, from, 'reviewed_on = :today, reviewed_because = :reason', { today: tx.today, reason });

/** Marks who was told; a day of hearing stays where none is given. */
export const markTold = (
  tx: Tx,
  user: User,
  from: Day,
  { whom, ...told }: { on: Day; how: string; heardOn: Day | null; whom: KeptBy },
): void =>
  change(
    tx,
    user,
    from,
    `told_on = :on, told_how = :how, told_guardian_id = :guardianId, told_guardian_name = :guardianName,
     heard_on = coalesce(:heardOn, heard_on)`,
    { ...told, ...whom },
  );

type Row = Suspension & {
  liftedOn: Day | null;
  liftedBecause: string | null;
  toldOn: Day | null;
  toldHow: string | null;
  toldWhom: By;
  reviewedOn: Day | null;
};

/**
 * The suspensions of the people whom a filter chooses: in force and to come, or all there ever were.
 * @throws Failure `unknown-account`
 */
export function* suspensions(db: Reader, filter: Filter, withPast: boolean, today: Day): Generator<Standing> {
  const rows = db.each<Row>(
    `SELECT ${suspensionColumns}, s.lifted_on AS liftedOn, s.lifted_because AS liftedBecause,
       s.told_on AS toldOn, s.told_how AS toldHow, ${bySql('s', 'told_')} AS toldWhom, s.reviewed_on AS reviewedOn
     FROM suspensions s JOIN users u ON u.id = s.user_id LEFT JOIN leavers l ON l.user_id = u.id
       LEFT JOIN users g ON g.id = s.told_guardian_id
     WHERE ${filterSql({ ...filter, restricted: true })}
       AND (:withPast = 1 OR (s.lifted_on IS NULL AND (s.until_day IS NULL OR s.until_day >= :today)))
     ORDER BY s.from_day, u.account, s.id`,
    { withPast: withPast ? 1 : 0, ...filterParams(db, filter, today) },
  );
  for (const { liftedOn, liftedBecause, toldOn, toldHow, toldWhom, reviewedOn, ...suspension } of rows) {
    const lifted = liftedOn && { on: liftedOn, reason: liftedBecause ?? '' };
    const told: Told | null = toldOn && { on: toldOn, how: toldHow ?? '', whom: toldWhom };
    yield { ...suspension, state: stateOf(suspension, lifted !== null, today), lifted, told, reviewedOn };
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
