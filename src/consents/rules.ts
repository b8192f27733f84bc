import type { Day, Instant } from '../time.ts';
import type { Custody } from '../users/guardians/rules.ts';
import type { By } from '../users/guardians/who.ts';
import { birthday, type Role } from '../users/rules.ts';
import { yearOf } from '../users/years.ts';

export const decisions = ['given', 'refused', 'withdrawn'] as const;
export type Decision = (typeof decisions)[number];

export type Channel = 'paper' | 'online' | 'mail' | 'in-person';

/**
 * What a purpose rests on: consent; a signature under what binds anyway, which can't be refused or withdrawn; or nothing
 * that anybody signs.
 */
export type Basis = 'consent' | 'acknowledgement' | 'none';

/** What a school asks consent for. */
export interface Purpose {
  name: string;
  title: string;
  about: string;
  /** Who is asked. */
  roles: Role[];
  /** From this day on nobody is asked any more. */
  retiredOn: Day | null;
  /** Ages of its own; null where the school's hold. */
  guardianUntil: number | null;
  selfFrom: number | null;
  /** Whether one guardian is enough, or all must decide who have custody. */
  guardians: 'one' | 'all';
  /** What it rests on, by role; for the terms the settings say it. */
  bases: Partial<Record<Role, Basis>>;
  /** What follows from a yes, and from a no. */
  yes: string;
  no: string;
}

/** Whether anybody is still asked for a purpose on a day. */
export const isOpen = ({ retiredOn }: Purpose, day: Day): boolean => retiredOn === null || retiredOn > day;

/** Whether a role is asked for a purpose on a day. */
export const isAsked = (purpose: Purpose, role: Role, day: Day): boolean =>
  purpose.roles.includes(role) && isOpen(purpose, day);

/** What somebody said about a purpose, as far as it counts. */
export interface Saying {
  /** Rises in the order in which it was written down. */
  id: number;
  purpose: string;
  /** Of the terms; null for every other purpose. */
  version: string | null;
  decision: Decision;
  by: By;
  on: Day;
  /** Whether it was corrected or struck since, and counts no more. */
  corrected: boolean;
}

/** A decision that was written down; never edited, only corrected by another one. */
export interface Fact extends Saying {
  channel: Channel;
  evidence: string | null;
  recordedAt: Instant;
  recordedBy: string;
  /** The fact that this one takes the place of. */
  corrects: number | null;
}

/**
 * The fact that says the same already: by the same person, on the same day, about the same version. What was corrected
 * since may be said again, and so may what the same person has taken back on that day; `ever`: not even that. Without
 * a version, any will do.
 */
export function saidBefore(
  known: readonly Saying[],
  saying: Omit<Saying, 'id' | 'corrected' | 'version'> & { version: string | null | undefined },
  ever: boolean,
): Saying | undefined {
  const { purpose, version, decision, by, on } = saying;
  const alike = known.filter(
    (fact) =>
      fact.purpose === purpose &&
      (version === undefined || fact.version === version) &&
      fact.by === by &&
      fact.on === on,
  );
  if (ever) return alike.find((fact) => fact.decision === decision);
  const last = alike.findLast(({ corrected }) => !corrected);
  return last?.decision === decision ? last : undefined;
}

/** What a user's decisions on a purpose come to. */
export type ConsentState = 'complete' | 'partial' | 'missing' | 'refused' | 'withdrawn' | 'outdated';

/** Why a consent is not there; or that it is. */
export type Finding =
  | 'complete'
  | 'only-student'
  | 'only-guardian'
  | 'only-one-guardian'
  | 'older-version'
  | 'refused'
  | 'withdrawn'
  | 'decides-alone-now'
  | 'nobody-decided';

export const stateOfFinding: Readonly<Record<Finding, ConsentState>> = {
  complete: 'complete',
  'only-student': 'partial',
  'only-guardian': 'partial',
  'only-one-guardian': 'partial',
  'older-version': 'outdated',
  refused: 'refused',
  withdrawn: 'withdrawn',
  'decides-alone-now': 'missing',
  'nobody-decided': 'missing',
};

/** Whether somebody new gets no account for it: only consent withholds one, and what was rightly given stays enough. */
export const withholds = ({ basis, reason }: { basis: Basis; reason: Finding }): boolean =>
  basis === 'consent' && !['complete', 'older-version'].includes(reason);

/** The ages, in full years, from which a student decides together with a guardian, and alone. */
export interface Ages {
  guardianUntil: number;
  selfFrom: number;
}

export type Deciders = 'guardian' | 'both' | 'self';

/** Whose decisions are looked at. */
export interface Person {
  role: Role;
  birthDate: Day | null;
  /** By its year it is known of a child without a birth date whether a guardian decides. */
  class?: string | null;
}

/** Up to this year a guardian decides for a child whose birth date is not known. */
const lastYearOfChildren = 6;

/** How many school years begin between two days, the last day of a school year being a month and day. */
const yearsBetween = (from: Day, to: Day, yearEnd: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + Number(to.slice(5) > yearEnd) - Number(from.slice(5) > yearEnd);

/** What it hangs on who decides for a person on a day. */
export interface Deciding {
  person: Person;
  today: Day;
  ages: Ages;
  /** The last day of the school year, as month and day. */
  yearEnd?: string;
}

/**
 * Who must decide for a person on a day: a student by age, everybody else for themselves. Without a birth date the year of
 * the class says it: a guardian up to year 6, else both.
 */
export function decidersFor({ person, today, ages, yearEnd = '07-31' }: Deciding, day: Day): Deciders {
  const { role, birthDate } = person;
  if (role !== 'student') return 'self';
  if (birthDate === null) {
    const year = yearOf(person.class ?? '');
    return year !== null && year - yearsBetween(day, today, yearEnd) <= lastYearOfChildren ? 'guardian' : 'both';
  }
  if (day >= birthday(birthDate, ages.selfFrom)) return 'self';
  return day < birthday(birthDate, ages.guardianUntil) ? 'guardian' : 'both';
}

/** A court's word on who of the guardians decides about one purpose (§ 1628 BGB); null: all of them again. */
export interface CourtDecision {
  /** Rises in the order in which it was written down. */
  id: number;
  purpose: string;
  by: By | null;
  since: Day;
}

/** Whom a court lets decide about a purpose on a day, if it does. */
export function courtsChoice(court: readonly CourtDecision[], purpose: string, day: Day): By | null {
  const said = court.filter((one) => one.purpose === purpose && one.since <= day);
  const last = said.reduce<CourtDecision | undefined>(
    (found, one) => (found && isEarlier(one, found) ? found : one),
    undefined,
  );
  return last?.by ?? null;
}

const isEarlier = (one: CourtDecision, other: CourtDecision): boolean =>
  one.since < other.since || (one.since === other.since && one.id < other.id);

/** What the finding follows from beside the facts. */
export interface Circumstances extends Deciding {
  /** The versions that hold or held; the one that holds today comes last. */
  versions: readonly string[];
  /** Consent, unless it is said otherwise. */
  basis?: Basis;
  /** Whether one guardian is enough, or all must decide who have custody; one, unless it is said otherwise. */
  guardians?: 'one' | 'all';
  /** The guardians with accounts. */
  known?: readonly By[];
  custody?: readonly Custody[];
  court?: readonly CourtDecision[];
  /** The days on which the student was told of the right to withdraw, and of what guardians said. */
  told?: readonly Day[];
}
