import type { Reader } from '../../database/database.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Gate } from '../../subject.ts';
import { versionOn } from '../../terms/rules.ts';
import { allVersions } from '../../terms/store.ts';
import type { Day } from '../../time.ts';
import { type Filter, newcomersAmong } from '../../users/store.ts';
import { type Basis, type ConsentState, type Deciders, type Finding, stateOfFinding, withholds } from '../rules.ts';
import { termsBasis } from '../settings.ts';
import { type Asked, askedPeople, type Standing } from '../standings.ts';

/** A consent that is not there, and why. */
export interface Missing {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  purpose: string;
  /** What it rests on; where that is a signature, only that can be missing. */
  basis: Basis;
  state: ConsentState;
  reason: Finding;
  /** Who must decide today. */
  deciders: Deciders;
}

/** The consents and signatures of somebody that are not there, as far as anything rests on them. */
const lackingOf = ({ standings }: Asked): Standing[] =>
  standings.filter(({ finding, basis }) => finding !== 'complete' && basis !== 'none');

/**
 * The consents that are not there, of the people whom a filter chooses, for some purposes or (empty) for all.
 * @throws Failure `unknown-account`
 */
export function* missing(db: Reader, filter: Filter, purposes: readonly string[], today: Day): Generator<Missing> {
  const isWanted = (purpose: string) => purposes.length === 0 || purposes.includes(purpose);
  for (const person of askedPeople(db, filter, today)) {
    const { account, givenName, familyName, class: name } = person;
    const wanted = lackingOf(person).filter(({ purpose }) => isWanted(purpose));
    for (const { purpose, basis, finding, deciders } of wanted.sort((one, other) =>
      one.purpose < other.purpose ? -1 : 1,
    )) {
      const state = stateOfFinding[finding];
      yield { account, givenName, familyName, class: name, purpose, basis, state, reason: finding, deciders };
    }
  }
}

/** How much of a purpose is missing, and what it rests on: a signature only where nobody who misses it consents. */
export interface Undecided {
  purpose: string;
  basis: Basis;
  count: number;
}

/** What somebody still has to decide on or sign, by purpose, the terms first: whoever refused or withdrew has decided. */
export function undecided(db: Reader, today: Day): Undecided[] {
  const found = new Map<string, Undecided>();
  for (const person of askedPeople(db, {}, today)) {
    if (person.isLeaving) continue;
    for (const { purpose, basis, finding } of lackingOf(person)) {
      if (finding === 'refused' || finding === 'withdrawn') continue;
      const before = found.get(purpose);
      found.set(purpose, {
        purpose,
        basis: before?.basis === 'consent' ? 'consent' : basis,
        count: (before?.count ?? 0) + 1,
      });
    }
  }
  const byName = (one: string, other: string) =>
    Number(one !== 'terms') - Number(other !== 'terms') || (one < other ? -1 : 1);
  return [...found.values()].sort((one, other) => byName(one.purpose, other.purpose));
}

/** Which newcomers have not agreed to the terms, where accounts rest on consent to them and there are any. */
export const gate: Gate = (db, today, accounts) => {
  const withheld = new Set<string>();
  if (!versionOn(allVersions(db), today)) {
    const isAsked = Object.values(termsBasis).some((basis) => settingValue(db, basis) === 'consent');
    return { withheld, isOpen: isAsked };
  }
  const newcomers = newcomersAmong(db, accounts);
  if (newcomers.length === 0) return { withheld, isOpen: false };
  for (const one of missing(db, { accounts: newcomers }, ['terms'], today))
    if (withholds(one)) withheld.add(one.account);
  return { withheld, isOpen: false };
};
