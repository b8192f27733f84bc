import { latin1Of, respelled } from './encodings.ts';
import type { SingleByte } from './letters.ts';
import { linesOf } from './lines.ts';

/** Where two make equal sense, the earlier one is taken. */
const candidates: readonly SingleByte[] = ['windows-1252', 'iso-8859-15', 'windows-1250', 'macintosh', 'ibm850'];

/** Letters of names that schools in Germany have: those of German, those of its neighbours, and all others. */
const german = /[äöüßÄÖÜ]/;
const usual = /[éèêëáàâçñóòôíìîïúùûøåæœšžčćłńřşğıÿýąęśźżŠŽČĆŁŞİÉÇØÅŚŻ]/;
/** What a letter of UTF-8 looks like when each of its bytes is taken for one: a line of it may have strayed in. */
const utf8 = /[\u00c3-\u00cf][\u0080-\u00bf]/;
const isLetter = (letter: string | undefined): letter is string =>
  letter !== undefined && /^(?![ªº])\p{L}$/u.test(letter);
const isUpper = (letter: string) => letter !== letter.toLowerCase();
const isVowel = (letter: string) => /^[aeiouyœæøı]/i.test(letter.normalize('NFD'));

/** Longer than any name. */
const longestWord = 100;

/** How much sense a letter makes where it stands in its word; one that no name has there makes less than none. */
function senseOf(letter: string, at: number, word: readonly string[]): number {
  const [before, after] = [word[at - 1], word[at + 1]];
  if (/[\p{Cc}\p{Co}\ufffd]/u.test(letter)) return -20;
  const beside = [before, after].filter(isLetter);
  if (!isLetter(letter)) {
    const isMark = /[’‘´`\u00a0]/.test(letter) || (beside.length < 2 && /[„“”‚«»–]/.test(letter));
    return isMark ? 0 : -2 * beside.length;
  }
  if ([before, after].some((one) => one !== undefined && /\d/.test(one))) return -2;
  const isAmid =
    isUpper(letter) && isLetter(before) && word.some((one) => isLetter(one) && !isUpper(one) && one !== 'ß');
  const isBeforeCapital = !isUpper(letter) && isLetter(after) && isUpper(after) && letter !== 'ß';
  if (isAmid || isBeforeCapital) return -3;
  const known = german.test(letter) ? 3 : usual.test(letter) ? 2 : 1;
  // Vowels stand between consonants, and the other way round: `Kovač` and `Thérèse` have the same byte.
  const alternating = beside.map((one) => (isVowel(one) === isVowel(letter) ? -0.5 : 0.5));
  // Before a, o and u it is ç: `François` and no `Franáois`.
  const isCedilla = letter === 'ç' && /[aou]/.test(after ?? '') ? 0.5 : 0;
  return (isUpper(letter) || isLetter(before) ? known : 0) + alternating.reduce((sum, one) => sum + one, isCedilla);
}

/** How much sense words make that hold something else than ASCII; much more where the school has somebody of that name. */
function senseOfAll(words: Iterable<string>, known: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) {
    if (known.has(word.toLowerCase())) sum += 20;
    const letters = [...word];
    letters.forEach((letter, at) => {
      if (letter > '\u007f') sum += senseOf(letter, at, letters);
    });
  }
  return sum;
}

/**
 * The encoding, of those with one byte a character, in which most words make sense that are not plain ASCII: by their
 * letters, and by the names (in lower case) that the registry knows already.
 */
export function singleByteOf(file: string, pieces: Iterable<Uint8Array>, known: ReadonlySet<string>): SingleByte {
  const words = new Set<string>();
  for (const lines of linesOf(latin1Of(pieces), file)) {
    for (const line of lines) {
      for (const [word] of line.matchAll(/[\w\u0080-\u00ff'-]+/g))
        if (word.length < longestWord && /[\u0080-\u00ff]/.test(word) && !utf8.test(word)) words.add(word);
    }
    if (words.size > 2000) break;
  }
  const [best] = candidates
    .map((encoding) => ({
      encoding,
      sense: senseOfAll(
        Array.from(words, (word) => respelled(word, encoding)),
        known,
      ),
    }))
    .sort((a, b) => b.sense - a.sense);
  return best && best.sense > 0 ? best.encoding : 'windows-1252';
}
