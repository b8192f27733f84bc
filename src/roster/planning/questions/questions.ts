import type { Scratch } from '../../../database/database.ts';
import type { Day } from '../../../time.ts';
import { alike, nameKey, nameWords } from '../../../users/names.ts';
import { addedByHand } from '../../../users/store.ts';
import type { PlanWish } from '../wish.ts';
import { classFits, isAmended } from './likeness.ts';

/** Why two records could be one person, or why one can't be whom its ID stands for; the surest first. */
const becauses = [
  'another-person',
  'withdrew-consent',
  'asked-to-be-deleted',
  'same-birth-date-similar-name',
  'same-name-no-birth-date',
  'same-name-amended-birth-date',
  'same-email',
  'same-child',
  'similar-name-same-class',
  'same-birth-date-family-class',
] as const;
export type Because = (typeof becauses)[number];

/**
 * Finds the pairs who could be one person with a new ID: somebody of the registry whom no line is about and somebody who
 * arrives, or two lines of the file. They come to lie in `temp.roster_questions`; what was answered is not asked again.
 */
export function findQuestions(db: Scratch, wish: PlanWish): void {
  const isComing = `r.line = r.head AND NOT r.faulty AND r.status = 'present' AND (r.user_id IS NULL OR r.asked)`;
  db.scratch('DROP TABLE IF EXISTS temp.roster_agreeing');
  db.scratch(
    'CREATE TABLE temp.roster_agreeing (line INTEGER NOT NULL, user_id INTEGER NOT NULL, because TEXT NOT NULL)',
  );
  if (!db.get(`SELECT 1 FROM temp.roster_rows r WHERE ${isComing} LIMIT 1`)) return;
  defineLikeness(db);
  stageLines(db, isComing);
  stageGoing(db);
  for (const [because, condition] of Object.entries(known)) ask(db, because as Because, condition);
  for (const [because, condition] of Object.entries(twice)) askOfLines(db, because as Because, condition);
  crossPairs(db);
  // What was said of the very people who stand there.
  db.scratch(
    `DELETE FROM temp.roster_questions AS q WHERE because <> 'another-person' AND (EXISTS (
         SELECT 1 FROM temp.roster_said s WHERE s.is_sure AND s.line = q.line AND (s.user_id = q.user_id OR s.other_line = q.other_line))
       OR EXISTS (SELECT 1 FROM temp.roster_said s JOIN temp.roster_rows o ON o.line = q.other_line
         WHERE s.is_sure AND ((s.line = q.line AND s.user_id = o.user_id) OR (s.line = q.other_line AND s.other_line = q.line))))`,
  );
  db.scratch(`INSERT INTO temp.roster_agreeing ${agreeing}`);
  db.scratch('CREATE INDEX temp.roster_agreeing_by_line ON roster_agreeing (line)');
  if (wish.sameAll) takeAll(db);
  db.scratch('UPDATE temp.roster_rows SET asked = 1 WHERE line IN (SELECT line FROM temp.roster_questions)');
}

function defineLikeness(db: Scratch): void {
  const define = (name: string, work: (one: never, other: never) => number) => db.define(name, work);
  define('alike', (one: string, other: string) => Number(alike(one, other)));
  define('nearly', (one: string, other: string) => Number(alike(one, other, 3)));
  define('is_amended', (one: Day, other: Day) => Number(isAmended(one, other)));
  define('class_fits', (one: string | null, other: string | null) => Number(classFits(one, other)));
  db.define('name_key', (name: string | null) => nameKey(name ?? ''));
  db.define('name_words', (name: string | null) => nameWords(name ?? ''));
}

/** Names in the forms in which they are compared; `first` are the beginnings of both, for names a letter apart. */
const forms = (
  of: string,
) => `${of}.given_name AS given, ${of}.family_name AS family, name_key(${of}.given_name) AS given_key,
  name_key(${of}.family_name) AS family_key, name_words(${of}.given_name || ' ' || ${of}.family_name) AS words,
  substr(name_key(${of}.given_name), 1, 2) || substr(name_key(${of}.family_name), 1, 2) AS first,
  ${of}.birth_date AS birth, ${of}.class, lower(${of}.email) AS email, ${of}.role`;

