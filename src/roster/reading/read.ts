import { decode } from '../../csv/decode.ts';
import { headOf } from '../../csv/head.ts';
import { linesOf } from '../../csv/lines.ts';
import { recordsOf } from '../../csv/records.ts';
import type { Day } from '../../time.ts';
import type { Field } from '../formats/fields.ts';
import type { Recognition } from './layout.ts';
import { recognise } from './recognise.ts';
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

/** The rows of a recognised file, batch by batch. */
function* rowsOf(blocks: Iterable<string[]>, recognition: Recognition, today: Day): Generator<Row[]> {
  const { delimiter, names, skip } = recognition;
  const row = rowReader(recognition, today);
  for (const records of recordsOf(blocks, { delimiter, width: names.length, skip })) yield records.map(row);
}
