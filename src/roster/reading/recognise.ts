import { fileEmpty } from '../../csv/failures.ts';
import { type Head, namesIn, type Start, startsOf } from '../../csv/head.ts';
import { sameName } from '../../csv/header.ts';
import { cut } from '../../csv/quoted.ts';
import type { Field } from '../formats/fields.ts';
import { formats } from '../formats/index.ts';
import * as failures from './failures.ts';
import { looksLikePerson, type Match, match, missingIn } from './header.ts';
import { withoutHeader } from './headerless.ts';
import { columnsOf, meaningOf, type Recognition } from './layout.ts';
import type { Understood } from './wish.ts';

/** One way to read a header: with one delimiter, by one format. */
interface Reading extends Match {
  readonly delimiter: string;
  readonly line: number;
  readonly header: readonly string[];
  /** What `--map` names and the header does not have, or has more than once. */
  readonly unknown: readonly { field: Field; column: string; found: number }[];
}

const isNumber = (column: string) => /^\d+$/.test(column);

/**
 * Finds out by a file's first lines which program wrote it and what separates its columns: the delimiter and the format
 * by which most of the header is understood; a file without a header only where the format was named. Fails where
 * nothing fits, or where two columns fit the same field.
 */
export function recognise(head: Head, wish: Understood): Recognition {
  const { file } = head;
  const { starts, skip } = startsOf(head, wish.delimiter);
  const [best] = starts.flatMap((start) => readingsOf(start, wish)).sort(byFit);
  if (!best) throw fileEmpty({ file });
  if (wish.format?.order && best.score === 0) return withoutHeader(file, wish.format, wish.map, starts, skip);
  return withHeader(file, best, wish, skip + 1);
}

/** The ways to read a header: by each format that knows one of its columns, and by `--map` alone. */
function readingsOf({ delimiter, first }: Start, wish: Understood): Reading[] {
  const header = namesIn(first);
  const { given, unknown } = resolve(wish.map, header);
  const columns = new Map([...given].map(([field, index]) => [field, [index]]));
  const byMap: Match = { format: undefined, columns, score: 0, missing: missingIn(columns) };
  const asked = wish.format ? [wish.format] : formats;
  const known = asked.flatMap((format) => match(format, header, given) ?? []).filter(({ score }) => score > 0);
  return [...known, byMap].map((found) => ({ ...found, delimiter, line: first.line, header, unknown }));
}

function resolve(map: Understood['map'], header: readonly string[]) {
  const given = new Map<Field, number>();
  const unknown: Reading['unknown'][number][] = [];
  for (const [field, column] of map) {
    const named = isNumber(column)
      ? header.flatMap((_, index) => (index + 1 === Number(column) ? [index] : []))
      : header.flatMap((name, index) => (sameName(name, column) ? [index] : []));
    const exact = named.length > 1 ? named.filter((index) => header[index] === column) : named;
    if (exact[0] !== undefined && exact.length === 1) given.set(field, exact[0]);
    else unknown.push({ field, column, found: named.length });
  }
  return { given, unknown };
}

/** The better reading first: nothing missing, then most columns understood, then most columns at all. */
function byFit(a: Reading, b: Reading): number {
  const lacks = ({ missing, unknown }: Reading) => Number(missing.length + unknown.length > 0);
  return lacks(a) - lacks(b) || b.score - a.score || b.header.length - a.header.length;
}

function withHeader(file: string, reading: Reading, wish: Understood, skip: number): Recognition {
  const { format, header, line, delimiter, score, missing, unknown } = reading;
  const shown = header.map(cut);
  const isNamed = unknown.length === 0 && [...wish.map.values()].some((column) => !isNumber(column));
  const person = header.findIndex(looksLikePerson);
  if (score < 2 && !isNamed && person >= 0) {
    const headerless = formats.filter((known) => known.order).map(({ name }) => name);
    throw failures.headerMissing({ file, line, column: person + 1, formats: headerless });
  }
  if (unknown[0]) throw failures.columnUnknown({ file, ...unknown[0], header: shown });
  if (missing.length > 0) {
    const closest = (wish.format ?? format)?.name ?? null;
    throw failures.headerUnknown({ file, line, header: shown, delimiter, closest, missing });
  }
  const found: [Field, number][] = [];
  for (const [field, [index = 0, ...more]] of reading.columns) {
    const names = [index, ...more].map((at) => shown[at] ?? '');
    if (more.length > 0) throw failures.columnTwice({ file, line, field, columns: names, index });
    found.push([field, index]);
  }
  const columns = columnsOf(found, header);
  const surplus = header.filter((name, index) => name !== '' && !columns.some((column) => column.index === index));
  const name = format?.name ?? 'custom';
  return { ...meaningOf(format), format: name, delimiter, columns, names: header, header, surplus, skip };
}
