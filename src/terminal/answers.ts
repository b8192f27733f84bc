import { InvalidArgumentError } from 'commander';
import { Exit, Failure } from '../failures.ts';
import type { Language } from '../language.ts';
import { cleaned, faultOf, longestText, saysSomething } from '../typed.ts';
import { text } from './command-text.ts';
import { notText, saysNothing, tooLong } from './failures.ts';

/** Reads what was typed; throws an InvalidArgumentError, or a Failure of the command line, where it can't be meant. */
export type Parse<Value> = (typed: string) => Value;

/** A text that may be empty, as it is kept. @throws Failure `not-a-name`, `too-long` */
export const line =
  (option: string): Parse<string> =>
  (typed) => {
    const kept = cleaned(typed);
    const fault = faultOf(kept);
    if (!fault) return kept;
    throw 'length' in fault
      ? tooLong({ option, ...fault, longest: longestText })
      : notText({ option, value: kept, ...fault });
  };

/** An answer as it was typed, if there is one: of a file, an account. @throws Failure `says-nothing` */
export const filled =
  (option: string): Parse<string> =>
  (typed) => {
    if (typed.trim() === '') throw saysNothing({ option });
    return typed;
  };

/** A text that says something, in a word at the least. @throws Failure `says-nothing`, `not-a-name`, `too-long` */
export const words =
  (option: string): Parse<string> =>
  (typed) => {
    const kept = line(option)(typed);
    if (!saysSomething(kept)) throw saysNothing({ option });
    return kept;
  };

/** What something is called, be it one sign. @throws Failure `says-nothing`, `not-a-name`, `too-long` */
export const title =
  (option: string): Parse<string> =>
  (typed) => {
    const kept = line(option)(typed);
    if (kept === '') throw saysNothing({ option });
    return kept;
  };

/** What somebody or something is called. @throws Failure `not-a-name`, `too-long` */
export const name =
  (option: string): Parse<string> =>
  (typed) => {
    const kept = line(option)(typed);
    if (kept === '') throw notText({ option, value: typed });
    return kept;
  };

/** What is wrong with an answer, for whoever can give another; undefined of all else that went wrong. */
export function complaintAbout(error: unknown, option: string, typed: string, language: Language): string | undefined {
  if (error instanceof InvalidArgumentError) return text[language].wrong.badValue(option, typed, error.message);
  return error instanceof Failure && error.exit === Exit.usage ? error.words(language) : undefined;
}
