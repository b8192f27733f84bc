import type { Reader, Tx } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { allVersions } from '../terms/store.ts';
import type { Day } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import { type Role, roles, type User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql, inPages } from '../users/store.ts';
import { notCorrectable, unknownPurpose } from './failures.ts';
import {
  type Ages,
  type Basis,
  type Channel,
  type Circumstances,
  type Decision,
  type Fact,
  isOpen,
  type Purpose,
  type Saying,
} from './rules.ts';
import { guardianUntil, selfFrom, termsBasis } from './settings.ts';

/** Every purpose, the terms first. */
export const purposes = (db: Reader): Purpose[] =>
  db
    .all<Omit<Purpose, 'roles'> & { roles: string }>(
      `SELECT p.name, p.title, p.about, p.retired_on AS retiredOn,
         (SELECT json_group_array(r.role ORDER BY r.role) FROM purpose_roles r WHERE r.purpose = p.name) AS roles
       FROM purposes p ORDER BY p.name <> 'terms', p.name`,
    )
    .map((row) => ({ ...row, roles: JSON.parse(row.roles) }));

const agesOf = (db: Reader): Ages => ({
  guardianUntil: settingValue(db, guardianUntil),
  selfFrom: settingValue(db, selfFrom),
});

type FactRow = Omit<Fact, 'corrected'> & { corrected: number };

const factSql = `SELECT c.id, c.purpose, c.version, c.decision, c.decided_on AS "on", c.channel, c.evidence,
    CASE WHEN c.guardian_id IS NOT NULL THEN 'guardian:' || coalesce(g.account, '#' || c.guardian_id)
      WHEN c.guardian_name IS NOT NULL THEN 'guardian-name:' || c.guardian_name ELSE 'self' END AS by,
    c.recorded_at AS recordedAt, c.recorded_by AS recordedBy, c.corrects,
    EXISTS (SELECT 1 FROM consents k WHERE k.corrects = c.id) AS corrected, u.account
  FROM consents c JOIN users u ON u.id = c.user_id LEFT JOIN users g ON g.id = c.guardian_id`;

/** What is known of a user's decisions, in the order in which they were written down. */
export const factsOf = (db: Reader, userId: number): Fact[] =>
  db
    .all<FactRow & { account: string }>(
      `${factSql} WHERE c.user_id = :userId AND c.decision <> 'struck' ORDER BY c.id`,
      { userId },
    )
    .map(({ account: _, ...row }) => ({ ...row, corrected: row.corrected === 1 }));

/**
 * What is known of the decisions of the people whom a filter chooses, by role, class and name, on one purpose or on all.
 * @throws Failure `unknown-account`
 */
export function* factsAbout(
  db: Reader,
  filter: Filter,
  purpose: string | null,
  today: Day,
): Generator<Fact & { account: string }> {
  for (const page of inPages(db, filter, today)) {
    const rows = db.all<FactRow & { account: string }>(
      `${factSql} JOIN json_each(:page) page ON page.value = c.user_id
       WHERE c.decision <> 'struck' AND (:purpose IS NULL OR c.purpose = :purpose) ORDER BY page.key, c.id`,
      { page, purpose },
    );
    for (const { account, ...row } of rows) yield { account, ...row, corrected: row.corrected === 1 };
  }
}

/** What a purpose rests on, for each role; all but the terms on consent. */
export function basesOn(db: Reader): (purpose: string, role: Role) => Basis {
  const ofTerms = new Map(roles.map((role) => [role, settingValue(db, termsBasis[role])]));
  return (purpose, role) => (purpose === 'terms' ? (ofTerms.get(role) ?? 'consent') : 'consent');
}

/** What findings follow from today, beside the facts and the person. */
export function circumstancesOn(db: Reader, today: Day): Omit<Circumstances, 'person'> {
  const versions = allVersions(db).filter(({ from }) => from <= today);
  return { today, ages: agesOf(db), versions: versions.map(({ version }) => version) };
}

/**
 * What people have said, as far as nobody struck or corrected it, for a query over `users u`: a column that `sayingsIn`
 * reads. All that it takes is in `consents_by_user`.
 */
export const sayingsSql = `(SELECT json_group_array(json_array(c.id, c.purpose, c.version, c.decision, c.decided_on,
    coalesce('guardian:#' || c.guardian_id, 'guardian-name:' || c.guardian_name, 'self')))
  FROM consents c WHERE c.user_id = u.id AND c.decision <> 'struck'
    AND NOT EXISTS (SELECT 1 FROM consents k WHERE k.corrects = c.id))`;

