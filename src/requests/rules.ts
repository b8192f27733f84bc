import type { Failure } from '../failures.ts';
import { addDays, addMonths, type Day, dayStart, type Instant, instant } from '../time.ts';
import { alreadyAnswered, answeredBeforeAsked, nobodyConcerned, notIdentified, wrongOutcome } from './failures.ts';

/** What can be asked for by Art. 15 to 18, 20 and 21 GDPR; and a breach of data (Art. 33). */
export const kinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'breach',
] as const;
export type Kind = (typeof kinds)[number];

const outcomes = ['granted', 'partly', 'refused', 'reported', 'not-reported'] as const;
export type Outcome = (typeof outcomes)[number];

/** How each kind can be answered: a breach is reported to the authority, or why not is said. */
export const outcomesOf = (kind: Kind): readonly Outcome[] =>
  kind === 'breach' ? ['reported', 'not-reported'] : ['granted', 'partly', 'refused'];

/** A request, and how it was answered. The texts are null once a person whom it is about has been deleted. */
export interface Request {
  request: number;
  kind: Kind;
  /** Whom it is about, as far as they have accounts. */
  accounts: string[];
  /** Who asks, where it is not the person. */
  askedBy: string | null;
  identifiedBy: string | null;
  what: string | null;
  on: Day;
  /** The last moment for the answer. */
  dueAt: Instant;
  answered: { on: Day; by: string; outcome: Outcome; how: string | null } | null;
}

/** What somebody's data may not be used for any more, but kept: by Art. 18 or 21. */
export type Restriction = 'restriction' | 'objection';

export const isRestriction = (kind: Kind): kind is Restriction => kind === 'restriction' || kind === 'objection';

/**
 * The last moment for an answer: a month after the request came in (Art. 12(3)); of a breach 72 hours after it was
 * known (Art. 33(1)), from now, or from the beginning of an earlier day.
 */
export function dueAt(kind: Kind, on: Day, today: Day, now: Instant): Instant {
  if (kind !== 'breach') return instant(new Date(Date.parse(dayStart(addDays(addMonths(on, 1), 1))) - 1));
  const known = on === today ? now : dayStart(on);
  return instant(new Date(Date.parse(known) + 72 * 3_600_000));
}

/** Why a request can't be taken down like this; undefined if it can: somebody must be known, and identified. */
export function refusalToOpen(
  wish: Pick<Request, 'kind' | 'accounts' | 'askedBy' | 'identifiedBy'>,
): Failure | undefined {
  if (wish.kind === 'breach') return undefined;
  if (wish.accounts.length === 0 && wish.askedBy === null) return nobodyConcerned({});
  return wish.identifiedBy === null ? notIdentified({}) : undefined;
}

/** @throws Failure `already-answered`, `wrong-outcome`, `answered-before-asked` */
export function checkAnswer({ request, kind, on: asked, answered }: Request, outcome: Outcome, on: Day): void {
  if (answered) throw alreadyAnswered({ request, on: answered.on });
  if (!outcomesOf(kind).includes(outcome)) throw wrongOutcome({ request, outcome, possible: [...outcomesOf(kind)] });
  if (on < asked) throw answeredBeforeAsked({ request, asked, on });
}
