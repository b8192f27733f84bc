import type { Scratch } from '../../database/database.ts';
import { folded } from '../../users/rules.ts';
import { giveAccounts } from './accounts.ts';
import { type Approval, holdBack } from './approval/approvals.ts';
import { type Cause, questionCauses } from './approval/causes.ts';
import type { Hold } from './approval/holding.ts';
import { type LastYear, lastYearOf } from './approval/lastyear.ts';
import { planChanges } from './changes.ts';
import { type Applying, applyingOf, type Counts, countsOf } from './counts.ts';
import { planGuardians } from './follow.ts';
import { planDisplaced, planLeaving } from './leaving.ts';
import { findDoubles } from './matching/guardians.ts';
import { matchRows } from './matching/match.ts';
import { findQuestions } from './questions/questions.ts';
import { keepUnread } from './staging.ts';
import { hasRoles, type PlanRules, type PlanWish } from './wish.ts';

/** What a file would do. Its details lie in `temp.roster_plan`, which is what is shown and what is applied. */
export interface Plan {
  wish: PlanWish;
  /** The state of the registry that it was made for. */
  version: number;
  /** A hash of what its waiting part would do; approving it approves nothing else. */
  name: string;
  hold: Hold | null;
  /** Why what waits needs approval. */
  approvals: Approval[];
  /** What the questions have in common. */
  causes: { cause: Cause; people: number }[];
  /** How many pairs agree one to one in name and birth date: one answer for all. */
  agreeing: number;
  /** Whether the file may list anybody: nobody is known, no line has a class, and nobody has said whom. */
  isRoleUnclear: boolean;
  lastYear: LastYear;
  counts: Counts;
  /** What of the counts does not wait; with the guardians who follow their children. */
  applying: Applying;
}

/**
 * Works out what the staged file would do to the registry, and changes nothing in it.
 * Applied and planned again, the plan is empty but for what waits.
 * @throws Failure `no-such-pair`, `two-accounts`, `plan-changed`
 */
export function planRoster(db: Scratch, asked: PlanWish, rules: PlanRules, version: number): Plan {
  // The name of a faulty line may be missing.
  db.define('folded', (name: string | null) => (name === null ? null : folded(name)));
  const wish = { ...asked, fields: filledFields(db, asked) };
  db.scratch('DROP TABLE IF EXISTS temp.roster_scope');
  db.scratch('CREATE TABLE temp.roster_scope AS SELECT :source AS source', { source: wish.source });
  matchRows(db, wish);
  keepUnread(db);
  findQuestions(db, wish);
  openPlan(db);
  planArrivals(db);
  planChanges(db, wish, rules.today);
  planLeaving(db, wish, rules.today);
  giveAccounts(db);
  waitForAnswers(db);
  const { name, hold, approvals } = holdBack(db, wish, rules);
  planDisplaced(db);
  planGuardians(db, rules.today);
  findDoubles(db);
  const count = (sql: string) => db.get<{ count: number }>(sql)?.count ?? 0;
  return {
    wish,
    version,
    name,
    hold,
    approvals,
    causes: questionCauses(db),
    agreeing: wish.sameAll ? 0 : count('SELECT count(*) AS count FROM temp.roster_agreeing'),
    isRoleUnclear: isRoleUnclear(db, wish),
    lastYear: lastYearOf(db, rules),
    counts: countsOf(db),
    applying: applyingOf(db),
  };
}

function isRoleUnclear(db: Scratch, wish: PlanWish): boolean {
  if (wish.isRoleSaid || hasRoles(wish)) return false;
  const rows = `temp.roster_rows WHERE NOT faulty AND status = 'present'`;
  return (
    db.get(`SELECT 1 FROM ${rows} LIMIT 1`) !== undefined &&
    db.get(`SELECT 1 FROM ${rows} AND (class IS NOT NULL OR user_id IS NOT NULL OR child_id IS NOT NULL) LIMIT 1`) ===
      undefined
  );
}

/** The fields of the file; an optional column that is empty in every line is not there. */
function filledFields(db: Scratch, { fields }: PlanWish): PlanWish['fields'] {
  const optional = { class: 'class', birthDate: 'birth_date', email: 'email', groups: `nullif(groups, '[]')` };
  const rows = `temp.roster_rows WHERE NOT faulty AND status = 'present'`;
  if (!db.get(`SELECT 1 FROM ${rows} LIMIT 1`)) return fields;
  return fields.filter((field) => {
    const column = optional[field as keyof typeof optional];
    return !column || db.get(`SELECT 1 FROM ${rows} AND ${column} IS NOT NULL LIMIT 1`) !== undefined;
  });
}

function openPlan(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_plan');
  // As it will be, so that it can be shown before and after. held: why it waits; waiting: which changes alone wait.
  db.scratch(`CREATE TABLE temp.roster_plan (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    follows INTEGER NOT NULL DEFAULT 0,
    line INTEGER,
    user_id INTEGER,
    account TEXT,
    import_id TEXT,
    given_name TEXT,
    family_name TEXT,
    class TEXT,
    changes TEXT NOT NULL DEFAULT '{}',
    waiting TEXT,
    reason TEXT,
    held TEXT
  )`);
  db.scratch('CREATE INDEX temp.roster_plan_by_user ON roster_plan (user_id)');
  // A person one of whose lines is faulty can't be judged by the others.
  db.scratch('UPDATE temp.roster_rows SET faulty = 1 WHERE head IN (SELECT head FROM temp.roster_rows WHERE faulty)');
}

/** Guardians all of whose children leave get no account any more. */
function planArrivals(db: Scratch): void {
  const stays = `(r.role <> 'guardian' OR r.child_id IS NULL OR EXISTS (SELECT 1 FROM temp.roster_children c
    WHERE c.head = r.line AND c.child_id NOT IN (SELECT user_id FROM leavers)))`;
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, account, import_id, given_name, family_name, class)
     SELECT 'created', r.role, r.line, r.account, r.import_id, r.given_name, r.family_name, r.class FROM temp.roster_rows r
     WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present' AND r.user_id IS NULL AND ${stays} ORDER BY r.line`,
  );
}

/** Both sides of an open question wait: who leaves, who is new, and whoever's ID may stand for somebody else. */
function waitForAnswers(db: Scratch): void {
  db.scratch(
    `UPDATE temp.roster_plan SET held = 'suspect'
     WHERE (kind IN ('leaving', 'changed') AND line IS NULL AND user_id IN (SELECT user_id FROM temp.roster_questions))
        OR (kind = 'created' AND line IN (SELECT line FROM temp.roster_questions))`,
  );
  db.scratch(
    `INSERT INTO temp.roster_plan (kind, role, line, user_id, account, import_id, given_name, family_name, class, held)
     SELECT 'asked', r.role, r.line, u.id, u.account, r.import_id, r.given_name, r.family_name, r.class, 'suspect'
     FROM temp.roster_questions q JOIN temp.roster_rows r ON r.line = q.line JOIN users u ON u.id = q.user_id
     WHERE q.because = 'another-person' AND NOT r.faulty AND r.user_id = q.user_id`,
  );
}
