/** Words and numbers of a text; what stands between them is layout. */
const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}§]+/gu) ?? [];

/** Words that turn a sentence round: where one comes or goes, nobody corrects spelling. */
const turning =
  /^(?:nicht|kein\w*|nie|niemals|niemand\w*|ohne|außer|nur|muss|müssen|darf|dürfen|kann|können|soll\w*|not|no|never|nobody|without|except|only|must|may|can|cannot|should)$/iu;

/** What a correction changes: words that went, and words that came in their places. */
export interface Correction {
  gone: string[];
  come: string[];
}

/** The words that one text has and the other has not, as often as it has them more. */
export function changedWords(before: string, after: string): Correction {
  const left = new Map<string, number>();
  for (const word of wordsOf(before)) left.set(word, (left.get(word) ?? 0) + 1);
  const come = wordsOf(after).filter((word) => {
    const number = left.get(word) ?? 0;
    left.set(word, number - 1);
    return number <= 0;
  });
  const gone = [...left].flatMap(([word, number]) => Array.from({ length: Math.max(number, 0) }, () => word));
  return { gone, come };
}

/**
 * Whether a text can be another with its spelling corrected: few words differ (one in twenty, three at least), and among
 * them is no number and no word that turns a sentence round. Whether it says the same, a person has to know.
 */
export function isSpelling(before: string, after: string): boolean {
  const { gone, come } = changedWords(before, after);
  const most = Math.max(3, Math.floor(wordsOf(before).length / 20));
  const isHarmless = (word: string) => !/\p{N}|§/u.test(word) && !turning.test(word);
  return gone.length <= most && come.length <= most && [...gone, ...come].every(isHarmless);
}

/** A text as it is compared with others: what nobody sees is no difference. */
export const undressedText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