const indexed = ['birth, given_key', 'birth, family_key', 'birth, first', 'words', 'email'];

function index(db: Scratch, table: string): void {
  for (const [number, columns] of indexed.entries())
    db.scratch(`CREATE INDEX temp.${table}_${number} ON ${table} (${columns})`);
}

function stageLines(db: Scratch, isComing: string): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_lines');
  db.scratch(
    `CREATE TABLE temp.roster_lines AS SELECT r.line, r.user_id, ${isComing} AS coming, r.asked, ${forms('r')}
     FROM temp.roster_rows r WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present'`,
  );
  index(db, 'roster_lines');
}

/** Whom no line is about: who leaves, has left, was added by hand or is of another source; and whose ID another has got. */
function stageGoing(db: Scratch): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_going');
  db.scratch(
    `CREATE TABLE temp.roster_going AS SELECT u.id AS user_id, NOT (${addedByHand('u')}) AS listed, ${forms('u')}
     FROM users u WHERE u.role IN (SELECT DISTINCT role FROM temp.roster_rows)
       AND u.id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL AND NOT asked)`,
  );
  index(db, 'roster_going');
}

const child = `EXISTS (SELECT 1 FROM guardianships s JOIN temp.roster_children c ON c.child_id = s.child_id
  WHERE s.guardian_id = g.user_id AND c.head = n.line)`;
const isGuardian = `n.role = 'guardian'`;
const missing = '(g.birth IS NULL OR n.birth IS NULL)';
/** A name alone joins no guardians: there are two fathers of one name. */
const related = `(NOT ${isGuardian} OR g.email = n.email OR g.email IS NULL OR n.email IS NULL OR ${child})`;

/** What makes somebody `g` of the registry and a line `n` a pair; each condition begins with what an index knows. */
const known: Partial<Record<Because, readonly string[]>> = {
  'same-birth-date-similar-name': [
    'g.birth = n.birth AND g.given_key = n.given_key',
    'g.birth = n.birth AND g.family_key = n.family_key AND alike(g.given, n.given)',
    'g.birth = n.birth AND g.first = n.first AND alike(g.given, n.given) AND alike(g.family, n.family)',
    'g.birth = n.birth AND g.words = n.words',
  ],
  'same-name-no-birth-date': [`g.words = n.words AND ${missing} AND class_fits(g.class, n.class) AND ${related}`],
  'same-name-amended-birth-date': [
    `g.words = n.words AND g.birth <> n.birth AND is_amended(g.birth, n.birth) AND class_fits(g.class, n.class) AND ${related}`,
  ],
  'same-email': [`g.email = n.email AND ${isGuardian} AND (nearly(g.given, n.given) OR g.family_key = n.given_key)`],
  'same-child': [
    `${isGuardian} AND g.user_id IN (SELECT s.guardian_id FROM guardianships s JOIN temp.roster_children c ON c.child_id = s.child_id
     WHERE c.head = n.line) AND alike(g.given, n.given) AND alike(g.family, n.family)`,
  ],
  'similar-name-same-class': [
    `g.class = n.class AND ${missing} AND NOT ${isGuardian} AND alike(g.given, n.given) AND alike(g.family, n.family)`,
  ],
  'same-birth-date-family-class': ['g.birth = n.birth AND g.family_key = n.family_key AND g.class = n.class'],
};

/** The same of two lines `g` and `n`, with IDs of their own: only if the given names are alike, for twins are two. */
const twice: Partial<Record<Because, readonly string[]>> = {
  'same-birth-date-similar-name': [
    'g.birth = n.birth AND g.given_key = n.given_key AND alike(g.family, n.family)',
    'g.birth = n.birth AND g.family_key = n.family_key AND alike(g.given, n.given)',
    'g.birth = n.birth AND g.words = n.words',
  ],
  'same-name-no-birth-date': [`g.words = n.words AND ${missing} AND g.class = n.class AND NOT ${isGuardian}`],
  'same-email': [`g.email = n.email AND ${isGuardian} AND nearly(g.given, n.given)`],
};

