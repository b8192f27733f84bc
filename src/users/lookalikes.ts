import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import { compared, undressed } from './ids.ts';
import { couldBeOne } from './names.ts';
import type { Role } from './rules.ts';

/** Who is typed in by hand, as far as it tells whether they are there already. */
export interface Typed {
  role: Role;
  givenName: string;
  familyName: string;
  class: string | null;
  birthDate: Day | null;
}

/** Somebody of the registry who could be the person that is typed in: by name, or because the import ID is theirs. */
export interface Lookalike {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  birthDate: Day | null;
  importId: string | null;
  source: string;
  because: 'same-name' | 'same-id';
}

const columns = `u.account, u.given_name AS givenName, u.family_name AS familyName, u.class, u.birth_date AS birthDate,
  u.import_id AS importId, u.source`;

/** Who could be the same by name and birth date, or by name and class where a side has no birth date; within one role. */
export function namesakes(db: Reader, typed: Typed): Lookalike[] {
  const found = db.each<Omit<Lookalike, 'because'>>(
    `SELECT ${columns} FROM users u
     WHERE u.role = :role AND (:birthDate IS NULL OR u.birth_date IS NULL OR u.birth_date = :birthDate)`,
    { role: typed.role, birthDate: typed.birthDate },
  );
  const isSameClass = (name: string | null) => name === null || typed.class === null || name === typed.class;
  return [...found]
    .filter((one) => couldBeOne(typed, one) && (isKnown(typed, one) || isSameClass(one.class)))
    .map((one) => ({ ...one, because: 'same-name' }));
}

const isKnown = (one: { birthDate: Day | null }, other: { birthDate: Day | null }) =>
  one.birthDate !== null && other.birthDate !== null;

/** Who has an import ID in any source, in whatever dress, but for one person. */
export function holdersOf(db: Reader, importId: string, but: number | null): Lookalike[] {
  const ids = JSON.stringify([...new Set([importId, undressed(importId), compared(importId), importId.toUpperCase()])]);
  return db
    .all<Omit<Lookalike, 'because'>>(
      `SELECT ${columns} FROM users u WHERE u.id IS NOT :but AND u.id IN (
         SELECT h.id FROM (SELECT source FROM roster_runs UNION SELECT 'manual') s JOIN json_each(:ids) i
           JOIN users h ON h.source = s.source AND h.import_id = i.value
         UNION SELECT o.user_id FROM (SELECT source FROM roster_runs) s JOIN json_each(:ids) i
           JOIN other_ids o ON o.source = s.source AND o.import_id = i.value) ORDER BY u.account`,
      { ids, but },
    )
    .map((one) => ({ ...one, because: 'same-id' }));
}
