import type { Reader, Tx } from '../database/database.ts';
import { schoolYearEnd } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import { allVersions } from '../terms/store.ts';
import type { Day, Instant } from '../time.ts';
import { bySql } from '../users/guardians/store.ts';
import type { By } from '../users/guardians/who.ts';
import { type Role, roles, type User } from '../users/rules.ts';
import { type Filter, filterParams, filterSql, inPages } from '../users/store.ts';
import { notCorrectable, unknownPurpose } from './failures.ts';
import {
  type Ages,
  type Basis,
  type Channel,
  type Circumstances,
  type CourtDecision,
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
    .all<Omit<Purpose, 'roles' | 'bases'> & { bases: string }>(
      `SELECT p.name, p.title, p.about, p.retired_on AS retiredOn, p.guardian_until AS guardianUntil,
         p.self_from AS selfFrom, p.guardians, p.yes, p.no,
         (SELECT json_group_object(r.role, r.basis) FROM purpose_roles r WHERE r.purpose = p.name) AS bases
       FROM purposes p ORDER BY p.name <> 'terms', p.name`,
    )
    .map((row) => {
      const bases: Purpose['bases'] = JSON.parse(row.bases);
      return { ...row, bases, roles: roles.filter((role) => role in bases).sort() };
    });

/** The ages that hold for a purpose: its own, else the school's. */
function agesOn(db: Reader): (purpose: Pick<Purpose, 'guardianUntil' | 'selfFrom'>) => Ages {
  const school = { guardianUntil: settingValue(db, guardianUntil), selfFrom: settingValue(db, selfFrom) };
  return (purpose) => ({
    guardianUntil: purpose.guardianUntil ?? school.guardianUntil,
    selfFrom: purpose.selfFrom ?? school.selfFrom,
  });
}

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

/** What a purpose rests on, for each role: the terms by the settings, all others by themselves. */
export function basesOn(db: Reader): (purpose: string, role: Role) => Basis {
  const ofTerms = new Map(roles.map((role) => [role, settingValue(db, termsBasis[role])]));
  const others = new Map(purposes(db).map(({ name, bases }) => [name, bases]));
  return (purpose, role) => (purpose === 'terms' ? ofTerms.get(role) : others.get(purpose)?.[role]) ?? 'consent';
}

/** What findings about a purpose follow from today, beside the facts and the person. */
export type PurposeCircumstances = Pick<Circumstances, 'today' | 'versions' | 'yearEnd' | 'ages' | 'guardians'>;

/** The circumstances of each purpose; of one that there is not, the school's. What is the same for all is read once. */
export function circumstancesOn(db: Reader, today: Day): (purpose: string) => PurposeCircumstances {
  const versions = allVersions(db)
    .filter(({ from }) => from <= today)
    .map(({ version }) => version);
  const yearEnd = settingValue(db, schoolYearEnd);
  const agesOf = agesOn(db);
  const all = new Map(
    purposes(db).map((one) => [one.name, { today, versions, yearEnd, ages: agesOf(one), guardians: one.guardians }]),
  );
  const school = { today, versions, yearEnd, ages: agesOf({ guardianUntil: null, selfFrom: null }) };
  return (purpose) => all.get(purpose) ?? { ...school, guardians: 'one' };
}

const guardianSql = (table: string) =>
  `coalesce('guardian:#' || ${table}.guardian_id, 'guardian-name:' || ${table}.guardian_name)`;

/**
 * What people have said, as far as nobody struck or corrected it, and who may speak for them, for a query over `users u`:
 * a column that `heardIn` reads. All that it takes of the facts is in `consents_by_user`.
 */
export const sayingsSql = `json_object(
  'class', u.class,
  'sayings', json((SELECT json_group_array(json_array(c.id, c.purpose, c.version, c.decision, c.decided_on,
      coalesce('guardian:#' || c.guardian_id, 'guardian-name:' || c.guardian_name, 'self')))
    FROM consents c WHERE c.user_id = u.id AND c.decision <> 'struck'
      AND NOT EXISTS (SELECT 1 FROM consents k WHERE k.corrects = c.id))),
  'known', json((SELECT json_group_array('guardian:#' || s.guardian_id) FROM guardianships s WHERE s.child_id = u.id)),
  'custody', json((SELECT json_group_array(json_array(k.id, ${guardianSql('k')}, k.has, k.since))
    FROM custodies k WHERE k.child_id = u.id)),
  'court', json((SELECT json_group_array(json_array(k.id, k.purpose, ${guardianSql('k')}, k.since))
    FROM court_decisions k WHERE k.child_id = u.id)),
  'told', json((SELECT json_group_array(n.told_on) FROM consent_notices n WHERE n.user_id = u.id)))`;

interface HeardRow {
  class: string | null;
  sayings: [id: number, purpose: string, version: string | null, decision: Decision, on: Day, by: By][];
  known: By[];
  custody: [id: number, by: By, has: number, since: Day][];
  court: [id: number, purpose: string, by: By | null, since: Day][];
  told: Day[];
}

/** What was said about somebody, and who may speak for them. */
export interface Heard extends Pick<Required<Circumstances>, 'known' | 'custody' | 'court' | 'told'> {
  class: string | null;
  sayings: Saying[];
}

/** What was said about somebody, from such a column; guardians with accounts are told apart by their numbers. */
export function heardIn(column: string): Heard {
  const { sayings, custody, court, ...row }: HeardRow = JSON.parse(column);
  return {
    ...row,
    sayings: sayings.map(([id, purpose, version, decision, on, by]) => ({
      id,
      purpose,
      version,
      decision,
      by,
      on,
      corrected: false,
    })),
    custody: custody.map(([id, by, has, since]) => ({ id, by, has: has === 1, since })),
    court: court.map(([id, purpose, by, since]) => ({ id, purpose, by, since })),
  };
}

/** What courts have decided about a child, in the order in which it was written down. */
export const courtOf = (db: Reader, childId: number): CourtFact[] =>
  db.all(
    `SELECT k.id, k.purpose, CASE WHEN k.guardian_id IS NULL AND k.guardian_name IS NULL THEN NULL
       ELSE ${bySql('k')} END AS by, k.since, k.evidence, k.recorded_at AS recordedAt, k.recorded_by AS recordedBy
     FROM court_decisions k LEFT JOIN users g ON g.id = k.guardian_id WHERE k.child_id = :childId ORDER BY k.id`,
    { childId },
  );

/** A court's decision, and where it is written. */
export interface CourtFact extends CourtDecision {
  evidence: string;
  recordedAt: Instant;
  recordedBy: string;
}

/** When and how somebody was told of the right to withdraw. */
export const noticesOf = (
  db: Reader,
  userId: number,
): { on: Day; how: string; recordedAt: Instant; recordedBy: string }[] =>
  db.all(
    `SELECT told_on AS "on", how, recorded_at AS recordedAt, recorded_by AS recordedBy
     FROM consent_notices WHERE user_id = :userId ORDER BY id`,
    { userId },
  );

/** A purpose; with a day, one that somebody is still asked for then. @throws Failure `unknown-purpose` */
export function getPurpose(db: Reader, name: string, day?: Day): Purpose {
  const asked = purposes(db).filter((purpose) => !day || isOpen(purpose, day));
  const found = asked.find((purpose) => purpose.name === name);
  if (!found) throw unknownPurpose({ purpose: name, known: asked.map((purpose) => purpose.name) });
  return found;
}

export function insertPurpose(tx: Tx, { bases, roles: _, ...purpose }: Omit<Purpose, 'retiredOn'>): void {
  tx.run(
    `INSERT INTO purposes (name, title, about, guardian_until, self_from, guardians, yes, no)
     VALUES (:name, :title, :about, :guardianUntil, :selfFrom, :guardians, :yes, :no)`,
    purpose,
  );
  tx.run('INSERT INTO purpose_roles (role, purpose, basis) SELECT key, :name, value FROM json_each(:bases)', {
    name: purpose.name,
    bases: JSON.stringify(bases),
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
