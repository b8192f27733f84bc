import { lineTooLong } from '../failures.ts';

/** Longer than any line of such lists, in UTF-16 units: what is no text with lines must not fill the memory. */
const longest = 1_000_000;

/**
 * Text, piece by piece, as the physical lines that have ended with each piece (by LF, CR or CRLF); the end of the last
 * piece ends the last line. Fails on a line that no such list has.
 */
export function* linesOf(pieces: Iterable<string>, file: string): Generator<string[]> {
  let rest = '';
  let count = 0;
  let wasReturn = false;
  for (const piece of pieces) {
    if (piece === '') continue;
    const text = wasReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    wasReturn = piece.endsWith('\r');
    const lines = (rest + text).replace(/\r\n?/g, '\n').split('\n');
    const tooLong = lines.findIndex((line) => line.length > longest);
    if (tooLong >= 0) throw lineTooLong({ file, line: count + tooLong + 1 });
    rest = lines.pop() ?? '';
    count += lines.length;
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}
