import { folded } from '../../users/rules.ts';

/**
 * Whether two given names could be one child's, spelled differently: equal but for case, marks and hyphens, one of
 * them only a part of the other (Lena, Lena Marie), or one letter apart (Chloé, Chloée).
 */
export function alike(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  return a === b || contains(a, b) || contains(b, a) || oneLetterApart(a.replaceAll(' ', ''), b.replaceAll(' ', ''));
}

/** The words of a whole name in one order, so that exchanged columns do not matter. */
export const nameWords = (name: string): string => folded(name).split(' ').sort().join(' ');

const contains = (whole: string, part: string) => part.split(' ').every((word) => whole.split(' ').includes(word));

/** A letter more, less, other, or two neighbours exchanged. In names of one or two letters that says nothing. */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return a === b;
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
