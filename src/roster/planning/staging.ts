import type { Reader, Scratch } from '../../database/database.ts';
import { folded } from '../../users/rules.ts';
import type { Values } from '../reading/fields.ts';
import type { Problem } from '../reading/problems.ts';
import type { Row } from '../reading/rows.ts';

/**
 * Temporary tables that take the file line by line: what is planned on many rows is planned by SQL, and the memory
 * does not grow with the file. `head` is the first line about the same person (a guardian has one for each child).
 */
export function openStage(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_rows');
  db.scratch('DROP TABLE IF EXISTS temp.roster_problems');
  db.scratch(`CREATE TABLE temp.roster_rows (
    line INTEGER PRIMARY KEY,
    key TEXT,
    head INTEGER,
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
    faulty INTEGER NOT NULL,
    user_id INTEGER
  )`);
  db.scratch('CREATE TABLE temp.roster_problems (line INTEGER NOT NULL, problem TEXT NOT NULL)');
}

/** Takes a batch of lines in. */
export function stageRows(db: Scratch, rows: readonly Row[]): void {
  db.scratchAll(() => {
    for (const { line, values, problems } of rows) {
      db.scratch(
        `INSERT INTO temp.roster_rows (line, key, import_id, account, given_name, family_name, class, groups, birth_date,
           email, child_id, status, faulty)
         VALUES (:line, :key, :importId, :account, :givenName, :familyName, :class, :groups, :birthDate, :email, :childId,
           :status, :faulty)`,
        {
          line,
          key: keyOf(values),
          importId: values.importId ?? null,
          account: values.account ?? null,
          givenName: values.givenName ?? null,
          familyName: values.familyName ?? null,
          class: values.class ?? null,
          groups: values.groups ? JSON.stringify(values.groups) : null,
          birthDate: values.birthDate ?? null,
          email: values.email ?? null,
          childId: values.childId ?? null,
          status: values.status ?? 'present',
          faulty: problems.length > 0 ? 1 : 0,
        },
      );
      for (const found of problems) addProblem(db, found);
    }
  });
}

export function addProblem(db: Scratch, found: Problem): void {
  db.scratch('INSERT INTO temp.roster_problems (line, problem) VALUES (:line, :problem)', {
    line: found.line,
    problem: JSON.stringify(found),
  });
  db.scratch('UPDATE temp.roster_rows SET faulty = 1 WHERE line = :line', { line: found.line });
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
 * same name and the same e-mail address are one guardian; without an address, each line is one of its own.
 */
function keyOf({ importId, account, givenName, familyName, email, childId }: Values): string | null {
  if (importId) return `id ${importId}`;
  if (account) return `account ${account}`;
  if (!childId) return null;
  const name = folded(`${givenName ?? ''} ${familyName ?? ''}`);
  return `guardian ${name}, ${email ? email.toLowerCase() : `of ${childId}`}`;
}
