import { type Known, prefixLength } from './known.ts';
import { masks, spellingsOf } from './spelling.ts';
import { fillers as fillingWords } from './topics.ts';

/** A known word in a password: from the first of its characters to before the next after its last. */
interface Found {
  word: string;
  from: number;
  to: number;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);

/** A password as it is looked at: its characters in lower case, and which of them are letters, and capital ones. */
interface Text {
  characters: readonly string[];
  letters: readonly boolean[];
  capitals: readonly boolean[];
}

const textOf = (password: string): Text => ({
  characters: password.split('').map((character) => character.toLowerCase()),
  letters: password.split('').map(isLetter),
  capitals: password.split('').map((character) => /\p{Lu}/u.test(character)),
});

const backwards = (text: Text): Text => ({
  characters: text.characters.toReversed(),
  letters: text.letters.toReversed(),
  capitals: text.capitals.toReversed(),
});

/** How the letters of a word stand in a password: some as digits and signs, some with digits and signs before them. */
interface Disguise {
  masked: number;
  between: number;
}

const plain: Disguise = { masked: 0, between: 0 };

/**
 * Where a word ends that begins here, and in which disguise; undefined if it doesn't stand here.
 */
function endOf(word: string, { characters, letters }: Text, from: number): (Disguise & { to: number }) | undefined {
  const walk = (
    start: number,
    first: number,
    masked: number,
    between: number,
  ): (Disguise & { to: number }) | undefined => {
    let at = start;
    let letter = first;
    while (letter < word.length && letters[at] && characters[at] === word[letter]) {
      at += 1;
      letter += 1;
    }
    if (letter === word.length) return { to: at, masked, between };
    const character = characters[at];
    if (character === undefined || letters[at]) return undefined;
    const asLetter = masks[character]?.includes(word.charAt(letter))
      ? walk(at + 1, letter + 1, masked + 1, between)
      : undefined;
    if (asLetter || letter === 0) return asLetter;
    return walk(at + 1, letter, masked, between + 1);
  };
  return walk(from, 0, plain.masked, plain.between);
}

/**
 * Whether somebody meant this word there, or chance did: `1337` is a number, letters far apart make no word, and the
 * shorter a word, the less may be done to it. (Told by 20,000 passwords of eight random characters.)
 */
function isMeant({ length }: string, { masked, between }: Disguise, evenly: boolean): boolean {
  if (length < 5) return evenly && between === 0 && masked <= length - 3;
  if (between > 0) return evenly && length >= 6 && between < length && masked <= length / 3;
  return (masked <= 1 && length >= 6) || (evenly && masked <= length / 2);
}

/** The letters with which a word could begin here. */
function prefixesAt({ characters, letters }: Text, from: number): Set<string> {
  const prefixes = new Set<string>();
  const walk = (at: number, prefix: string, between: number): void => {
    if (prefix.length === prefixLength) {
      prefixes.add(prefix);
      return;
    }
    const character = characters[at];
    if (character === undefined || between > prefixLength * 2) return;
    const isOne = letters[at];
    for (const letter of isOne ? character : (masks[character] ?? '')) walk(at + 1, prefix + letter, between);
    if (!isOne && prefix !== '') walk(at + 1, prefix, between + 1);
  };
  walk(from, '', 0);
  return prefixes;
}

/** A known word in a password, and how many guesses lead to it in its disguise. */
interface Weighed extends Found {
  guesses: number;
}

/** All known words in a password, forwards and, without much disguise, backwards. */
function wordsFound(text: Text, known: Known): Weighed[] {
  const { length } = text.characters;
  const turned = forwardsFound(backwards(text), known)
    .filter(({ word, masked, between }) => between === 0 && masked <= (word.length < 5 ? 0 : 1) && word.length > 3)
    .map((found) => ({ ...found, from: length - found.to, to: length - found.from, guesses: found.guesses * 2 }));
  return [...forwardsFound(text, known), ...turned];
}

function forwardsFound(text: Text, known: Known): (Weighed & Disguise)[] {
  const found: (Weighed & Disguise)[] = [];
  for (const from of text.characters.keys()) {
    for (const prefix of prefixesAt(text, from)) {
      for (const { word, rank } of known.beginning(prefix)) {
        const end = endOf(word, text, from);
        if (!end) continue;
        const evenly = isWrittenEvenly(text, from, end.to);
        if (isMeant(word, end, evenly))
          found.push({ word, from, ...end, guesses: rank * triesOf(text, from, end, evenly) });
      }
    }
  }
  return found;
}

/** A digit or a sign in between is one of so many. */
const signs = 10;

/** How often a word is tried until its disguise comes: small and with a capital first, then ever stranger. */
function triesOf(
  { capitals }: Text,
  from: number,
  { to, masked, between }: Disguise & { to: number },
  evenly: boolean,
) {
  const large = capitals.slice(from, to).filter(Boolean).length;
  const written = large === 0 ? 1 : evenly ? 2 : 2 ** large;
  return written * 2 ** masked * signs ** between;
}

