import { cut } from './quoted.ts';

/** One record of a CSV file (RFC 4180). */
export interface CsvRecord {
  /** The physical line where it begins, counted from 1. */
  readonly line: number;
  /** On how many lines it stands. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** Which cells have quotation marks where none may stand. */
  readonly stray?: readonly number[];
  /** In which cell a quotation mark opens that is not closed where its value ends: nothing here can be trusted. */
  readonly open?: { readonly index: number; readonly value: string };
}

/** A quoted cell that is longer has lost its closing mark: in lines, and in UTF-16 units. */
const mostLines = 1000;
const mostText = 1_000_000;

type Read = Omit<CsvRecord, 'line'>;

/**
 * Takes the lines of a file block by block, and gives the records that end in each. Where a quotation mark is not
 * closed, or only where no record of the right width comes out, its line is given as `open` and the reading goes on
 * with the next line, so that one mistake hides no other. Written out here because a general parser needs longer to
 * start than a school's whole roster needs to be read.
 */
export class Records {
  readonly #delimiter: string;
  readonly #width: number | undefined;
  #waiting: readonly string[] = [];
  #line = 1;

  /** `width`: how many columns a record has, where that is known. */
  constructor(delimiter: string, width?: number) {
    this.#delimiter = delimiter;
    this.#width = width;
  }

  /** The records that end in these lines, without blank ones; with `last` also what waited for its end in vain. */
  take(lines: readonly string[], last: boolean): CsvRecord[] {
    const queue = this.#waiting.length > 0 ? [...this.#waiting, ...lines] : lines;
    const records: CsvRecord[] = [];
    let at = 0;
    for (let text = queue[0]; text !== undefined; text = queue[at]) {
      const read: Read | undefined = text.includes('"')
        ? this.#quoted(queue, at, last)
        : { cells: text.split(this.#delimiter), lines: 1 };
      if (!read) break;
      if (read.open || read.cells.some((cell) => cell.trim() !== '')) records.push({ line: this.#line, ...read });
      at += read.lines;
      this.#line += read.lines;
    }
    this.#waiting = queue.slice(at);
    return records;
  }

  /** A record whose quoted cells may go on over further lines; undefined while its end has not come. */
  #quoted(queue: readonly string[], at: number, last: boolean): Read | undefined {
    const first = queue[at] as string;
    let text = first;
    let end = at + 1;
    for (;;) {
      const { cells, stray, open } = split(text, this.#delimiter);
      if (open === undefined) {
        const lines = end - at;
        if (lines > 1 && (stray.length > 0 || widthOf(cells, this.#width ?? 0) !== (this.#width ?? cells.length)))
          break;
        return { cells, lines, ...(stray.length > 0 && { stray }) };
      }
      // Only a line with a quotation mark can close it.
      const start = end;
      while (end < queue.length && !(queue[end] as string).includes('"')) end++;
      const known = end < queue.length;
      text += `\n${queue.slice(start, known ? ++end : end).join('\n')}`;
      if (end - at > mostLines || text.length > mostText || (!known && last)) break;
      if (!known) return undefined;
    }
    const { cells, open = 0 } = split(first, this.#delimiter);
    const value = cut(first.slice(open).split(this.#delimiter, 1)[0] ?? '');
    return { cells: [], lines: 1, open: { index: cells.length, value } };
  }
}

/** How many columns a record has; empty cells beyond the expected ones are what some programs end every line with. */
export const widthOf = (cells: readonly string[], expected: number): number =>
  cells.findLastIndex((cell, index) => index < expected || cell.trim() !== '') + 1;

/** The cells of a text; `open` is where a quotation mark begins that nothing in the text closes. */
function split(text: string, delimiter: string): { cells: string[]; stray: number[]; open?: number } {
  const cells: string[] = [];
  const stray: number[] = [];
  for (let at = 0; ; ) {
    const isQuoted = text[at] === '"';
    const close = isQuoted ? closing(text, at + 1) : at;
    if (close < 0) return { cells, stray, open: at };
    const found = text.indexOf(delimiter, isQuoted ? close + 1 : at);
    const end = found < 0 ? text.length : found;
    const outside = text.slice(isQuoted ? close + 1 : at, end);
    if (isQuoted ? outside.trim() !== '' : outside.includes('"')) stray.push(cells.length);
    cells.push(isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') + outside.trim() : outside);
    if (found < 0) return { cells, stray };
    at = end + 1;
  }
}

/** Where a quoted cell ends: at the first quotation mark that is not doubled; -1 if there is none. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
