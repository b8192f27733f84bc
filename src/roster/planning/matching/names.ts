import type { Scratch } from '../../../database/database.ts';
import { nameKey } from '../../../users/names.ts';
import { classFits } from '../questions/likeness.ts';

/**
 * Finds people of lines that have neither ID nor account: by full name and birth date; where a birth date is missing on
 * a side, by full name alone if exactly one on each side fits and the class is the same, the next year's or the year
 * before. Of several alike the class decides, if it leaves exactly one.
 */
export function matchByName(db: Scratch, source: string): void {
  const isNeeded = db.get(`SELECT 1 FROM temp.roster_rows WHERE key LIKE 'name %' LIMIT 1`);
  if (!isNeeded) return;
  db.define('name_key', (name: string | null) => nameKey(name ?? ''));
  db.define('class_fits', (one: string | null, other: string | null) => Number(classFits(one, other)));
  db.scratch('DROP TABLE IF EXISTS temp.roster_nameless');
  db.scratch(
    `CREATE TABLE temp.roster_nameless AS
     SELECT line, role, name_key(given_name) || ', ' || name_key(family_name) AS name, birth_date AS birth, class
     FROM temp.roster_rows WHERE key LIKE 'name %' AND line = head AND user_id IS NULL`,
  );
  db.scratch('DROP TABLE IF EXISTS temp.roster_named');
  db.scratch(
    `CREATE TABLE temp.roster_named AS
     SELECT id, role, name_key(given_name) || ', ' || name_key(family_name) AS name, birth_date AS birth, class
     FROM users WHERE (source = :source OR id IN (SELECT user_id FROM other_ids WHERE source = :source))
       AND role IN (SELECT DISTINCT role FROM temp.roster_rows)
       AND id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)`,
    { source },
  );
  db.scratch('CREATE INDEX temp.roster_nameless_by_name ON roster_nameless (name, birth)');
  db.scratch('CREATE INDEX temp.roster_named_by_name ON roster_named (name, birth)');

  const missing = '(n.birth IS NULL OR k.birth IS NULL)';
  take(db, 'n.birth = k.birth');
  take(db, 'n.birth = k.birth AND n.class = k.class');
  take(db, `${missing} AND n.class = k.class`);
  take(db, `${missing} AND class_fits(n.class, k.class)`);
}

/** Joins those of whom exactly one on each side fits; nobody is found twice. */
function take(db: Scratch, condition: string): void {
  const pairs = `SELECT n.line, k.id FROM temp.roster_nameless n JOIN temp.roster_named k
    ON k.name = n.name AND k.role = n.role AND ${condition}`;
  db.scratch('DROP TABLE IF EXISTS temp.roster_found');
  db.scratch(
    `CREATE TABLE temp.roster_found AS WITH pairs AS (${pairs})
     SELECT line, id FROM (SELECT line, id, count(*) OVER (PARTITION BY line) AS lines, count(*) OVER (PARTITION BY id) AS ids FROM pairs)
     WHERE lines = 1 AND ids = 1`,
  );
  db.scratch('CREATE INDEX temp.roster_found_by_line ON roster_found (line)');
  db.scratch(
    `UPDATE temp.roster_rows SET found_by = 'name', user_id = f.id FROM temp.roster_found f
     WHERE roster_rows.line = f.line`,
  );
  db.scratch('DELETE FROM temp.roster_nameless WHERE line IN (SELECT line FROM temp.roster_found)');
  db.scratch('DELETE FROM temp.roster_named WHERE id IN (SELECT id FROM temp.roster_found)');
}