/** Written as a word is: small, or in capitals, or with the first letter alone as a capital. */
function isWrittenEvenly({ letters, capitals }: Text, from: number, to: number): boolean {
  const places = letters.slice(from, to).flatMap((letter, index) => (letter ? [capitals[from + index]] : []));
  const [first, ...rest] = places;
  return !rest.includes(true) || (first === true && !rest.includes(false));
}

/** Keys side by side, and letters in a row; found backwards, too. */
const rows = [
  'qwertzuiopue',
  'qwertyuiop',
  'asdfghjkloeae',
  'asdfghjkla',
  'yxcvbnm',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qay2wsx3edc4rfv5tgb6zhn7ujm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qaywsxedcrfvtgbzhnujm',
  'qayxswedcvfrtgbnhzujm',
  'qazxswedcvfrtgbnhyujm',
  'qazwsxedcrfvtgbyhnujm',
  '1q2w3e4r5t6z7u8i9o0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5z6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9',
].flatMap((row) => [row, [...row].toReversed().join('')]);

/** So many keys in a row are no accident. */
const shortestRun = 4;

/** Runs over the keyboard or through the alphabet, and one letter again and again. */
function runsFound(characters: readonly string[]): Found[] {
  const text = characters.join('');
  return characters.flatMap((character, from) => {
    if (!isLetter(character) && !/\d/.test(character)) return [];
    let length = characters.slice(from).findIndex((other) => other !== character);
    if (length < 0) length = characters.length - from;
    for (const row of rows) {
      for (let at = row.indexOf(character); at >= 0; at = row.indexOf(character, at + 1)) {
        let run = 1;
        while (run + at < row.length && from + run < text.length && row[at + run] === text[from + run]) run += 1;
        length = Math.max(length, run);
      }
    }
    const to = from + length;
    return length >= shortestRun && characters.slice(from, to).some(isLetter) ? [{ word: 'keyboard', from, to }] : [];
  });
}

/** Words that only go with others are a phrase, where there is nothing but them and they have so many letters. */
const shortestPhrase = 7;

/** So many letters may be left of a password beside a word, as its ending or by chance. */
const endingOf = ({ length }: string): number => Math.min(Math.max(length - 4, 0), 2);

/** What is seen of a password: the known words in it, and whether there is but one. */
export interface Reading {
  words: readonly Weighed[];
  oneWord: boolean;
}

/** Reads a password, of which every spelling without umlauts is one of its own. */
export function read(password: string, known: Known): Reading {
  const text = textOf(password);
  const words = wordsFound(text, known);
  return { words, oneWord: isOneWord(text, words) };
}

/**
 * Whether one known word explains all the letters of a password, however often it is said and whatever digits, signs and
 * filling words are around it. What is added of these never makes it more than one word.
 */
function isOneWord(text: Text, words: readonly Found[]): boolean {
  const filling = fillersFound(text);
  const isPhrase = text.letters.filter(Boolean).length >= shortestPhrase && lettersLeft(text, filling, []) === 0;
  if (isPhrase) return true;
  const places = new Map<string, Found[]>();
  for (const found of [...words, ...runsFound(text.characters)]) {
    places.set(found.word, [...(places.get(found.word) ?? []), found]);
  }
  return [...places].some(
    ([word, found]) => lettersLeft(text, found, []) <= endingOf(word) || lettersLeft(text, found, filling) === 0,
  );
}

/** Words that only go with others, in every spelling. */
const fillers = [...new Set(fillingWords.flatMap(spellingsOf))];

function fillersFound(text: Text): Found[] {
  return [...text.characters.keys()].flatMap((from) =>
    fillers.flatMap((word) => {
      const end = endOf(word, text, from);
      return end && isFilling(word, end) && isWrittenEvenly(text, from, end.to) ? [{ word, from, to: end.to }] : [];
    }),
  );
}

const isFilling = ({ length }: string, { masked, between }: Disguise) => between === 0 && masked <= length / 3;

/** How many letters are left, where one of the places at least is taken, and more of them or of the others as it fits. */
function lettersLeft({ letters }: Text, places: readonly Found[], others: readonly Found[]): number {
  const without = [0];
  const taken = [Number.POSITIVE_INFINITY];
  const least = (list: readonly number[], at: number) => list[at] ?? Number.POSITIVE_INFINITY;
  const endingAt = (list: readonly Found[], to: number) => list.filter((found) => found.to === to);
  for (const [index, letter] of letters.entries()) {
    const to = index + 1;
    for (const list of [without, taken]) {
      const ends = endingAt(others, to).map(({ from }) => least(list, from));
      list[to] = Math.min(least(list, index) + Number(letter), ...ends);
    }
    const ends = endingAt(places, to).map(({ from }) => Math.min(least(without, from), least(taken, from)));
    taken[to] = Math.min(least(taken, to), ...ends);
  }
  return least(taken, letters.length);
}
