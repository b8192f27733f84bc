import type { Day } from '../time.ts';
import type { Status } from '../users/rules.ts';
import { masks, spellingsOf } from './guessing/spelling.ts';

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
  | 'holds-family'
  | 'one-known-word'
  | 'too-guessable'
  | 'same-as-before'
  | 'issued-before'
  | 'used-before';

/** The terms: "ein sicheres Passwort von mindestens acht Zeichen Länge". */
const shortest = 8;
/** Of zxcvbn's 0 to 4: withstands somebody who guesses 10,000 times a second. */
export const leastScore = 3;

/** A word that must not stand in a person's password, and what it is of. */
export interface OwnWord {
  word: string;
  of: 'name' | 'account' | 'class' | 'birth-date' | 'school' | 'family';
}

/** Whose words are asked for; family are guardians, children, and who has either in common. */
export interface Person {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  birthDate: Day | null;
  family: readonly string[];
}

/** What the school is called, and where it is: in nobody's password. */
export interface SchoolNames {
  name: string;
  domain: string;
  town: string | null;
}

/** Parts of names that stand in many another word: `der` in `Wunder`. */
const particles = ['von', 'van', 'der', 'den', 'dem', 'des', 'zum', 'zur', 'del', 'dos', 'das', 'ter', 'ten'];

/** What is the person's own or the school's, in lower case; parts of names from `shortestPart` letters on. */
export function ownWords(person: Person | null, school: SchoolNames, shortestPart: number): OwnWord[] {
  const parts = (of: OwnWord['of'], ...texts: string[]) =>
    texts
      .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))
      .filter((word) => lettersIn(word) >= shortestPart && !particles.includes(word))
      .map((word) => ({ word, of }));
  const schoolWords = parts('school', school.name, school.domain.replace(/\.[^.]*$/, ''), school.town ?? '');
  if (!person) return schoolWords;
  return [
    ...parts('name', `${person.givenName} ${person.familyName}`),
    ...(person.account.length >= shortestPart ? [{ word: person.account, of: 'account' } as const] : []),
    ...parts('account', person.account.replace(/\d+$/, ''), person.account.replace(/\d+/g, ' ')),
    ...(person.class ? classWords(person.class) : []).map((word) => ({ word, of: 'class' }) as const),
    ...(person.birthDate ? datesOf(person.birthDate) : []).map((word) => ({ word, of: 'birth-date' }) as const),
    ...schoolWords,
    ...parts('family', ...person.family),
  ];
}

/** Marks are no letters, composed or not. */
const lettersIn = (word: string): number => [...word.normalize('NFD').replace(/\p{M}/gu, '')].length;

/** A class as it is called and as it is said: `5a`, and `klasse5`; a single letter or digit is in every password. */
function classWords(name: string): string[] {
  const lower = name.toLowerCase();
  const year = /\d+/.exec(lower)?.[0];
  const said = year ? [`klasse${year}`, `${year}klasse`, `jahrgang${year}`, `stufe${year}`] : [];
  return [...(lower.length > 1 ? [lower, lower.replace(/[^\p{L}\p{N}]/gu, '')] : []), ...said].filter(
    ({ length }) => length > 1,
  );
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
  // An account is made from the name, and a family has one: once said is enough.
  if (held.has('name')) for (const of of ['account', 'family'] as const) held.delete(of);
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

/** The words that stand in a password, however it is spelled: `Mueller`, `MÜLLER`, `Mu11er`, `relleum`, `9.3.2014`. */
export function wordsIn(password: string, words: readonly OwnWord[]): OwnWord[] {
  const spellings = spelledAnyhow(password);
  const guises = [...spellings, ...spellings.flatMap(unmasked), password.replace(/(?<=\d)[ ./-]+(?=\d)/g, '')];
  const lettersAlone = guises.map((guise) => guise.replace(/[^\p{L}]/gu, ''));
  const backwards = guises.map((guise) => [...guise].toReversed().join(''));
  return words.filter(({ word }) =>
    spelledAnyhow(word).some(
      (spelled) =>
        guises.some((guise) => guise.includes(spelled)) ||
        (word.length >= longWord && [...lettersAlone, ...backwards].some((guise) => guise.includes(spelled))),
    ),
  );
}

/** Words of so many characters are found with signs between their letters and backwards, too; shorter ones by accident. */
const longWord = 5;

/** In lower case: as it is, and as it is typed where there are no umlauts; of marks alone nothing is left. */
const spelledAnyhow = (text: string): string[] => {
  const lower = text.normalize('NFC').toLowerCase();
  return [lower, ...spellingsOf(lower)].filter((spelling) => spelling !== '');
};

/** With the digits and signs that stand for letters read as these letters; a 1 may be an i or an l. */
const unmasked = (text: string): string[] =>
  [0, -1].map((place) => [...text].map((character) => masks[character]?.at(place) ?? character).join(''));

/** A new password is the old one as long as its letters are: `Tasse7+Wolke1` and then `Tasse8+Wolke2!`. */
export function isAlike(old: string, wanted: string): boolean {
  const [was, is] = [old, wanted].map((text) => text.normalize('NFC').toLowerCase());
  const [before, after] = [was, is].map((text) => text?.replace(/\P{L}/gu, ''));
  return was === is || (before === after && before !== undefined && before.length >= 4);
}

/** A password, and what it is without the first or the last of its characters, where these are no letters. */
export function withoutASign(password: string): string[] {
  const composed = password.normalize('NFC');
  return [...new Set([composed, composed.replace(/^\P{L}/u, ''), composed.replace(/\P{L}$/u, '')])];
}

/** Why somebody gets no password unless it is said why they must; or no other one, for theirs is in their hands. */
export type Withheld = 'suspended' | 'locked' | 'left' | 'no-consent' | 'has-it';

/**
 * Why there is no password for somebody: a closed account, or a last day that has passed. Consent is asked of who is
 * new alone: whoever had a password before may have another.
 */
export function withheldFrom(
  { status, leftOn, issuedHash }: { status: Status; leftOn: Day | null; issuedHash: string | null },
  lacksConsent: boolean,
  today: Day,
): Withheld | undefined {
  if (status === 'suspended' || status === 'locked') return status;
  if (leftOn !== null && leftOn < today) return 'left';
  return lacksConsent && issuedHash === null ? 'no-consent' : undefined;
}

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
