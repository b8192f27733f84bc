import { InvalidArgumentError } from 'commander';
import type { Language } from '../language.ts';
import { CommandOption } from './command.ts';

/** The program's words for something, each with its German ones: all are read, the first of the reader's language is shown. */
export type WordPairs<Word extends string> = Readonly<Record<Word, readonly [string, ...string[]]>>;

/** How a word is compared: by its letters and digits; capitals and the two ways to write an umlaut don't count. */
const plain = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');

const entries = <Word extends string>(words: WordPairs<Word>) =>
  Object.entries(words) as [Word, readonly [string, ...string[]]][];

/** The words as they are offered to somebody. */
const shown = <Word extends string>(language: Language, words: WordPairs<Word>): string[] =>
  entries(words).map(([word, [german]]) => (language === 'de' ? german : word));

/** The word that somebody typed, in either language; undefined where it is none of them. */
export const wordIn = <Word extends string>(words: WordPairs<Word>, typed: string): Word | undefined =>
  entries(words).find(([word, german]) => [word, ...german].some((one) => plain(one) === plain(typed)))?.[0];

/** Reads one word in either language. @throws InvalidArgumentError, which names those that can be meant */
export const wordOf =
  <Word extends string>(language: Language, words: WordPairs<Word>) =>
  (typed: string): Word => {
    const found = wordIn(words, typed);
    if (!found) throw new InvalidArgumentError(`Allowed choices are ${shown(language, words).join(', ')}.`);
    return found;
  };

/** An option that takes one of the program's words. */
export const wordOption = <const Flags extends string, Word extends string>(
  language: Language,
  flags: Flags,
  description: string,
  words: WordPairs<Word>,
) => new CommandOption(flags, description).choices(shown(language, words)).argParser(wordOf(language, words));

/** An option that takes several of them, also with commas. */
export const wordsOption = <const Flags extends string, Word extends string>(
  language: Language,
  flags: Flags,
  description: string,
  words: WordPairs<Word>,
) =>
  new CommandOption(flags, description)
    .choices(shown(language, words))
    .argParser((typed: string, before: Word[] = []): Word[] => [
      ...before,
      ...typed.split(',').map(wordOf(language, words)),
    ]);
