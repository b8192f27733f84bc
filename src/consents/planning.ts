import type { Reader } from '../database/database.ts';
import { dayAfter, type Schedule } from '../leavers/rules.ts';
import { deletedAfterWithdrawal } from '../leavers/settings.ts';
import { scheduleBeforeWithdrawal, scheduleOf } from '../leavers/store.ts';
import { schoolYearEnd } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import { allVersions } from '../terms/store.ts';
import type { Day } from '../time.ts';
import { custodyOf, guardiansOf } from '../users/guardians/store.ts';
import { accountIn, type By, nameIn } from '../users/guardians/who.ts';
import { isSameName, type User } from '../users/rules.ts';
import { findUser } from '../users/store.ts';
import { type Assessment, assess } from './findings.ts';
import {
  type DecisionWish,
  type Known,
  mayDecide,
  type Objection,
  objectionTo,
  type Setting,
  versionMeant,
  whoIsCalled,
} from './objections.ts';
import {
  type Basis,
  type ConsentState,
  type Decision,
  isAsked,
  type Saying,
  saidBefore,
  stateOfFinding,
} from './rules.ts';
import { basesOn, circumstancesOn, courtOf, factsOf, type NewFact, noticesOf, purposes } from './store.ts';

/** A decision that can be recorded, and what follows from it. */
export interface Planned {
  user: User;
  wish: DecisionWish;
  fact: NewFact & { decision: Decision };
  /** The number of the fact that says the same already, or that it is planned: then there is nothing to record. */
  repeats: number | 'planned' | null;
  /** What the purpose rests on for this person. */
  basis: Basis;
  /** Whether it is recorded as said and has no effect, since the student decides alone. */
  idle: boolean;
  /** How the consent stands then; null where the person is not asked. */
  state: ConsentState | null;
  /** What becomes of the person's schedule; null where nothing does. */
  leaving: { from: Schedule | undefined; to: Schedule | undefined } | null;
}

/** What is known of a person, and what was planned since. */
interface Person extends Known {
  facts: readonly Saying[];
  /** The number of the first fact that is planned. */
  firstPlanned: number;
  schedule: Schedule | undefined;
  /** The schedule that a withdrawal has taken the place of. */
  before: Schedule | undefined;
}

/** Works out decisions one after the other, each in the light of those before it. Nothing is written. */
export class DecisionPlan {
  private readonly db: Reader;
  private readonly setting: Setting;
  /** The day of deletion of whoever withdraws the terms, if the account rests on consent. */
  private readonly deletedOn: Day;
  private readonly people = new Map<number, Person>();

  constructor(db: Reader, today: Day) {
    this.db = db;
    this.setting = {
      today,
      circumstancesOf: circumstancesOn(db, today),
      purposes: purposes(db),
      terms: allVersions(db),
      basisOf: basesOn(db),
    };
    const delay = settingValue(db, deletedAfterWithdrawal);
    this.deletedOn = dayAfter(today, delay, settingValue(db, schoolYearEnd));
  }

  /**
   * What recording a decision would do, or what stands against it. `ever`: what was recorded once is not recorded
   * again, even if it was corrected since.
   */
  add(user: User, given: DecisionWish, ever = false): Planned | Objection {
    const person = this.personOf(user);
    const wish = { ...given, by: spelledBefore(person, given.by) };
    const fact = this.factOf(wish, person);
    const saying = { ...fact, by: wish.by };
    const before = wish.corrects === undefined ? this.saidBefore(person, wish, ever) : undefined;
    // What was recorded once is, even if it could not be recorded today.
    const isDone = before !== undefined && ever;
    const objection = isDone
      ? undefined
      : objectionTo(wish, this.setting, person, (account) => findUser(this.db, account)?.role);
    if (objection) return objection;
    const basis = this.setting.basisOf(wish.purpose, user.role);
    if (before) {
      const repeats = before.id < person.firstPlanned ? before.id : 'planned';
      const idle = this.isIdle(person, fact.purpose, before.id);
      return { user, wish, fact, repeats, basis, idle, state: this.stateOf(person, fact.purpose), leaving: null };
    }
    const id = nextId(person.facts);
    const facts = [...without(person.facts, wish.corrects), { ...saying, id, corrected: false }];
    const followed = this.follow(person, facts, fact);
    const idle = this.isIdle(person, fact.purpose, id);
    return { user, wish, fact, repeats: null, basis, idle, ...followed };
  }

  /** Who a name stands for: somebody who may decide for a person on the day and has an account; if that is clear. */
  whoIsMeant(user: User, wish: Pick<DecisionWish, 'by' | 'on' | 'purpose'>): By {
    const { by } = wish;
    if (by === `guardian:${user.account}`) return 'self';
    const name = nameIn(by);
    const called = name === undefined ? [] : whoIsCalled(name, this.personOf(user));
    const entitled = called.filter((one) => mayDecide(user, one, wish, this.setting));
    const [who, ...others] = entitled.length > 0 ? entitled : called.filter((one) => one !== 'self');
    return who !== undefined && others.length === 0 ? who : by;
  }

  /** What striking a fact would do. */
  strike(user: User, { id, purpose }: Pick<Saying, 'id' | 'purpose'>): Pick<Planned, 'state' | 'leaving'> {
    const person = this.personOf(user);
    return this.follow(person, without(person.facts, id), { purpose, decision: 'struck' });
  }

