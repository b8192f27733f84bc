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
  /** Lines with bytes of which nothing is known, by what was asked. */
  readonly free: Lines;
  readonly nul: Lines;
}

/**
 * The bytes of a file in one go; where a piece ends makes no difference. `free` are the bytes that an encoding leaves
 * free. UTF-16 needs another look: `surveyWide`.
 */
export function survey(pieces: Iterable<Uint8Array>, free: ReadonlySet<number> = new Set()): Survey {
  const found = { utf8: new Lines(), notUtf8: new Lines(), free: new Lines(), nul: new Lines() };
  let line = 1;
  let last = 0;
  // How many bytes the character still wants, and between which bounds the next one lies (RFC 3629, section 4).
  let wanted = 0;
  let lowest = 0x80;
  let highest = 0xbf;

  for (const piece of pieces) {
    // Counted, since a for-of over bytes makes an object of each.
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] as number;
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
      if (byte >= 0x80) {
        if (free.has(byte)) found.free.add(line);
      } else if (byte === 0) found.nul.add(line);
      else if (byte === 0x0d || (byte === 0x0a && last !== 0x0d)) line++;
      last = byte;
    }
  }
  if (wanted > 0) found.notUtf8.add(line);
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
