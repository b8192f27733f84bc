import { clean } from '../../csv/cells.ts';
import { dayIn, isDay } from '../../csv/days.ts';
import type { CsvRecord } from '../../csv/records.ts';
import type { Start } from '../../csv/tables/head.ts';
import type { Field } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { columnsTooFew, columnUnknown, formatsSeveral, mapMissing } from './failures.ts';
import { looksLikePerson, missingIn } from './header.ts';
import { columnsOf, meaningOf, type Recognition } from './layout.ts';
import type { Understood } from './wish.ts';

/**
 * Takes a file without a header: the columns are the format's, or those that `--map` gives by number; the delimiter is
 * the one that makes most columns, or as many as the format has. Fails where that are too few, or fields are missing.
 */
export function withoutHeader(
  file: string,
  format: Format,
  { map, ignore }: Pick<Understood, 'map' | 'ignore'>,
  starts: readonly Start[],
  hintLine: number,
): Recognition {
  const order = format.order ?? [];
  const found = new Map(
    order.flatMap((field, index) =>
      field && !ignore.includes(String(index + 1)) ? [[field, index] as [Field, number]] : [],
    ),
  );
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
  return {
    ...meaningOf(format),
    ...{ format: format.name, delimiter, columns: [columns], names, header: null, surplus, headerLine: 0, hintLine },
    ...{ order: undefined, role: format.role, unclear: [] },
  };
}

/**
 * A file without a header by the shape of its lines; undefined where no format has it.
 * @throws Failure `formats-several` where more than one has
 */
export function byShape(
  file: string,
  starts: readonly Start[],
  wish: Understood,
  hintLine: number,
): Recognition | undefined {
  const fitting = formats.flatMap((format) => {
    const start = starts.find((one) => hasShape(format, one.records));
    return start ? [{ format, start }] : [];
  });
  const [only, ...more] = fitting;
  if (!only) return undefined;
  if (more.length > 0) {
    const line = only.start.first.line;
    throw formatsSeveral({ file, line, formats: fitting.map(({ format }) => format.name) });
  }
  return withoutHeader(file, only.format, wish, [only.start], hintLine);
}

/** Whether nearly all lines have the width of a format, and in each column what it says. */
function hasShape(format: Format, all: readonly CsvRecord[]): boolean {
  const { order = [] } = format;
  const records = all.filter(({ cells, open, stray }) => !open && !stray && !cells[0]?.startsWith('#'));
  if (order.length === 0 || records.length === 0) return false;
  const fits = records.filter(({ cells }) => {
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    return (
      cells.length >= order.length - 1 &&
      width <= order.length &&
      order.every((field, index) => field === null || canBe(field, clean(cells[index] ?? ''), format)) &&
      cells.some((cell, index) => order[index] != null && looksLikePerson(clean(cell)))
    );
  });
  return fits.length / records.length > 0.9;
}

function canBe(field: Field, cell: string, format: Format): boolean {
  if (field === 'familyName' || field === 'givenName') return /^\p{L}[^\d@]*[_1]?$/u.test(cell);
  if (field === 'importId')
    // Any five digits could be a spreadsheet's day, and are an ID far more often.
    return /^\d{5}$/.test(cell) || (/\d/.test(cell) && !/[\s@]/.test(cell) && !isDay(dayIn(cell, '2100-01-01')));
  if (cell === '') return true;
  if (field === 'birthDate') return isDay(dayIn(cell, '2100-01-01'));
  if (field === 'email') return cell.includes('@');
  if (field === 'status') return Object.keys(format.status ?? {}).includes(cell.toLowerCase());
  if (field === 'role') return Object.keys(format.roles ?? {}).includes(cell.toLowerCase());
  return field !== 'class' || cell.length < 30;
}

/** The width that most of the first records have: the very first may be the faulty one. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, counted], [b, other]) => other - counted || b - a)[0]?.[0] ?? 0;
}
