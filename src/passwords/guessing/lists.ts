import { prefixLength } from './known.ts';
import { spelledOut, spellingsOf, withoutMarks } from './spelling.ts';
import { fillers, topics } from './topics.ts';

/** A list of words, one line after another, is changed as one text: word by word it would take ten times as long. */
const changed = (words: readonly string[], change: (text: string) => string): string[] =>
  change(words.join('\n')).split('\n');

/** Of a very long list the rarer spelling of its words is left out: it would take longer than it finds. */
const veryLong = 20_000;

/** German words as they are typed without umlauts: all of them with two letters for one, and those with marks without. */
function typedWithoutUmlauts(list: readonly string[]): string[][] {
  const marked = list.length < veryLong ? list.filter((word) => /[^!-~]/.test(word)) : [];
  return [changed(list, spelledOut), changed(marked, withoutMarks)];
}

/** Of words of three and four letters only so many of a long list are known: among all there are, every accident is one. */
const ranksOf: Record<number, number> = { 3: 300, 4: 3000 };
const longList = 5000;

/** Of what children take, no word is more likely than another; they stand in no order. */
const favourite = 300;

/**
 * The lists as one text, by the letters with which a word begins: a line for each word, with its rank in the list in
 * which it is most frequent. The packages are loaded here, and here alone: zxcvbn's lists, and the German ones of its
 * successor. The build does so once, and keeps the text in a file, since this takes longer than to judge a password.
 */
export const wordLists = (): ReturnType<typeof makeLists> => {
  made ??= makeLists();
  return made;
};

/** Made once: whoever judges passwords takes out of zxcvbn's lists what stands here. */
let made: ReturnType<typeof makeLists> | undefined;

async function makeLists(): Promise<{ words: string; passwords: string }> {
  const [{ default: lists }, { dictionary }] = await Promise.all([
    import('zxcvbn/lib/frequency_lists.js'),
    import('@zxcvbn-ts/language-de'),
  ]);
  const german = Object.values(dictionary).flatMap((list) => typedWithoutUmlauts([...list]));
  const ranks = new Map<string, number>();
  for (const list of [...Object.values(lists), ...german]) rankWords(ranks, list);
  const filling = new Set(fillers.flatMap(spellingsOf));
  const beginnings = new Map<string, string[]>();
  const favourites = typedWithoutUmlauts(topics()).flat();
  for (const word of favourites) ranks.set(word, Math.min(ranks.get(word) ?? favourite, favourite));
  for (const [word, rank] of ranks) {
    // Passwords are read without marks, so no other word is ever found.
    if (!/^[a-z]{3}[!-~]*$/.test(word) || filling.has(word)) continue;
    const prefix = word.slice(0, prefixLength);
    const lines = beginnings.get(prefix);
    if (lines) lines.push(`${word} ${rank}\n`);
    else beginnings.set(prefix, [`${word} ${rank}\n`]);
  }
  const words = [...beginnings.keys()].sort().flatMap((prefix) => beginnings.get(prefix) ?? []);
  return { words: words.join(''), passwords: (lists.passwords ?? []).filter((word) => /[^a-z]/.test(word)).join('\n') };
}

function rankWords(ranks: Map<string, number>, list: readonly string[]): void {
  const isLong = list.length >= longList;
  for (const [index, word] of list.entries()) {
    if (isLong && word.length < 5 && index >= (ranksOf[word.length] ?? 0)) continue;
    const known = ranks.get(word);
    if (known === undefined || known > index + 1) ranks.set(word, index + 1);
  }
}
