import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings.ts';
import { allVersions } from '../terms/store.ts';
import type { Day } from '../time.ts';
import type { Role } from '../users/rules.ts';
import {
  type Ages,
  type Circumstances,
  type ConsentState,
  type Fact,
  findingOf,
  type Person,
  stateOfFinding,
} from './rules.ts';

/** What a school asks consent for. */
export interface Purpose {
  name: string;
  title: string;
  about: string;
  /** Who is asked. */
  roles: Role[];
  /** From this day on nobody is asked any more. */
  retiredOn: Day | null;
}

/** Every purpose, the terms first. */
export const purposes = (db: Reader): Purpose[] =>
  db
    .all<Omit<Purpose, 'roles'> & { roles: string }>(
      `SELECT p.name, p.title, p.about, p.retired_on AS retiredOn,
         (SELECT json_group_array(r.role ORDER BY r.role) FROM purpose_roles r WHERE r.purpose = p.name) AS roles
       FROM purposes p ORDER BY p.name <> 'terms', p.name`,
    )
    .map((row) => ({ ...row, roles: JSON.parse(row.roles) }));

export const agesOf = (db: Reader): Ages => ({
  guardianUntil: settingValue(db, 'consent.guardian-until'),
  selfFrom: settingValue(db, 'consent.self-from'),
});

/** What is known of a user's decisions, in the order in which they were written down. */
export const factsOf = (db: Reader, userId: number): Fact[] =>
  db
    .all<Omit<Fact, 'corrected'> & { corrected: number }>(
      `SELECT c.id, c.purpose, c.version, c.decision, c.decided_on AS "on", c.channel, c.evidence,
         CASE WHEN c.guardian_id IS NOT NULL THEN 'guardian:' || coalesce(g.account, '#' || c.guardian_id)
           WHEN c.guardian_name IS NOT NULL THEN 'guardian-name:' || c.guardian_name ELSE 'self' END AS by,
         c.recorded_at AS recordedAt, c.recorded_by AS recordedBy, c.corrects,
         EXISTS (SELECT 1 FROM consents k WHERE k.corrects = c.id) AS corrected
       FROM consents c LEFT JOIN users g ON g.id = c.guardian_id
       WHERE c.user_id = :userId AND c.decision <> 'struck' ORDER BY c.id`,
      { userId },
    )
    .map((row) => ({ ...row, corrected: row.corrected === 1 }));

/** What a finding about a person follows from today, beside the facts. */
export function circumstancesOf(db: Reader, person: Person, today: Day): Circumstances {
  const versions = allVersions(db).filter(({ from }) => from <= today);
  return { person, today, ages: agesOf(db), versions: versions.map(({ version }) => version) };
}

/**
 * How a user's consent to each purpose stands today, for the purposes that the user is asked for.
 * Empty for an ID that nobody has.
 */
export function consentStates(db: Reader, userId: number, today: Day): Record<string, ConsentState> {
  const person = db.get<Person>('SELECT role, birth_date AS birthDate FROM users WHERE id = :userId', { userId });
  if (!person) return {};
  const facts = factsOf(db, userId);
  const circumstances = circumstancesOf(db, person, today);
  const asked = purposes(db).filter(
    ({ roles, retiredOn }) => roles.includes(person.role) && (retiredOn === null || retiredOn > today),
  );
  const stateOf = (purpose: string) =>
    stateOfFinding[
      findingOf(
        facts.filter((fact) => fact.purpose === purpose),
        circumstances,
      )
    ];
  return Object.fromEntries(asked.map(({ name }) => [name, stateOf(name)]));
}

/** What somebody decided as a guardian, in the order in which it was written down. */
export const decidedAsGuardian = (
  db: Reader,
  guardianId: number,
): (Omit<Fact, 'by' | 'corrected'> & { for: string })[] =>
  db.all(
    `SELECT c.id, u.account AS "for", c.purpose, c.version, c.decision, c.decided_on AS "on", c.channel, c.evidence,
       c.recorded_at AS recordedAt, c.recorded_by AS recordedBy, c.corrects
     FROM consents c JOIN users u ON u.id = c.user_id
     WHERE c.guardian_id = :guardianId AND c.decision <> 'struck' ORDER BY c.id`,
    { guardianId },
  );
