import type { Scratch } from '../../database/database.ts';
import { crypto } from '../../load.ts';
import { folded } from '../../users/rules.ts';
import { planChanged } from '../failures.ts';
import { giveAccounts } from './accounts.ts';
import { changesSql, scheduleWas } from './changes.ts';
import { findDoubles } from './guardians.ts';
import { type Hold, holdOf } from './holding.ts';
import { checkPairs, matchRows, type Pair } from './match.ts';
import type { Scope } from './staging.ts';
import { findSuspects } from './suspects.ts';

/** What is asked of a plan. */
export interface PlanWish extends Scope {
  /** The file does not claim to hold everybody: who is absent from it has not left. */
  partial: boolean;
  same: readonly Pair[];
  different: readonly Pair[];
  /** The plan that a person has seen and approved, by its name. */
  approve: string | null;
}

/** What the school's settings say. */
export interface PlanRules {
  /** The year after which students leave; null: the highest among the classes. */
  lastYear: string | null;
  /** The share of the others who may leave by one file without a hold. */
  holdAbove: number;
}

/** What a file would do. Its details lie in `temp.roster_plan`: shown by `report.ts`, applied by `acts.ts`, the same for both. */
export interface Plan {
  /** A hash of what the held part would do; approving it approves nothing else. */
  name: string;
  hold: Hold | null;
  counts: Counts;
  /** What of the counts does not wait; with the guardians who follow their children. */
  applying: Record<'created' | 'changed' | 'returned' | 'leaving', number>;
}

export interface Counts {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  returned: number;
  /** Who leaves, held or not. */
  leaving: number;
  /** How many of those, and of the suspects' arrivals, wait for a decision. */
  held: number;
  suspects: number;
  skipped: number;
  problems: number;
}

/**
 * Works out what the staged file would do to the registry, and changes nothing in it.
 * Applied and planned again, the plan is empty.
 * @throws Failure `no-such-pair`, `plan-changed`
 */
export function planRoster(db: Scratch, wish: PlanWish, rules: PlanRules): Plan {
  db.define('folded', folded as (...values: never[]) => string);
  checkPairs(db, wish);
  matchRows(db, wish, wish.same);
  openPlan(db);
  planArrivals(db, wish.role);
  planChanges(db, wish);
  if (!wish.partial && everybodyIsNamed(db)) planMissing(db, wish);
  planMarkedAsLeft(db, wish);
  giveAccounts(db);
  findSuspects(db, wish);
  const waiting = holdOf(db, wish, rules);
  const name = nameOf(db, wish, waiting !== null);
  if (waiting && wish.approve !== null && wish.approve !== name)
    throw planChanged({ approved: wish.approve, plan: name });
  const hold = wish.approve === name ? null : waiting;
  if (hold) db.scratch(`UPDATE temp.roster_plan SET held = 'too-many' WHERE kind = 'leaving' AND held IS NULL`);
  if (wish.role === 'student') planGuardians(db);
  if (wish.role === 'guardian') findDoubles(db);
  return { name, hold, counts: countsOf(db, wish.role), applying: applyingOf(db) };
}

/** What of the plan is done: not what waits, and not what is only reported. */
export const toApply = `held IS NULL AND kind <> 'missing'`;

function openPlan(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_plan');
  // held: why it waits, 'suspect' or 'too-many'.
  db.scratch(`CREATE TABLE temp.roster_plan (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    line INTEGER,
    user_id INTEGER,
    account TEXT,
    changes TEXT NOT NULL DEFAULT '{}',
    reason TEXT,
    held TEXT
  )`);
  db.scratch('CREATE INDEX temp.roster_plan_by_user ON roster_plan (user_id)');
  // A guardian one of whose lines is faulty can't be judged by the others.
  db.scratch('UPDATE temp.roster_rows SET faulty = 1 WHERE head IN (SELECT head FROM temp.roster_rows WHERE faulty)');
}

/** Guardians all of whose children leave get no account any more. */
function planArrivals(db: Scratch, role: string): void {
  const stays =
    role === 'guardian'
      ? `AND (r.child_id IS NULL OR EXISTS (SELECT 1 FROM temp.roster_children c
           WHERE c.head = r.line AND c.child_id NOT IN (SELECT user_id FROM leavers)))`
      : '';
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, account)
     SELECT 'created', :role, r.line, r.account FROM temp.roster_rows r
     WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present' AND r.user_id IS NULL ${stays} ORDER BY r.line`,
    { role },
  );
}