  /** A guardian may have got an account since; then what was recorded under the name is theirs. */
  private saidBefore({ user, facts }: Person, wish: DecisionWish, ever: boolean): Saying | undefined {
    const known = facts
      .filter(({ on }) => on === wish.on)
      .map((fact) => ({ ...fact, by: this.whoIsMeant(user, fact) }));
    const version = ever ? wish.version : versionMeant(wish, this.setting.terms);
    const by = this.whoIsMeant(user, wish);
    return saidBefore(known, { ...wish, by, version: wish.purpose === 'terms' ? version : null }, ever);
  }

  private personOf(user: User): Person {
    const { db, people } = this;
    const { id } = user;
    const known = people.get(id);
    if (known) return known;
    const facts = factsOf(db, id);
    const person = {
      user,
      guardians: guardiansOf(db, id),
      facts,
      custody: custodyOf(db, id),
      court: courtOf(db, id),
      told: noticesOf(db, id).map(({ on }) => on),
      firstPlanned: nextId(facts),
      schedule: scheduleOf(db, id),
      before: scheduleBeforeWithdrawal(db, id),
    };
    people.set(id, person);
    return person;
  }

  private factOf(wish: DecisionWish, { guardians }: Known): Planned['fact'] {
    const { decision, purpose, by, on, channel, evidence, corrects = null } = wish;
    return {
      purpose,
      version: versionMeant(wish, this.setting.terms) ?? null,
      decision,
      guardianId: guardians.find(({ account }) => account === accountIn(by))?.id ?? null,
      guardianName: nameIn(by) ?? null,
      on,
      channel,
      evidence,
      corrects,
    };
  }

  /** Takes in what is known of a person now, and says what follows from it. */
  private follow(person: Person, facts: Saying[], { purpose, decision }: Pick<NewFact, 'purpose' | 'decision'>) {
    const wasWithdrawn = this.stateOf(person, purpose) === 'withdrawn';
    person.facts = facts;
    const state = this.stateOf(person, purpose);
    const from = person.schedule;
    if (purpose === 'terms') {
      const restsOnIt = this.setting.basisOf(purpose, person.user.role) === 'consent';
      const isAnew = restsOnIt && (decision === 'withdrawn' || !wasWithdrawn);
      person.schedule = state === 'withdrawn' ? this.leavingSoon(from, isAnew) : stayingOn(person, state);
      if (from && from.reason !== 'withdrawal') person.before = from;
    }
    return { state, leaving: person.schedule === from ? null : { from, to: person.schedule } };
  }

  /** The schedule of whoever has withdrawn the terms: the day of deletion comes no later than by the rule. */
  private leavingSoon(current: Schedule | undefined, isAnew: boolean): Schedule | undefined {
    const { deletedOn } = this;
    if (!isAnew) return current;
    if (!current) return { leftOn: this.setting.today, lockedFrom: deletedOn, deletedOn, reason: 'withdrawal' };
    if (current.reason === 'withdrawal' || current.deletedOn <= deletedOn) return current;
    const lockedFrom = current.lockedFrom < deletedOn ? current.lockedFrom : deletedOn;
    return { ...current, lockedFrom, deletedOn, reason: 'withdrawal' };
  }

  private stateOf(person: Known, name: string): ConsentState | null {
    const assessment = this.assess(person, name);
    return assessment && stateOfFinding[assessment.finding];
  }

  /** Whether a fact of somebody says something that has no effect. */
  private isIdle(person: Known, name: string, id: number): boolean {
    return this.assess(person, name)?.idle.includes(id) ?? false;
  }

  /** What somebody's facts about a purpose come to; null where they are not asked. */
  private assess({ user, facts, guardians, custody, court, told }: Known, name: string): Assessment | null {
    const purpose = this.setting.purposes.find((one) => one.name === name);
    if (!purpose || !isAsked(purpose, user.role, this.setting.today)) return null;
    return assess(
      facts.filter((fact) => fact.purpose === name),
      {
        ...this.setting.circumstancesOf(name),
        person: user,
        basis: this.setting.basisOf(name, user.role),
        known: guardians.map(({ account }) => `guardian:${account}` as const),
        custody,
        court,
        told,
      },
    );
  }
}

/** A guardian without an account is written as the first time, so that all that they decide stands together. */
function spelledBefore({ facts }: Person, by: By): By {
  const name = nameIn(by);
  if (name === undefined) return by;
  const isSame = (before: string | undefined) => before !== undefined && isSameName(name, before);
  return facts.find((fact) => isSame(nameIn(fact.by)))?.by ?? by;
}

/** Whoever agrees again, or is asked again, stays or leaves as before; a refusal does not take a withdrawal back. */
const stayingOn = ({ schedule, before }: Person, state: ConsentState | null): Schedule | undefined =>
  schedule?.reason === 'withdrawal' && state !== 'refused' ? before : schedule;

/** Numbers rise in the order in which it was written down. */
const nextId = (facts: readonly Saying[]): number => (facts.at(-1)?.id ?? 0) + 1;

const without = (facts: readonly Saying[], corrected: number | undefined): Saying[] =>
  facts.map((fact) => (fact.id === corrected ? { ...fact, corrected: true } : fact));
