import { csvParser } from '../load.ts';
import { cellsOf } from './line-cells.ts';
import { cut } from './quoted.ts';

/** One record of a CSV file (RFC 4180). */
export interface CsvRecord {
  /** The physical line where it begins, counted from 1. */
  readonly line: number;
  /** On how many lines it stands. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** The cell that has quotation marks where none may stand. */
  readonly stray?: { readonly index: number; readonly value: string };
  /** In which cell a quotation mark opens that is not closed where its value ends: nothing here can be trusted. */
  readonly open?: { readonly index: number; readonly value: string };
}

/** A quoted cell of more lines, or characters, has lost its closing mark. */
const mostLines = 1000;
const mostCharacters = 1_000_000;

/**
 * Takes the lines of a file block by block, and gives the records that end in each. Most lines are records; what goes on
 * over several is scanned for its quotation marks, which tells faulty lines from sound ones. Where blanks of any kind
 * stand around these, csv-parse (which takes 20 ms to load, and stops at the first fault) takes the sound ones apart.
 *
 * A line is scanned twice at most: a line that opens a quoted cell has an odd number of marks, so it closes one that is
 * open already, or is faulty in it; no two cells can be open over the same lines.
 */
export class Records {
  private readonly delimiter: string;
  private readonly width: number | undefined;
  /** A cell as a formula, by which programs keep a spreadsheet from making a number of it: `="0042"`. */
  private readonly formula: RegExp;
  private line = 1;
  /** The lines of a record that goes on, with the cell in which it does. */
  private open: { lines: string[]; size: number; index: number } | undefined;

  /** `width`: how many columns a record has, where that is known. */
  constructor(delimiter: string, width?: number) {
    this.delimiter = delimiter;
    this.width = width;
    const between = delimiter.replace(/\W/, '\\$&');
    this.formula = new RegExp(`(^|${between}) *=("(?:[^"]|"")*")(?= *(?:${between}|$))`, 'g');
  }

  /** The records that end in these lines, without blank ones; with `last` also what waited for its end in vain. */
  take(lines: readonly string[], last: boolean): CsvRecord[] {
    const found: CsvRecord[] = [];
    const sound: Sound[] = [];
    const flush = () => found.push(...this.parsed(sound.splice(0)));
    const fault = (text: string, kind: 'open' | 'stray', index: number) => {
      flush();
      found.push(faulty(text, this.delimiter, this.line, kind, index));
      this.line += 1;
    };

    // A cell that is not closed gives its lines back, all but the one where it opens.
    const queue: string[][] = [lines as string[]];
    for (let block = queue.pop(); block; block = queue.pop()) {
      for (let at = 0; at < block.length; at++) {
        let text = block[at] as string;
        const cells = this.open ? undefined : cellsOf(text, this.delimiter);
        if (cells) {
          flush();
          found.push({ line: this.line, lines: 1, cells });
          this.line += 1;
          continue;
        }
        let { end, index } = scan(text, this.delimiter, this.open !== undefined);
        if (!this.open && end === 'stray' && text.includes('="')) {
          const bare = text.replace(this.formula, '$1$2');
          ({ end, index } = scan(bare, this.delimiter, false));
          if (end === 'closed') text = bare;
        }
        if (!this.open) {
          if (end === 'stray') fault(text, 'stray', index);
          else if (end === 'open') this.open = { lines: [text], size: text.length, index };
          else {
            sound.push({ line: this.line, text, lines: 1 });
            this.line += 1;
          }
          continue;
        }
        const { lines: taken } = this.open;
        taken.push(text);
        this.open.size += text.length;
        const isTooLong = taken.length > mostLines || this.open.size > mostCharacters;
        if (end === 'open' && !isTooLong) continue;
        const whole = { line: this.line, text: taken.join('\n'), lines: taken.length };
        if (end === 'closed' && !isTooLong && this.hasWidth(whole)) {
          sound.push(whole);
          this.line += whole.lines;
          this.open = undefined;
          continue;
        }
        queue.push(block.slice(at + 1), this.giveUp(fault));
        break;
      }
      if (queue.length === 0 && last && this.open) queue.push(this.giveUp(fault));
    }
    flush();
    return found.filter(({ cells, open, stray }) => open || stray || cells.some((cell) => cell.trim() !== ''));
  }

  /** Ends a cell that is not closed where its value ends: its first line is faulty, the others are given back. */
  private giveUp(fault: (text: string, kind: 'open', index: number) => void): string[] {
    const [first = '', ...rest] = this.open?.lines ?? [];
    const index = this.open?.index ?? 0;
    this.open = undefined;
    fault(first, 'open', index);
    return rest;
  }