function planChanges(db: Scratch, wish: PlanWish): void {
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, user_id, account, changes)
     SELECT iif(isBack, 'returned', 'changed'), :role, line, id, account, changes FROM
       (SELECT r.line, u.id, u.account, ${isBack(wish)} AS isBack, ${changesSql(wish, isBack(wish))} AS changes
        FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
        WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present')
     WHERE changes <> '{}' ORDER BY line`,
    { role: wish.role, source: wish.source },
  );
}

/**
 * SQL for whether the person `u` of a line `r` is back: only a leaving that a roster has brought can a roster take
 * back (a withdrawn consent stands, whoever is listed), and a guardian only comes back for a child that stays.
 */
function isBack({ fields }: PlanWish): string {
  const brought = `EXISTS (SELECT 1 FROM leavers b WHERE b.user_id = u.id AND b.reason IN ('missing', 'marked-left', 'last-child-left'))`;
  return fields.includes('childId')
    ? `(${brought} AND EXISTS (SELECT 1 FROM temp.roster_children c
         WHERE c.head = r.line AND c.child_id NOT IN (SELECT user_id FROM leavers)))`
    : brought;
}

/** A line that does not say whom it is about could be about anybody: then nobody can be missing. */
const everybodyIsNamed = (db: Scratch): boolean =>
  db.get('SELECT 1 FROM temp.roster_rows WHERE faulty AND key IS NULL LIMIT 1') === undefined;

/** Only people of the same source and role can be missing; of these, teachers and staff are reported and nothing more. */
function planMissing(db: Scratch, { role, source }: PlanWish): void {
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, reason)
     SELECT iif(:role IN ('student', 'guardian'), 'leaving', 'missing'), :role, u.id, u.account, 'missing' FROM users u
     WHERE u.role = :role AND u.source = :source AND u.id NOT IN (SELECT user_id FROM leavers)
       AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)
     ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id`,
    { role, source },
  );
}

function planMarkedAsLeft(db: Scratch, { role }: PlanWish): void {
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, user_id, account, reason)
     SELECT iif(:role IN ('student', 'guardian'), 'leaving', 'missing'), :role, r.line, u.id, u.account, 'marked-left'
     FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
     WHERE r.line = r.head AND NOT r.faulty AND r.status = 'left' AND u.id NOT IN (SELECT user_id FROM leavers)
     ORDER BY r.line`,
    { role },
  );
}

/** Guardians go with their last child, and come back with the first: both follow from the students' plan. */
function planGuardians(db: Scratch): void {
  const goes = `SELECT user_id FROM temp.roster_plan WHERE kind = 'leaving' AND held IS NULL`;
  const returns = `SELECT user_id FROM temp.roster_plan WHERE kind = 'returned'`;
  const stays = `c.child_id NOT IN (${goes}) AND (c.child_id NOT IN (SELECT user_id FROM leavers) OR c.child_id IN (${returns}))`;
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, reason)
     SELECT 'leaving', 'guardian', u.id, u.account, 'last-child-left' FROM users u
     WHERE u.id IN (SELECT guardian_id FROM guardianships WHERE child_id IN (${goes}))
       AND u.id NOT IN (SELECT user_id FROM leavers)
       AND NOT EXISTS (SELECT 1 FROM guardianships c WHERE c.guardian_id = u.id AND ${stays}) ORDER BY u.account`,
  );
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, changes)
     SELECT 'returned', 'guardian', u.id, u.account, json_object('leaving', json_object('from', ${scheduleWas}, 'to', NULL))
     FROM users u JOIN leavers l ON l.user_id = u.id AND l.reason = 'last-child-left'
     WHERE u.id IN (SELECT guardian_id FROM guardianships WHERE child_id IN (${returns})) ORDER BY u.account`,
  );
}

/** The name of a plan: what its held part would do, and nothing else. */
function nameOf(db: Scratch, { role, source }: PlanWish, isHeld: boolean): string {
  const hash = crypto()
    .createHash('sha256')
    .update(JSON.stringify([source, role]));
  if (!isHeld) return hash.digest('hex').slice(0, 12);
  for (const { id } of db.each<{ id: number }>(
    `SELECT user_id AS id FROM temp.roster_plan WHERE kind = 'leaving' AND role = :role AND held IS NULL ORDER BY user_id`,
    { role },
  )) {
    hash.update(`${id} `);
  }
  return hash.digest('hex').slice(0, 12);
}

function countsOf(db: Scratch, role: string): Counts {
  const counts = db.get<Omit<Counts, 'unchanged'> & { here: number }>(
    `SELECT (SELECT count(*) FROM temp.roster_rows) AS rows,
       (SELECT count(*) FROM temp.roster_rows r WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present' AND user_id IS NOT NULL) AS here,
       (SELECT count(*) FROM temp.roster_rows WHERE faulty OR (status <> 'present' AND user_id IS NULL)
          OR (line = head AND status = 'present' AND user_id IS NULL AND line NOT IN (SELECT line FROM temp.roster_plan WHERE kind = 'created'))) AS skipped,
       count(*) FILTER (WHERE kind = 'created') AS created,
       count(*) FILTER (WHERE kind = 'changed') AS changed,
       count(*) FILTER (WHERE kind = 'returned') AS returned,
       count(*) FILTER (WHERE kind = 'leaving') AS leaving,
       count(*) FILTER (WHERE held IS NOT NULL) AS held,
       (SELECT count(*) FROM temp.roster_suspects) AS suspects,
       (SELECT count(*) FROM temp.roster_problems) AS problems
     FROM temp.roster_plan WHERE role = :role`,
    { role },
  );
  if (!counts) throw new Error('A count gave no row.');
  const { here, ...rest } = counts;
  return { ...rest, unchanged: here - counts.changed - counts.returned };
}

function applyingOf(db: Scratch): Plan['applying'] {
  const rows = db.all<{ kind: keyof Plan['applying']; count: number }>(
    `SELECT kind, count(*) AS count FROM temp.roster_plan WHERE ${toApply} GROUP BY kind`,
  );
  const counts = { created: 0, changed: 0, returned: 0, leaving: 0 };
  for (const { kind, count } of rows) counts[kind] = count;
  return counts;
}
