import type { CsvError } from 'csv-parse/sync';
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

/** A quoted cell of more lines has lost its closing mark. */
const mostLines = 1000;

/**
 * Takes the lines of a file block by block, and gives the records that end in each. Up to the first line of a
 * block that goes on in the next or has a fault, a line is a record; from there on csv-parse reads. It stops at the first
 * fault; here the faulty line becomes a record of its own and the reading goes on behind it, so that one mistake hides no other.
 */
export class Records {
  private readonly delimiter: string;
  private readonly width: number | undefined;
  private waiting: readonly string[] = [];
  private line = 1;

  /** `width`: how many columns a record has, where that is known. */
  constructor(delimiter: string, width?: number) {
    this.delimiter = delimiter;
    this.width = width;
  }

  /** The records that end in these lines, without blank ones; with `last` also what waited for its end in vain. */
  take(lines: readonly string[], last: boolean): CsvRecord[] {
    const found: CsvRecord[] = [];
    let queue = this.waiting.length > 0 ? [...this.waiting, ...lines] : lines;
    let read = 0;
    for (const line of queue) {
      const cells = cellsOf(line, this.delimiter);
      if (!cells) break;
      found.push({ line: this.line, lines: 1, cells });
      this.line += 1;
      read += 1;
    }
    queue = queue.slice(read);
    while (queue.length > 0) {
      const { sound, fault } = this.upToFault(queue);
      const taken = sound.reduce((sum, record) => sum + record.lines, 0);
      found.push(...sound);
      queue = queue.slice(taken);
      this.line += taken;
      if (!fault) break;
      if (fault.kind === 'unfinished' && !last && queue.length <= mostLines) break;
      found.push(this.faulty(queue[0] ?? '', fault));
      queue = queue.slice(1);
      this.line += 1;
    }
    this.waiting = queue;
    return found.filter(({ cells, open, stray }) => open || stray || cells.some((cell) => cell.trim() !== ''));
  }

  /** The records before the first fault, and that fault. */
  private upToFault(lines: readonly string[]): { sound: CsvRecord[]; fault: Fault | undefined } {
    const sound: CsvRecord[] = [];
    let next = 1;
    try {
      csvParser().parse(lines.join('\n'), {
        delimiter: this.delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        trim: true,
        on_record: (cells: string[], { lines: end }) => {
          const record = { line: this.line + next - 1, lines: end - next + 1, cells };
          // Two forgotten marks can close each other: then a record of several lines has not the width of a record.
          if (record.lines > 1 && widthOf(cells, this.width ?? 0) !== (this.width ?? cells.length))
            throw new Swallowed();
          sound.push(record);
          next = end + 1;
          return null;
        },
      });
    } catch (error) {
      return { sound, fault: faultOf(error, next) };
    }
    return { sound, fault: undefined };
  }

  /** A faulty line as a record: whom it is about can't be told, as the cells behind the mark may have moved. */
  private faulty(text: string, { kind, index }: Fault): CsvRecord {
    const cells = text.split(this.delimiter).map((cell) => cell.trim());
    const opening = cells.findIndex((cell) => cell.startsWith('"'));
    const at = kind === 'stray' ? index : Math.max(opening, 0);
    return {
      line: this.line,
      lines: 1,
      cells: [],
      [kind === 'stray' ? 'stray' : 'open']: { index: at, value: cut(cells[at] ?? text) },
    };
  }
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

/** A mark that is open at the end of what there is, one that is closed in the wrong place, or one inside a cell. */
interface Fault {
  kind: 'unfinished' | 'open' | 'stray';
  /** The cell in which it was noticed, counted from 0. */
  index: number;
}

/** A record that goes on over lines that are none of its own. */
class Swallowed extends Error {}

/** @throws what csv-parse finds wrong and no file can cause */
function faultOf(error: unknown, start: number): Fault {
  if (error instanceof Swallowed) return { kind: 'open', index: 0 };
  const { code, lines = start, index = 0 } = error as Partial<CsvError> & { lines?: number; index?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { kind: 'unfinished', index };
  if (code === 'INVALID_OPENING_QUOTE') return { kind: 'stray', index };
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE') {
    return { kind: lines > start ? 'open' : 'stray', index };
  }
  throw error;
}

/** How many columns a record has; empty cells beyond the expected ones are what some programs end every line with. */
export const widthOf = (cells: readonly string[], expected: number): number =>
  cells.findLastIndex((cell, index) => index < expected || cell.trim() !== '') + 1;
