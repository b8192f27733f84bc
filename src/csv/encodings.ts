import { encodingUnknown } from './failures.ts';

/** The encodings that files come in, with the names that people give them. */
const names = {
  'utf-8': ['utf8', 'utf8sig', 'utf8bom', 'cp65001'],
  'utf-16le': ['utf16le', 'utf16', 'unicode', 'ucs2'],
  'utf-16be': ['utf16be'],
  'windows-1252': ['windows1252', 'cp1252', 'win1252', 'ansi', 'latin1', 'iso88591'],
  'iso-8859-15': ['iso885915', 'latin9'],
} as const;

export type Encoding = keyof typeof names;

const encodings = Object.keys(names) as Encoding[];

/** The encoding that somebody named; a failure where there is none of that name. */
export function encodingNamed(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = encodings.find((encoding) => (names[encoding] as readonly string[]).includes(plain));
  if (!found) throw encodingUnknown({ encoding: name, known: encodings });
  return found;
}

/** What windows-1252 has from 0x80 on, where ISO 8859-1 has control characters; blank where it has nothing. */
const from80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
export const windows1252 = new Map<string, string>(
  [...from80].flatMap((letter, at) => (letter === ' ' ? [] : [[String.fromCharCode(0x80 + at), letter]])),
);

/** Where ISO 8859-15 differs from ISO 8859-1. */
export const iso885915 = new Map<string, string>([
  ['¤', '€'],
  ['¦', 'Š'],
  ['¨', 'š'],
  ['´', 'Ž'],
  ['¸', 'ž'],
  ['¼', 'Œ'],
  ['½', 'œ'],
  ['¾', 'Ÿ'],
]);

/**
 * Bytes as text, piece by piece; a character may be cut anywhere. What can't be decoded becomes U+FFFD. The single-byte
 * encodings are spelled out: Node's own decoder has taken windows-1252 for ISO 8859-1 in some versions.
 */
export function* textOf(pieces: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  if (encoding === 'windows-1252' || encoding === 'iso-8859-15') {
    const letters = encoding === 'windows-1252' ? windows1252 : iso885915;
    const differing = encoding === 'windows-1252' ? /[\u0080-\u009f]/g : /[¤¦¨´¸¼½¾]/g;
    for (const piece of pieces) {
      const latin1 = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
      yield latin1.replace(differing, (letter) => letters.get(letter) ?? letter);
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
