import type { Reader } from '../../../database/database.ts';
import { addDays, type Day } from '../../../time.ts';
import { sameName } from '../../../users/names.ts';

/** What has likely happened to a file, as far as it can be told. */
export type Cause =
  | 'names-in-capitals'
  | 'umlauts-spelled-out'
  | 'marks-lost'
  | 'names-exchanged'
  | 'dates-four-years-early'
  | 'day-and-month-exchanged'
  | 'column-sorted'
  | 'zeros-lost'
  | 'ids-changed'
  | 'ids-new'
  | 'new-source'
  | 'last-years-file'
  | 'cells-emptied'
  | 'one-class'
  | 'one-year'
  | 'empty-file';

/** A cause is named where it explains most of what is asked about. */
const most = (count: number, of: number) => of > 0 && count > of / 2;

interface Change {
  given: [string, string] | null;
  family: [string, string] | null;
  birth: [Day | null, Day | null] | null;
}

/** Why so many people would be other ones by names and birth dates. */
export function identityCauses(db: Reader): Cause[] {
  const rows = db.each<{ waiting: string; given: string; family: string }>(
    `SELECT p.changes AS waiting, u.given_name AS given, u.family_name AS family
     FROM temp.roster_plan p JOIN users u ON u.id = p.user_id WHERE p.waiting IS NOT NULL`,
  );
  const counts = new Map<Cause, number>();
  let all = 0;
  for (const { waiting, given, family } of rows) {
    const { givenName, familyName, birthDate } = JSON.parse(waiting);
    const pair = (one: { from: never; to: never } | undefined) => (one ? ([one.from, one.to] as never) : null);
    const change: Change = { given: pair(givenName), family: pair(familyName), birth: pair(birthDate) };
    if (!change.given && !change.family && !change.birth) continue;
    all += 1;
    for (const cause of causesOfOne(change, given, family)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => most(count, all)).map(([cause]) => cause);
}

function causesOfOne({ given, family, birth }: Change, oldGiven: string, oldFamily: string): Cause[] {
  const causes: Cause[] = [];
  const names = [given, family].filter((pair) => pair !== null);
  if (names.length > 0 && names.every(([from, to]) => to === to.toUpperCase() && sameName(from, to))) {
    causes.push('names-in-capitals');
  } else if (names.length > 0 && names.every(([from, to]) => sameName(from, to))) {
    causes.push(
      names.some(([from, to]) => /[äöüß]/i.test(from) && /ae|oe|ue|ss/i.test(to))
        ? 'umlauts-spelled-out'
        : 'marks-lost',
    );
  }
  if (given && family && given[1] === oldFamily && family[1] === oldGiven) causes.push('names-exchanged');
  const [from, to] = birth ?? [null, null];
  // Spreadsheets of a Mac count days from 1904.
  if (from && to && (addDays(from, -1462) === to || addDays(from, 1462) === to)) causes.push('dates-four-years-early');
  if (from && to && to === `${from.slice(0, 4)}-${from.slice(8)}-${from.slice(5, 7)}`)
    causes.push('day-and-month-exchanged');
  return causes;
}

/** Why so many are missing: a file of one class or year is a part of the school, and an empty one says nothing. */
export function leavingCauses(db: Reader): Cause[] {
  const classes = db.all<{ class: string | null; year: number | null }>(
    `SELECT DISTINCT class, year_of(class) AS year FROM temp.roster_rows WHERE status = 'present'`,
  );
  if (classes.length === 0) return ['empty-file'];
  if (classes.length === 1 && classes[0]?.class != null) return ['one-class'];
  const years = new Set(classes.map(({ year }) => year));
  return years.size === 1 && !years.has(null) ? ['one-year'] : [];
}

/** What the questions have in common, so that it can be said first and answered once. */
export function questionCauses(db: Reader): { cause: Cause; people: number }[] {
  const count = (sql: string) => db.get<{ count: number }>(sql)?.count ?? 0;
  const others = count(`SELECT count(*) AS count FROM temp.roster_questions WHERE because = 'another-person'`);
  const found: { cause: Cause; people: number }[] = [];
  if (others > 2) {
    const elsewhere = count(
      `SELECT count(DISTINCT q.line) AS count FROM temp.roster_questions q
       JOIN temp.roster_agreeing a ON a.line = q.line WHERE q.because = 'another-person'`,
    );
    if (most(elsewhere, others)) return [{ cause: 'column-sorted', people: others }];
  }
  const agreeing = `temp.roster_agreeing a JOIN users u ON u.id = a.user_id JOIN temp.roster_rows r ON r.line = a.line`;
  const all = count(`SELECT count(*) AS count FROM ${agreeing}`);
  if (all < 3) return found;
  const kinds: [Cause, string][] = [
    ['new-source', `u.source NOT IN (SELECT :source UNION SELECT 'manual')`],
    ['zeros-lost', `ltrim(u.import_id, '0') = ltrim(r.import_id, '0') AND u.import_id <> r.import_id`],
    ['ids-new', 'u.import_id IS NULL AND r.import_id IS NOT NULL'],
  ];
  for (const [cause, condition] of kinds) {
    const people = count(
      `SELECT count(*) AS count FROM ${agreeing} WHERE ${condition.replace(':source', '(SELECT source FROM temp.roster_scope)')}`,
    );
    if (most(people, all)) return [{ cause, people }];
  }
  return [{ cause: 'ids-changed', people: all }];
}
