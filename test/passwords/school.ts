import { readFileSync } from 'node:fs';
import { hashQuickly, newSchool, type School } from '../support/school.ts';

/** A school with two children and a teacher; hashing is quick. */
export async function smallSchool(now?: Date): Promise<School> {
  const school = await newSchool(now);
  hashQuickly(school);
  await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 2014-03-09');
  await school.cli('user add --role student --given Ömer --family Öztürk --class 10b');
  await school.cli('user add --role teacher --given Ida --family Kern');
  return school;
}

/** The passwords that were issued, by account, from the table for IServ. */
export function passwordsIn(school: School, name: string): Record<string, string> {
  const [head, ...rows] = readFileSync(school.path(name), 'utf8').trimEnd().split('\n');
  if (head !== 'Account;Passwort') throw new Error(`Not a table for IServ: ${head}`);
  return Object.fromEntries(rows.map((row) => row.split(';') as [string, string]));
}

/** The facts of all entries of an act. */
export const factsOf = (school: School, act: string): unknown[] =>
  school
    .sql(
      `SELECT f.facts FROM audit_entries e JOIN audit_facts f ON f.entry_id = e.id WHERE e.act = ? ORDER BY e.id`,
      act,
    )
    .map(({ facts }) => JSON.parse(facts));

/** Makes somebody a leaver whose account is locked by now. */
export function lock(school: School, account: string): void {
  school.sql(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
     SELECT id, '2026-06-01', '2026-07-01', '2026-12-01', 'by-hand' FROM users WHERE account = ?`,
    account,
  );
}
