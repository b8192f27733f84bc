/** A word, and its place in its list, the most frequent first. */
interface KnownWord {
  word: string;
  rank: number;
}

/** By so many letters, words are looked up; shorter ones are not looked for. */
export const prefixLength = 3;

/** What is known, to be looked up by the letters with which it begins. */
export interface Known {
  /** The words that begin with these `prefixLength` letters. */
  beginning(prefix: string): readonly KnownWord[];
}

/**
 * Known words in a text of lines, `word rank`, in the order of their first letters. Nothing is made of it but what is
 * looked up: to make a map of all words would take longer than to judge a password.
 */
export function knownIn(text: string): Known {
  const found = new Map<string, KnownWord[]>();
  return {
    beginning(prefix) {
      const before = found.get(prefix);
      if (before) return before;
      const words: KnownWord[] = [];
      for (let at = firstLine(text, prefix); text.startsWith(prefix, at); at = text.indexOf('\n', at) + 1) {
        const blank = text.indexOf(' ', at);
        words.push({ word: text.slice(at, blank), rank: Number.parseInt(text.slice(blank + 1, blank + 8), 10) });
      }
      found.set(prefix, words);
      return words;
    },
  };
}

/** Where the first line starts that does not come before these letters. */
function firstLine(text: string, prefix: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1;
    if (text.slice(line, line + prefixLength) < prefix) low = text.indexOf('\n', middle) + 1;
    else high = line;
  }
  return low;
}
