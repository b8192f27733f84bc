import type { Reader, Tx } from '../database/database.ts';
import { type Day, type Instant, schoolDay } from '../time.ts';
import { bySql, type KeptBy } from '../users/guardians/store.ts';
import type { User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { unknownIncident } from './failures.ts';
import type { Incident, InspectionWish } from './rules.ts';

/** Who was told, in a query over `inspections n` and the guardian's `users g`. */
const toldSql = bySql('n', 'told_');

const incidentColumns = `json_object(
    'incident', i.id, 'openedOn', i.opened_on, 'openedBy', i.opened_by,
    'clause', i.clause, 'what', i.what, 'reportedBy', i.reported_by,
    'accounts', json((SELECT json_group_array(u.account ORDER BY u.account)
       FROM incident_people c JOIN users u ON u.id = c.user_id WHERE c.incident_id = i.id)),
    'inspections', json((SELECT json_group_array(json_object('account', u.account, 'at', n.at, 'operator', n.operator,
         'kind', n.kind, 'suspicion', n.suspicion, 'orderedBy', n.ordered_by, 'informedOn', n.informed_on,
         'informedHow', n.informed_how,
         'informedWhom', CASE WHEN n.informed_on IS NULL THEN NULL ELSE ${toldSql} END) ORDER BY n.id)
       FROM inspections n JOIN users u ON u.id = n.user_id LEFT JOIN users g ON g.id = n.told_guardian_id
       WHERE n.incident_id = i.id)),
    'toInform', json((SELECT json_group_array(DISTINCT u.account ORDER BY u.account)
       FROM inspections n JOIN users u ON u.id = n.user_id WHERE n.incident_id = i.id AND n.informed_on IS NULL)),
    'posts', json((SELECT json_group_array(p.id ORDER BY p.id) FROM posts p WHERE p.incident_id = i.id)),
    'closedOn', i.closed_on, 'closedBy', i.closed_by, 'outcome', i.outcome
  ) AS found`;

const toIncident = ({ found }: { found: string }): Incident => JSON.parse(found);

export function findIncident(db: Reader, incident: number): Incident | undefined {
  const row = db.get<{ found: string }>(`SELECT ${incidentColumns} FROM incidents i WHERE i.id = :incident`, {
    incident,
  });
  return row && toIncident(row);
}

/** @throws Failure `unknown-incident` */
export function getIncident(db: Reader, incident: number): Incident {
  const found = findIncident(db, incident);
  if (!found) throw unknownIncident({ incident });
  return found;
}

/**
 * The incidents that concern one of the people whom a filter chooses; only open ones, or the closed too.
 * @throws Failure `unknown-account`
 */
export function incidents(db: Reader, filter: Filter, withClosed: boolean, today: Day): Incident[] {
  return db
    .all<{ found: string }>(
      `SELECT ${incidentColumns} FROM incidents i
       WHERE (:withClosed = 1 OR i.closed_on IS NULL)
         AND EXISTS (SELECT 1 FROM incident_people c JOIN users u ON u.id = c.user_id LEFT JOIN leavers l ON l.user_id = u.id
                     WHERE c.incident_id = i.id AND ${filterSql({ ...filter, restricted: true })})
       ORDER BY i.id`,
      { withClosed: withClosed ? 1 : 0, ...filterParams(db, filter, today) },
    )
    .map(toIncident);
}

/** Returns the number of the new incident. */
export function insertIncident(
  tx: Tx,
  facts: Pick<Incident, 'clause' | 'what' | 'reportedBy'>,
  people: readonly User[],
): number {
  tx.run(
    `INSERT INTO incidents (opened_on, opened_by, clause, what, reported_by)
     VALUES (:today, :operator, :clause, :what, :reportedBy)`,
    { today: tx.today, operator: tx.operator, ...facts },
  );
  const incident = tx.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id;
  if (incident === undefined) throw new Error('The incident was written and yet was not.');
  tx.run('INSERT INTO incident_people (incident_id, user_id) SELECT :incident, value FROM json_each(:people)', {
    incident,
    people: JSON.stringify(people.map(({ id }) => id)),
  });
  return incident;
}

export function insertInspection(tx: Tx, user: User, { incident, kind, suspicion, orderedBy }: InspectionWish): void {
  tx.run(
    `INSERT INTO inspections (incident_id, user_id, at, operator, kind, suspicion, ordered_by)
     VALUES (:incident, :user, :now, :operator, :kind, :suspicion, :orderedBy)`,
    { incident, user: user.id, now: tx.now, operator: tx.operator, kind, suspicion, orderedBy },
  );
}

/** Marks what was looked into of a person at these moments as told. */
export function markInformed(
  tx: Tx,
  incident: number,
  user: User,
  told: { on: Day; how: string; whom: KeptBy; of: readonly Instant[] },
): void {
  const { whom, of, ...rest } = told;
  tx.run(
    `UPDATE inspections SET informed_on = :on, informed_how = :how, told_guardian_id = :guardianId,
       told_guardian_name = :guardianName
     WHERE incident_id = :incident AND user_id = :user AND informed_on IS NULL
       AND at IN (SELECT value FROM json_each(:of))`,
    { incident, user: user.id, of: JSON.stringify(of), ...rest, ...whom },
  );
}

export function markClosed(tx: Tx, incident: number, outcome: string): void {
  tx.run('UPDATE incidents SET closed_on = :today, closed_by = :operator, outcome = :outcome WHERE id = :incident', {
    today: tx.today,
    operator: tx.operator,
    incident,
    outcome,
  });
}

/** The people whom incidents concern that were closed before a day, incident by incident. */
export function concernedBefore(db: Reader, day: Day): { incident: number; id: number }[] {
  return db.all(
    `SELECT i.id AS incident, c.user_id AS id FROM incidents i JOIN incident_people c ON c.incident_id = i.id
     WHERE i.closed_on < :day ORDER BY i.id, c.user_id`,
    { day },
  );
}

export function deleteIncidentsBefore(tx: Tx, day: Day): void {
  tx.run('DELETE FROM incidents WHERE closed_on < :day', { day });
}

/** Who has not been told yet that something of theirs was looked into, and since which day. */
export function stillToInform(db: Reader): { account: string; incident: number; since: Day }[] {
  return db
    .all<{ account: string; incident: number; at: Instant }>(
      `SELECT u.account, n.incident_id AS incident, min(n.at) AS at
       FROM inspections n JOIN users u ON u.id = n.user_id WHERE n.informed_on IS NULL
       GROUP BY n.incident_id, n.user_id ORDER BY at, u.account`,
    )
    .map(({ account, incident, at }) => ({ account, incident, since: schoolDay(new Date(at)) }));
}

/** Incidents that were opened before a day and are open still, the oldest first. */
export const openSince = (db: Reader, day: Day): { incident: number; openedOn: Day }[] =>
  db.all(
    `SELECT id AS incident, opened_on AS openedOn FROM incidents
     WHERE closed_on IS NULL AND opened_on < :day ORDER BY opened_on, id`,
    { day },
  );
