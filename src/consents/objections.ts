import type { Failure } from '../failures.ts';
import { noTermsOn, unknownVersion } from '../terms/failures.ts';
import { type Version, versionOn } from '../terms/rules.ts';
import type { Day } from '../time.ts';
import { noCustody, notGuardianOf, unknownAccount } from '../users/failures.ts';
import { type Custody, hasCustody } from '../users/guardians/rules.ts';
import type { Guardian } from '../users/guardians/store.ts';
import { accountIn, type By, named, nameIn } from '../users/guardians/who.ts';
import { isSameName, type Role, type User } from '../users/rules.ts';
import * as failures from './failures.ts';
import {
  type Basis,
  type Channel,
  type CourtDecision,
  type Decision,
  decidersFor,
  isAsked,
  isOpen,
  type Purpose,
  type Saying,
} from './rules.ts';
import type { PurposeCircumstances } from './store.ts';

/** A decision of somebody as it is to be recorded. */
export interface DecisionWish {
  decision: Decision;
  purpose: string;
  by: By;
  /** Of the terms; without it, the one that held on the day. */
  version?: string | undefined;
  on: Day;
  channel: Channel;
  evidence: string | null;
  /** The fact that this one takes the place of; for one person only. */
  corrects?: number | undefined;
}

/** Why a decision can't be recorded, and which part of it is in the way. */
export interface Objection {
  code: string;
  part: keyof DecisionWish;
  /** The same for all whom it holds for. */
  failure(accounts: string[]): Failure;
}

/** What the school asks for, and since when. */
export interface Setting {
  today: Day;
  circumstancesOf(purpose: string): PurposeCircumstances;
  purposes: readonly Purpose[];
  terms: readonly Version[];
  basisOf(purpose: string, role: Role): Basis;
}

/** What is known of the person whose decision it is. */
export interface Known {
  user: User;
  guardians: readonly Guardian[];
  facts: readonly Saying[];
  custody: readonly Custody[];
  court: readonly CourtDecision[];
  told: readonly Day[];
}

/** What the holder of an account is; undefined where nobody has it. */
type RoleOf = (account: string) => Role | undefined;

/** The version of the terms that a decision is about: null for other purposes, undefined where there is none. */
export function versionMeant({ purpose, version, on }: DecisionWish, terms: readonly Version[]) {
  if (purpose !== 'terms') return null;
  return version === undefined ? versionOn(terms, on)?.version : terms.find((one) => one.version === version)?.version;
}

/**
 * What stands against recording a decision, if anything: the first reason, from the purpose to the person.
 * `roleOf` says what the holder of an account is, if anybody has it.
 */
export function objectionTo(wish: DecisionWish, setting: Setting, known: Known, roleOf: RoleOf): Objection | undefined {
  return aboutPurpose(wish, setting, known.user) ?? aboutWho(wish, setting, known, roleOf) ?? aboutFacts(wish, known);
}

/** Consent can be withdrawn for as long as it is there, also where nobody is asked any more (Art. 7(3) DSGVO). */
function aboutPurpose(
  wish: DecisionWish,
  { today, purposes, terms, basisOf }: Setting,
  { role, birthDate }: User,
): Objection | undefined {
  const { purpose: name, decision, on, version } = wish;
  const asked = purposes.filter((purpose) => isOpen(purpose, today));
  const purpose = (decision === 'withdrawn' ? purposes : asked).find((one) => one.name === name);
  if (!purpose) {
    return objection('purpose', failures.unknownPurpose, { purpose: name, known: asked.map((one) => one.name) });
  }
  if (on > today) return objection('on', failures.decidedInFuture, { on });
  if (birthDate !== null && on < birthDate) return objection('on', failures.decidedBeforeBirth, { on });
  if (name !== 'terms' && version !== undefined) {
    return objection('version', failures.onlyTermsHaveVersions, { purpose: name });
  }
  if (versionMeant(wish, terms) === undefined) {
    if (version === undefined) return objection('on', noTermsOn, { day: on });
    return objection('version', unknownVersion, { version, known: terms.map((one) => one.version) });
  }
  if (decision !== 'given' && basisOf(name, role) === 'acknowledgement') {
    return objection('decision', failures.bindsAnyway, { decision });
  }
  if (decision === 'withdrawn' || isAsked(purpose, role, today)) return undefined;
  return objection('purpose', failures.notAsked, { purpose: name, roles: purpose.roles });
}

