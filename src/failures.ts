import { bilingual, type Language } from './language.ts';

/** Exit codes, the same for every command; cron can tell them apart. */
export const Exit = {
  done: 0,
  bug: 1,
  usage: 2,
  refused: 3,
  faulty: 4,
  held: 5,
  busy: 75,
  cancelled: 130,
} as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

/** What became of the registry, inside a sentence: it is said of what was committed, never of how a run ended. */
const outcomes = bilingual({
  en: { nothing: 'nothing was changed', part: 'what was done before that stays done' },
  de: { nothing: 'nichts wurde geändert', part: 'was davor getan wurde, bleibt getan' },
});

/** An end that was foreseen: it has a code for scripts, an exit code, its facts, and words for people. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly exit: Exit;
  readonly facts: object;
  /** In a language, for a run that has changed something before it came to that, or nothing. */
  readonly words: (language: Language, hasChanged?: boolean) => string;

  constructor(code: string, exit: Exit, facts: object, words: Failure['words']) {
    super(code);
    this.code = code;
    this.exit = exit;
    this.facts = facts;
    this.words = words;
  }
}

/**
 * Defines a failure once: what it returns makes the Failure from the facts of the case. Its words get what became of the
 * registry, for those that say so.
 */
export const failure = <Facts extends object>(
  code: string,
  exit: Exit,
  words: Record<Language, (facts: Facts, outcome: string) => string>,
) => {
  const make = (facts: Facts) =>
    new Failure(code, exit, facts, (language, hasChanged = false) =>
      words[language](facts, outcomes[language][hasChanged ? 'part' : 'nothing']),
    );
  return Object.assign(make, { code, exit });
};
