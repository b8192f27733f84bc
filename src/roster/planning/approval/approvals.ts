import type { Scratch } from '../../../database/database.ts';
import { crypto } from '../../../load.ts';
import { yearOf } from '../../../users/years.ts';
import { planChanged } from '../failures.ts';
import { listedRoles } from '../leaving.ts';
import type { PlanRules, PlanWish } from '../wish.ts';
import { type Cause, identityCauses, leavingCauses } from './causes.ts';
import { type Hold, holdOf, isTooMany } from './holding.ts';

/** What a plan would do to so many that somebody must have seen the number. */
const dangers = ['again', 'nobody-known', 'leaving', 'identity', 'year-back', 'emptied', 'returned'] as const;
type Danger = (typeof dangers)[number];

/** A part of a plan that waits for approval: of how many people, and what has likely happened. */
export interface Approval {
  what: Danger;
  people: number;
  of: number;
  causes: Cause[];
}

/** The waiting part of a plan: its name, why, and whether it was approved. */
export interface Waiting {
  name: string;
  hold: Hold | null;
  approvals: Approval[];
}

/** Changes that are dangerous if many share them, as conditions on the plan's row `p`; and the fields that then wait. */
const shared: readonly { what: Danger; fields: readonly string[]; condition: string }[] = [
  {
    what: 'identity',
    fields: ['givenName', 'familyName', 'birthDate'],
    condition: `(json_type(p.changes, '$.givenName') IS NOT NULL OR json_type(p.changes, '$.familyName') IS NOT NULL
      OR (p.changes ->> '$.birthDate.from' IS NOT NULL AND p.changes ->> '$.birthDate.to' IS NOT NULL))`,
  },
  {
    what: 'year-back',
    fields: ['class'],
    condition: `year_of(p.changes ->> '$.class.to') < year_of(p.changes ->> '$.class.from')`,
  },
  ...['class', 'birthDate', 'email'].map((field) => ({
    what: 'emptied' as const,
    fields: [field],
    condition: `(p.changes ->> '$.${field}.from' IS NOT NULL AND p.changes ->> '$.${field}.to' IS NULL)`,
  })),
  {
    what: 'emptied',
    fields: ['groups'],
    condition: `(json_array_length(p.changes, '$.groups.from') > 0 AND json_array_length(p.changes, '$.groups.to') = 0)`,
  },
];

/**
 * Finds what of a plan needs approval, marks it as waiting, and releases it where the plan of that name was approved:
 * that and nothing else.
 * @throws Failure `plan-changed` where something else was approved
 */
export function holdBack(db: Scratch, wish: PlanWish, rules: PlanRules): Waiting {
  db.define('year_of', ((name: string | null) => (name === null ? null : yearOf(name))) as (
    ...values: never[]
  ) => number);
  const known = counted(
    db,
    `SELECT count(*) AS count FROM temp.roster_rows WHERE line = head AND NOT faulty AND NOT asked AND user_id IS NOT NULL AND status = 'present'`,
  );
  const approvals: Approval[] = [];
  const add = (what: Danger, people: number, of: number) => approvals.push({ what, people, of, causes: [] });

  const whole = wholeDanger(db, wish);
  if (whole) {
    const people = mark(db, `kind <> 'missing'`, whole.what);
    if (people > 0) add(whole.what, people, whole.of);
  }
  const holds = listedRoles(db, wish).flatMap((role) => {
    const hold = role === 'student' || role === 'guardian' ? holdOf(db, role, wish.source, rules) : null;
    if (!hold) return [];
    const people = mark(db, `(kind = 'leaving' OR reason = 'unlisted') AND role = '${role}'`, 'too-many');
    if (people > 0) add('leaving', people, hold.of);
    return people > 0 ? [hold] : [];
  });
  for (const { what, fields, condition } of shared) {
    const found = `p.kind IN ('changed', 'returned') AND p.line IS NOT NULL AND p.held IS NULL AND ${condition}`;
    const people = counted(db, `SELECT count(*) AS count FROM temp.roster_plan p WHERE ${found}`);
    if (people === 0 || !(isTooMany(people, known, rules.holdAbove) || wasHeld(db, what, found))) continue;
    add(what, people, known);
    db.scratch(
      `UPDATE temp.roster_plan AS p SET waiting = (SELECT json_group_array(value) FROM
         (SELECT value FROM json_each(coalesce(p.waiting, '[]')) UNION SELECT value FROM json_each(:fields))) WHERE ${found}`,
      { fields: JSON.stringify(fields) },
    );
  }
  const returned = `p.kind = 'returned' AND p.held IS NULL`;
  const back = counted(db, `SELECT count(*) AS count FROM temp.roster_plan p WHERE ${returned}`);
  if (isTooMany(back, known, rules.holdAbove) || wasHeld(db, 'returned', returned)) {
    add('returned', mark(db, `kind = 'returned'`, 'returned'), known);
  }

  const name = nameOf(db, wish);
  if (approvals.length > 0 && wish.approve === name) {
    release(db);
    return { name, hold: null, approvals: [] };
  }
  if (approvals.length > 0 && wish.approve !== null) throw planChanged({ approved: wish.approve, plan: name });
  for (const approval of approvals) approval.causes = causesOf(db, approval.what);
  settle(db);
  return { name, hold: holds[0] ?? null, approvals };
}

