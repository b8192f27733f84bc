import type { Scratch } from '../../../database/database.ts';
import { departureById, departureByName } from '../../../deletion/rules.ts';
import type { Day } from '../../../time.ts';
import { manualSource } from '../../../users/rules.ts';
import { accountKey } from '../../../users/store.ts';
import { neverWent } from '../failures.ts';
import type { PlanWish } from '../wish.ts';
import { lineOf } from './answers.ts';

/** What somebody says of a line whose person was deleted because consent was withdrawn, or on request. */
type Return = 'leave-out' | 'take-in';

/** Makes known to SQL the keyed hashes by which somebody deleted is recognised: of an ID, and of a name and birth date. */
function defineHashes(db: Scratch): void {
  const key = accountKey(db);
  const byId = (source: string, importId: string | null) =>
    importId === null ? null : departureById(key, { source, importId });
  const byName = (givenName: string | null, familyName: string | null, birthDate: Day | null) =>
    departureByName(key, { givenName: givenName ?? '', familyName: familyName ?? '', birthDate });
  db.define('departed_by_id', byId as (...values: never[]) => Buffer | null);
  db.define('departed_by_name', byName as (...values: never[]) => Buffer);
}

const areAny = (db: Scratch): boolean => db.get('SELECT 1 FROM departures LIMIT 1') !== undefined;

/**
 * Lets lines of guardians alone whose child was deleted after a withdrawal or on request: that child is no fault of the
 * file, and nobody to be a guardian of.
 */
export function passOverDeparted(db: Scratch, source: string): void {
  db.scratch(`UPDATE temp.roster_rows SET status = 'present' WHERE status = 'departed'`);
  if (!areAny(db)) return;
  defineHashes(db);
  db.scratch(
    `UPDATE temp.roster_rows AS r SET status = 'departed'
     WHERE child_id IS NOT NULL AND status = 'present'
       AND NOT EXISTS (SELECT 1 FROM users WHERE source = :source AND import_id = r.child_id)
       AND NOT EXISTS (SELECT 1 FROM other_ids WHERE source = :source AND import_id = r.child_id)
       AND EXISTS (SELECT 1 FROM departures WHERE hash IN (departed_by_id(:source, r.child_id), departed_by_id('${manualSource}', r.child_id)))`,
    { source },
  );
}

/**
 * Finds lines of people who were deleted because consent was withdrawn, or on request, and makes each a question that
 * nobody has answered: by source and import ID, failing that by full name and birth date. Who is to be left out is;
 * who is to be taken in is somebody new. They come to lie in `temp.roster_departed`.
 * @throws Failure `never-went` where something is said of a line about which there is no such question
 */
export function askOfDeparted(db: Scratch, wish: PlanWish): void {
  db.scratch('DROP TABLE IF EXISTS temp.roster_departed');
  db.scratch(
    `CREATE TABLE temp.roster_departed (line INTEGER PRIMARY KEY, user_id INTEGER, hash BLOB NOT NULL, why TEXT NOT NULL,
       deleted_on TEXT NOT NULL, about TEXT NOT NULL, answer TEXT, is_new INTEGER NOT NULL DEFAULT 0)`,
  );
  if (areAny(db)) findDeparted(db, wish.source);
  for (const answer of ['leave-out', 'take-in'] as const) {
    for (const named of answer === 'leave-out' ? wish.leaveOut : wish.takeIn) say(db, answer, named);
  }
  const waiting = 'FROM temp.roster_departed d WHERE d.user_id IS NULL';
  db.scratch(
    `INSERT INTO temp.roster_questions (because, line)
     SELECT iif(why = 'withdrawal', 'withdrew-consent', 'asked-to-be-deleted'), line ${waiting} AND answer IS NULL ORDER BY line`,
  );
  db.scratch(
    `UPDATE temp.roster_rows SET status = 'departed' WHERE head IN (SELECT line ${waiting} AND answer = 'leave-out')`,
  );
}

/** The surest sign of each line comes first: an ID of this source, one that was typed by hand, the name. */
function findDeparted(db: Scratch, source: string): void {
  const signs = [
    'departed_by_id(:source, r.import_id)',
    `departed_by_id('${manualSource}', r.import_id)`,
    'departed_by_name(r.given_name, r.family_name, r.birth_date)',
  ];
  for (const sign of signs) {
    db.scratch(
      `INSERT OR IGNORE INTO temp.roster_departed (line, user_id, hash, why, deleted_on, about)
       SELECT r.line, r.user_id, d.hash, d.why, d.deleted_on,
         about_key(r.given_name, r.family_name, coalesce(r.birth_date, iif(r.import_id IS NULL, r.key, NULL)))
       FROM temp.roster_rows r JOIN departures d ON d.hash = ${sign}
       WHERE r.line = r.head AND NOT r.faulty AND r.status = 'present'`,
      sign.includes(':source') ? { source } : {},
    );
  }
  db.scratch(
    `UPDATE temp.roster_departed AS d SET answer =
       (SELECT answer FROM roster_answers a WHERE a.departure = d.hash AND a.about = d.about)`,
  );
}

function say(db: Scratch, answer: Return, named: string): void {
  const line = lineOf(db, named);
  const known = db.get<{ answer: Return | null }>('SELECT answer FROM temp.roster_departed WHERE line = :line', {
    line: line ?? null,
  });
  if (!known) throw neverWent({ option: `--${answer}`, named });
  if (known.answer === answer) return;
  db.scratch('UPDATE temp.roster_departed SET answer = :answer, is_new = 1 WHERE line = :line', {
    line: line ?? null,
    answer,
  });
}
