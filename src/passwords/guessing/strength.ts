import { fewestGuesses, type Pattern, repeatsIn } from './guesses.ts';
import { knownIn } from './known.ts';
import { wordLists } from './lists.ts';
import { type Reading, read } from './reading.ts';
import { spelledOut, spellingsOf } from './spelling.ts';

/** From 0 (guessed at once) to 4 (withstands every guessing). */
export type Score = 0 | 1 | 2 | 3 | 4;

/** How hard a password is to guess, and whether there is but one known word in it. */
export interface Strength {
  score: Score;
  oneWord: boolean;
}

/** zxcvbn's time grows fast with the length; what comes after so many characters makes a good password no worse. */
const weighed = 40;

/** The rows of the German keyboard; zxcvbn knows the others. */
const keyboardRows = ['qwertzuiopue', 'asdfghjkloeae', 'yxcvbnm'];

/** How hard a password is to guess by somebody who knows these words of the person, and German, and English. */
export async function strengthOf(password: string, ownWords: readonly string[]): Promise<Strength> {
  loaded ??= load();
  const { patternsOf, known } = await loaded;
  const composed = password.normalize('NFC');
  const guessesOf = (spelled: string, { words }: Reading) => {
    const [start, rest] = [spelled.slice(0, weighed), words.filter(({ to }) => to <= weighed)];
    return fewestGuesses(start, [...patternsOf(start, ownWords), ...repeatsIn(start), ...rest]);
  };
  const spellings = spellingsOf(composed).map((spelled) => ({ spelled, reading: read(spelled, known) }));
  const [, run] = oneRun.exec(composed) ?? [];
  const word = run && spelledOut(run);
  const oneWord =
    spellings.some(({ reading }) => reading.oneWord) ||
    (word !== undefined && isWord(word, guessesOf(word, read(word, known))));
  const score = scoreOf(Math.min(...spellings.map(({ spelled, reading }) => guessesOf(spelled, reading))));
  return { score: oneWord ? (Math.min(score, 2) as Score) : score, oneWord };
}

/** zxcvbn's steps: what withstands guessing over the network, at a slow hash, and at a quick one. */
const scoreOf = (guesses: number): Score => [1e3, 1e6, 1e8, 1e10].filter((step) => guesses >= step).length as Score;

/** All letters in one run, written as a word is. */
const oneRun = /^\P{L}*(\p{Lu}?\p{Ll}{3,}|\p{Lu}{4,})\P{L}*$/u;

/**
 * Whether a run of letters is a word as far as can be seen, in a list or not (`Blumenwiese2!`): it is spoken or known, and
 * takes fewer guesses than three words, or two rare ones. What is around it is tried with every word, so it is no help.
 */
const isWord = (run: string, guesses: number): boolean => guesses < Math.min(1e9, 1.01 * 10 ** run.length);

let loaded: ReturnType<typeof load> | undefined;

/**
 * zxcvbn as far as it finds patterns, and the known words. zxcvbn looks up words before it sees their disguise, so of its
 * lists it keeps the passwords that are no words, and gets the German keyboard; it would take longer with more.
 */
async function load() {
  const { words, passwords } = await wordLists();
  const { default: lists } = await import('zxcvbn/lib/frequency_lists.js');
  for (const name of Object.keys(lists)) delete lists[name];
  lists.passwords = passwords.split('\n');
  lists.german_keyboard = keyboardRows.flatMap(runs);
  const [{ default: matching }, { default: scoring }] = await Promise.all([
    import('zxcvbn/lib/matching.js'),
    import('zxcvbn/lib/scoring.js'),
  ]);
  const patternsOf = (password: string, ownWords: readonly string[]): Pattern[] => {
    matching.set_user_input_dictionary(ownWords.map((word) => spelledOut(word.toLowerCase())));
    const found = matching.omnimatch(password).filter(({ i, j }) => j - i + 1 >= shortestPattern);
    return found.map((match) => {
      return { from: match.i, to: match.j + 1, guesses: scoring.estimate_guesses(match, password) };
    });
  };
  return { patternsOf, known: knownIn(words) };
}

/** Patterns of fewer characters come about by chance. */
const shortestPattern = 3;

/** All runs of at least four keys; zxcvbn finds them backwards, too. */
const runs = (row: string): string[] =>
  Array.from({ length: row.length - 3 }, (_, from) =>
    Array.from({ length: row.length - from - 3 }, (_, more) => row.slice(from, from + 4 + more)),
  ).flat();
