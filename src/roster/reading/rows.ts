import { clean, isPlain } from '../../csv/cells.ts';
import { placeOf } from '../../csv/places.ts';
import { type Place, quoteProblem, textProblem, widthProblem } from '../../csv/problems.ts';
import { cut } from '../../csv/quoted.ts';
import type { CsvRecord } from '../../csv/records.ts';
import { faultOf } from '../../typed.ts';
import { type Column, type Field, givenBy, type Line, optionalFields, type Values } from '../formats/fields.ts';
import { composed } from './compose.ts';
import { doubtOf } from './doubts.ts';
import type { Layout } from './layout.ts';
import { isFault, type Problem, problem } from './problems.ts';
import { type Circumstances, isTooYoung, readValue } from './values.ts';

/** One person of a roster's line, checked. */
export interface Row {
  /** Where it stands (`placeOf`): the physical line, counted from 1, and which of the people on it. */
  readonly line: number;
  /** What could be read, also where something else on the line is faulty; empty where it can't be known whom it is about. */
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Optional fields whose cells can't be read: what is known of them stays. */
  readonly unread?: readonly Field[];
  /** A second enrolment of somebody who stands in the file already, as a rule. */
  readonly isSecond?: boolean;
}

/** What all lines of a file share, by `--set`. */
export type Shared = ReadonlyMap<Field, string>;

/** Reads one record of a file after the other: a row for each person on its line, and for each child of a guardian. */
export function rowReader(
  layout: Layout,
  shared: Shared,
  about: Circumstances,
): (record: CsvRecord, file?: number) => Row[] {
  const { columns: people, names } = layout;
  const expected = names.length;
  const plain = people.flat().flatMap(({ field, index }) => (field === 'groups' ? [] : [index]));
  const shape = { ...layout, plain };

  return (record, file = 0) => {
    const unreadable = quoteProblem(record, shape);
    const at = (row: number) => placeOf(record.line, row, file);
    if (unreadable) return [{ line: at(0), values: {}, problems: [{ ...unreadable, line: at(0) }] }];
    const moved = movedProblem(record, layout, expected);
    if (moved) {
      const first = people[0]?.find(({ index, field }) => index === 0 && (field === 'importId' || field === 'account'));
      const { values } = first ? readPerson(record, [first], layout, new Map(), about, at(0)) : { values: {} };
      return [{ line: at(0), values, problems: [{ ...moved, line: at(0) }] }];
    }
    const rows: Row[] = [];
    for (const columns of people) {
      if (people.length > 1 && isAbsent(record, columns)) continue;
      const { children = [], ...row } = readPerson(record, columns, layout, shared, about, at(rows.length));
      rows.push(row);
      // Of a faulty line nothing is known, also not for the other children.
      for (const child of row.problems.some(isFault) ? [] : children.slice(1)) {
        rows.push({ ...row, line: at(rows.length), values: { ...row.values, childId: child }, problems: [] });
      }
    }
    return rows;
  };
}

/** A line with a column too many or too few; typographic quotation marks are a cause that can be named. */
function movedProblem(record: CsvRecord, { names }: Layout, expected: number): Problem | undefined {
  const moved = widthProblem(record, expected);
  if (!moved) return undefined;
  const index = record.cells.findIndex((cell) => /^[„“”«»]/.test(cell));
  const value = record.cells[index];
  if (value === undefined) return moved;
  return problem('typographic-quotes', { line: record.line, column: names[index] ?? null, value: cut(clean(value)) });
}

/** Whether a line has no second guardian. */
const isAbsent = ({ cells }: CsvRecord, columns: readonly Column[]) =>
  columns.every(({ field, index }) => field === 'childId' || (cells[index] ?? '').trim() === '');

