import { crypto } from '../../load.ts';

/** Somebody who is about to be deleted, by what a text could name them. */
export interface Named {
  id: number;
  account: string;
  givenName: string;
  familyName: string;
  email: string | null;
}

/** Where somebody is named in a text: start and length in UTF-16 units. */
export type Spot = readonly [start: number, length: number];

/** Finds people in texts. */
export type Finder = (text: string) => { id: number; spots: Spot[] }[];

/** What stands where a name was. */
const mask = '[…]';

/** Shorter names are words of the language too often. */
const shortestAlone = 3;

/**
 * Finds people by account, e-mail address and full name, in either order and however it is written in upper or lower
 * case; by given or family name alone only if nobody else bears it.
 */
export function finderOf(people: readonly Named[], namesOfOthers: ReadonlySet<string>): Finder {
  const words = new Map<string, number[]>();
  const add = (word: string, id: number) => {
    const key = fold(word);
    if (key !== '') words.set(key, [...(words.get(key) ?? []), id]);
  };
  const alone = new Set<string>();
  for (const { id, account, givenName, familyName, email } of people) {
    const whole = [
      account,
      email ?? '',
      `${givenName} ${familyName}`,
      `${familyName} ${givenName}`,
      `${familyName}, ${givenName}`,
    ];
    for (const word of whole) add(word, id);
    for (const name of [givenName, familyName]) {
      if (name.length < shortestAlone || namesOfOthers.has(fold(name))) continue;
      add(name, id);
      alone.add(name);
    }
  }
  if (words.size === 0) return () => [];
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const aloneFolded = new Set([...alone].map(fold));
  return (text) => {
    const found = new Map<number, Spot[]>();
    for (const { 0: word, index } of text.matchAll(pattern)) {
      // A name alone is a name only with its capital letter: "mark" is none.
      if (aloneFolded.has(fold(word)) && !alone.has(word)) continue;
      for (const id of new Set(words.get(fold(word)))) found.set(id, [...(found.get(id) ?? []), [index, word.length]]);
    }
    return [...found].map(([id, spots]) => ({ id, spots }));
  };
}

export const fold = (word: string): string => word.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s+');

/** The text without what stands at some spots. */
export function masked(text: string, spots: readonly Spot[]): string {
  let rest = text;
  for (const [start, length] of [...spots].sort(([one], [other]) => other - one)) {
    rest = rest.slice(0, start) + mask + rest.slice(start + length);
  }
  return rest;
}

/** Where spots lie once others were masked; without those that were among them. */
export function movedSpots(spots: readonly Spot[], maskedSpots: readonly Spot[]): Spot[] {
  return spots.flatMap(([start, length]): Spot[] => {
    if (maskedSpots.some(([from, size]) => start < from + size && from < start + length)) return [];
    const before = maskedSpots.filter(([from]) => from < start);
    return [[start + before.reduce((sum, [, size]) => sum + mask.length - size, 0), length]];
  });
}

/** The text with the spots set apart, for somebody who decides whether they mean the person. */
export function marked(text: string, spots: readonly Spot[]): string {
  let rest = text;
  for (const [start, length] of [...spots].sort(([one], [other]) => other - one)) {
    rest = `${rest.slice(0, start)}»${rest.slice(start, start + length)}«${rest.slice(start + length)}`;
  }
  return rest;
}

export const digestOfText = (key: Buffer, text: string): Buffer =>
  crypto().createHmac('sha256', key).update(text).digest();
