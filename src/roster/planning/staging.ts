import type { Reader, Scratch } from '../../database/database.ts';
import { addDays, type Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import type { Values } from '../formats/fields.ts';
import type { Problem } from '../reading/problems.ts';
import type { Row } from '../reading/rows.ts';
import { undressed, unprotected } from './matching/ids.ts';
import { nameKey } from './questions/likeness.ts';
import type { PlanRules, Scope } from './wish.ts';

/** What a line can say besides, where the file has columns for it. */
type Listed = Values & {
  role?: Role | 'nobody' | null;
  entryDate?: Day | null;
  leavingDate?: Day | null;
};

/**
 * Temporary tables that take the file line by line: what is planned on many rows is planned by SQL, and the memory
 * does not grow with the file. `head` is the line that stands for all those about the same person.
 */
export function openStage(db: Scratch): void {
  for (const table of ['rows', 'problems', 'left_out']) db.scratch(`DROP TABLE IF EXISTS temp.roster_${table}`);
  db.scratch(`CREATE TABLE temp.roster_rows (
    line INTEGER PRIMARY KEY,
    key TEXT,
    head INTEGER,
    role TEXT NOT NULL,
    import_id TEXT,
    account TEXT,
    given_name TEXT,
    family_name TEXT,
    class TEXT,
    groups TEXT,
    birth_date TEXT,
    email TEXT,
    child_id TEXT,
    status TEXT NOT NULL,
    left_on TEXT,
    from_day TEXT,
    faulty INTEGER NOT NULL,
    user_id INTEGER,
    -- How the person was found: by 'answer', 'id', 'account' or 'name'.
    found_by TEXT,
    -- Waits for an answer.
    asked INTEGER NOT NULL DEFAULT 0
  )`);
  db.scratch(
    'CREATE TABLE temp.roster_problems (line INTEGER NOT NULL, problem TEXT NOT NULL, planned INTEGER NOT NULL)',
  );
  // Lines that are about nobody whom the import is about, by why.
  db.scratch('CREATE TABLE temp.roster_left_out (line INTEGER PRIMARY KEY, why TEXT NOT NULL)');
}

/** Takes a batch of lines in. */
export function stageRows(db: Scratch, rows: readonly Row[], scope: Scope, rules: PlanRules): void {
  db.scratchAll(() => {
    for (const row of rows) stageRow(db, row, scope, rules);
  });
}

function stageRow(db: Scratch, { line, values, problems }: Row, scope: Scope, rules: PlanRules): void {
  const listed: Listed = values;
  const role = listed.role ?? scope.role;
  const why = role === 'nobody' ? 'nobody' : scope.onlyRole && role !== scope.role ? 'other-role' : null;
  if (why) {
    db.scratch('INSERT INTO temp.roster_left_out (line, why) VALUES (:line, :why)', { line, why });
    return;
  }
  // Only guardians have children, whatever columns a file of others has.
  const childId = role === 'guardian' && values.childId ? unprotected(values.childId) : null;
  const importId = values.importId ? unprotected(values.importId) : null;
  db.scratch(
    `INSERT INTO temp.roster_rows (line, key, role, import_id, account, given_name, family_name, class, groups, birth_date,
       email, child_id, status, left_on, from_day, faulty)
     VALUES (:line, :key, :role, :importId, :account, :givenName, :familyName, :class, :groups, :birthDate, :email, :childId,
       :status, :leftOn, :fromDay, :faulty)`,
    {
      line,
      key: keyOf({ ...values, importId, childId }),
      role,
      importId,
      account: values.account ?? null,
      givenName: values.givenName ?? null,
      familyName: values.familyName ?? null,
      class: values.class ?? null,
      groups: values.groups ? JSON.stringify(values.groups) : null,
      birthDate: values.birthDate ?? null,
      email: values.email ?? null,
      childId,
      ...presenceOf(listed, rules),
      faulty: problems.length > 0 ? 1 : 0,
    },
  );
  for (const found of problems) insertProblem(db, found, 0);
}

/** Whether somebody is there on the day of the import, by the status and the days that the file gives. */
function presenceOf({ status = 'present', entryDate, leavingDate }: Listed, { today, aheadDays }: PlanRules) {
  const hasLeft = status === 'left' || (leavingDate && leavingDate < today);
  const isAhead = entryDate && entryDate > today && !hasLeft;
  const comesLater = isAhead && entryDate > addDays(today, aheadDays);
  return {
    status: hasLeft ? 'left' : comesLater || (status === 'not-yet' && !isAhead) ? 'not-yet' : 'present',
    leftOn: hasLeft && leavingDate && leavingDate < today ? leavingDate : null,
    fromDay: isAhead ? entryDate : null,
  };
}

/** Adds what planning finds wrong with a line. */
export function addProblem(db: Scratch, found: Problem): void {
  insertProblem(db, found, 1);
  db.scratch('UPDATE temp.roster_rows SET faulty = 1 WHERE line = :line', { line: found.line });
}

function insertProblem(db: Scratch, found: Problem, planned: 0 | 1): void {
  db.scratch('INSERT INTO temp.roster_problems (line, problem, planned) VALUES (:line, :problem, :planned)', {
    line: found.line,
    problem: JSON.stringify(found),
    planned,
  });
}

/** What is wrong with the file, in the order of its lines. */
export function* problems(db: Reader): Generator<Problem> {
  for (const { problem } of db.each<{ problem: string }>(
    'SELECT problem FROM temp.roster_problems ORDER BY line, rowid',
  )) {
    yield JSON.parse(problem);
  }
}

/**
 * Whom a line is about: the import ID; failing it, the account. Guardians of IServ's file have neither: lines with the
 * same name and the same e-mail address are one guardian; without an address, each line is one of its own. Others
 * without either are told apart by name and birth date, failing that by name and class.
 */
function keyOf({ importId, account, givenName = '', familyName = '', ...more }: Values): string | null {
  if (importId) return `id ${undressed(importId)}`;
  if (account) return `account ${account}`;
  const name = `${nameKey(givenName)}, ${nameKey(familyName)}`;
  if (more.childId) return `guardian ${name}, ${more.email ? more.email.toLowerCase() : `of ${more.childId}`}`;
  if (!givenName && !familyName) return null;
  return `name ${name}, ${more.birthDate ?? `in ${more.class?.toLowerCase() ?? ''}`}`;
}