  /** Two forgotten marks can close each other: then a record of several lines has not the width of a record. */
  private hasWidth(whole: Sound): boolean {
    if (this.width === undefined) return true;
    return this.parsed([whole]).every(({ cells }) => widthOf(cells, this.width ?? 0) === this.width);
  }

  private parsed(sound: readonly Sound[]): CsvRecord[] {
    if (sound.length === 0) return [];
    const known = sound.map(({ line, lines, text }) => ({ line, lines, cells: cellsOf(text, this.delimiter) }));
    return known.every((record): record is CsvRecord & typeof record => record.cells !== undefined)
      ? known
      : this.parsedElsewhere(sound);
  }

  /** What has blanks of other kinds around its quotation marks. */
  private parsedElsewhere(sound: readonly Sound[]): CsvRecord[] {
    const text = sound.map(({ text }) => text).join('\n');
    // csv-parse trims a tab also where it separates columns, so that an empty first cell is lost: another sign stands in.
    const isTab = this.delimiter === '\t';
    const delimiter = isTab ? unusedIn(text) : this.delimiter;
    const rows = csvParser().parse(isTab ? text.replaceAll('\t', delimiter) : text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
    }) as string[][];
    const inside = (cell: string) => (isTab ? cell.replaceAll(delimiter, '\t').trim() : cell);
    return sound.map(({ line, lines }, at) => ({ line, lines, cells: (rows[at] ?? []).map(inside) }));
  }
}

/** A sign for private use that a text does not have. */
function unusedIn(text: string): string {
  for (let code = 0xe000; ; code++) if (!text.includes(String.fromCharCode(code))) return String.fromCharCode(code);
}

/** A record whose quotation marks stand where they may. */
interface Sound {
  line: number;
  text: string;
  lines: number;
}

const blank = /[ \t\f]/;

/** How a line ends, from outside a quoted cell or from inside one, and in which of its cells that was decided. */
function scan(line: string, delimiter: string, isInside: boolean): { end: 'closed' | 'open' | 'stray'; index: number } {
  const skipped = (from: number) => {
    let at = from;
    while (at < line.length && line[at] !== delimiter && blank.test(line[at] as string)) at++;
    return at;
  };
  let inside = isInside;
  for (let at = 0, index = 0; ; index++) {
    if (!inside) {
      at = skipped(at);
      if (line[at] !== '"') {
        const end = line.indexOf(delimiter, at);
        const cell = line.slice(at, end < 0 ? line.length : end);
        if (cell.includes('"')) return { end: 'stray', index };
        if (end < 0) return { end: 'closed', index };
        at = end + 1;
        continue;
      }
      at++;
    }
    let mark = line.indexOf('"', at);
    while (mark >= 0 && line[mark + 1] === '"') mark = line.indexOf('"', mark + 2);
    if (mark < 0) return { end: 'open', index };
    inside = false;
    at = skipped(mark + 1);
    if (at >= line.length) return { end: 'closed', index };
    if (line[at] !== delimiter) return { end: 'stray', index };
    at++;
  }
}

/** A faulty line as a record: whom it is about can't be told, as the cells behind the mark may have moved. */
function faulty(text: string, delimiter: string, line: number, kind: 'open' | 'stray', index: number): CsvRecord {
  const cells = text.split(delimiter).map((cell) => cell.trim());
  const opening = cells.findIndex((cell) => cell.startsWith('"'));
  const at = kind === 'stray' ? index : Math.max(opening, 0);
  return { line, lines: 1, cells: [], [kind]: { index: at, value: cut(cells[at] ?? text) } };
}

/** How the records of a file are to be found. */
interface Shape {
  delimiter: string;
  /** How many columns a record has. */
  width: number;
  /** How many records stand before the first that is given. */
  skip: number;
}

/** The records of a file, batch by batch; the last batch is whatever waited for its end. */
export function* recordsOf(blocks: Iterable<string[]>, { delimiter, width, skip }: Shape): Generator<CsvRecord[]> {
  const records = new Records(delimiter, width);
  let skipped = 0;
  const batch = (lines: string[], last: boolean): CsvRecord[] => {
    const found = records.take(lines, last);
    const given = found.slice(skip - skipped);
    skipped += found.length - given.length;
    return given;
  };
  for (const lines of blocks) {
    const found = batch(lines, false);
    if (found.length > 0) yield found;
  }
  const rest = batch([], true);
  if (rest.length > 0) yield rest;
}

/** How many columns a record has; empty cells beyond the expected ones are what some programs end every line with. */
export const widthOf = (cells: readonly string[], expected: number): number =>
  cells.findLastIndex((cell, index) => index < expected || cell.trim() !== '') + 1;
