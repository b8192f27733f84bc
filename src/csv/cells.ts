/** Blanks of every kind, line breaks included: in a value they are one space. */
const blanks = /[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** What nearly all values are made of, and can't need any change: ASCII and the composed Latin letters; no apostrophe at the beginning. */
const plain = /^[!-&(-~À-ſ][!-~À-ſ]*(?: [!-~À-ſ]+)*$/;

/**
 * Characters that no value has a use for: control characters, invisible ones, those that turn the direction of writing,
 * and what is left where a character was lost. The two joiners belong to some scripts, but not beside Latin letters.
 */
const unwanted =
  /[\p{Cc}\p{Co}\p{Cs}\ufffd]|(?![\u200c\u200d])\p{Cf}|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|(?<=\p{Script=Latin})[\u200c\u200d]/u;

/** Whether a cell is kept as it is; nearly all are. */
export const isPlain = (cell: string) => cell === '' || plain.test(cell);

/**
 * A cell as it is kept: Unicode NFC, one space for any blanks, none at the ends. The apostrophe with which exports keep
 * a cell from running in a spreadsheet is taken off again. Nothing else is changed: `0042` stays `0042`.
 */
export function clean(cell: string): string {
  const bare = cell.startsWith("'") && /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
  return bare.normalize('NFC').replace(blanks, ' ').replace(/^ | $/g, '');
}

/** The first character that a value can't have, as `U+200B`. */
export function unwantedIn(value: string): string | undefined {
  const found = unwanted.exec(value)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * A cell that no spreadsheet runs as a formula: an apostrophe before what could start one. `clean` takes exactly one
 * away again.
 */
export const harmless = (cell: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);