function readPerson(
  record: CsvRecord,
  columns: readonly Column[],
  layout: Layout,
  shared: Shared,
  about: Circumstances,
  line: number,
): Row & { children?: readonly string[] } {
  const read: Line = {};
  const empty: Column[] = [];
  const problems: Problem[] = [];
  const unread: Field[] = [];
  for (const column of columns) {
    const { field, index, name } = column;
    const cell = record.cells[index] ?? '';
    const isKept = isPlain(cell);
    const value = isKept ? cell : clean(cell);
    if (value === '') empty.push(column);
    const fault = isKept || value.includes('\ufffd') ? undefined : faultOf(value);
    const complaint = fault
      ? (place: Place) => textProblem(fault, place)
      : readValue(read, field, value, layout, about);
    const place = { line, column: name, value: cut(value) };
    if (complaint) {
      const isOptional = optionalFields.has(field);
      if (isOptional) unread.push(field);
      problems.push(isOptional ? { ...complaint(place), severity: 'emptied' } : complaint(place));
      continue;
    }
    const doubt = doubtOf(field, field === 'familyName' ? (read.familyName ?? '') : value);
    if (doubt) problems.push({ ...doubt(place), severity: 'doubted' });
  }
  for (const [field, value] of shared) readValue(read, field, value, layout, about);
  const isSecond = read.isSecond === true;
  const { children } = read;
  const { values, complaint } = composed(read, layout.order, about);
  const whole = columns.find(({ field }) => field === 'fullName');
  if (complaint && whole)
    problems.push(complaint({ line, column: whole.name, value: cut(clean(record.cells[whole.index] ?? '')) }));
  if (values.birthDate && isTooYoung(values.birthDate, about.today) && isPupil(values, layout)) {
    const { birthDate, ...others } = values;
    const column = columns.find(({ field }) => field === 'birthDate')?.name ?? null;
    unread.push('birthDate');
    problems.push({ ...problem('birth-date-too-late', { line, column, value: birthDate }), severity: 'emptied' });
    return finished({ line, values: others, problems, unread, isSecond, children }, columns, empty);
  }
  return finished({ line, values, problems, unread, isSecond, children }, columns, empty);
}

const isPupil = ({ role }: Values, layout: Layout) => (role ?? layout.role ?? 'student') === 'student';

interface Unfinished {
  line: number;
  values: Values;
  problems: Problem[];
  unread: Field[];
  isSecond: boolean;
  children: readonly string[] | undefined;
}

/** A row with what it lacks. */
function finished(
  { line, values, problems, unread, isSecond, children }: Unfinished,
  columns: readonly Column[],
  empty: readonly Column[],
) {
  problems.push(...lacking(line, values, columns, empty, unread));
  return {
    line,
    values,
    problems,
    ...(unread.length > 0 && { unread }),
    ...(isSecond && { isSecond }),
    ...(children && { children }),
  };
}

const keys: readonly Field[] = ['importId', 'account', 'childId'];

/**
 * What must not be empty: a key, where the file has one, and of somebody who is at the school one of the names. A name
 * that was left empty may be a slip: it is said, and a name that is known stays.
 */
function lacking(
  line: number,
  values: Values,
  columns: readonly Column[],
  empty: readonly Column[],
  unread: Field[],
): Problem[] {
  const place = ({ name }: Column) => ({ line, column: name, value: '' });
  const problems: Problem[] = [];
  const keyed = columns.filter(({ field }) => keys.includes(field));
  if (keyed[0] && keyed.every((column) => empty.includes(column))) problems.push(problem('no-key', place(keyed[0])));
  if (values.status === 'left' || values.status === 'not-yet') return problems;
  const isNameless = values.givenName === '' && values.familyName === '';
  for (const [field, code] of [
    ['givenName', 'missing-given-name'],
    ['familyName', 'missing-family-name'],
  ] as const) {
    const column = columns.find((one) => givenBy([one.field]).includes(field));
    if (!column || values[field] !== '') continue;
    if (isNameless) problems.push(problem(code, place(column)));
    else if (empty.includes(column)) {
      unread.push(field);
      problems.push({ ...problem(code, place(column)), severity: 'doubted' });
    }
  }
  return problems;
}
