import type { Day } from '../time.ts';
import { folded } from './rules.ts';

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ə: 'e' };

/** A name in the form in which its spellings are equal: no case, marks, hyphens; ä as ae. */
export const nameKey = (name: string): string =>
  folded(
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüßə]/g, (letter) => spelledOut[letter] ?? letter),
  );

/**
 * Whether two names could be one person's, spelled differently: equal but for case, marks and hyphens, one of them only
 * a part of the other (Lena, Lena Marie), or one letter apart (Chloé, Chloée), if they have at least `from` letters.
 */
export function alike(one: string, other: string, from = 4): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === b || nameKey(one) === nameKey(other)) return true;
  if (a === '' || b === '') return false;
  return contains(a, b) || contains(b, a) || oneLetterApart(a.replaceAll(' ', ''), b.replaceAll(' ', ''), from);
}

/** Whether two spellings are of one name: they differ in case, marks and hyphens only. */
export const sameName = (one: string, other: string): boolean =>
  folded(one) === folded(other) || nameKey(one) === nameKey(other);

/** The words of a whole name in one order, so that exchanged columns do not matter. */
export const nameWords = (name: string): string => nameKey(name).split(' ').sort().join(' ');

const contains = (whole: string, part: string) => part.split(' ').every((word) => whole.split(' ').includes(word));

/** A letter more, less, other, or two neighbours exchanged. In short names that says nothing. */
function oneLetterApart(a: string, b: string, atLeast: number): boolean {
  if (Math.min(a.length, b.length) < atLeast || Math.abs(a.length - b.length) > 1) return a === b;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** A person as far as names and birth dates tell. */
export interface Known {
  given: string;
  family: string;
  birth: Day | null;
}

/**
 * Whether a record can't be the person that its ID stands for: given name and birth date both speak against it, or,
 * where a birth date is missing, given and family name do. Exchanged columns speak against nothing.
 */
export function isAnother(one: Known, other: Known): boolean {
  if (nameWords(`${one.given} ${one.family}`) === nameWords(`${other.given} ${other.family}`)) return false;
  if (sameName(one.given, other.given)) return false;
  return one.birth && other.birth ? one.birth !== other.birth : !sameName(one.family, other.family);
}
