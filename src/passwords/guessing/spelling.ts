const small = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const large = { Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ẞ: 'SS' };

/** With the umlauts written in two letters each, as in an account; for a text in NFC. */
export const spelledOut = (text: string): string =>
  Object.entries(/[ÄÖÜẞ]/.test(text) ? { ...small, ...large } : small).reduce(
    (spelled, [umlaut, letters]) => spelled.replaceAll(umlaut, letters),
    text,
  );

const unmarked: Record<string, string> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd' };

/** Without the marks on its letters: `müller` → `muller`. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ßıłøđð]/g, (letter) => unmarked[letter] ?? letter);

/** A text as it is typed where there are no umlauts: in two letters each, and without their dots; each spelling once. */
export function spellingsOf(text: string): string[] {
  const composed = text.normalize('NFC');
  return [...new Set([withoutMarks(spelledOut(composed)), withoutMarks(composed)])];
}

/** The letters that a digit or a sign is typed for. */
export const masks: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '§': 's',
  '!': 'il',
  '|': 'il',
  '€': 'e',
  '+': 't',
  '(': 'c',
};
