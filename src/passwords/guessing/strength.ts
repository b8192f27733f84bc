import type { Match } from 'zxcvbn/lib/matching.js';
import { fewestGuesses } from './guesses.ts';
import { knownWords, typedWithoutUmlauts } from './lists.ts';
import { isOneWord } from './reading.ts';
import { spelledOut, spellingsOf } from './spelling.ts';
import { topics } from './topics.ts';

/** From 0 (guessed at once) to 4 (withstands every guessing). */
export type Score = 0 | 1 | 2 | 3 | 4;

/** How hard a password is to guess, and whether there is but one known word in it. */
export interface Strength {
  score: Score;
  oneWord: boolean;
}

/** zxcvbn's time grows fast with the length; what comes after so many characters makes a good password no worse. */
const weighed = 40;

/** Of each German list, as many words as zxcvbn has of English. */
const wordsOfEach = 30_000;

/** Of what children take, no word is more likely than another; they stand in no order. */
const favourites = 'favourites';
const favourite = 150;

/** The rows of the German keyboard; zxcvbn knows the others. */
const keyboardRows = ['qwertzuiopue', 'asdfghjkloeae', 'yxcvbnm'];

/** How hard a password is to guess by somebody who knows these words of the person, and German, and English. */
export async function strengthOf(password: string, ownWords: readonly string[]): Promise<Strength> {
  loaded ??= load();
  const { guessesOf, known } = await loaded;
  const composed = password.normalize('NFC');
  const [, run] = oneRun.exec(composed) ?? [];
  const oneWord =
    (run !== undefined && isWord(run, guessesOf(run, ownWords))) ||
    spellingsOf(composed).some((spelling) => isOneWord(spelling, known));
  const score = scoreOf(guessesOf(composed, ownWords));
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
 * zxcvbn with German lists among its own: a word weighs as much as its place in the list, and lists stand for themselves
 * only before zxcvbn is loaded (words handed over with each call would cost 20 ms each time). Loaded here, and here
 * alone: it takes 0.2 s.
 */
async function load() {
  const [{ default: lists }, { dictionary }] = await Promise.all([
    import('zxcvbn/lib/frequency_lists.js'),
    import('@zxcvbn-ts/language-de'),
  ]);
  const german = Object.values(dictionary).map((list) => typedWithoutUmlauts([...list]));
  const children = typedWithoutUmlauts(topics());
  lists.german = byRank(german.map(({ spelled }) => spelled));
  lists.german_unmarked = german.flatMap(({ unmarked }) => unmarked);
  lists[favourites] = [...children.spelled, ...children.unmarked];
  const known = knownWords([...Object.values(lists), ...german.map(({ spelled }) => spelled)]);
  lists.german_keyboard = keyboardRows.flatMap(runs);
  const [{ default: matching }, { default: scoring }] = await Promise.all([
    import('zxcvbn/lib/matching.js'),
    import('zxcvbn/lib/scoring.js'),
  ]);
  const guessesOfMatch = (match: Match, password: string) => {
    if (match.dictionary_name === favourites) match.rank = favourite;
    return scoring.estimate_guesses(match, password);
  };
  const guessesOf = (password: string, ownWords: readonly string[]) => {
    const spelled = [...spelledOut(password)].slice(0, weighed).join('');
    matching.set_user_input_dictionary(ownWords.map((word) => spelledOut(word.toLowerCase())));
    const found = matching.omnimatch(spelled).filter(({ i, j }) => j - i >= 2);
    const patterns = found.map((match) => ({
      from: match.i,
      to: match.j + 1,
      guesses: guessesOfMatch(match, spelled),
    }));
    return fewestGuesses(spelled, patterns);
  };
  return { guessesOf, known };
}

/** Lists as one, the most frequent words of each first, every word once. */
function byRank(lists: readonly (readonly string[])[]): string[] {
  const words = new Set<string>();
  for (let rank = 0; rank < wordsOfEach; rank += 1) {
    for (const list of lists) {
      const word = list[rank];
      if (word !== undefined) words.add(word);
    }
  }
  return [...words];
}

/** All runs of at least four keys; zxcvbn finds them backwards, too. */
const runs = (row: string): string[] =>
  Array.from({ length: row.length - 3 }, (_, from) =>
    Array.from({ length: row.length - from - 3 }, (_, more) => row.slice(from, from + 4 + more)),
  ).flat();
