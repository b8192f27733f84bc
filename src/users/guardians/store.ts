import type { Reader, Tx } from '../../database/database.ts';
import type { Day, Instant } from '../../time.ts';
import { type Custody, hasCustody } from './rules.ts';

/** A guardian of somebody, with an account. */
export interface Guardian {
  id: number;
  account: string;
  givenName: string;
  familyName: string;
}

/** Somebody's guardians who have accounts. */
export const guardiansOf = (db: Reader, childId: number): Guardian[] =>
  db.all(
    `SELECT g.id, g.account, g.given_name AS givenName, g.family_name AS familyName
     FROM guardianships s JOIN users g ON g.id = s.guardian_id WHERE s.child_id = :childId ORDER BY g.account`,
    { childId },
  );

/**
 * Every column that names a guardian by a number that outlives them: what they said, or were told, stays when they go, so
 * no foreign key ties it, and whoever moves or counts what hangs on somebody has to look here, too.
 */
export const guardianColumns = (db: Reader): { table: string; column: string }[] =>
  db.all(
    `SELECT t.name AS "table", c.name AS "column" FROM main.sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND c.name LIKE '%guardian_id'
       AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f."from" = c.name) ORDER BY 1, 2`,
  );

/** What was said of the custody of a child, and where that is written. */
export interface CustodyFact extends Custody {
  evidence: string;
  recordedAt: Instant;
  recordedBy: string;
}

/** Who is meant, in a query over a table with `guardian_id` and `guardian_name` and the guardian's `users g`. */
export const bySql = (table: string, prefix = '') => `CASE
    WHEN ${table}.${prefix}guardian_id IS NOT NULL
      THEN 'guardian:' || coalesce(g.account, '#' || ${table}.${prefix}guardian_id)
    WHEN ${table}.${prefix}guardian_name IS NOT NULL THEN 'guardian-name:' || ${table}.${prefix}guardian_name
    ELSE 'self' END`;

/** What was said of the custody of a child, in the order in which it was written down. */
export const custodyOf = (db: Reader, childId: number): CustodyFact[] =>
  db
    .all<Omit<CustodyFact, 'has'> & { has: number }>(
      `SELECT k.id, ${bySql('k')} AS by, k.has, k.since, k.evidence, k.recorded_at AS recordedAt,
         k.recorded_by AS recordedBy
       FROM custodies k LEFT JOIN users g ON g.id = k.guardian_id WHERE k.child_id = :childId ORDER BY k.id`,
      { childId },
    )
    .map((row) => ({ ...row, has: row.has === 1 }));

/** Whether a guardian has custody of a child on :today, as `hasCustody` says, for a query with `users p` and `users u`. */
export const custodySql = `coalesce((SELECT k.has FROM custodies k WHERE k.child_id = u.id AND k.guardian_id = p.id
  AND k.since <= :today ORDER BY k.since DESC, k.id DESC LIMIT 1), 1)`;

/** What was said of a guardian's custody of children, in the order in which it was written down. */
export const custodyAsGuardian = (db: Reader, guardianId: number): (Omit<CustodyFact, 'by'> & { child: string })[] =>
  db
    .all<Omit<CustodyFact, 'by' | 'has'> & { child: string; has: number }>(
      `SELECT k.id, c.account AS child, k.has, k.since, k.evidence, k.recorded_at AS recordedAt,
         k.recorded_by AS recordedBy
       FROM custodies k JOIN users c ON c.id = k.child_id WHERE k.guardian_id = :guardianId ORDER BY k.id`,
      { guardianId },
    )
    .map((row) => ({ ...row, has: row.has === 1 }));

/** The guardians with accounts who have custody of a child on a day. */
export function custodiansOf(db: Reader, childId: number, day: Day): Guardian[] {
  const said = custodyOf(db, childId);
  return guardiansOf(db, childId).filter(({ account }) => hasCustody(said, `guardian:${account}`, day));
}

/** Returns the number of the new fact. */
export function insertCustody(
  tx: Tx,
  childId: number,
  fact: { guardianId: number | null; guardianName: string | null; has: boolean; since: Day; evidence: string },
): void {
  tx.run(
    `INSERT INTO custodies (child_id, guardian_id, guardian_name, has, since, evidence, recorded_at, recorded_by)
     VALUES (:childId, :guardianId, :guardianName, :has, :since, :evidence, :now, :operator)`,
    { ...fact, has: fact.has ? 1 : 0, childId, now: tx.now, operator: tx.operator },
  );
}

/** What somebody hears or decides, as it is kept: a guardian's number, or a name; neither of the person. */
export interface KeptBy {
  guardianId: number | null;
  guardianName: string | null;
}
