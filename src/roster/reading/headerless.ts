import type { Start } from '../../csv/head.ts';
import type { CsvRecord } from '../../csv/records.ts';
import type { Field } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { columnsTooFew, columnUnknown, mapMissing } from './failures.ts';
import { missingIn } from './header.ts';
import { columnsOf, meaningOf, type Recognition } from './layout.ts';
import type { Understood } from './wish.ts';

/**
 * Takes a file without a header: the columns are the format's, or those that `--map` gives by number; the delimiter is
 * the one that makes most columns, or as many as the format has. Fails where that are too few, or fields are missing.
 */
export function withoutHeader(
  file: string,
  format: Format,
  map: Understood['map'],
  starts: readonly Start[],
  skip: number,
): Recognition {
  const order = format.order ?? [];
  const found = new Map(order.flatMap((field, index) => (field ? [[field, index] as [Field, number]] : [])));
  for (const [field, column] of map) {
    if (!/^[1-9]\d{0,3}$/.test(column)) throw columnUnknown({ file, field, column, found: 0, header: null });
    found.set(field, Number(column) - 1);
  }
  const missing = missingIn(found);
  if (missing.length > 0) throw mapMissing({ format: format.name, missing });

  const needed = Math.max(order.length, ...[...found.values()].map((index) => index + 1));
  const widths = starts.map((start) => ({ ...start, width: usualWidth(start.records) }));
  const [best] = widths.sort((a, b) => Number(b.width === needed) - Number(a.width === needed) || b.width - a.width);
  if (!best || best.width < needed) {
    const { line } = best?.first ?? { line: 1 };
    throw columnsTooFew({ file, line, format: format.name, expected: needed, found: best?.width ?? 0 });
  }
  const names = Array.from({ length: best.width }, (_, index) => String(index + 1));
  const columns = columnsOf(found, names);
  const surplus = names.slice(order.length).filter((name) => !columns.some((column) => column.name === name));
  const { delimiter } = best;
  return { ...meaningOf(format), format: format.name, delimiter, columns, names, header: null, surplus, skip };
}

/** The width that most of the first records have: the very first may be the faulty one. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, counted], [b, other]) => other - counted || b - a)[0]?.[0] ?? 0;
}
