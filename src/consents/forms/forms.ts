import type { App } from '../../app.ts';
import type { Reader } from '../../database/database.ts';
import { schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { textOf } from '../../terms/rules.ts';
import { bytesOf, type Published, versionFor } from '../../terms/store.ts';
import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import type { Filter } from '../../users/store.ts';
import type { ConsentState, Deciders, Purpose } from '../rules.ts';
import { consentsOn, statesOf } from '../standings.ts';
import { purposes } from '../store.ts';
import { addressees } from './store.ts';

/** Somebody who is asked for consent. */
export interface Asked {
  account: string;
  role: Role;
  givenName: string;
  familyName: string;
  class: string | null;
  /** Who must decide today. */
  signers: Deciders;
  /** The accounts of the guardians who have one. */
  guardians: string[];
  /** For each purpose that the person is asked for, by its name, how it stands today. */
  states: Record<string, ConsentState>;
  /** Whether the terms bind the person anyway, so that they are signed and not consented to. */
  acknowledges: boolean;
}

/** What forms and lists to tick off are filled in with. */
export interface Forms {
  school: string;
  today: Day;
  /** The version that holds; null where none of the people has anything to do with the terms. */
  terms: Published | null;
  /** Purposes that somebody among the people is asked for, and all that there are. */
  purposes: Purpose[];
  allPurposes: Purpose[];
  people: Asked[];
}

/**
 * What the forms of the people whom a filter chooses are filled in with, as of one day.
 * @throws Failure `unknown-account`, `no-terms`
 */
export function formsFor(app: App, filter: Filter, today: Day): Forms {
  return app.snapshot((db) => {
    const consentsOf = consentsOn(db, today);
    const people = addressees(db, filter, today).flatMap(({ birthDate, guardians, sayings, ...person }) => {
      const consents = consentsOf({ role: person.role, birthDate }, sayings);
      const standings = consents.standings.filter(({ basis }) => basis !== 'none');
      const acknowledges = standings.some(({ basis }) => basis === 'acknowledgement');
      const filledIn = { signers: consents.deciders, guardians: JSON.parse(guardians), acknowledges };
      return standings.length === 0 ? [] : { ...person, ...filledIn, states: statesOf(standings) };
    });
    const asked = new Set(people.flatMap(({ states }) => Object.keys(states)));
    const allPurposes = purposes(db);
    return {
      school: settingValue(db, schoolName),
      today,
      terms: asked.has('terms') ? versionFor(db, undefined, today) : null,
      purposes: allPurposes.filter(({ name }) => asked.has(name)),
      allPurposes,
      people,
    };
  });
}

/** The text of the terms, as it was published. */
export const termsText = (db: Reader, { version }: Published): string => textOf(bytesOf(db, version)) ?? '';
