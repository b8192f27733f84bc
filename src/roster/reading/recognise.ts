import { fileEmpty } from '../../csv/failures.ts';
import { plainName, sameName } from '../../csv/header.ts';
import { cut } from '../../csv/quoted.ts';
import type { CsvRecord } from '../../csv/records.ts';
import { namesIn, type Start } from '../../csv/tables/head.ts';
import type { Table } from '../../csv/tables/table.ts';
import type { Day } from '../../time.ts';
import { type Field, givenBy } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import * as failures from './failures.ts';
import { type Given, looksLikePerson, type Match, match, missingIn } from './header.ts';
import { byShape, withoutHeader } from './headerless.ts';
import { columnsOf, meaningOf, orderOf, type Recognition } from './layout.ts';
import { unclearIn } from './unclear.ts';
import type { Understood } from './wish.ts';

/** One way to read a header: with one delimiter, in one line, by one format. */
interface Reading extends Match {
  readonly delimiter: string;
  readonly line: number;
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
  readonly given: Given;
  /** What `--map` names and the header does not have, or has more than once. */
  readonly unknown: readonly { field: Field; column: string; found: number }[];
}

/** The header stands in one of so many lines. */
const headerLines = 20;
/** No list has more columns: what seems to be such a header is something else, or cut with the wrong separator. */
const mostColumns = 1000;

const isNumber = (column: string) => /^\d+$/.test(column);

/**
 * Finds out by a table's first lines which program wrote it, what separates its columns and where its header stands: the
 * delimiter, line and format by which most of the header is understood; without a header, the format whose shape its
 * lines have. Fails where nothing fits, or where two columns fit the same field.
 */
export function recognise(table: Table, wish: Understood, today: Day): Recognition {
  const { file } = table;
  const { starts, skip } = table.starts(wish.delimiter);
  if (starts.length === 0) throw fileEmpty({ file });
  const readings = starts.flatMap((start) => readingsOf(start, wish)).sort(byFit);
  const [best] = readings;
  if (!best) {
    const [widest] = starts.map(({ first }) => first).sort((a, b) => b.cells.length - a.cells.length);
    const columns = widest?.cells.length ?? 0;
    if (columns > mostColumns) throw failures.columnsTooMany({ file, line: widest?.line ?? 1, columns });
    throw wish.header === undefined ? fileEmpty({ file }) : failures.headerNotThere({ file, line: wish.header });
  }
  const hintLine = skip > 0 ? 1 : 0;
  if (wish.format?.order && best.score === 0) return withoutHeader(file, wish.format, wish, starts, hintLine);
  const isWhole = best.missing.length + best.unknown.length === 0 && best.score >= 2 && !isComment(best);
  if (!wish.format && !isWhole && wish.header === undefined) {
    const shaped = byShape(file, starts, wish, hintLine);
    if (shaped) return shaped;
  }
  return withHeader(file, best, wish, hintLine, today);
}

/** The ways to read each of the first lines as the header: by each format that knows one of its columns, and by `--map` alone. */
function readingsOf({ delimiter, records }: Start, wish: Understood): Reading[] {
  const asked = wish.format ? [wish.format] : formats;
  const candidates = records.filter(
    ({ line, cells }, at) =>
      cells.length <= mostColumns &&
      (wish.header === undefined ? at === 0 || line <= headerLines : line === wish.header),
  );
  return candidates.flatMap((record) => {
    const header = namesIn(record);
    const { given, unknown } = resolve(wish, header);
    const columns = new Map([...given.columns].map(([field, index]) => [field, [index]]));
    const byMap: Match = {
      ...{ format: undefined, columns, guardians: [], ignored: new Set<number>(), score: 0, own: 0 },
      missing: missingIn(columns),
    };
    const known = asked.flatMap((format) => match(format, header, given, wish.role) ?? []);
    const found = [...known.filter(({ score }) => score > 0), byMap];
    return found.map((one) => ({ ...one, delimiter, line: record.line, header, records, given, unknown }));
  });
}

