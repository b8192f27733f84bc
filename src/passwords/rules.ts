import type { Day } from '../time.ts';
import type { Status } from '../users/rules.ts';
import type { Holder } from './store.ts';

/** What can be wrong with a password that somebody wants as their own. */
export type Fault =
  | 'too-short'
  | 'no-upper-case'
  | 'no-lower-case'
  | 'no-digit'
  | 'no-special-character'
  | 'control-character'
  | 'holds-name'
  | 'holds-account'
  | 'holds-class'
  | 'holds-birth-date'
  | 'holds-school'
  | 'too-guessable'
  | 'same-as-before'
  | 'issued-before';

/** The terms: "ein sicheres Passwort von mindestens acht Zeichen Länge". */
const shortest = 8;
/** Of zxcvbn's 0 to 4: withstands somebody who guesses 10,000 times a second. */
export const leastScore = 3;

/** A word that must not stand in a person's password, and what it is of. */
export interface OwnWord {
  word: string;
  of: 'name' | 'account' | 'class' | 'birth-date' | 'school';
}

type Person = Pick<Holder, 'account' | 'givenName' | 'familyName' | 'class' | 'birthDate'>;

/** Parts of names that stand in many another word: `der` in `Wunder`. */
const particles = ['von', 'van', 'der', 'den', 'dem', 'des', 'zum', 'zur', 'del', 'dos', 'das', 'ter', 'ten'];

/** What is the person's own or the school's, in lower case; parts of names from `shortestPart` letters on. */
export function ownWords(
  person: Person | null,
  school: { name: string; domain: string },
  shortestPart: number,
): OwnWord[] {
  const parts = (of: OwnWord['of'], text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => [...withoutMarks(word)].length >= shortestPart && !particles.includes(word))
      .map((word) => ({ word, of }));
  const schoolWords = [...parts('school', school.name), ...parts('school', school.domain.replace(/\.[^.]*$/, ''))];
  if (!person) return schoolWords;
  return [
    ...parts('name', `${person.givenName} ${person.familyName}`),
    { word: person.account, of: 'account' },
    ...parts('account', person.account.replace(/\d+$/, '')),
    ...(person.class && person.class.length > 1 ? [{ word: person.class.toLowerCase(), of: 'class' } as const] : []),
    ...(person.birthDate ? datesOf(person.birthDate) : []).map((word) => ({ word, of: 'birth-date' }) as const),
    ...schoolWords,
  ];
}

/** A day as people type it without dots, down to the year alone and the day without the year. */
function datesOf(day: Day): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [y, m, d] = [year.slice(2), month.replace(/^0/, ''), date.replace(/^0/, '')];
  return [year, date + month, month + date, date + month + y, y + month + date, `${d}${m}${y}`];
}

/**
 * What the rules find wrong with a password, all at once; how guessable it is, is asked elsewhere.
 * The kinds of characters and the length are those of the terms, "Allgemeine Verhaltensregeln".
 */
export function faultsOf(password: string, words: readonly OwnWord[]): Fault[] {
  const composed = password.normalize('NFC');
  const held = new Set(wordsIn(composed, words).map(({ of }) => of));
  // The account is made from the name: once said is enough.
  if (held.has('name')) held.delete('account');
  const kinds: [Fault, boolean][] = [
    ['too-short', [...composed].length < shortest],
    ['no-upper-case', !/\p{Lu}/u.test(composed)],
    ['no-lower-case', !/\p{Ll}/u.test(composed)],
    ['no-digit', !/\p{Nd}/u.test(composed)],
    ['no-special-character', !/[^\p{L}\p{M}\p{N}\p{C}\s]/u.test(composed)],
    ['control-character', /\p{C}/u.test(composed)],
    ...[...held].map((of) => [`holds-${of}`, true] as [Fault, boolean]),
  ];
  return kinds.filter(([, applies]) => applies).map(([fault]) => fault);
}

/** The words that stand in a password, however it is spelled: `Mueller`, `MÜLLER`, `Mu11er`, `9.3.2014`. */
export function wordsIn(password: string, words: readonly OwnWord[]): OwnWord[] {
  const spellings = spellingsOf(password);
  const guises = [...spellings, ...spellings.flatMap(unmasked), password.replace(/(?<=\d)[ ./-]+(?=\d)/g, '')];
  return words.filter(({ word }) =>
    spellingsOf(word).some((spelled) => guises.some((guise) => guise.includes(spelled))),
  );
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** With the umlauts written in two letters each, as in an account. */
export const spelledOut = (lower: string): string => lower.replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter);

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** In lower case: as it is, with its umlauts spelled out, and without its marks; of marks alone nothing is left. */
function spellingsOf(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase();
  return [lower, spelledOut(lower), withoutMarks(lower)].filter((spelling) => spelling !== '');
}

const masks: Record<string, string> = { '4': 'a', '@': 'a', '3': 'e', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

/** With the digits and signs that stand for letters read as these letters; a 1 may be an i or an l. */
const unmasked = (text: string): string[] =>
  ['i', 'l'].map((one) => text.replace(/1/g, one).replace(/[4@3!0$57]/g, (sign) => masks[sign] ?? sign));

/** Whether an account is closed, so that a password for it needs a reason. */
export const isClosed = (status: Status): boolean => status === 'suspended' || status === 'locked';

/** So many resets within so many days are worth a remark. */
export const oftenReset = { times: 3, days: 30 };

/** What IServ's list of provisional passwords says about those who must change theirs. */
export function planConfirmation<Waiting extends { account: string }>(
  waiting: readonly Waiting[],
  listed: readonly string[],
): { confirmed: Waiting[]; pending: Waiting[] } {
  const names = new Set(listed);
  return {
    confirmed: waiting.filter(({ account }) => !names.has(account)),
    pending: waiting.filter(({ account }) => names.has(account)),
  };
}
