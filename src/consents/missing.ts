import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { versionOn } from '../terms/rules.ts';
import { allVersions } from '../terms/store.ts';
import type { Day } from '../time.ts';
import { type Filter, filterParams, filterSql } from '../users/store.ts';
import { birthday, type ConsentState, type Deciders, type Finding, stateOfFinding } from './rules.ts';
import { consentRequired } from './settings.ts';
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

// What follows is `findingOf` in SQL, for a query that has `users u` and `asked r` joined to it. Nearly
// everybody has given consent and nothing else, which is quickly seen: only of the others is every word held against
// every other one.

const decidesAlone = `(u.role <> 'student' OR coalesce(u.birth_date, '9999-12-31') <= :bornForSelf)`;
const decidesToo = `(u.role <> 'student' OR coalesce(u.birth_date, '') <= :bornForBoth)`;
const decidersSql = `CASE WHEN ${decidesAlone} THEN 'self' WHEN ${decidesToo} THEN 'both' ELSE 'guardian' END`;

const isSelf = (c: string) => `(${c}.guardian_id IS NULL AND ${c}.guardian_name IS NULL)`;

/** Whether a student was old enough on the day of a word of their own. */
const countsOfSelf = (c: string) => `CASE WHEN u.role <> 'student' OR u.birth_date IS NULL THEN 1
  WHEN ${decidesAlone} THEN ${c}.decided_on >= date(u.birth_date, :untilSelf)
  ELSE ${c}.decided_on >= date(u.birth_date, :untilBoth) END`;
const counts = (c: string) => `iif(${isSelf(c)}, ${countsOfSelf(c)}, NOT ${decidesAlone})`;

const isAbout = (c: string) => `${c}.user_id = u.id AND ${c}.purpose = r.purpose`;
/** Whether a fact is about the two, and its version holds or held. */
const isSaid = (c: string) => `${isAbout(c)}
  AND (${c}.version IS NULL OR ${c}.version IN (SELECT version FROM terms WHERE holds_from <= :today))`;
const isCorrected = (c: string) => `EXISTS (SELECT 1 FROM consents k WHERE k.corrects = ${c}.id)`;

/** Whether a fact speaks, and nobody has taken it back: what has to be asked only where there is more than consent. */
const isWord = (c: string) => `${c}.decision <> 'struck' AND NOT ${isCorrected(c)} AND NOT EXISTS (
  SELECT 1 FROM consents o WHERE ${isSaid('o')} AND o.decision <> 'struck' AND NOT ${isCorrected('o')}
    AND o.guardian_id IS ${c}.guardian_id AND o.guardian_name IS ${c}.guardian_name
    AND (o.decision = 'given') <> (${c}.decision = 'given') AND (o.decided_on, o.id) > (${c}.decided_on, ${c}.id))`;

const said = (condition: string) => `EXISTS (SELECT 1 FROM consents c WHERE ${isSaid('c')} AND ${condition})`;

/** What consents come to where nobody who counts says no; `isWord` is true of those that nobody has taken back. */
function agreement(isWord: string): string {
  const agreed = (who: string) => `EXISTS (SELECT 1 FROM consents c WHERE ${isAbout('c')} AND c.decision = 'given'
    AND (c.version IS NULL OR c.version = :version) AND ${who} AND ${isWord})`;
  const bySelf = agreed(`${isSelf('c')} AND ${countsOfSelf('c')}`);
  const byGuardian = agreed(`NOT ${isSelf('c')} AND NOT ${decidesAlone}`);
  return `CASE
    WHEN (${decidesAlone} OR ${byGuardian}) AND (NOT ${decidesToo} OR ${bySelf}) THEN 'complete'
    WHEN NOT ${said('1')} THEN 'nobody-decided'
    WHEN ${bySelf} THEN 'only-student'
    WHEN ${byGuardian} THEN 'only-guardian'
    WHEN ${said(`${counts('c')} AND ${isWord}`)} THEN 'older-version'
    WHEN ${decidesAlone} AND ${said(`c.decision = 'given' AND ${isWord}`)} THEN 'decides-alone-now'
    ELSE 'nobody-decided' END`;
}

