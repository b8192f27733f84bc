import type { Language } from './language.ts';

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

/** An end that was foreseen: it has a code for scripts, an exit code, its facts, and words for people. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly exit: Exit;
  readonly facts: object;
  readonly words: (language: Language) => string;

  constructor(code: string, exit: Exit, facts: object, words: (language: Language) => string) {
    super(code);
    this.code = code;
    this.exit = exit;
    this.facts = facts;
    this.words = words;
  }
}

/** Defines a failure once: what it returns makes the Failure from the facts of the case. */
export const failure = <Facts extends object>(
  code: string,
  exit: Exit,
  words: Record<Language, (facts: Facts) => string>,
) =>
  Object.assign((facts: Facts) => new Failure(code, exit, facts, (language) => words[language](facts)), {
    code,
    exit,
  });
