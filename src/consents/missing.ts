import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings.ts';
import { versionOn } from '../terms/rules.ts';
import { allVersions } from '../terms/store.ts';
import type { Day } from '../time.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { birthday, type ConsentState, type Deciders, type Finding, stateOfFinding } from './rules.ts';
import { agesOf } from './store.ts';

/** A consent that is not there, and why. */
export interface Missing {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  purpose: string;
  state: ConsentState;
  reason: Finding;
  /** Who must decide today. */
  deciders: Deciders;
}

/** Whether a fact `c` speaks: it was not corrected, and its version holds or held. */
const speaks = (c: string) => `${c}.id NOT IN (SELECT corrects FROM consents WHERE corrects IS NOT NULL)
  AND (${c}.version IS NULL OR ${c}.version IN (SELECT version FROM terms WHERE holds_from <= :today))`;

/** The facts that a later word of the same person takes back; there are few, since few refuse or withdraw. */
const overridden = `SELECT CASE WHEN (n.decided_on, n.id) > (y.decided_on, y.id) THEN y.id ELSE n.id END
  FROM consents n JOIN consents y ON y.user_id = n.user_id AND y.purpose = n.purpose AND y.decision = 'given'
    AND y.guardian_id IS n.guardian_id AND y.guardian_name IS n.guardian_name
  WHERE n.decision IN ('refused', 'withdrawn') AND ${speaks('n')} AND ${speaks('y')}`;

const decidersSql = `CASE WHEN u.role <> 'student' OR u.birth_date <= :bornForSelf THEN 'self'
  WHEN u.birth_date > :bornForBoth THEN 'guardian' ELSE 'both' END`;

const isSelf = 'c.guardian_id IS NULL AND c.guardian_name IS NULL';

/** Whether a word counts, by who must decide today and by the age of a student on the day of the word. */
const counts = `CASE WHEN NOT (${isSelf}) THEN u.role = 'student' AND (u.birth_date IS NULL OR u.birth_date > :bornForSelf)
  WHEN u.role <> 'student' OR u.birth_date IS NULL THEN 1
  ELSE c.decided_on >= CAST(substr(u.birth_date, 1, 4) + CASE WHEN u.birth_date <= :bornForSelf THEN :selfFrom ELSE :guardianUntil END AS INTEGER)
    || substr(u.birth_date, 5) END`;

/** How much a word weighs: the heaviest decides, but where both must decide the two consents are needed. */
const weight = `CASE WHEN NOT (${counts}) THEN c.decision = 'given'
  WHEN c.decision = 'withdrawn' THEN 6 WHEN c.decision = 'refused' THEN 5
  WHEN c.version IS NOT NULL AND c.version IS NOT :version THEN 2 WHEN ${isSelf} THEN 3 ELSE 4 END`;

/** The finding of `findingOf` in the rules, for a query that has `users u` and `purpose_roles r` joined to it. */
const findingSql = `(SELECT CASE max(f.weight)
    WHEN 6 THEN 'withdrawn'
    WHEN 5 THEN 'refused'
    WHEN 4 THEN iif(${decidersSql} = 'both' AND NOT max(f.weight = 3), 'only-guardian', 'complete')
    WHEN 3 THEN iif(${decidersSql} = 'both', 'only-student', 'complete')
    WHEN 2 THEN 'older-version'
    WHEN 1 THEN iif(${decidersSql} = 'self', 'decides-alone-now', 'nobody-decided')
    ELSE 'nobody-decided' END
  FROM (SELECT ${weight} AS weight
    FROM consents c WHERE c.user_id = u.id AND c.purpose = r.purpose AND c.decision <> 'struck'
      AND ${speaks('c')} AND c.id NOT IN (${overridden})) f)`;

/** The purposes that somebody is still asked for today; the terms only if accounts rest on consent to them. */
const asked = `r.purpose IN (SELECT name FROM purposes WHERE (retired_on IS NULL OR retired_on > :today)
  AND (name <> 'terms' OR :required = 1))`;

/** The one query behind `consent missing`. LIMIT -1 keeps SQLite from working the finding out twice. */
const missingSql = (
  which: string,
) => `SELECT u.account, u.given_name AS givenName, u.family_name AS familyName, u.class,
    m.purpose, m.finding, ${decidersSql} AS deciders
  FROM (SELECT u.id, r.purpose, ${findingSql} AS finding
    FROM users u JOIN purpose_roles r ON r.role = u.role LEFT JOIN leavers l ON l.user_id = u.id
    WHERE ${asked} AND (:purposes IS NULL OR r.purpose IN (SELECT value FROM json_each(:purposes)))
      AND ${filterSql} AND ${which} LIMIT -1) m
    JOIN users u ON u.id = m.id
  WHERE m.finding <> 'complete'`;

const order = ' ORDER BY u.role, length(u.class), u.class, u.family_name, u.given_name, u.id, m.purpose';

/** What the query needs to know of the day, the ages and the versions. */
function missingParams(db: Reader, today: Day) {
  const { guardianUntil, selfFrom } = agesOf(db);
  return {
    today,
    version: versionOn(allVersions(db), today)?.version ?? null,
    required: settingValue(db, 'consent.required') === 'yes' ? 1 : 0,
    guardianUntil,
    selfFrom,
    bornForSelf: birthday(today, -selfFrom),
    bornForBoth: birthday(today, -guardianUntil),
  };
}

/**
 * The consents that are not there, of the people whom a filter chooses, for some purposes or (empty) for all.
 * @throws Failure `unknown-account`
 */
export function* missing(db: Reader, filter: Filter, purposes: readonly string[], today: Day): Generator<Missing> {
  const rows = db.each<Omit<Missing, 'state' | 'reason'> & { finding: Finding }>(missingSql('true') + order, {
    ...filterParams(db, filter, today),
    ...missingParams(db, today),
    purposes: purposes.length > 0 ? JSON.stringify(purposes) : null,
  });
  for (const { finding, deciders, ...whose } of rows)
    yield { ...whose, state: stateOfFinding[finding], reason: finding, deciders };
}

/** How many consents somebody still has to decide on, by purpose: whoever refused or withdrew has decided. */
export const undecided = (db: Reader, today: Day): { purpose: string; count: number }[] =>
  db.all(
    `SELECT purpose, count(*) AS count FROM (${missingSql('l.user_id IS NULL')})
     WHERE finding NOT IN ('refused', 'withdrawn') GROUP BY purpose ORDER BY purpose <> 'terms', purpose`,
    { ...filterParams(db, {}, today), ...missingParams(db, today), purposes: null },
  );
