import type { Decoded } from '../bytes/decode.ts';
import { linesOf } from '../bytes/lines.ts';
import { clean } from '../cells.ts';
import { delimiterUnusable } from '../failures.ts';
import { type CsvRecord, Records, widthOf } from '../records.ts';

/** The first lines of a file, and whether they are all it has. */
export interface Head {
  readonly file: string;
  readonly lines: readonly string[];
  readonly complete: boolean;
}

/** The first records of a file, as one delimiter separates them. */
export interface Start {
  readonly delimiter: string;
  readonly first: CsvRecord;
  readonly records: readonly CsvRecord[];
}

/** So many lines are enough to know a file by. */
const enough = 100;

/** Enough of the first lines to know the file by. */
export function headOf(file: string, decoded: Decoded): Head {
  const head: string[] = [];
  for (const lines of linesOf(decoded.text(), file)) {
    for (const line of lines) head.push(line);
    if (head.length >= enough) return { file, lines: head.slice(0, enough), complete: false };
  }
  return { file, lines: head, complete: true };
}

/** As many of what comes in batches. */
export function firstOf<Item>(batches: Iterable<readonly Item[]>): Item[] {
  const first: Item[] = [];
  for (const batch of batches) {
    first.push(...batch.slice(0, enough - first.length));
    if (first.length >= enough) break;
  }
  return first;
}

/**
 * The ways in which a file can begin: by the delimiter that was named, by the one that its first line names, or by each
 * of the usual ones; and how many records stand before the header. None where there is nothing but blank lines.
 */
export function startsOf({ lines, complete }: Head, delimiter: string | undefined): { starts: Start[]; skip: number } {
  // Spreadsheets write and read a first line such as `sep=;`.
  const hint = /^"?sep=([;,|\t])"?\1*$/i.exec(lines[0] ?? '')?.[1];
  const skip = hint ? 1 : 0;
  const delimiters = delimiter ? [delimiter] : hint ? [hint] : [';', ',', '\t', '|'];
  const starts = delimiters.flatMap((delimiter) => {
    const records = new Records(delimiter).take(lines, complete).slice(skip);
    return records[0] ? [{ delimiter, first: records[0], records }] : [];
  });
  return { starts, skip };
}

/** The names of a header, without the empty ones at its end; of one whose quotation marks are wrong what can be read. */
export function namesIn({ cells, open }: CsvRecord): string[] {
  const names = open ? [open.value] : cells.map(clean);
  return names.slice(0, widthOf(names, 0));
}

/**
 * The delimiter that somebody named, by itself or as `tab`.
 * @throws Failure `delimiter-unusable`
 */
export function delimiterNamed(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const delimiter = name.toLowerCase() === 'tab' || name === '\\t' ? '\t' : name;
  if (delimiter.length !== 1 || /["\r\n\p{L}\p{N}]/u.test(delimiter)) throw delimiterUnusable({ delimiter: name });
  return delimiter;
}
