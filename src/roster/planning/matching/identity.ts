import type { Scratch } from '../../../database/database.ts';

/**
 * An account never passes to another child because a file says so: where given name and birth date of a line both speak
 * against the person whose ID or account it has, that is a question. Until it is answered nothing of the line is done,
 * and the person is not missing. Said to be two people, the line is about somebody new, and the person gives the ID up.
 */
export function checkIdentity(db: Scratch, hasRoles: boolean): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_questions');
  db.scratch(
    `CREATE TABLE temp.roster_questions (id INTEGER PRIMARY KEY, because TEXT NOT NULL, user_id INTEGER, other_line INTEGER, line INTEGER NOT NULL)`,
  );
  db.scratch(
    `CREATE UNIQUE INDEX temp.roster_questions_once ON roster_questions (line, coalesce(user_id, 0), coalesce(other_line, 0))`,
  );
  db.scratch('DROP TABLE IF EXISTS temp.roster_displaced');
  db.scratch('CREATE TABLE temp.roster_displaced (user_id INTEGER PRIMARY KEY, line INTEGER NOT NULL)');
  const others = `SELECT r.line, r.user_id FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
    WHERE r.found_by IN ('id', 'account') AND r.given_name <> u.given_name AND r.family_name IS NOT NULL
      ${hasRoles ? '' : 'AND u.role = r.role'}
      AND is_another(r.given_name, r.family_name, r.birth_date, u.given_name, u.family_name, u.birth_date)`;
  db.scratch('DROP TABLE IF EXISTS temp.roster_others');
  db.scratch(`CREATE TABLE temp.roster_others AS ${others}`);
  const isDifferent = `EXISTS (SELECT 1 FROM temp.roster_said s WHERE s.line = o.line AND s.user_id = o.user_id AND s.answer = 'different' AND s.is_sure)
    OR EXISTS (SELECT 1 FROM temp.roster_rows c WHERE c.user_id = o.user_id AND c.found_by = 'answer')`;
  db.scratch(`INSERT INTO temp.roster_displaced SELECT user_id, line FROM temp.roster_others o WHERE ${isDifferent}`);
  db.scratch(
    `UPDATE temp.roster_rows SET user_id = NULL, found_by = NULL WHERE line IN (SELECT line FROM temp.roster_displaced)`,
  );
  db.scratch(
    `INSERT INTO temp.roster_questions (because, user_id, line)
     SELECT 'another-person', user_id, line FROM temp.roster_others WHERE line NOT IN (SELECT line FROM temp.roster_displaced)`,
  );
  db.scratch(`UPDATE temp.roster_rows SET asked = 1 WHERE line IN (SELECT line FROM temp.roster_questions)`);
  joinAnswered(db);
  displaceHolders(db);
}

/** Whoever is said to be somebody else's line takes the ID over that another one has had: that one gives it up. */
export function displaceHolders(db: Scratch): void {
  db.scratch(
    `INSERT OR IGNORE INTO temp.roster_displaced
     SELECT h.id, r.line FROM temp.roster_rows r JOIN (SELECT source FROM temp.roster_scope) s JOIN
       (SELECT id, source, import_id FROM users UNION ALL SELECT user_id, source, import_id FROM other_ids) h
       ON h.source = s.source AND h.import_id = r.import_id
     WHERE r.found_by = 'answer' AND r.line = r.head AND r.user_id <> h.id`,
  );
}

/** A line that was said to be about somebody who has a line of their own: both are about that person. */
function joinAnswered(db: Scratch): void {
  db.scratch(
    `UPDATE temp.roster_rows AS r SET head = (SELECT o.line FROM temp.roster_rows o WHERE o.user_id = r.user_id AND o.found_by <> 'answer' AND o.line = o.head)
     WHERE found_by = 'answer' AND EXISTS (SELECT 1 FROM temp.roster_rows o WHERE o.user_id = r.user_id AND o.found_by <> 'answer' AND o.line = o.head)`,
  );
}
