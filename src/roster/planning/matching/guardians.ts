import type { Reader, Scratch } from '../../../database/database.ts';
import { problem } from '../../reading/problems.ts';
import { addProblem } from '../staging.ts';

/**
 * Guardians have one line for each child: lines with one key are one guardian, whose children must be known, by
 * their import ID or, of those added by hand, by their account.
 */
export function joinGuardians(db: Scratch, source: string): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_children');
  db.scratch(
    `CREATE TABLE temp.roster_children AS
     SELECT r.line, r.head, c.id AS child_id FROM temp.roster_rows r
     JOIN users c ON c.role = 'student' AND c.id = coalesce(
       (SELECT id FROM users WHERE source = :source AND import_id = r.child_id),
       (SELECT user_id FROM other_ids WHERE source = :source AND import_id = r.child_id),
       (SELECT id FROM users WHERE account = r.child_id))
     WHERE r.child_id IS NOT NULL`,
    { source },
  );
  findDressed(db, source);
  db.scratch('CREATE INDEX temp.roster_children_by_head ON roster_children (head, child_id)');
  complain(db);
  matchByName(db, source);
}

/** Children whose ID stands there in another dress, where only one can be meant. */
function findDressed(db: Scratch, source: string): void {
  db.scratch(
    `INSERT INTO temp.roster_children
     SELECT r.line, r.head, min(u.id) FROM temp.roster_rows r
     JOIN (SELECT id, compared(import_id) AS plain FROM users
           WHERE role = 'student' AND source = :source AND import_id IS NOT NULL
             AND EXISTS (SELECT 1 FROM temp.roster_rows WHERE child_id IS NOT NULL AND line NOT IN (SELECT line FROM temp.roster_children))) u
       ON u.plain = compared(r.child_id)
     WHERE r.child_id IS NOT NULL AND r.line NOT IN (SELECT line FROM temp.roster_children)
     GROUP BY r.line HAVING count(*) = 1`,
    { source },
  );
}

function complain(db: Scratch): void {
  const unknown = db.all<{ line: number; value: string }>(
    `SELECT line, child_id AS value FROM temp.roster_rows
     WHERE child_id IS NOT NULL AND status <> 'departed' AND line NOT IN (SELECT line FROM temp.roster_children)`,
  );
  for (const { line, value } of unknown) addProblem(db, problem('unknown-child', { line, column: null, value }));
}

/**
 * A guardian without import ID and account is known again by name and e-mail address; failing that, by name and a
 * child that is theirs. Nobody is found twice.
 */
function matchByName(db: Scratch, source: string): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_known_guardians');
  db.scratch(
    `CREATE TABLE temp.roster_known_guardians AS
     SELECT id, folded(given_name || ' ' || family_name) AS name, lower(email) AS email FROM users
     WHERE role = 'guardian' AND source = :source
       AND id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)`,
    { source },
  );
  db.scratch('CREATE INDEX temp.roster_known_guardians_by_name ON roster_known_guardians (name)');
  db.scratch('CREATE INDEX temp.roster_known_guardians_by_id ON roster_known_guardians (id)');
  for (const condition of [
    'k.email = lower(r.email)',
    `k.id IN (SELECT g.guardian_id FROM guardianships g JOIN temp.roster_children c ON c.child_id = g.child_id
              WHERE c.head = r.line)`,
  ]) {
    const found = db.all<{ line: number; id: number }>(
      `SELECT min(r.line) AS line, k.id FROM temp.roster_rows r
       JOIN temp.roster_known_guardians k ON k.name = folded(r.given_name || ' ' || r.family_name) AND ${condition}
       WHERE r.line = r.head AND r.user_id IS NULL AND r.key LIKE 'guardian %' GROUP BY k.id`,
    );
    for (const { line, id } of found) {
      db.scratch(
        "UPDATE temp.roster_rows SET user_id = :id, found_by = 'name' WHERE line = :line AND user_id IS NULL",
        { line, id },
      );
      db.scratch(
        'DELETE FROM temp.roster_known_guardians WHERE id IN (SELECT user_id FROM temp.roster_rows WHERE line = :line)',
        {
          line,
        },
      );
    }
  }
}

/** Two guardians of the file who could be one: the same name, another address, and a child or a child's name in common. */
export interface Double {
  name: string;
  lines: [number, number];
  emails: [string | null, string | null];
}

/** Finds what IServ would double; the pairs come to lie in `temp.roster_doubles`. */
export function findDoubles(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_guardian_names');
  db.scratch(
    `CREATE TABLE temp.roster_guardian_names AS
     SELECT line, folded(given_name || ' ' || family_name) AS name FROM temp.roster_rows
     WHERE line = head AND key LIKE 'guardian %' AND NOT faulty`,
  );
  db.scratch('CREATE INDEX temp.roster_guardian_names_by_name ON roster_guardian_names (name)');
  db.scratch('DROP TABLE IF EXISTS temp.roster_doubles');
  db.scratch(
    `CREATE TABLE temp.roster_doubles AS
     SELECT a.line AS first, b.line AS second
     FROM temp.roster_guardian_names a JOIN temp.roster_guardian_names b ON b.name = a.name AND b.line > a.line
     WHERE EXISTS (SELECT 1 FROM temp.roster_children c JOIN users cu ON cu.id = c.child_id
         JOIN temp.roster_children d ON d.head = b.line JOIN users du ON du.id = d.child_id
       WHERE c.head = a.line AND (cu.id = du.id OR cu.family_name = du.family_name))`,
  );
}

export function* doubles(db: Reader): Generator<Double> {
  const found = db.each<{ name: string; first: number; second: number; one: string | null; other: string | null }>(
    `SELECT a.given_name || ' ' || a.family_name AS name, a.line AS first, b.line AS second, a.email AS one, b.email AS other
     FROM temp.roster_doubles d JOIN temp.roster_rows a ON a.line = d.first JOIN temp.roster_rows b ON b.line = d.second
     ORDER BY a.line, b.line`,
  );
  for (const { name, first, second, one, other } of found) yield { name, lines: [first, second], emails: [one, other] };
}
