/** Blanks of every kind, line breaks included: in a value they are one space. */
const blanks = /[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Where a word may be broken: seen by nobody, left behind by word processors and web pages. */
const softHyphens = /\u00ad/g;

/**
 * Characters that no value has a use for: control characters, invisible ones, those that turn the direction of writing,
 * and what is left where a character was lost. The two joiners belong to some scripts, but not beside Latin letters.
 */
const unwanted =
  /[\p{Cc}\p{Co}\p{Cs}\ufffd]|(?![\u200c\u200d])\p{Cf}|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|(?<=\p{Script=Latin})[\u200c\u200d]/u;

/** No text that is kept is longer than this, in UTF-16 units: a page, not a book that was pasted by a slip. */
export const longestText = 1000;

/**
 * What people type and files bring in, as it is kept: Unicode NFC, one space for any blanks, none at the ends, no soft
 * hyphens. Nothing else is changed; what may not stand in it all the same is for `faultOf` to find.
 */
export const cleaned = (typed: string): string =>
  typed.replace(softHyphens, '').normalize('NFC').replace(blanks, ' ').replace(/^ | $/g, '');

/**
 * Whether a text says anything: a word of two letters at least, which are not one letter over and over. What is typed
 * only to get past a question (`x`, `-`, `...`, `xxx`) says nothing.
 */
export const saysSomething = (text: string): boolean =>
  /(\p{L})\p{M}*(?!\1)\p{L}/u.test(text.normalize('NFC').toLowerCase());

/** What keeps a cleaned text from being kept. */
export type TextFault = { character: string } | { length: number };

/** The first character that no text can have, as `U+200B`, or a length that none has; undefined where nothing is wrong. */
export function faultOf(text: string): TextFault | undefined {
  const found = unwanted.exec(text)?.[0].codePointAt(0);
  if (found !== undefined) return { character: `U+${found.toString(16).toUpperCase().padStart(4, '0')}` };
  return text.length > longestText ? { length: text.length } : undefined;
}
