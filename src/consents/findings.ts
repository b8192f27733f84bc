import { addDays, type Day } from '../time.ts';
import { hasCustody } from '../users/guardians/rules.ts';
import type { By } from '../users/guardians/who.ts';
import { birthday, fullAge } from '../users/rules.ts';
import { type Circumstances, courtsChoice, decidersFor, type Finding, type Saying } from './rules.ts';

/** What the facts about one purpose come to, and what the student must hear because of them. */
export interface Assessment {
  finding: Finding;
  /** Why the student is to be told, if they are: their consent goes on past an age, or a guardian spoke without effect. */
  inform: 'reached-age' | 'guardian-spoke' | null;
  /** The numbers of the facts that had no effect when they were said. */
  idle: readonly number[];
}

/** What the facts about one purpose come to today. */
export const findingOf = (facts: readonly Saying[], circumstances: Circumstances): Finding =>
  assess(facts, circumstances).finding;

/**
 * What the facts about one purpose come to today. The rule:
 * 1. A fact that was corrected says nothing. A fact about a version of the terms speaks from the day that it holds. What
 *    binds anyway can be signed and no more: there a refusal or withdrawal from before says nothing.
 * 2. Whoever may decide on the day of their word counts: a student by age, of the guardians those who have custody on
 *    that day, or the one whom a court lets decide. A student's own no counts at any age. A guardian who speaks after
 *    the student decides alone has no effect, unless it is to take back a consent of their own that still carries.
 * 3. Once all have consented who must on a day, that stands: no birthday and no loss of custody takes it away, only a no
 *    of somebody who counts.
 * 4. A no outweighs every yes until whoever said it says yes; of somebody who has no custody any more, until somebody who
 *    has it says yes after it; of guardians, until the student decides alone: then the student is asked anew after a
 *    refusal, and must take back a withdrawal.
 */
export function assess(facts: readonly Saying[], circumstances: Circumstances): Assessment {
  if (facts.length === 0) return { finding: 'nobody-decided', inform: null, idle: [] };
  const { versions, basis, today } = circumstances;
  const speaking = facts
    .filter(
      ({ corrected, version, decision }) =>
        !corrected &&
        (version === null || versions.includes(version)) &&
        (basis !== 'acknowledgement' || decision === 'given'),
    )
    .sort((one, other) => (isLater(one, other) ? 1 : -1));
  const history = new History(circumstances);
  const days = turningDays(circumstances);
  for (const fact of speaking) {
    while (days[0] !== undefined && days[0] < fact.on) history.look(days.shift() as Day);
    history.add(fact);
  }
  for (const day of days) history.look(day);
  const { idle, lastIdle } = history;
  const finding = history.findingOn(today);
  return { finding, inform: toInform(history, finding, circumstances, lastIdle), idle };
}

/** Days between facts on which a consent may become complete: custody and courts' decisions, and what was before a birthday. */
function turningDays({ custody = [], court = [], person, ages, today }: Circumstances): Day[] {
  if (custody.length === 0 && court.length === 0) return [];
  const { birthDate } = person;
  const birthdays =
    birthDate === null ? [] : [birthday(birthDate, ages.guardianUntil), birthday(birthDate, ages.selfFrom)];
  const dayBefore = (day: Day) => addDays(day, -1);
  const days = [...custody.map(({ since }) => since), ...court.map(({ since }) => since), ...birthdays.map(dayBefore)];
  return [...new Set(days.filter((day) => day <= today))].sort();
}

function toInform(
  history: History,
  finding: Finding,
  { person, ages, today, told = [], basis }: Circumstances,
  lastIdle: Day | null,
): Assessment['inform'] {
  if (person.role !== 'student' || basis === 'acknowledgement') return null;
  const isTold = (since: Day) => told.some((day) => day >= since);
  if (lastIdle !== null && !isTold(lastIdle)) return 'guardian-spoke';
  if (finding !== 'complete' || person.birthDate === null) return null;
  const { birthDate } = person;
  const reached = [ages.guardianUntil, ages.selfFrom]
    .map((age) => birthday(birthDate, age))
    .filter((day) => day <= today);
  const last = reached.at(-1);
  if (last === undefined || isTold(last) || history.spokeSince(last)) return null;
  return history.wasGivenBefore(last) ? 'reached-age' : null;
}

/** A consent that was complete. */
interface Carried {
  on: Day;
  givers: ReadonlySet<By>;
}

/** What was said about one purpose, word by word in its order, and what it came to. */
class History {
  readonly idle: number[] = [];
  /** The last day on which a guardian spoke without effect, because the student decides alone. */
  lastIdle: Day | null = null;
  private readonly circumstances: Circumstances;
  /** What stands of everybody's words: only yes, or only no. */
  private readonly words = new Map<By, Saying[]>();
  /** The consents that were complete and that nobody has taken back, by version. */
  private readonly carried = new Map<string | null, Carried>();

  constructor(circumstances: Circumstances) {
    this.circumstances = circumstances;
  }

  add(fact: Saying): void {
    const { by, on, decision } = fact;
    const isYes = decision === 'given';
    if (!this.counts(fact)) {
      // Too young to consent, a child can still take back an own no.
      if (by === 'self' && isYes && this.isNo(by)) this.words.delete(by);
      else this.ignore(fact);
    } else {
      const before = this.words.get(by) ?? [];
      this.words.set(by, before[0] && (before[0].decision === 'given') === isYes ? [...before, fact] : [fact]);
      if (!isYes) this.carried.clear();
    }
    this.look(on);
  }

