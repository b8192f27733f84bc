import type { Said } from './rules.ts';
import type { Duty } from './sentences-text.ts';

/** Whether a sentence of a text is one that is known: word for word, or nearly, so that somebody has to look. */
export type Wording = 'known' | 'changed' | 'new';

/** A sentence of a text, and what is known of it. */
export interface Found extends Said {
  wording: Wording;
  duty: Duty | undefined;
}

const wordsOf = (sentence: string): string[] => sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** So much of two sentences' words must be the same for one to be the other, changed. */
const sharedAtLeast = 0.8;

/** Which part of the words of two sentences they share, from 0 to 1 (Dice). */
function shared(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  const common = one.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return one.length + other.length === 0 ? 1 : (2 * common.length) / (one.length + other.length);
}

/** What is known of each sentence of a text: each known one stands for one sentence at most, the most alike first. */
export function foundIn(text: readonly Said[], known: readonly Duty[]): Found[] {
  const pairs = text
    .flatMap((said, index) => {
      const words = wordsOf(said.sentence);
      return known.map((duty) => ({ index, duty, alike: shared(words, wordsOf(duty.sentence)) }));
    })
    .filter(({ alike }) => alike >= sharedAtLeast)
    .sort((one, other) => other.alike - one.alike);
  const found = new Map<number, { duty: Duty; alike: number }>();
  const taken = new Set<Duty>();
  for (const { index, duty, alike } of pairs) {
    if (found.has(index) || taken.has(duty)) continue;
    found.set(index, { duty, alike });
    taken.add(duty);
  }
  return text.map((said, index) => {
    const match = found.get(index);
    const wording = match === undefined ? 'new' : match.alike === 1 ? 'known' : 'changed';
    return { ...said, wording, duty: match?.duty };
  });
}
