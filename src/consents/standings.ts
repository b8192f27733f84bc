import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import { type Role, roles, type User } from '../users/rules.ts';
import { type Filter, fromPage, inPages } from '../users/store.ts';
import {
  type ConsentState,
  type Deciders,
  decidersFor,
  type Finding,
  findingOf,
  isAsked,
  type Person,
  stateOfFinding,
} from './rules.ts';
import { circumstancesOn, purposes, sayingsIn, sayingsSql } from './store.ts';

/** How somebody's consent to one purpose stands. */
export interface Standing {
  purpose: string;
  finding: Finding;
}

/**
 * Tells how consents stand today: of a person, and what they have said (`sayingsSql`), for each purpose that they are
 * asked for, the terms first. What is the same for all people is read once.
 */
export function standingsOn(db: Reader, today: Day): (person: Person, sayings: string) => Standing[] {
  const circumstances = circumstancesOn(db, today);
  const all = purposes(db);
  const namesFor = (role: Role) => all.filter((purpose) => isAsked(purpose, role, today)).map(({ name }) => name);
  const asked = new Map(roles.map((role) => [role, namesFor(role)]));
  return (person, column) => {
    const sayings = sayingsIn(column);
    return (asked.get(person.role) ?? []).map((purpose) => ({
      purpose,
      finding: findingOf(
        sayings.filter((saying) => saying.purpose === purpose),
        { person, ...circumstances },
      ),
    }));
  };
}

/** Standings as scripts get to see them: the state of each purpose. */
export const statesOf = (standings: readonly Standing[]): Record<string, ConsentState> =>
  Object.fromEntries(standings.map(({ purpose, finding }) => [purpose, stateOfFinding[finding]]));

/** Somebody, who must decide for them today, and how each of their consents stands. */
export interface Asked extends Pick<User, 'id' | 'account' | 'role' | 'givenName' | 'familyName' | 'class'> {
  isLeaving: boolean;
  deciders: Deciders;
  standings: Standing[];
}

type AskedRow = Omit<Asked, 'isLeaving'> & Person & { leaver: number | null; sayings: string };

const askedQuery = `SELECT u.id, u.account, u.role, u.given_name AS givenName, u.family_name AS familyName, u.class,
    u.birth_date AS birthDate, l.user_id AS leaver, ${sayingsSql} AS sayings
  FROM ${fromPage} ORDER BY page.key`;

/**
 * The people whom a filter chooses, by role, class and name, and how their consents stand today: one pass over people
 * and facts, which holds one person at a time.
 * @throws Failure `unknown-account`
 */
export function* askedPeople(db: Reader, filter: Filter, today: Day): Generator<Asked> {
  const { ages } = circumstancesOn(db, today);
  const standings = standingsOn(db, today);
  for (const page of inPages(db, filter, today)) {
    for (const { sayings, birthDate, leaver, ...row } of db.all<AskedRow>(askedQuery, { page })) {
      const person = { role: row.role, birthDate };
      const deciders = decidersFor(person, today, ages);
      yield { ...row, isLeaving: leaver !== null, deciders, standings: standings(person, sayings) };
    }
  }
}
