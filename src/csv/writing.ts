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

/** The same in pieces, so that a list as long as the registry never stands in memory; without the mark at a terminal. */
export async function* csvPieces(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  marked: boolean,
): AsyncGenerator<string> {
  const csv = await csvWriter();
  yield `${marked ? '\ufeff' : ''}${csv([columns])}`;
  let some: (readonly Cell[])[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < 1000) continue;
    yield csv(some);
    some = [];
  }
  if (some.length > 0) yield csv(some);
}
