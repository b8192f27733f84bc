import type { Reader, Scratch } from '../../../database/database.ts';
import { crypto } from '../../../load.ts';
import { undressed } from '../../../users/ids.ts';
import { isAnother, nameKey } from '../../../users/names.ts';
import { accountKey } from '../../../users/store.ts';
import { noSuchPair, twoAccounts } from '../failures.ts';

import type { Pair, PlanWish } from '../wish.ts';

/**
 * Takes in what somebody has said, now or at an earlier import: which person of the registry (or which other line,
 * `other_line`) a line is about, or is not about. It comes to lie in `temp.roster_said`; `is_new` is what was not
 * known before; `is_sure` what was said of the very name and birth date that stand there.
 * @throws Failure `no-such-pair` where the registry or the file knows nothing of one of the two, `two-accounts`
 */
export function takeAnswers(db: Scratch, wish: PlanWish): void {
  db.define('is_another', ((
    given: string,
    family: string,
    birth: never,
    otherGiven: string,
    otherFamily: string,
    otherBirth: never,
  ) =>
    isAnother({ given, family, birth }, { given: otherGiven, family: otherFamily, birth: otherBirth }) ? 1 : 0) as (
    ...values: never[]
  ) => number);
  db.scratch('DROP TABLE IF EXISTS temp.roster_said');
  db.scratch(
    `CREATE TABLE temp.roster_said (line INTEGER NOT NULL, user_id INTEGER, other_line INTEGER, answer TEXT NOT NULL, is_new INTEGER NOT NULL, is_sure INTEGER NOT NULL)`,
  );
  recall(db, wish.source);
  for (const pair of wish.same) say(db, wish, '--same', 'same', pair);
  for (const pair of wish.different) say(db, wish, '--different', 'different', pair);
  db.scratch('CREATE INDEX temp.roster_said_by_line ON roster_said (line)');
  db.scratch(
    `UPDATE temp.roster_rows AS r SET found_by = iif(s.is_sure, 'answer', 'id'), user_id = s.user_id
     FROM temp.roster_said s WHERE s.line = r.line AND s.answer = 'same' AND s.user_id IS NOT NULL`,
  );
  db.scratch(
    `UPDATE temp.roster_rows AS r SET head = s.other_line
     FROM temp.roster_said s WHERE s.line = r.head AND s.answer = 'same' AND s.other_line IS NOT NULL`,
  );
}

/** What was said before of the people and lines that meet again. */
function recall(db: Scratch, source: string): void {
  const known = db.all<{ user: number; key: string; answer: string }>(
    'SELECT user_id AS user, key, answer FROM roster_answers WHERE source = :source AND departure IS NULL',
    { source },
  );
  defineKeys(db);
  if (known.length === 0) return;
  db.scratch(
    `INSERT INTO temp.roster_said (line, user_id, answer, is_new, is_sure)
     SELECT r.line, a.user_id, a.answer, 0, a.about = about_key(r.given_name, r.family_name, r.birth_date) FROM temp.roster_rows r
     JOIN roster_answers a ON a.source = :source AND a.key = answer_key(r.key)
     WHERE r.key IS NOT NULL AND r.line = r.head`,
    { source },
  );
}

/**
 * Makes known to SQL the key under which an answer is kept (an ID or account as it is, a name only as a keyed hash), and
 * the keyed hash of whom a line is about.
 */
function defineKeys(db: Scratch): void {
  const secret = accountKey(db);
  const hash = (text: string) => crypto().createHmac('sha256', secret).update(text).digest('hex');
  const key = (of: string) => (/^(id|account) /.test(of) ? of : `hash ${hash(of)}`);
  const about = (given: string | null, family: string | null, birth: string | null) =>
    hash(JSON.stringify([nameKey(given ?? ''), nameKey(family ?? ''), birth]));
  db.define('answer_key', key as (...values: never[]) => string);
  db.define('about_key', about as (...values: never[]) => string);
}

function say(db: Scratch, { source }: PlanWish, option: string, answer: string, pair: Pair): void {
  const typed = `${pair.old}=${pair.new}`;
  const line = lineOf(db, pair.new);
  if (line === undefined) throw noSuchPair({ option, pair: typed, part: 'new' });
  const user = userOf(db, source, pair.old) ?? (answer === 'same' ? alreadySaid(db, source, line) : undefined);
  const other = user === undefined ? lineOf(db, pair.old) : undefined;
  if (user === undefined && (other === undefined || other === line)) {
    throw noSuchPair({ option, pair: typed, part: 'old' });
  }
  if (answer === 'same' && user !== undefined) checkAccounts(db, source, line, user, typed);
  db.scratch('DELETE FROM temp.roster_said WHERE line = :line AND user_id = :user', { line, user: user ?? null });
  db.scratch(
    'INSERT INTO temp.roster_said (line, user_id, other_line, answer, is_new, is_sure) VALUES (:line, :user, :other, :answer, 1, 1)',
    { line, user: user ?? null, other: other ?? null, answer },
  );
}

/** The line that somebody names, by the import ID, the account or `line:12`: the one that stands for all of the person. */
export function lineOf(db: Reader, named: string): number | undefined {
  return db.get<{ head: number }>(
    `SELECT head FROM temp.roster_rows
     WHERE key IN ('id ' || :plain, 'account ' || :named) OR account = :named OR 'line:' || line = :named ORDER BY line LIMIT 1`,
    { named, plain: undressed(named) },
  )?.head;
}

function userOf(db: Reader, source: string, named: string): number | undefined {
  return db.get<{ id: number }>(
    `SELECT id FROM users WHERE account = :named
     UNION ALL SELECT id FROM users WHERE source = :source AND import_id = :named
     UNION ALL SELECT user_id FROM other_ids WHERE source = :source AND import_id = :named
     UNION ALL SELECT id FROM users WHERE import_id = :named AND (SELECT count(*) FROM users WHERE import_id = :named) = 1 LIMIT 1`,
    { named, source },
  )?.id;
}

/** Whoever has taken the new ID already is meant by the old one, which nobody has any more: typed again, it says the same. */
const alreadySaid = (db: Reader, source: string, line: number): number | undefined =>
  db.get<{ id: number }>(
    `SELECT u.id FROM users u JOIN temp.roster_rows r ON r.import_id = u.import_id
     WHERE u.source = :source AND r.line = :line AND EXISTS (
       SELECT 1 FROM roster_answers a WHERE a.user_id = u.id AND a.answer = 'same' AND a.key = r.key)`,
    { source, line },
  )?.id;

/** @throws Failure `two-accounts` where the line is that of somebody else who has an account, and is like them */
function checkAccounts(db: Scratch, source: string, line: number, user: number, pair: string): void {
  const found = db.get<{ account: string; other: string }>(
    `SELECT o.account, u.account AS other FROM temp.roster_rows r
     JOIN users u ON u.source = :source AND u.import_id = r.import_id JOIN users o ON o.id = :user
     WHERE r.line = :line AND u.id <> :user
       AND NOT is_another(r.given_name, r.family_name, r.birth_date, u.given_name, u.family_name, u.birth_date)`,
    { source, line, user },
  );
  if (found) throw twoAccounts({ pair, ...found });
}
