import { cleaned, longestText } from '../typed.ts';

/** What nearly all values are made of, and can't need any change: ASCII and the composed Latin letters; no apostrophe at the beginning. */
const plain = /^[!-&(-~À-ſ][!-~À-ſ]*(?: [!-~À-ſ]+)*$/;

/** Whether a cell is kept as it is, and nothing is wrong with it; so are nearly all. */
export const isPlain = (cell: string) => cell === '' || (cell.length <= longestText && plain.test(cell));

/**
 * A cell as it is kept: cleaned as all text is, and the apostrophe with which exports keep a cell from running in a
 * spreadsheet is taken off again. Nothing else is changed: `0042` stays `0042`.
 */
export function clean(cell: string): string {
  const bare = cell.startsWith("'") && /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
  return cleaned(bare);
}

/**
 * A cell that no spreadsheet runs as a formula: an apostrophe before what could start one. `clean` takes exactly one
 * away again.
 */
export const harmless = (cell: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);
