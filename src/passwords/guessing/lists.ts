import { type Known, type KnownWord, prefixLength } from './reading.ts';
import { spelledOut, spellingsOf, withoutMarks } from './spelling.ts';
import { fillers } from './topics.ts';

/** A list of words, one line after another, is changed as one text: word by word it would take ten times as long. */
const changed = (words: readonly string[], change: (text: string) => string): string[] =>
  change(words.join('\n')).split('\n');

/** Of a very long list the rarer spelling of its words is left out: it would take longer than it finds. */
const veryLong = 20_000;

/** German words as they are typed without umlauts: all of them with two letters for one, and those with marks without. */
export function typedWithoutUmlauts(list: readonly string[]): string[][] {
  const marked = list.length < veryLong ? list.filter((word) => /[^!-~]/.test(word)) : [];
  return [changed(list, spelledOut), changed(marked, withoutMarks)];
}

/** Of words of three and four letters only so many of a long list are known: among all there are, every accident is one. */
const ranksOf: Record<number, number> = { 3: 300, 4: 3000 };
const longList = 5000;

/** Of what children take, no word is more likely than another; they stand in no order. */
const favourite = 150;

/**
 * An index of the lists, the most frequent words of each first. Words are chained by the letters with which they begin,
 * in two arrays of numbers: a map would take longer to make than a password to judge.
 */
export function knownWords(lists: readonly (readonly string[])[], favourites: readonly string[]): Known {
  const all = [...lists, favourites];
  const count = all.reduce((sum, { length }) => sum + length, 0);
  const words = new Array<string>(count);
  const ranks = new Int32Array(count);
  const before = new Int32Array(count);
  const last = new Int32Array(2 ** (5 * prefixLength)).fill(-1);
  const filling = new Set(fillers.flatMap(spellingsOf));
  let number = 0;
  for (const list of all) {
    const isLong = list.length >= longList;
    for (let rank = 0; rank < list.length; rank += 1) {
      const word = list[rank] ?? '';
      const prefix = numberOf(word);
      if (prefix < 0 || (isLong && word.length < 5 && rank >= (ranksOf[word.length] ?? 0))) continue;
      words[number] = word;
      ranks[number] = list === favourites ? favourite : rank + 1;
      before[number] = last[prefix] ?? -1;
      last[prefix] = number;
      number += 1;
    }
  }
  return {
    fillers: [...filling],
    beginning(prefix) {
      const found: KnownWord[] = [];
      for (let at = last[numberOf(prefix)] ?? -1; at >= 0; at = before[at] ?? -1) {
        const word = words[at] ?? '';
        if (!filling.has(word)) found.push({ word, rank: ranks[at] ?? 1 });
      }
      return found;
    },
  };
}

/** The first three letters as a number, five bits each; -1 if they are none from a to z. */
function numberOf(word: string): number {
  let number = 0;
  for (let index = 0; index < prefixLength; index += 1) {
    const letter = word.charCodeAt(index) - 96;
    if (!(letter > 0 && letter < 27)) return -1;
    number = number * 32 + letter;
  }
  return number;
}