function ask(db: Scratch, because: Because, conditions: readonly string[]): void {
  for (const condition of conditions) {
    db.scratch(
      `INSERT OR IGNORE INTO temp.roster_questions (because, user_id, line)
       SELECT '${because}', g.user_id, n.line FROM temp.roster_lines n JOIN temp.roster_going g ON ${condition}
       WHERE n.coming AND g.role = n.role ORDER BY n.line, g.user_id`,
    );
  }
}

function askOfLines(db: Scratch, because: Because, conditions: readonly string[]): void {
  for (const condition of conditions) {
    db.scratch(
      `INSERT OR IGNORE INTO temp.roster_questions (because, other_line, line)
       SELECT '${because}', g.line, n.line FROM temp.roster_lines n JOIN temp.roster_lines g ON ${condition}
       WHERE n.coming AND NOT n.asked AND g.role = n.role AND g.line <> n.line AND (g.line < n.line OR NOT g.coming)
         AND NOT (g.coming AND g.asked) ORDER BY n.line, g.line`,
    );
  }
}

/** Twins are not asked about across: whoever has a better counterpart is no pair by birth date and family name alone. */
function crossPairs(db: Scratch): void {
  db.scratch(
    `DELETE FROM temp.roster_questions AS q WHERE because = 'same-birth-date-family-class' AND EXISTS (
       SELECT 1 FROM temp.roster_questions b WHERE b.because NOT IN ('same-birth-date-family-class', 'another-person')
         AND b.user_id IS NOT NULL AND (b.user_id = q.user_id OR b.line = q.line))`,
  );
}

/** Who agrees one to one in full name and birth date, or in full name and class where a side has no birth date, is one person. */
const agreeing = `SELECT line, user_id, because FROM (
  SELECT q.line, q.user_id, q.because, count(*) OVER (PARTITION BY q.line) AS lines, count(*) OVER (PARTITION BY q.user_id) AS users
  FROM temp.roster_questions q JOIN temp.roster_lines n ON n.line = q.line JOIN temp.roster_going g ON g.user_id = q.user_id
  WHERE n.words = g.words AND (n.birth = g.birth OR (${missing} AND n.class IS g.class)))
  WHERE lines = 1 AND users = 1`;

/** Takes all of them as answered: the same. */
function takeAll(db: Scratch): void {
  db.scratch(
    `INSERT INTO temp.roster_said (line, user_id, answer, is_new, is_sure)
     SELECT line, user_id, 'same', 1, 1 FROM temp.roster_agreeing`,
  );
  db.scratch(
    `UPDATE temp.roster_rows AS r SET user_id = a.user_id, found_by = 'answer', asked = 0
     FROM temp.roster_agreeing a WHERE a.line = r.head`,
  );
  db.scratch(
    `DELETE FROM temp.roster_questions WHERE line IN (SELECT line FROM temp.roster_agreeing)
       OR (user_id IN (SELECT user_id FROM temp.roster_agreeing) AND because <> 'another-person')`,
  );
  // Somebody else's line, whose ID this person had: that is another one.
  db.scratch(
    `INSERT OR IGNORE INTO temp.roster_displaced SELECT user_id, line FROM temp.roster_questions
     WHERE because = 'another-person' AND user_id IN (SELECT user_id FROM temp.roster_agreeing)`,
  );
  db.scratch(
    `UPDATE temp.roster_rows SET user_id = NULL, found_by = NULL, asked = 0 WHERE line IN (SELECT line FROM temp.roster_displaced)`,
  );
  db.scratch(
    `DELETE FROM temp.roster_questions WHERE because = 'another-person' AND line IN (SELECT line FROM temp.roster_displaced)`,
  );
}
