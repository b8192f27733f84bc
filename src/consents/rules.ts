import type { Day, Instant } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import { birthday, type Role } from '../users/rules.ts';

export const decisions = ['given', 'refused', 'withdrawn'] as const;
export type Decision = (typeof decisions)[number];

export type Channel = 'paper' | 'online' | 'mail' | 'in-person';

export const bases = ['consent', 'acknowledgement', 'none'] as const;
/**
 * What a purpose rests on: consent; a signature under what binds anyway, which can't be refused or withdrawn; or nothing
 * that anybody signs.
 */
export type Basis = (typeof bases)[number];

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
  | 'older-version'
  | 'refused'
  | 'withdrawn'
  | 'decides-alone-now'
  | 'nobody-decided';

export const stateOfFinding: Readonly<Record<Finding, ConsentState>> = {
  complete: 'complete',
  'only-student': 'partial',
  'only-guardian': 'partial',
  'older-version': 'outdated',
  refused: 'refused',
  withdrawn: 'withdrawn',
  'decides-alone-now': 'missing',
  'nobody-decided': 'missing',
};

/** Whether somebody new gets no account for it: only consent withholds one, and what was rightly given stays enough. */
export const withholds = ({ basis, reason }: { basis: Basis; reason: Finding }): boolean =>
  basis === 'consent' && !['complete', 'older-version', 'decides-alone-now'].includes(reason);

/** The ages, in full years, from which a student decides together with a guardian, and alone. */
export interface Ages {
  guardianUntil: number;
  selfFrom: number;
}

export type Deciders = 'guardian' | 'both' | 'self';

/** Who must decide for a student on a day; without a birth date, both. */
export function deciders(birthDate: Day | null, day: Day, { guardianUntil, selfFrom }: Ages): Deciders {
  if (birthDate === null) return 'both';
  if (day >= birthday(birthDate, selfFrom)) return 'self';
  return day < birthday(birthDate, guardianUntil) ? 'guardian' : 'both';
}

/** Whose decisions are looked at. */
export interface Person {
  role: Role;
  birthDate: Day | null;
}

/** Who must decide for a person on a day: a student by age, everybody else for themselves. */
export const decidersFor = ({ role, birthDate }: Person, day: Day, ages: Ages): Deciders =>
  role === 'student' ? deciders(birthDate, day, ages) : 'self';

/** Whether somebody may decide for a person on a day. */
export const mayDecide = (person: Person, by: By, day: Day, ages: Ages): boolean =>
  decidersFor(person, day, ages) !== (by === 'self' ? 'guardian' : 'self');

/** What the finding follows from beside the facts. */
export interface Circumstances {
  person: Person;
  today: Day;
  ages: Ages;
  /** The versions that hold or held; the one that holds today comes last. */
  versions: readonly string[];
  /** Consent, unless it is said otherwise. */
  basis?: Basis;
}

/**
 * What the facts about one purpose come to today. The rule, in five steps:
 * 1. A fact that was corrected says nothing. A fact about a version of the terms speaks from the day that it holds. What
 *    binds anyway can be signed and no more: there a refusal or withdrawal from before says nothing.
 * 2. Everybody has one word: their last refusal or withdrawal, unless they gave consent after it.
 * 3. Only those count who decide today and did when they spoke: whoever decides alone now is asked again.
 * 4. One withdrawal outweighs all, then one refusal. No birthday takes a withdrawal back: it stands until somebody
 *    who counts has spoken after it.
 * 5. Else all who must decide today must have given consent, to the version that holds.
 */
export function findingOf(
  facts: readonly Saying[],
  { person, today, ages, versions, basis }: Circumstances,
  must: Deciders = decidersFor(person, today, ages),
): Finding {
  if (facts.length === 0) return 'nobody-decided';
  const speaking = facts.filter(
    ({ corrected, version, decision }) =>
      !corrected &&
      (version === null || versions.includes(version)) &&
      (basis !== 'acknowledgement' || decision === 'given'),
  );
  const words = speaking.filter((fact) => !speaking.some((other) => overrides(other, fact)));
  const counting = words.filter(({ by, on }) => counts(by, on, must, person, ages));
  const isAnswered = (word: Saying) => counting.some((other) => isLater(other, word));
  if (counting.some(({ decision }) => decision === 'withdrawn')) return 'withdrawn';
  if (words.some((word) => word.decision === 'withdrawn' && !isAnswered(word))) return 'withdrawn';
  if (counting.some(({ decision }) => decision === 'refused')) return 'refused';

  const current = counting.filter(({ version }) => version === null || version === versions.at(-1));
  const bySelf = current.some(({ by }) => by === 'self');
  const byGuardian = current.some(({ by }) => by !== 'self');
  if (must === 'both' ? bySelf && byGuardian : bySelf || byGuardian) return 'complete';
  if (bySelf) return 'only-student';
  if (byGuardian) return 'only-guardian';
  if (counting.length > 0) return 'older-version';
  return must === 'self' && words.some(({ decision }) => decision === 'given') ? 'decides-alone-now' : 'nobody-decided';
}

/** What the facts come to today for one purpose among them. */
export const stateOf = (facts: readonly Saying[], purpose: string, circumstances: Circumstances): ConsentState =>
  stateOfFinding[
    findingOf(
      facts.filter((fact) => fact.purpose === purpose),
      circumstances,
    )
  ];

/** Whether a later word of the same person takes back an earlier one. */
const overrides = (later: Saying, earlier: Saying): boolean =>
  later.by === earlier.by && (later.decision === 'given') !== (earlier.decision === 'given') && isLater(later, earlier);

const isLater = (one: Saying, other: Saying): boolean =>
  one.on > other.on || (one.on === other.on && one.id > other.id);

/** Whether a word still counts, by who must decide today and by the age of a student on the day of the word. */
function counts(by: By, on: Day, must: Deciders, { role, birthDate }: Person, ages: Ages): boolean {
  if (by !== 'self') return must !== 'self';
  if (role !== 'student' || birthDate === null) return true;
  return on >= birthday(birthDate, must === 'self' ? ages.selfFrom : ages.guardianUntil);
}
