import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import type { Day } from '../time.ts';
import type { Filter } from '../users/store.ts';
import { type ConsentState, type Deciders, type Finding, stateOfFinding } from './rules.ts';
import { consentRequired } from './settings.ts';
import { type Asked, askedPeople, type Standing } from './standings.ts';

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

/** The consents of somebody that are not there; of the terms only if accounts rest on consent to them. */
function lacking(db: Reader): (asked: Asked) => Standing[] {
  const isRequired = settingValue(db, consentRequired) === 'yes';
  return ({ standings }) =>
    standings.filter(({ purpose, finding }) => finding !== 'complete' && (isRequired || purpose !== 'terms'));
}

/**
 * The consents that are not there, of the people whom a filter chooses, for some purposes or (empty) for all.
 * @throws Failure `unknown-account`
 */
export function* missing(db: Reader, filter: Filter, purposes: readonly string[], today: Day): Generator<Missing> {
  const lackingOf = lacking(db);
  const isWanted = (purpose: string) => purposes.length === 0 || purposes.includes(purpose);
  for (const person of askedPeople(db, filter, today)) {
    const { account, givenName, familyName, class: name, deciders } = person;
    const wanted = lackingOf(person).filter(({ purpose }) => isWanted(purpose));
    for (const { purpose, finding } of wanted.sort((one, other) => (one.purpose < other.purpose ? -1 : 1))) {
      const state = stateOfFinding[finding];
      yield { account, givenName, familyName, class: name, purpose, state, reason: finding, deciders };
    }
  }
}

/** How many consents somebody still has to decide on, by purpose, the terms first: whoever refused or withdrew has decided. */
export function undecided(db: Reader, today: Day): { purpose: string; count: number }[] {
  const lackingOf = lacking(db);
  const counts = new Map<string, number>();
  for (const person of askedPeople(db, {}, today)) {
    if (person.isLeaving) continue;
    for (const { purpose, finding } of lackingOf(person)) {
      if (finding !== 'refused' && finding !== 'withdrawn') counts.set(purpose, (counts.get(purpose) ?? 0) + 1);
    }
  }
  const byName = (one: string, other: string) =>
    Number(one !== 'terms') - Number(other !== 'terms') || (one < other ? -1 : 1);
  return [...counts].sort(([one], [other]) => byName(one, other)).map(([purpose, count]) => ({ purpose, count }));
}
