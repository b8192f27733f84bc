import { fileOf, lineOf } from '../../csv/places.ts';
import type { Reader, Scratch } from '../../database/database.ts';
import { addDays } from '../../time.ts';
import { undressed, unprotected } from '../../users/ids.ts';
import { nameKey } from '../../users/names.ts';
import { isSameName } from '../../users/rules.ts';
import type { Values } from '../formats/fields.ts';
import { isFault, type Problem } from '../reading/problems.ts';
import type { Row } from '../reading/rows.ts';
import type { PlanRules, Scope } from './wish.ts';

/**
 * Temporary tables that take the file line by line: what is planned on many rows is planned by SQL, and the memory
 * does not grow with the file. `head` is the line that stands for all those about the same person.
 */
export function openStage(db: Scratch): void {
  for (const table of ['rows', 'problems', 'left_out']) db.scratch(`DROP TABLE IF EXISTS temp.roster_${table}`);
  // line: the place of the row (`placeOf`), in the first file the number of its line.
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
    -- Fields whose cells can't be read, as JSON, and whether it is a second enrolment.
    unread TEXT,
    is_second INTEGER NOT NULL,
    faulty INTEGER NOT NULL,
    user_id INTEGER,
    -- How the person was found: by 'answer', 'id', 'account' or 'name'.
    found_by TEXT,
    -- Waits for an answer.
    asked INTEGER NOT NULL DEFAULT 0
  )`);
  db.scratch(
    `CREATE TABLE temp.roster_problems (
       line INTEGER NOT NULL, problem TEXT NOT NULL, planned INTEGER NOT NULL, is_fault INTEGER NOT NULL)`,
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

function stageRow(db: Scratch, row: Row, scope: Scope, rules: PlanRules): void {
  const { line, values, problems, unread, isSecond } = row;
  const role = values.role ?? scope.role;
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
       email, child_id, status, left_on, from_day, unread, is_second, faulty)
     VALUES (:line, :key, :role, :importId, :account, :givenName, :familyName, :class, :groups, :birthDate, :email, :childId,
       :status, :leftOn, :fromDay, :unread, :isSecond, :faulty)`,
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
      ...presenceOf(values, rules),
      unread: unread ? JSON.stringify(unread) : null,
      isSecond: isSecond ? 1 : 0,
      faulty: problems.some(isFault) ? 1 : 0,
    },
  );
  for (const found of problems) insertProblem(db, found, 0);
}

/** Whether somebody is there on the day of the import, by the status and the days that the file gives. */
function presenceOf({ status = 'present', entryDate, leavingDate }: Values, { today, aheadDays }: PlanRules) {
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
  if (isFault(found)) db.scratch('UPDATE temp.roster_rows SET faulty = 1 WHERE line = :line', { line: found.line });
}

function insertProblem(db: Scratch, found: Problem, planned: 0 | 1): void {
  db.scratch(
    'INSERT INTO temp.roster_problems (line, problem, planned, is_fault) VALUES (:line, :problem, :planned, :isFault)',
    { line: found.line, problem: JSON.stringify(found), planned, isFault: isFault(found) ? 1 : 0 },
  );
}

/** What can't be read takes nothing away: the person of such a line keeps what is known. */
export function keepUnread(db: Scratch): void {
  const groups = '(SELECT json_group_array(name ORDER BY name) FROM group_members WHERE user_id = u.id)';
  for (const [field, column, known] of [
    ['birthDate', 'birth_date', 'u.birth_date'],
    ['email', 'email', 'u.email'],
    ['class', 'class', 'u.class'],
    ['givenName', 'given_name', 'u.given_name'],
    ['familyName', 'family_name', 'u.family_name'],
    ['groups', 'groups', groups],
  ]) {
    db.scratch(
      `UPDATE temp.roster_rows SET ${column} = ${known} FROM users u
       WHERE u.id = roster_rows.user_id AND roster_rows.unread LIKE '%"${field}"%'`,
    );
  }
}

/** Takes second enrolments off the stage whose first one stands in the file, too; gives their lines. */
export function takeSecondEnrolments(db: Scratch): number[] {
  const seconds = db.all<{ line: number }>(
    `SELECT s.line FROM temp.roster_rows s WHERE s.is_second AND EXISTS (
       SELECT 1 FROM temp.roster_rows f WHERE NOT f.is_second AND f.family_name = s.family_name
         AND f.given_name = s.given_name AND f.birth_date IS s.birth_date) ORDER BY s.line`,
  );
  for (const { line } of seconds) {
    db.scratch('DELETE FROM temp.roster_rows WHERE line = :line', { line });
    db.scratch('DELETE FROM temp.roster_problems WHERE line = :line', { line });
  }
  return seconds.map(({ line }) => lineOf(line));
}

/** Adds to letters that were lost what the registry knows the person by: under the same ID, the same but for those letters. */
export function findLostNames(db: Scratch, source: string): void {
  const found = db.all<{ id: number; problem: string; given: string; family: string }>(
    `SELECT p.rowid AS id, p.problem, u.given_name AS given, u.family_name AS family
     FROM temp.roster_problems p JOIN temp.roster_rows r ON r.line = p.line
     JOIN users u ON u.source = :source AND u.import_id = r.import_id
     WHERE json_extract(p.problem, '$.code') IN ('letters-lost', 'read-twice')`,
    { source },
  );
  for (const { id, problem, given, family } of found) {
    const parsed = JSON.parse(problem) as Problem;
    const value = parsed.value ?? '';
    const meant = String(parsed.facts?.meant ?? '');
    const known = [given, family, `${given} ${family}`, `${family}, ${given}`].find(
      (name) => isSameName(value, name) || name === meant,
    );
    if (!known) continue;
    db.scratch('UPDATE temp.roster_problems SET problem = :problem WHERE rowid = :id', {
      id,
      problem: JSON.stringify({ ...parsed, facts: { ...parsed.facts, known } }),
    });
  }
}

/** What is wrong with the file, in the order of its lines. */
export function* problems(db: Reader, files: readonly string[] = []): Generator<Problem> {
  for (const { problem } of db.each<{ problem: string }>(
    'SELECT problem FROM temp.roster_problems ORDER BY line, rowid',
  )) {
    const found = JSON.parse(problem) as Problem;
    const file = files[fileOf(found.line)];
    yield { ...found, line: lineOf(found.line), ...(files.length > 1 && file !== undefined && { file }) };
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