const answered = `EXISTS (SELECT 1 FROM consents a WHERE ${isSaid('a')} AND (a.decided_on, a.id) > (c.decided_on, c.id)
  AND ${counts('a')} AND ${isWord('a')})`;
const findingSql = `CASE
  WHEN u.id NOT IN (SELECT user_id FROM consents WHERE decision <> 'given' OR corrects IS NOT NULL)
    OR NOT EXISTS (SELECT 1 FROM consents c INDEXED BY consents_not_plain
      WHERE c.user_id = u.id AND c.purpose = r.purpose AND (c.decision <> 'given' OR c.corrects IS NOT NULL))
    THEN ${agreement('1')}
  WHEN ${said(`c.decision = 'withdrawn' AND ${isWord('c')} AND (${counts('c')} OR NOT ${answered})`)} THEN 'withdrawn'
  WHEN ${said(`c.decision = 'refused' AND ${counts('c')} AND ${isWord('c')}`)} THEN 'refused'
  ELSE ${agreement(isWord('c'))} END`;

/** Who is asked for what today; for the terms only if accounts rest on consent to them. Worked out once, not for everybody. */
const asked = `asked AS MATERIALIZED (SELECT r.role, r.purpose FROM purpose_roles r
  WHERE r.purpose IN (SELECT name FROM purposes WHERE (retired_on IS NULL OR retired_on > :today)
      AND (name <> 'terms' OR :required = 1))
    AND (:purposes IS NULL OR r.purpose IN (SELECT value FROM json_each(:purposes))))`;

/**
 * The one query behind `consent missing`. LIMIT -1 keeps SQLite from working the finding out twice, CROSS JOIN from
 * putting an index on what was found.
 */
const missingSql = (
  which: string,
) => `WITH ${asked} SELECT u.account, u.given_name AS givenName, u.family_name AS familyName, u.class,
    m.purpose, m.finding AS reason, ${decidersSql} AS deciders
  FROM (SELECT u.id, r.purpose, ${findingSql} AS finding
    FROM users u LEFT JOIN leavers l ON l.user_id = u.id CROSS JOIN asked r
    WHERE r.role = u.role AND ${filterSql} AND ${which} LIMIT -1) m
    CROSS JOIN users u ON u.id = m.id
  WHERE m.finding <> 'complete'`;

const order = ' ORDER BY u.role, length(u.class), u.class, u.family_name, u.given_name, u.id, m.purpose';

/** What the query needs to know of the day, the ages and the versions. */
function missingParams(db: Reader, today: Day) {
  const { guardianUntil, selfFrom } = agesOf(db);
  return {
    today,
    version: versionOn(allVersions(db), today)?.version ?? null,
    required: settingValue(db, consentRequired) === 'yes' ? 1 : 0,
    untilBoth: `+${guardianUntil} years`,
    untilSelf: `+${selfFrom} years`,
    bornForSelf: birthday(today, -selfFrom),
    bornForBoth: birthday(today, -guardianUntil),
  };
}

/**
 * The consents that are not there, of the people whom a filter chooses, for some purposes or (empty) for all.
 * @throws Failure `unknown-account`
 */
export function* missing(db: Reader, filter: Filter, purposes: readonly string[], today: Day): Generator<Missing> {
  const rows = db.each<Omit<Missing, 'state'>>(missingSql('true') + order, {
    ...filterParams(db, filter, today),
    ...missingParams(db, today),
    purposes: purposes.length > 0 ? JSON.stringify(purposes) : null,
  });
  for (const row of rows) yield { ...row, state: stateOfFinding[row.reason] };
}

/** How many consents somebody still has to decide on, by purpose: whoever refused or withdrew has decided. */
export const undecided = (db: Reader, today: Day): { purpose: string; count: number }[] =>
  db.all(
    `SELECT purpose, count(*) AS count FROM (${missingSql('l.user_id IS NULL')})
     WHERE reason NOT IN ('refused', 'withdrawn') GROUP BY purpose ORDER BY purpose <> 'terms', purpose`,
    { ...filterParams(db, {}, today), ...missingParams(db, today), purposes: null },
  );
