import { encodingUnknown } from '../failures.ts';
import { letters, type SingleByte } from './letters.ts';

/** The encodings that files come in, with the names that people give them. */
const names = {
  'utf-8': ['utf8', 'utf8sig', 'utf8bom', 'cp65001'],
  'utf-16le': ['utf16le', 'utf16', 'unicode', 'ucs2'],
  'utf-16be': ['utf16be'],
  'windows-1252': ['windows1252', 'cp1252', 'win1252', 'ansi', 'latin1', 'iso88591'],
  'iso-8859-15': ['iso885915', 'latin9'],
  'windows-1250': ['windows1250', 'cp1250', 'win1250'],
  macintosh: ['macintosh', 'macroman', 'mac', 'xmacroman', 'applemacintosh'],
  ibm850: ['ibm850', 'cp850', 'dos850', 'dos', 'msdos', 'oem', 'oem850', '850'],
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

export const isSingleByte = (encoding: Encoding): encoding is SingleByte => encoding in letters;

/** Text of ISO 8859-1, in which each byte is the character of its number, as text of another encoding. */
export function respelled(latin1: string, encoding: SingleByte): string {
  const table = letters[encoding];
  return latin1.replace(/[\u0080-\u00ff]/g, (byte) => table[byte.charCodeAt(0) - 0x80] as string);
}

/**
 * Bytes as text, piece by piece; a character may be cut anywhere. What can't be decoded becomes U+FFFD. The single-byte
 * encodings are spelled out: Node's own decoder has taken windows-1252 for ISO 8859-1 in some versions, and has no DOS.
 */
export function* textOf(pieces: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  if (isSingleByte(encoding)) {
    for (const latin1 of latin1Of(pieces)) yield respelled(latin1, encoding);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Bytes as text of ISO 8859-1, so that they can be looked at like text before their encoding is known. */
export function* latin1Of(pieces: Iterable<Uint8Array>): Generator<string> {
  for (const piece of pieces) yield Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
}
