import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import { type Role, roles, type User } from '../users/rules.ts';
import { type Filter, fromPage, inPages } from '../users/store.ts';
import { type Assessment, assess } from './findings.ts';
import {
  type Basis,
  type ConsentState,
  type Deciders,
  decidersFor,
  type Finding,
  isAsked,
  type Person,
  stateOfFinding,
} from './rules.ts';
import { basesOn, circumstancesOn, heardIn, purposes, sayingsSql } from './store.ts';

/** How somebody's consent to one purpose stands. */
export interface Standing {
  purpose: string;
  basis: Basis;
  finding: Finding;
  /** Who must decide on it today. */
  deciders: Deciders;
  inform: Assessment['inform'];
}

/** Who must decide for somebody today about the terms, and how each of their consents stands. */
export interface Consents {
  deciders: Deciders;
  standings: Standing[];
}

/**
 * Tells how consents stand today: of a person, and what was said about them (`sayingsSql`), for each purpose that they
 * are asked for, the terms first. What is the same for all people is read once.
 */
export function consentsOn(db: Reader, today: Day): (person: Person, sayings: string) => Consents {
  const circumstancesOf = circumstancesOn(db, today);
  const all = purposes(db);
  const basisOf = basesOn(db);
  const askedOf = (role: Role) =>
    all
      .filter((purpose) => isAsked(purpose, role, today))
      .map(({ name }) => ({ purpose: name, basis: basisOf(name, role), circumstances: circumstancesOf(name) }));
  const asked = new Map(roles.map((role) => [role, askedOf(role)]));
  const terms = circumstancesOf('terms');
  return (row, column) => {
    const { sayings, class: name, ...voices } = heardIn(column);
    const person = { ...row, class: name };
    const standings = (asked.get(person.role) ?? []).map(({ purpose, basis, circumstances }) => {
      const about = sayings.filter((saying) => saying.purpose === purpose);
      const { finding, inform } = assess(about, { person, basis, ...circumstances, ...voices });
      return { purpose, basis, finding, deciders: decidersFor({ person, ...circumstances }, today), inform };
    });
    return { deciders: decidersFor({ person, ...terms }, today), standings };
  };
}

/** Standings as scripts get to see them: the state of each purpose. */
export const statesOf = (standings: readonly Standing[]): Record<string, ConsentState> =>
  Object.fromEntries(standings.map(({ purpose, finding }) => [purpose, stateOfFinding[finding]]));

/** Somebody who is asked. */
export interface Asked extends Consents, Pick<User, 'id' | 'account' | 'role' | 'givenName' | 'familyName' | 'class'> {
  isLeaving: boolean;
}

type AskedRow = Omit<Asked, 'isLeaving' | keyof Consents> & Person & { leaver: number | null; sayings: string };

const askedQuery = `SELECT u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class,
    u.birth_date AS birthDate, l.user_id AS leaver, ${sayingsSql} AS sayings
  FROM ${fromPage} ORDER BY page.key`;

/**
 * The people whom a filter chooses, by role, class and name, and how their consents stand today: one pass over people
 * and facts, which holds one person at a time.
 * @throws Failure `unknown-account`
 */
export function* askedPeople(db: Reader, filter: Filter, today: Day): Generator<Asked> {
  const consentsOf = consentsOn(db, today);
  for (const page of inPages(db, filter, today)) {
    for (const { sayings, birthDate, leaver, ...row } of db.all<AskedRow>(askedQuery, { page })) {
      const { deciders, standings } = consentsOf({ role: row.role, birthDate }, sayings);
      yield { ...row, isLeaving: leaver !== null, deciders, standings };
    }
  }
}
