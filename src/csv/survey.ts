import type { Encoding } from './encodings.ts';
import { textOf } from './encodings.ts';
import { linesOf } from './lines.ts';

/** Lines that have something in common: all are counted, the first thousand are known by number. */
export class Lines {
  count = 0;
  readonly lines: number[] = [];
  #last = 0;

  add(line: number): void {
    if (line === this.#last) return;
    this.#last = line;
    this.count++;
    if (this.lines.length < 1000) this.lines.push(line);
  }
}

/** What the bytes of a file say about its encoding, each byte taken for itself. */
export interface Survey {
  /** Lines with characters in well-formed UTF-8, and lines that are not UTF-8. */
  readonly utf8: Lines;
  readonly notUtf8: Lines;
  /** Lines with bytes that windows-1252 leaves free, and with any from 0x80 to 0x9F, where ISO 8859-15 has no letters. */
  readonly not1252: Lines;
  readonly high: Lines;
  readonly nul: Lines;
  /** Whether a byte stands where only its letter in ISO 8859-15 makes sense. */
  letters885915: boolean;
}

const isLower = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0xdf && byte !== 0xf7);
const isLetter = (byte: number) =>
  isLower(byte) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7);

/**
 * Whether a byte that ISO 8859-1 gives to a mark or a fraction is one of the letters that ISO 8859-15 put there. A small
 * letter (š ž œ) has a letter beside it; a capital (Š Ž Œ Ÿ) begins a word, since ´ inside one stands for an
 * apostrophe: O´Neill. The euro took the place of a sign that nobody writes.
 */
function is885915(before: number, byte: number, after: number): boolean {
  if (byte === 0xa4) return true;
  if (byte === 0xa8 || byte === 0xb8 || byte === 0xbd) return isLetter(before) || isLetter(after);
  if (byte === 0xa6 || byte === 0xb4 || byte === 0xbc || byte === 0xbe) return !isLetter(before) && isLower(after);
  return false;
}

/** The bytes of a file in one go; where a piece ends makes no difference. UTF-16 needs another look: `surveyWide`. */
export function survey(pieces: Iterable<Uint8Array>): Survey {
  const found = {
    utf8: new Lines(),
    notUtf8: new Lines(),
    not1252: new Lines(),
    high: new Lines(),
    nul: new Lines(),
    letters885915: false,
  };
  let line = 1;
  let before = 0;
  let last = 0;
  // How many bytes the character still wants, and between which bounds the next one lies (RFC 3629, section 4).
  let wanted = 0;
  let lowest = 0x80;
  let highest = 0xbf;

  for (const piece of pieces) {
    // Counted, since a for-of over bytes makes an object of each.
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
      if (last >= 0xa0 && is885915(before, last, byte)) found.letters885915 = true;
      if (wanted > 0) {
        if (byte < lowest || byte > highest) {
          found.notUtf8.add(line);
          wanted = 0;
        } else if (--wanted === 0) found.utf8.add(line);
        lowest = 0x80;
        highest = 0xbf;
      } else if (byte >= 0x80) {
        wanted =
          byte >= 0xf0 && byte <= 0xf4 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
        if (wanted === 0) found.notUtf8.add(line);
        lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
        highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      }
      if (byte >= 0x80 && byte <= 0x9f) {
        found.high.add(line);
        if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) found.not1252.add(line);
      } else if (byte === 0) found.nul.add(line);
      else if (byte === 0x0d || (byte === 0x0a && last !== 0x0d)) line++;
      before = last;
      last = byte;
    }
  }
  if (wanted > 0) found.notUtf8.add(line);
  if (is885915(before, last, 0)) found.letters885915 = true;
  return found;
}

/** The same for UTF-16: lines that can't be decoded, and lines with a NUL character. */
export function surveyWide(pieces: Iterable<Uint8Array>, encoding: Encoding, file: string) {
  const found = { broken: new Lines(), nul: new Lines() };
  let line = 0;
  for (const lines of linesOf(textOf(pieces, encoding), file)) {
    for (const text of lines) {
      line++;
      if (text.includes('\ufffd')) found.broken.add(line);
      if (text.includes('\0')) found.nul.add(line);
    }
  }
  return found;
}
