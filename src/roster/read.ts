import { type Decoded, decode } from '../csv/decode.ts';
import { linesOf } from '../csv/lines.ts';
import { Records } from '../csv/records.ts';
import type { Day } from '../time.ts';
import type { Field } from './fields.ts';
import type { Recognition } from './layout.ts';
import { type Head, recognise } from './recognise.ts';
import { type Row, rowReader } from './rows.ts';
import { understand, type Wish } from './wish.ts';

/** What a file was recognised as, for people and scripts. */
export interface Recognised {
  /** The format's name, `custom` where only `--map` decided. */
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** The header as it stands in the file. */
  readonly header: readonly string[] | null;
  /** What is read, in the order of the columns. */
  readonly fields: readonly Field[];
  /** The names of the columns that are not read, their numbers where there is no header. */
  readonly surplus: readonly string[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface Roster {
  readonly recognised: Recognised;
  /**
   * The checked lines from the file's beginning, about a thousand at a time, so that memory does not grow with the
   * file. Fails if the file was changed since it was recognised.
   */
  batches(): Generator<Row[]>;
}

/**
 * Reads a roster: finds out what it is, then checks every line. All that is wrong with single lines comes with their
 * rows; birth dates after `today` are wrong. Fails, before any row is given, where the file as a whole can't be read:
 * its encoding, its header, or a wish that it can't fulfil.
 */
export function readRoster(file: string, wish: Wish, today: Day): Roster {
  const understood = understand(wish);
  const decoded = decode(file, wish.encoding);
  const recognition = recognise(headOf(file, decoded), understood);
  const { format, delimiter, header, surplus, columns } = recognition;
  const { encoding, sha256 } = decoded;
  const fields = columns.map(({ field }) => field);
  return {
    recognised: { format, encoding, delimiter, header, fields, surplus, sha256 },
    batches: () => rowsOf(linesOf(decoded.text(), file), recognition, today),
  };
}

/** Enough of the first lines to know the file by. */
function headOf(file: string, decoded: Decoded): Head {
  const head: string[] = [];
  for (const lines of linesOf(decoded.text(), file)) {
    for (const line of lines) head.push(line);
    if (head.length >= 100) return { file, lines: head.slice(0, 100), complete: false };
  }
  return { file, lines: head, complete: true };
}

/** The rows of a recognised file, batch by batch; the last batch is whatever waited for its end. */
function* rowsOf(blocks: Iterable<string[]>, recognition: Recognition, today: Day): Generator<Row[]> {
  const records = new Records(recognition.delimiter, recognition.names.length);
  const row = rowReader(recognition, today);
  let { skip } = recognition;
  const batch = (lines: string[], last: boolean): Row[] => {
    const found = records.take(lines, last);
    const people = found.slice(skip);
    skip -= found.length - people.length;
    return people.map(row);
  };
  for (const lines of blocks) {
    const rows = batch(lines, false);
    if (rows.length > 0) yield rows;
  }
  const rest = batch([], true);
  if (rest.length > 0) yield rest;
}
