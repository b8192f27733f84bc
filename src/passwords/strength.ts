import { spelledOut } from './rules.ts';

/** From 0 (guessed at once) to 4 (withstands every guessing). */
export type Score = 0 | 1 | 2 | 3 | 4;

/** zxcvbn's time grows fast with the length; what comes after so many characters makes a good password no worse. */
const weighed = 40;

/** Of each German list, as many words as zxcvbn has of English. */
const wordsOfEach = 30_000;

/** The rows of the German keyboard; zxcvbn knows the others. */
const keyboardRows = ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'];

/** How hard a password is to guess by somebody who knows these words of the person, and German, and English. */
export async function scoreOf(password: string, ownWords: readonly string[]): Promise<Score> {
  loaded ??= load();
  const zxcvbn = await loaded;
  return zxcvbn([...password.normalize('NFC')].slice(0, weighed).join(''), [...ownWords]).score;
}

let loaded: Promise<typeof import('zxcvbn').default> | undefined;

/**
 * zxcvbn with a German list among its own: a word weighs as much as its place in the list, and lists stand for
 * themselves only before zxcvbn is loaded (words handed over with each call would cost 20 ms each time). Loaded here,
 * and here alone: it takes 0.2 s.
 */
async function load() {
  const [{ default: lists }, { dictionary }] = await Promise.all([
    import('zxcvbn/lib/frequency_lists.js'),
    import('@zxcvbn-ts/language-de'),
  ]);
  lists.german = [...byRank(Object.values(dictionary).map((list) => [...list]))];
  lists.german_keyboard = keyboardRows.flatMap(runs);
  return (await import('zxcvbn')).default;
}

/** The lists as one, the most frequent of each first; every word once, and in both spellings of its umlauts. */
function byRank(lists: readonly string[][]): Set<string> {
  const words = new Set<string>();
  for (let rank = 0; rank < wordsOfEach; rank += 1) {
    for (const list of lists) {
      const word = list[rank];
      if (word) words.add(word).add(spelledOut(word));
    }
  }
  return words;
}

/** All runs of at least four keys; zxcvbn finds them backwards, too. */
const runs = (row: string): string[] =>
  Array.from({ length: row.length - 3 }, (_, from) =>
    Array.from({ length: row.length - from - 3 }, (_, more) => row.slice(from, from + 4 + more)),
  ).flat();
