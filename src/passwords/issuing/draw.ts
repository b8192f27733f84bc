/** How issued passwords look: for most schools, or easier still for small children. */
export type Style = 'standard' | 'primary';

/** Speaks easily in syllables, and none sounds like another: no b, d, g beside p, t, k. */
const consonants = 'fhkmnprstw';
const vowels = 'aeiou';

const syllables = (letters: string, count: number): string[] =>
  Array.from({ length: count }, () => [letters, vowels]).flat();

const capital = ([first = '', ...rest]: string[]): string[] => [first.toUpperCase(), ...rest];

const easy = syllables('fhkmnrstw', 2);

/**
 * What each character is drawn from, place by place. On paper no two of them look alike: of 0 O, 1 l I, 2 Z, 5 S, 6 G,
 * 8 B, i j, u v, q g 9 only one is ever used; y and z, which change places between keyboards, never; nor what a
 * spreadsheet or a web page would read as its own.
 */
export const styles: Record<Style, readonly string[]> = {
  // Rameto37?Mukifawa
  standard: [...capital(syllables(consonants, 3)), '234679', '234679', '?+%=', ...capital(syllables(consonants, 4))],
  // Rame-toka-muki-fasu-27: one capital letter, one sign, and words of four letters; without p, the mirrored q
  primary: [...capital(easy), '-', ...easy, '-', ...easy, '-', ...easy, '-', '2347', '2347'],
};

/** How many passwords of a style there are, as a power of two. */
export const bitsOf = (style: Style): number =>
  styles[style].reduce((bits, characters) => bits + Math.log2(characters.length), 0);

/** Words that could come out of the syllables, and should not. */
const unseemly =
  /anus|f[iou]k|f[ou]t|homo|hur|kak|kike|kot|maso|nasi|nut|paki|peni|pis|pip|popo|pup|put|rape|sik|suka|tit|tot|urin/;

/** Whether a child should not have to type it. */
export const isUnseemly = (password: string): boolean => unseemly.test(password.toLowerCase());

/**
 * A password drawn at random, every one of its style as likely as any other that is left; drawn again while it holds
 * something unseemly or is refused. Nothing of the person goes into it.
 */
export function drawPassword(
  style: Style,
  random: (bytes: number) => Buffer,
  isRefused: (password: string) => boolean,
): string {
  const next = byteByByte(random);
  for (;;) {
    const password = styles[style].map((characters) => pick(characters, next)).join('');
    if (!isUnseemly(password) && !isRefused(password)) return password;
  }
}

/** One of the characters, each as likely: a byte past the last whole multiple of their number is drawn again. */
export function pick(characters: string, next: () => number): string {
  const limit = 256 - (256 % characters.length);
  let byte = next();
  while (byte >= limit) byte = next();
  return characters.charAt(byte % characters.length);
}

function byteByByte(random: (bytes: number) => Buffer): () => number {
  let bytes: Buffer = Buffer.alloc(0);
  return () => {
    if (bytes.length === 0) bytes = random(64);
    const [byte = 0] = bytes;
    bytes = bytes.subarray(1);
    return byte;
  };
}
