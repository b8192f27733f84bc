import type { CsvRecord } from '../records.ts';
import type { Start } from './head.ts';

/** What a sheet says beside its cells; counted while its rows are read, and whole at their end. */
export interface SheetNotes {
  readonly name: string;
  readonly isHidden: boolean;
  /** Hidden sheets with rows that are not read. */
  readonly hidden: readonly string[];
  /** Whether its days are counted from 1904. */
  readonly is1904: boolean;
  /** How many cells have a formula, of which the stored value is read. */
  formulas: number;
  hiddenRows: number;
  /** How many cells of a column, counted from 0, are numbers, as which they can't have zeros in front. */
  readonly numbers: Map<number, number>;
  /** Columns by their letters that have something in them, but no heading, right of all that have one. */
  readonly beyond: Set<string>;
}

/** A table in a file, whatever kind of file it is. */
export interface Table {
  readonly file: string;
  /** The encoding of a text; `xlsx` of a workbook. */
  readonly encoding: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** What a sheet of a workbook says beside its cells. */
  readonly sheet?: SheetNotes;
  /** The ways in which it can begin, and how many records stand before the header in any case. */
  starts(delimiter: string | undefined): { starts: readonly Start[]; skip: number };
  /** All records, batch by batch. Fails if the file was changed since it was opened. */
  records(delimiter: string, width: number): Generator<CsvRecord[]>;
}