type SayingRow = [id: number, purpose: string, version: string | null, decision: Decision, on: Day, by: By];

/** What somebody has said, from such a column; guardians with accounts are told apart by their numbers. */
export const sayingsIn = (column: string): Saying[] =>
  (JSON.parse(column) as SayingRow[]).map(([id, purpose, version, decision, on, by]) => ({
    id,
    purpose,
    version,
    decision,
    by,
    on,
    corrected: false,
  }));

/** A purpose; with a day, one that somebody is still asked for then. @throws Failure `unknown-purpose` */
export function getPurpose(db: Reader, name: string, day?: Day): Purpose {
  const asked = purposes(db).filter((purpose) => !day || isOpen(purpose, day));
  const found = asked.find((purpose) => purpose.name === name);
  if (!found) throw unknownPurpose({ purpose: name, known: asked.map((purpose) => purpose.name) });
  return found;
}

export function insertPurpose(tx: Tx, { name, title, about, roles }: Omit<Purpose, 'retiredOn'>): void {
  tx.run('INSERT INTO purposes (name, title, about) VALUES (:name, :title, :about)', { name, title, about });
  tx.run('INSERT INTO purpose_roles (role, purpose) SELECT value, :name FROM json_each(:roles)', {
    name,
    roles: JSON.stringify(roles),
  });
}

export function markRetired(tx: Tx, name: string): void {
  tx.run('UPDATE purposes SET retired_on = :today WHERE name = :name', { name, today: tx.today });
}

/** A fact as it is written. */
export interface NewFact {
  purpose: string;
  version: string | null;
  decision: Decision | 'struck';
  guardianId: number | null;
  guardianName: string | null;
  on: Day;
  channel: Channel;
  evidence: string | null;
  corrects: number | null;
}

/** A fact of somebody that still counts. @throws Failure `not-correctable` */
export function getFact(db: Reader, user: User, fact: number): NewFact {
  const found = db.get<NewFact>(
    `SELECT purpose, version, decision, guardian_id AS guardianId, guardian_name AS guardianName, decided_on AS "on",
       channel, evidence, corrects
     FROM consents c WHERE id = :fact AND user_id = :user AND decision <> 'struck'
       AND NOT EXISTS (SELECT 1 FROM consents k WHERE k.corrects = c.id)`,
    { fact, user: user.id },
  );
  if (!found) throw notCorrectable({ fact, accounts: [user.account] });
  return found;
}

/** Returns the number of the new fact. */
export function insertFact(tx: Tx, user: User, fact: NewFact): number {
  tx.run(
    `INSERT INTO consents (user_id, purpose, version, decision, guardian_id, guardian_name, decided_on, channel, evidence,
       corrects, recorded_at, recorded_by)
     VALUES (:user, :purpose, :version, :decision, :guardianId, :guardianName, :on, :channel, :evidence, :corrects, :now, :operator)`,
    { user: user.id, now: tx.now, operator: tx.operator, ...fact },
  );
  const id = tx.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id;
  if (id === undefined) throw new Error('The decision was written and yet was not.');
  return id;
}

/**
 * The people whom a filter chooses, by class and name; without accounts and filters, nobody.
 * @throws Failure `unknown-account`
 */
export function chosenAccounts(db: Reader, filter: Filter, today: Day): string[] {
  if (!Object.values(filter).some((values) => values && values.length > 0)) return [];
  return db
    .all<{ account: string }>(
      `SELECT u.account FROM users u LEFT JOIN leavers l ON l.user_id = u.id WHERE ${filterSql(filter)}
       ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id`,
      filterParams(db, filter, today),
    )
    .map(({ account }) => account);
}

/** What somebody decided as a guardian, in the order in which it was written down. */
export const decidedAsGuardian = (
  db: Reader,
  guardianId: number,
): (Omit<Fact, 'by' | 'corrected'> & { for: string })[] =>
  db.all(
    `SELECT c.id, u.account AS "for", c.purpose, c.version, c.decision, c.decided_on AS "on", c.channel, c.evidence,
       c.recorded_at AS recordedAt, c.recorded_by AS recordedBy, c.corrects
     FROM consents c JOIN users u ON u.id = c.user_id
     WHERE c.guardian_id = :guardianId AND c.decision <> 'struck' ORDER BY c.id`,
    { guardianId },
  );