  /** Keeps what is complete on a day. */
  look(day: Day): void {
    if (this.noOn(day).length > 0) return;
    const versions = new Set(this.yes.map(({ version }) => version));
    for (const version of versions) {
      const given = this.yes.filter((fact) => fact.version === version);
      if (!this.isComplete(given, day)) continue;
      const before = this.carried.get(version);
      const givers = new Set([...(before?.givers ?? []), ...given.map(({ by }) => by)]);
      this.carried.set(version, { on: before?.on ?? day, givers });
    }
  }

  findingOn(today: Day): Finding {
    const { person, versions } = this.circumstances;
    const no = this.noOn(today);
    if (no.some((fact) => fact.decision === 'withdrawn' && !this.isOfAChild(fact))) return 'withdrawn';
    if (no.length > 0) return 'refused';
    const isCurrent = ({ version }: Pick<Saying, 'version'>) => version === null || version === versions.at(-1);
    const given = this.yes.filter(isCurrent);
    if (this.isComplete(given, today) || [...this.carried.keys()].some((version) => isCurrent({ version }))) {
      return 'complete';
    }
    const must = this.deciders(today);
    if (given.some(({ by }) => by === 'self')) return 'only-student';
    if (must !== 'self' && given.length > 0) return must === 'both' ? 'only-guardian' : 'only-one-guardian';
    const counting = must === 'self' ? this.yes.filter(({ by }) => by === 'self') : this.yes;
    if (this.carried.size > 0 || counting.length > 0) return 'older-version';
    return must === 'self' && person.role === 'student' && this.yes.length > 0 ? 'decides-alone-now' : 'nobody-decided';
  }

  /** Whether the student consented on a day or after it. */
  spokeSince(day: Day): boolean {
    return this.yes.some(({ by, on }) => by === 'self' && on >= day);
  }

  /** Whether all that was consented was so before a day. */
  wasGivenBefore(day: Day): boolean {
    return this.yes.every(({ on }) => on < day);
  }

  private get yes(): Saying[] {
    return [...this.words.values()].flat().filter(({ decision }) => decision === 'given');
  }

  private isNo(by: By): boolean {
    return this.words.get(by)?.some(({ decision }) => decision !== 'given') ?? false;
  }

  private deciders(day: Day) {
    return decidersFor(this.circumstances, day);
  }

  private hasSay(by: By, purpose: string, day: Day): boolean {
    const { custody = [], court = [] } = this.circumstances;
    const chosen = courtsChoice(court, purpose, day);
    return (chosen === null || chosen === by) && hasCustody(custody, by, day);
  }

  /** Whether somebody's word counts on the day that it was said. */
  private counts({ by, on, decision, purpose }: Saying): boolean {
    const { role, birthDate } = this.circumstances.person;
    const isYes = decision === 'given';
    if (by === 'self') return !isYes || this.deciders(on) !== 'guardian';
    if (role !== 'student' || !this.hasSay(by, purpose, on)) return false;
    if (this.deciders(on) !== 'self') return true;
    const isChild = birthDate === null || on < birthday(birthDate, fullAge);
    return !isYes && isChild && [...this.carried.values()].some(({ givers }) => givers.has(by));
  }

  private ignore({ id, by, on }: Saying): void {
    this.idle.push(id);
    if (by !== 'self' && this.deciders(on) === 'self') this.lastIdle = on;
  }

  /** Whether a no is of a child who can't decide yet: it counts, and is no withdrawal of what others decided. */
  private isOfAChild({ by, on }: Saying): boolean {
    return by === 'self' && this.deciders(on) === 'guardian';
  }

  /** Every no that stands on a day. */
  private noOn(day: Day): Saying[] {
    const words = [...this.words.values()].flat();
    const decidesAlone = this.deciders(day) === 'self';
    return words.filter((no) => {
      if (no.decision === 'given') return false;
      if (no.by === 'self') return true;
      const wasAlone = this.deciders(no.on) === 'self';
      if (decidesAlone && !wasAlone && no.decision === 'refused') return false;
      if (!decidesAlone && this.hasSay(no.by, no.purpose, day)) return true;
      return !words.some((other) => isLater(other, no) && this.answers(other, day));
    });
  }

  /** Whether a word is of somebody who may decide on a day, so that it answers a no of somebody who may not any more. */
  private answers({ by, purpose, decision }: Saying, day: Day): boolean {
    if (this.deciders(day) === 'self') return by === 'self';
    return decision === 'given' && by !== 'self' && this.hasSay(by, purpose, day);
  }

  /** Whether all have consented to one version who must on a day. */
  private isComplete(given: readonly Saying[], day: Day): boolean {
    const must = this.deciders(day);
    const bySelf = given.some(({ by }) => by === 'self');
    if (must === 'self') return bySelf;
    return this.haveGuardiansDecided(given, day) && (must === 'guardian' || bySelf);
  }

  private haveGuardiansDecided(given: readonly Saying[], day: Day): boolean {
    const { guardians = 'one', known = [], court = [] } = this.circumstances;
    const by = new Set<By>(given.map((fact) => fact.by).filter((one) => one !== 'self'));
    const purpose = given[0]?.purpose;
    const chosen = purpose === undefined ? null : courtsChoice(court, purpose, day);
    if (chosen !== null) return by.has(chosen);
    if (by.size === 0) return false;
    if (guardians === 'one') return true;
    return purpose === undefined || known.every((one) => by.has(one) || !this.hasSay(one, purpose, day));
  }
}

const isLater = (one: Saying, other: Saying): boolean =>
  one.on > other.on || (one.on === other.on && one.id > other.id);
