import type { CsvError } from 'csv-parse/sync';
import { csvParser } from '../load.ts';
import { cut } from './quoted.ts';

/** One record of a CSV file (RFC 4180). */
export interface CsvRecord {
  /** The physical line where it begins, counted from 1. */
  readonly line: number;
  /** On how many lines it stands. */
  readonly lines: number;
  readonly cells: readonly string[];
  /** Which cell has quotation marks where none may stand. */
  readonly stray?: number;
  /** In which cell a quotation mark opens that is not closed where its value ends: nothing here can be trusted. */
  readonly open?: { readonly index: number; readonly value: string };
}

/** A quoted cell of more lines has lost its closing mark. */
const mostLines = 1000;

/**
 * Takes the lines of a file block by block, and gives the records that end in each. Up to the first quotation mark of a
 * block a line is a record; from there on csv-parse reads, which takes 50 ms to warm up. It stops at the first fault;
 * here the faulty line becomes a record of its own and the reading goes on behind it, so that one mistake hides no other.
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
    const plain = queue.findIndex((line) => line.includes('"'));
    for (const line of plain < 0 ? queue : queue.slice(0, plain)) {
      found.push({ line: this.line, lines: 1, cells: line.split(this.delimiter).map((cell) => cell.trim()) });
      this.line += 1;
    }
    queue = plain < 0 ? [] : queue.slice(plain);
    while (queue.length > 0) {
      const { sound, fault } = this.upToFault(queue);
      const read = sound.reduce((sum, record) => sum + record.lines, 0);
      found.push(...sound);
      queue = queue.slice(read);
      this.line += read;
      if (!fault) break;
      if (fault === 'unfinished' && !last && queue.length <= mostLines) break;
      found.push(this.faulty(queue[0] ?? '', fault));
      queue = queue.slice(1);
      this.line += 1;
    }
    this.waiting = queue;
    return found.filter(({ cells, open }) => open || cells.some((cell) => cell.trim() !== ''));
  }

  /** The records before the first fault, and that fault. */
  private upToFault(lines: readonly string[]): { sound: CsvRecord[]; fault: Fault | undefined } {
    const sound: CsvRecord[] = [];
    let next = 1;
    let fault: Fault | undefined;
    try {
      csvParser().parse(lines.join('\n'), {
        delimiter: this.delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        trim: true,
        on_record: (cells: string[], { lines: end }) => {
          const record = { line: this.line + next - 1, lines: end - next + 1, cells };
          // Two forgotten marks can close each other: then a record of several lines has not the width of a record.
          fault ??=
            record.lines > 1 && widthOf(cells, this.width ?? 0) !== (this.width ?? cells.length) ? 'open' : undefined;
          if (!fault) sound.push(record);
          next = end + 1;
          return null;
        },
      });
    } catch (error) {
      fault ??= faultOf(error as CsvError, next);
    }
    return { sound, fault };
  }

  /** A faulty line as a record: what can be told of its cells, and which of them is at fault. */
  private faulty(text: string, fault: Fault): CsvRecord {
    const cells = text.split(this.delimiter).map((cell) => cell.trim());
    const marked = cells.findIndex((cell) => (typeof fault === 'object' ? cell.includes('"') : cell.startsWith('"')));
    const index = Math.max(marked, 0);
    const place = { line: this.line, lines: 1 };
    return typeof fault === 'object'
      ? { ...place, cells, stray: index }
      : { ...place, cells: [], open: { index, value: cut(cells[index] ?? '') } };
  }
}

/** A mark that is open at the end of what there is, one that opens and is closed in the wrong place, or one inside a cell. */
type Fault = 'unfinished' | 'open' | { stray: true };

/** @throws what csv-parse finds wrong and no file can cause */
function faultOf(error: CsvError & { lines?: number }, start: number): Fault {
  const { code, lines } = error as { code: string; lines?: number };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'unfinished';
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
    return Number(lines) > start ? 'open' : { stray: true };
  if (code === 'INVALID_OPENING_QUOTE') return { stray: true };
  throw error;
}

/** How many columns a record has; empty cells beyond the expected ones are what some programs end every line with. */
export const widthOf = (cells: readonly string[], expected: number): number =>
  cells.findLastIndex((cell, index) => index < expected || cell.trim() !== '') + 1;