function causesOf(db: Scratch, what: Danger): Cause[] {
  if (what === 'identity') return identityCauses(db);
  if (what === 'leaving' || what === 'nobody-known') return leavingCauses(db);
  if (what === 'emptied') return ['cells-emptied'];
  return what === 'again' || what === 'year-back' ? ['last-years-file'] : [];
}

const counted = (db: Scratch, sql: string, params = {}): number => db.get<{ count: number }>(sql, params)?.count ?? 0;

/** What makes all of a plan wait: the very file of an earlier run, or a complete file that finds nobody. */
function wholeDanger(db: Scratch, wish: PlanWish): { what: Danger; of: number } | undefined {
  const { source, sha256, partial } = wish;
  const of = counted(
    db,
    `SELECT count(*) AS count FROM users WHERE source = :source AND role IN (SELECT value FROM json_each(:roles))
       AND id NOT IN (SELECT user_id FROM leavers)`,
    { source, roles: JSON.stringify(listedRoles(db, wish)) },
  );
  const isAgain = db.get(
    `SELECT 1 FROM roster_runs r JOIN roster_runs l ON l.id > r.id AND l.source = r.source AND l.role = r.role
       AND l.undone_at IS NULL AND l.file_sha256 <> r.file_sha256
     WHERE r.id = (SELECT max(id) FROM roster_runs WHERE file_sha256 = :sha256 AND source = :source AND undone_at IS NULL)`,
    { sha256, source },
  );
  if (isAgain) return { what: 'again', of };
  if (partial || of === 0) return undefined;
  const found = db.get('SELECT 1 FROM temp.roster_rows WHERE user_id IS NOT NULL AND NOT asked LIMIT 1');
  return found ? undefined : { what: 'nobody-known', of };
}

/** Lets rows wait, if nothing else does so already; returns how many. */
function mark(db: Scratch, condition: string, what: Danger | 'too-many'): number {
  const rows = `held IS NULL AND ${condition}`;
  const people = counted(db, `SELECT count(*) AS count FROM temp.roster_plan WHERE ${rows}`);
  db.scratch(`UPDATE temp.roster_plan SET held = '${what}' WHERE ${rows}`);
  return people;
}

const wasHeld = (db: Scratch, what: Danger, found: string): boolean =>
  db.get(
    `SELECT 1 FROM temp.roster_plan p WHERE ${found} AND p.user_id IN (SELECT user_id FROM roster_held WHERE what = :what) LIMIT 1`,
    { what },
  ) !== undefined;

/** What a row that waits as a whole waits for; `too-many` are those who leave. */
const isGate = `held IN (${[...dangers, 'too-many'].map((what) => `'${what}'`).join(', ')})`;

/** The name of a plan: what its waiting part would do, and nothing else. */
function nameOf(db: Scratch, { role, source }: PlanWish): string {
  const hash = crypto()
    .createHash('sha256')
    .update(JSON.stringify([source, role]));
  const rows = db.each<{ part: string }>(
    `SELECT json_array(kind, user_id, iif(kind = 'created', json_array(import_id, given_name, family_name, class), NULL),
       (SELECT json_group_array(json_array(key, value)) FROM json_each(changes)
        WHERE key <> 'leaving' AND (${isGate} OR key IN (SELECT value FROM json_each(waiting))))) AS part
     FROM temp.roster_plan WHERE ${isGate} OR waiting IS NOT NULL ORDER BY kind, user_id, id`,
  );
  for (const { part } of rows) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

function release(db: Scratch): void {
  db.scratch(`UPDATE temp.roster_plan SET held = NULL WHERE ${isGate}`);
  db.scratch('UPDATE temp.roster_plan SET waiting = NULL WHERE waiting IS NOT NULL');
}

/** Parts what waits of somebody's changes from what is done. */
function settle(db: Scratch): void {
  const part = (condition: string) =>
    `(SELECT json_group_object(key, json(value)) FROM json_each(p.changes) WHERE key ${condition} (SELECT value FROM json_each(p.waiting)))`;
  db.scratch(
    `UPDATE temp.roster_plan AS p SET changes = ${part('NOT IN')}, waiting = ${part('IN')} WHERE waiting IS NOT NULL`,
  );
  db.scratch(
    `UPDATE temp.roster_plan SET held = 'changes' WHERE held IS NULL AND waiting IS NOT NULL AND changes = '{}'`,
  );
}