/** The columns that somebody has named, now or when the source was last read. */
function resolve(wish: Understood, header: readonly string[]) {
  const columns = new Map<Field, number>();
  const unknown: Reading['unknown'][number][] = [];
  for (const [field, column] of wish.map) {
    const named = columnsNamed(column, header);
    if (named[0] !== undefined && named.length === 1) columns.set(field, named[0]);
    else unknown.push({ field, column, found: named.length });
  }
  const ignored = new Set(wish.ignore.flatMap((column) => columnsNamed(column, header)));
  header.forEach((name, index) => {
    const field = wish.remembered.get(plainName(name));
    if (field === undefined || ignored.has(index) || [...columns.values()].includes(index)) return;
    if (field === null) ignored.add(index);
    else if (!columns.has(field)) columns.set(field, index);
  });
  return { given: { columns, ignored }, unknown };
}

function columnsNamed(column: string, header: readonly string[]): number[] {
  const named = header.flatMap((name, index) =>
    (isNumber(column) ? index + 1 === Number(column) : sameName(name, column)) ? [index] : [],
  );
  const exact = named.length > 1 ? named.filter((index) => header[index] === column) : named;
  return exact.length === 1 ? exact : named;
}

/** Whether a header stands behind the sign for a comment; it may be one all the same. */
const isComment = ({ header }: Reading) => /^#\s*\p{L}/u.test(header[0] ?? '');

/** The better reading first: nothing missing, then most columns understood, most of them by the format's own words, then the earlier line. */
function byFit(a: Reading, b: Reading): number {
  const lacks = ({ missing, unknown }: Reading) => Number(missing.length + unknown.length > 0);
  return (
    lacks(a) - lacks(b) ||
    Number(isComment(a)) - Number(isComment(b)) ||
    b.score - a.score ||
    b.own - a.own ||
    a.line - b.line ||
    b.header.length - a.header.length
  );
}

function withHeader(file: string, reading: Reading, wish: Understood, hintLine: number, today: Day): Recognition {
  const { format, header, line, delimiter, score, missing, unknown, guardians } = reading;
  const shown = header.map(cut);
  const isNamed = unknown.length === 0 && [...wish.map.values()].some((column) => !isNumber(column));
  const person = header.findIndex(looksLikePerson);
  if (score < 2 && !isNamed && person >= 0) {
    const headerless = formats.filter((known) => known.order).map(({ name }) => name);
    throw failures.headerMissing({ file, line, column: person + 1, formats: headerless });
  }
  if (unknown[0]) throw failures.columnUnknown({ file, ...unknown[0], header: shown });
  for (const column of wish.ignore) {
    if (columnsNamed(column, header).length === 0) throw failures.ignoreUnknown({ file, column, header: shown });
  }
  if (missing.length > 0) {
    const closest = (wish.format ?? format)?.name ?? null;
    throw failures.headerUnknown({ file, line, header: shown, delimiter, closest, missing });
  }
  const single = (columns: Match['columns']) =>
    [...columns].map(([field, [index = 0, ...more]]): [Field, number] => {
      const names = [index, ...more].map((at) => shown[at] ?? '');
      if (more.length > 0) throw failures.columnTwice({ file, line, field, columns: names, index });
      return [field, index];
    });
  const shared = single(reading.columns);
  const people = guardians.length > 0 ? guardians.map((one) => [...shared, ...single(one)]) : [shared];
  const columns = people.map((one) => columnsOf(one, header));
  const read = new Set(columns.flat().map(({ index }) => index));
  const unread = header.flatMap((column, index) => (column !== '' && !read.has(index) ? [{ column, index }] : []));
  const open = unread.filter(({ index }) => !reading.ignored.has(index) && !reading.given.ignored.has(index));
  const has = new Set([...givenBy(columns.flat().map(({ field }) => field)), ...wish.set.keys()]);
  const isAboutGuardians = guardians.length > 0 || has.has('childId');
  const below = reading.records.filter((record) => record.line > line);
  return {
    ...meaningOf(format),
    format: format?.name ?? 'custom',
    delimiter,
    columns,
    names: header,
    header,
    headerLine: line,
    hintLine,
    surplus: unread.map(({ column }) => column),
    order: orderOf(columns.flat()),
    role: guardians.length > 0 ? 'guardian' : roleBy(format, header),
    unclear:
      isAboutGuardians || wish.role === 'teacher' || wish.role === 'staff' ? [] : unclearIn(open, has, below, today),
  };
}

/** Whom a file is about, as far as its program or its header says. */
function roleBy(format: Format | undefined, header: readonly string[]): Format['role'] {
  const isAboutPupils = format?.pupils?.some((one) => header.some((name) => sameName(one, name)));
  return isAboutPupils ? 'student' : format?.role;
}
