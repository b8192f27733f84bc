import { clean, isPlain } from '../../csv/cells.ts';
import { type Place, quoteProblem, textProblem, widthProblem } from '../../csv/problems.ts';
import { cut } from '../../csv/quoted.ts';
import type { CsvRecord } from '../../csv/records.ts';
import type { Day } from '../../time.ts';
import { faultOf } from '../../typed.ts';
import type { Column, Field, Values } from '../formats/fields.ts';
import type { Layout } from './layout.ts';
import { type Problem, problem } from './problems.ts';
import { readValue } from './values.ts';

/** One line of a roster, checked. */
export interface Row {
  /** The physical line where it begins, counted from 1. */
  readonly line: number;
  /** What could be read, also where something else on the line is faulty; empty where it can't be known whom it is about. */
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** Checks one record of a file after the other; birth dates after `today` are problems. */
export function rowReader(layout: Layout, today: Day): (record: CsvRecord) => Row {
  const { columns, names } = layout;
  const expected = names.length;
  const shape = { ...layout, plain: columns.flatMap(({ field, index }) => (field === 'groups' ? [] : [index])) };

  return (record) => {
    const { line, cells } = record;
    const unreadable = quoteProblem(record, shape);
    if (unreadable) return { line, values: {}, problems: [unreadable] };
    const values: Values = {};
    const empty: Column[] = [];
    const moved = widthProblem(record, expected);
    const problems: Problem[] = moved ? [moved] : [];

    for (const column of columns) {
      const { field, index, name } = column;
      // A column too many or too few may have moved all cells but the first.
      if (moved && (index > 0 || (field !== 'importId' && field !== 'account'))) continue;
      const cell = cells[index] ?? '';
      const isKept = isPlain(cell);
      const value = isKept ? cell : clean(cell);
      if (value === '') empty.push(column);
      const fault = isKept ? undefined : faultOf(value);
      const complaint = fault
        ? (place: Place) => textProblem(fault, place)
        : readValue(values, field, value, layout, today);
      if (complaint) problems.push(complaint({ line, column: name, value: cut(value) }));
    }
    if (!moved && empty.length > 0) problems.push(...lacking(line, values, columns, empty));
    return { line, values, problems };
  };
}

const keys: readonly Field[] = ['importId', 'account', 'childId'];

/** What must not be empty: a key, and of somebody who is at the school the names. */
function lacking(line: number, values: Values, columns: readonly Column[], empty: readonly Column[]): Problem[] {
  const place = ({ name }: Column) => ({ line, column: name, value: '' });
  const problems: Problem[] = [];

  const keyed = columns.filter(({ field }) => keys.includes(field));
  if (keyed[0] && keyed.every((column) => empty.includes(column))) problems.push(problem('no-key', place(keyed[0])));
  if (values.status === 'left' || values.status === 'not-yet') return problems;
  for (const column of empty) {
    if (column.field === 'givenName') problems.push(problem('missing-given-name', place(column)));
    if (column.field === 'familyName') problems.push(problem('missing-family-name', place(column)));
  }
  return problems;
}
