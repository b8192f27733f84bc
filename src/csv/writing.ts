import { harmless } from './cells.ts';

type Cell = string | number | null;

/**
 * What writes rows as CSV the way German spreadsheets read it: semicolons and CRLF, and no cell that one of them would
 * run. The library is loaded here, where it is needed.
 */
export async function csvWriter(): Promise<(rows: Iterable<readonly Cell[]>) => string> {
  const { stringify } = await import('csv-stringify/sync');
  const safe = (cell: Cell) => (typeof cell === 'string' ? harmless(cell) : cell);
  return (rows) =>
    stringify(
      Array.from(rows, (row) => row.map(safe)),
      { delimiter: ';', record_delimiter: 'windows' },
    );
}

/** A whole table, with the mark by which spreadsheets know UTF-8. */
export async function csvTable(columns: readonly string[], rows: Iterable<readonly Cell[]>): Promise<string> {
  const csv = await csvWriter();
  return `\ufeff${csv([columns, ...rows])}`;
}