/** Whether somebody decides about a purpose for a person on a day, alone or with others. */
export const mayDecide = (
  user: User,
  by: By,
  { purpose, on }: Pick<DecisionWish, 'purpose' | 'on'>,
  setting: Setting,
): boolean =>
  decidersFor({ person: user, ...setting.circumstancesOf(purpose) }, on) !== (by === 'self' ? 'guardian' : 'self');

/**
 * A student's own no counts at any age, and so does taking it back. What a guardian says after the student decides alone
 * is recorded as said, whether it has an effect or not.
 */
function aboutWho(wish: DecisionWish, setting: Setting, known: Known, roleOf: RoleOf): Objection | undefined {
  const { by, on, decision, purpose } = wish;
  const { user, guardians, custody, facts } = known;
  if (by === 'self') {
    const hasSaidNo = facts.some((fact) => isOwnNo(fact, purpose));
    const isAllowed = decision !== 'given' || hasSaidNo || mayDecide(user, by, wish, setting);
    return isAllowed ? undefined : objection('by', failures.notEntitled, { by, on });
  }
  if (user.role !== 'student') return objection('by', failures.notEntitled, { by, on });
  const account = accountIn(by);
  const name = nameIn(by);
  if (account !== undefined && !guardians.some((guardian) => guardian.account === account)) {
    const role = roleOf(account);
    if (role) return objection('by', notGuardianOf, { guardian: account, role });
    return { part: 'by', code: unknownAccount.code, failure: () => unknownAccount({ accounts: [account] }) };
  }
  if (name !== undefined) {
    const called = whoIsCalled(name, known);
    const entitled = called.filter((who) => mayDecide(user, who, wish, setting));
    if (entitled.length > 0) return objection('by', failures.knownHere, { name, by: entitled });
    // A child who signed alone is nobody's guardian.
    if (called.includes('self')) return objection('by', failures.notEntitled, { by: 'self', on });
    if (called.length > 0) return objection('by', failures.knownHere, { name, by: called });
  }
  return hasCustody(custody, by, on) ? undefined : objection('by', noCustody, { by: named(by), on });
}

const isOwnNo = (fact: Saying, purpose: string) =>
  fact.by === 'self' && fact.purpose === purpose && fact.decision !== 'given' && !fact.corrected;

/** Who of those who can decide for a person has a name: the person, or guardians with accounts. */
export function whoIsCalled(name: string, { user, guardians }: Pick<Known, 'user' | 'guardians'>): By[] {
  const isCalled = ({ givenName, familyName }: Pick<User, 'givenName' | 'familyName'>) =>
    isSameName(name, `${givenName} ${familyName}`) || isSameName(name, `${familyName}, ${givenName}`);
  const called = guardians.filter(isCalled).map(({ account }) => `guardian:${account}` as const);
  return isCalled(user) ? ['self', ...called] : called;
}

function aboutFacts({ purpose, decision, on, corrects }: DecisionWish, { facts }: Known): Objection | undefined {
  const counting = facts.filter((fact) => fact.purpose === purpose && !fact.corrected);
  if (corrects !== undefined && !counting.some(({ id }) => id === corrects)) {
    return objection('corrects', failures.notCorrectable, { fact: corrects });
  }
  if (decision !== 'withdrawn' || counting.some((fact) => fact.decision === 'given' && fact.on <= on)) return undefined;
  return objection('decision', failures.nothingToWithdraw, { purpose });
}

function objection<Facts extends object>(
  part: keyof DecisionWish,
  failure: ((facts: Facts & { accounts: string[] }) => Failure) & { code: string },
  facts: Facts,
): Objection {
  return { part, code: failure.code, failure: (accounts) => failure({ ...facts, accounts }) };
}
