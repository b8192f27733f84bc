import type { Scratch } from '../../database/database.ts';
import { addedByHand } from '../../users/store.ts';
import { alike, nameWords } from './likeness.ts';
import { isNew, isOld } from './match.ts';
import type { Pair, PlanWish } from './wish.ts';

/** Why somebody in the registry and somebody new in the file could be one person. */
export type Because = 'same-birth-date-similar-name' | 'same-name-no-birth-date' | 'same-email';

/**
 * Finds the pairs of somebody who leaves and somebody who arrives who could be one person with a new ID, and holds
 * both of each until somebody has said. Also somebody who was added by hand before the office listed them.
 * The pairs come to lie in `temp.roster_suspects`.
 */
export function findSuspects(db: Scratch, { role, source, different }: PlanWish): void {
  db.define('alike', ((one: string, other: string) => (alike(one, other) ? 1 : 0)) as (...values: never[]) => number);
  db.define('name_words', nameWords as (...values: never[]) => string);
  db.scratch('DROP TABLE IF EXISTS temp.roster_suspects');
  db.scratch(
    'CREATE TABLE temp.roster_suspects (user_id INTEGER NOT NULL, line INTEGER NOT NULL, because TEXT NOT NULL, PRIMARY KEY (user_id, line))',
  );
  stageCandidates(db, role);
  const add = (because: Because, condition: string) =>
    db.scratch(
      `INSERT OR IGNORE INTO temp.roster_suspects (user_id, line, because)
       SELECT g.user_id, n.line, '${because}' FROM temp.roster_going g JOIN temp.roster_coming n ON ${condition}
       ORDER BY g.user_id, n.line`,
    );
  add(
    'same-birth-date-similar-name',
    'g.birth_date = n.birth_date AND (alike(g.given_name, n.given_name) OR g.name = n.name)',
  );
  add('same-name-no-birth-date', 'g.name = n.name AND (g.birth_date IS NULL OR n.birth_date IS NULL) AND g.leaves');
  if (role === 'guardian') add('same-email', 'g.email = n.email AND g.leaves');
  for (const pair of different) dismiss(db, source, pair);
  db.scratch(
    `UPDATE temp.roster_plan SET held = 'suspect'
     WHERE (kind = 'leaving' AND user_id IN (SELECT user_id FROM temp.roster_suspects))
        OR (kind = 'created' AND line IN (SELECT line FROM temp.roster_suspects))`,
  );
}

/** Those who go or were added by hand, and those who come, with their names in the form in which spellings are equal. */
function stageCandidates(db: Scratch, role: string): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_going');
  db.scratch(
    `CREATE TABLE temp.roster_going AS
     SELECT u.id AS user_id, u.given_name, name_words(u.given_name || ' ' || u.family_name) AS name, u.birth_date,
       lower(u.email) AS email, NOT (${addedByHand('u')}) AS leaves
     FROM users u WHERE u.id IN (SELECT user_id FROM temp.roster_plan WHERE kind IN ('leaving', 'missing'))
       OR (${addedByHand('u')} AND u.role = :role AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL))`,
    { role },
  );
  db.scratch('DROP TABLE IF EXISTS temp.roster_coming');
  db.scratch(
    `CREATE TABLE temp.roster_coming AS
     SELECT r.line, r.given_name, name_words(r.given_name || ' ' || r.family_name) AS name, r.birth_date, lower(r.email) AS email
     FROM temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line
     WHERE p.kind = 'created' AND EXISTS (SELECT 1 FROM temp.roster_going)`,
  );
  db.scratch('CREATE INDEX temp.roster_coming_by_birth ON roster_coming (birth_date)');
  db.scratch('CREATE INDEX temp.roster_coming_by_name ON roster_coming (name)');
  db.scratch('CREATE INDEX temp.roster_coming_by_email ON roster_coming (email)');
}

function dismiss(db: Scratch, source: string, pair: Pair): void {
  db.scratch(
    `DELETE FROM temp.roster_suspects
     WHERE user_id IN (SELECT id FROM users WHERE ${isOld}) AND line IN (SELECT line FROM temp.roster_rows WHERE ${isNew})`,
    { source, ...pair },
  );
}
