import type { Scratch } from '../../database/database.ts';
import { type LeavingReason, schedule } from '../../leavers/rules.ts';
import { scheduleRules } from '../../leavers/store.ts';
import { crypto } from '../../load.ts';
import type { Day } from '../../time.ts';
import { folded } from '../../users/rules.ts';
import { giveAccounts } from './accounts.ts';
import { changesSql } from './changes.ts';
import { columns } from './columns.ts';
import { planChanged } from './failures.ts';
import { planGuardians } from './follow.ts';
import { findDoubles } from './guardians.ts';
import { type Hold, holdOf } from './holding.ts';
import { checkPairs, matchRows } from './match.ts';
import { findSuspects } from './suspects.ts';
import type { PlanRules, PlanWish } from './wish.ts';

/** What a file would do. Its details lie in `temp.roster_plan`, which is what is shown and what is applied. */
export interface Plan {
  wish: PlanWish;
  /** The state of the registry that it was made for. */
  version: number;
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
export function planRoster(db: Scratch, wish: PlanWish, rules: PlanRules, version: number): Plan {
  db.define('folded', folded as (...values: never[]) => string);
  checkPairs(db, wish);
  matchRows(db, wish, wish.same);
  openPlan(db);
  planArrivals(db, wish.role);
  planChanges(db, wish);
  if (!wish.partial && everybodyIsNamed(db)) planMissing(db, wish, rules.today);
  planMarkedAsLeft(db, wish, rules.today);
  giveAccounts(db);
  findSuspects(db, wish);
  const waiting = holdOf(db, wish, rules);
  const name = nameOf(db, wish, waiting !== null);
  if (waiting && wish.approve !== null && wish.approve !== name)
    throw planChanged({ approved: wish.approve, plan: name });
  const hold = wish.approve === name ? null : waiting;
  if (hold) db.scratch(`UPDATE temp.roster_plan SET held = 'too-many' WHERE kind = 'leaving' AND held IS NULL`);
  if (wish.role === 'student') planGuardians(db, rules.today);
  if (wish.role === 'guardian') findDoubles(db);
  return { wish, version, name, hold, counts: countsOf(db, wish.role), applying: applyingOf(db) };
}

/** What of the plan is done: not what waits, and not what is only reported. */
export const toApply = `held IS NULL AND kind <> 'missing'`;

function openPlan(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_plan');
  // As it will be, so that it can be shown before and after; held: why it waits, 'suspect' or 'too-many'.
  db.scratch(`CREATE TABLE temp.roster_plan (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    line INTEGER,
    user_id INTEGER,
    account TEXT,
    import_id TEXT,
    given_name TEXT,
    family_name TEXT,
    class TEXT,
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
    `INSERT INTO temp.roster_plan (kind, role, line, account, import_id, given_name, family_name, class)
     SELECT 'created', :role, r.line, r.account, r.import_id, r.given_name, r.family_name, r.class FROM temp.roster_rows r
     WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present' AND r.user_id IS NULL ${stays} ORDER BY r.line`,
    { role },
  );
}

function planChanges(db: Scratch, wish: PlanWish): void {
  const becomes = (field: keyof typeof columns) =>
    wish.fields.some((one) => one === field) ? `r.${columns[field]}` : `u.${columns[field]}`;
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, user_id, account, import_id, given_name, family_name, class, changes)
     SELECT iif(isBack, 'returned', 'changed'), :role, line, id, account, import_id, given_name, family_name, class, changes FROM
       (SELECT r.line, u.id, u.account, coalesce(r.import_id, u.import_id) AS import_id, ${becomes('givenName')} AS given_name,
          ${becomes('familyName')} AS family_name, ${becomes('class')} AS class, ${isBack(wish)} AS isBack,
          ${changesSql(wish, isBack(wish))} AS changes
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

/**
 * Only people of the same source and role can be missing. Whoever was to go because consent was withdrawn goes as
 * before, but stays gone if there is consent again.
 */
function planMissing(db: Scratch, wish: PlanWish, today: Day): void {
  const missing = `u.role = :role AND u.source = :source
    AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)`;
  planLeaving(db, wish, today, 'missing', `users u WHERE ${missing}`);
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, changes)
     SELECT 'changed', :role, u.id, ${known}, json_object('beforeWithdrawal', json_object('from', NULL, 'to', json(:leaving)))
     FROM users u JOIN leavers l ON l.user_id = u.id AND l.reason = 'withdrawal' AND l.before_withdrawal IS NULL
     WHERE ${missing}`,
    { role: wish.role, source: wish.source, leaving: leaving(db, wish, today, 'missing') },
  );
}

function planMarkedAsLeft(db: Scratch, wish: PlanWish, today: Day): void {
  const marked = `temp.roster_rows r JOIN users u ON u.id = r.user_id
    WHERE r.line = r.head AND NOT r.faulty AND r.status = 'left'`;
  planLeaving(db, wish, today, 'marked-left', marked);
}

const known = 'u.account, u.import_id, u.given_name, u.family_name, u.class';

const leaving = (db: Scratch, { role }: PlanWish, today: Day, reason: LeavingReason): string =>
  JSON.stringify(schedule(today, reason, scheduleRules(db, role)));

/** Puts who leaves into the plan; teachers and staff are reported and nothing more. */
function planLeaving(db: Scratch, wish: PlanWish, today: Day, reason: LeavingReason, who: string): void {
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, user_id, account, import_id, given_name, family_name, class, reason, changes)
     SELECT iif(:role IN ('student', 'guardian'), 'leaving', 'missing'), :role, u.id, ${known}, :reason,
       json_object('leaving', json_object('from', NULL, 'to', json(:leaving)))
     FROM ${who} AND u.id NOT IN (SELECT user_id FROM leavers)
     ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id`,
    {
      role: wish.role,
      ...(reason === 'missing' && { source: wish.source }),
      reason,
      leaving: leaving(db, wish, today, reason),
    },
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
  const counts = db.get<Omit<Counts, 'unchanged'> & { here: number; moved: number }>(
    `SELECT (SELECT count(*) FROM temp.roster_rows) AS rows,
       (SELECT count(*) FROM temp.roster_rows r WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present' AND user_id IS NOT NULL) AS here,
       (SELECT count(*) FROM temp.roster_rows WHERE faulty OR (status <> 'present' AND user_id IS NULL)
          OR (line = head AND status = 'present' AND user_id IS NULL AND line NOT IN (SELECT line FROM temp.roster_plan WHERE kind = 'created'))) AS skipped,
       count(*) FILTER (WHERE kind = 'created') AS created,
       count(*) FILTER (WHERE kind = 'changed') AS changed,
       count(*) FILTER (WHERE kind IN ('changed', 'returned') AND line IS NOT NULL) AS moved,
       count(*) FILTER (WHERE kind = 'returned') AS returned,
       count(*) FILTER (WHERE kind = 'leaving') AS leaving,
       count(*) FILTER (WHERE held IS NOT NULL) AS held,
       (SELECT count(*) FROM temp.roster_suspects) AS suspects,
       (SELECT count(*) FROM temp.roster_problems) AS problems
     FROM temp.roster_plan WHERE role = :role`,
    { role },
  );
  if (!counts) throw new Error('A count gave no row.');
  const { here, moved, ...rest } = counts;
  return { ...rest, unchanged: here - moved };
}

function applyingOf(db: Scratch): Plan['applying'] {
  const rows = db.all<{ kind: keyof Plan['applying']; count: number }>(
    `SELECT kind, count(*) AS count FROM temp.roster_plan WHERE ${toApply} GROUP BY kind`,
  );
  const counts = { created: 0, changed: 0, returned: 0, leaving: 0 };
  for (const { kind, count } of rows) counts[kind] = count;
  return counts;
}
