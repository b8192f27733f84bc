import type { Column, Field, Presence } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import type { Meaning } from './values.ts';

/** How the lines of a file are to be taken. */
export interface Layout extends Meaning {
  readonly columns: readonly Column[];
  /** What each column is called; its number where the file has no header. */
  readonly names: readonly string[];
  readonly delimiter: string;
}

/** What a file turned out to be. */
export interface Recognition extends Layout {
  /** The format's name, `custom` where only `--map` decided. */
  readonly format: string;
  /** The header as it stands in the file. */
  readonly header: readonly string[] | null;
  /** Columns that are not read. */
  readonly surplus: readonly string[];
  /** How many records stand before the first person. */
  readonly skip: number;
}

const ownWords: Readonly<Record<string, Presence>> = { present: 'present', left: 'left', 'not-yet': 'not-yet' };

/** What a file's program means by what it writes; our own words where the program says nothing. */
export const meaningOf = (format: Format | undefined): Meaning => ({
  groups: format?.groups ?? ';',
  status: new Map(Object.entries(format?.status ?? ownWords)),
  secondEnrolment: format?.secondEnrolment,
});

/** The columns that are read, from left to right. */
export function columnsOf(found: Iterable<readonly [Field, number]>, names: readonly string[]): Column[] {
  const columns = [...found].map(([field, index]) => ({ field, index, name: names[index] ?? String(index + 1) }));
  return columns.sort((a, b) => a.index - b.index);
}
