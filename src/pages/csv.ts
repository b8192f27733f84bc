/**
 * A table as CSV, the way German spreadsheets read it: semicolons, and a BOM for the umlauts. A cell that a spreadsheet
 * would run as a formula gets an apostrophe. The library is loaded here, where it is needed.
 */
export async function csv(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([[...columns], ...Array.from(rows, (row) => [...row])], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
  });
}
