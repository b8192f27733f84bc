import { plainName } from '../../csv/header.ts';
import type { Field } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { birthDateOf } from './values.ts';

/** Which columns a header has for each field, in the eyes of one format (or by `--map` alone). */
export interface Match {
  readonly format: Format | undefined;
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  /** How many of the header's columns the format knows. */
  readonly score: number;
  /** What a roster can't do without, and this header does not have. */
  readonly missing: readonly Field[];
}

/** A header as the format knows it; `given` are the columns that `--map` gives, which nothing else may take. */
export function match(format: Format, header: readonly string[], given: ReadonlyMap<Field, number>): Match | undefined {
  const names = header.map(plainName);
  const has = (known: string) => names.includes(plainName(known));
  if (format.sign && !format.sign.some(has)) return undefined;

  const taken = new Set(given.values());
  const columns = new Map<Field, number[]>();
  for (const [field, known] of Object.entries(format.header ?? {}) as [Field, readonly string[]][]) {
    const plain = known.map(plainName);
    const found = names.flatMap((name, index) => (plain.includes(name) && !taken.has(index) ? [index] : []));
    if (found.length > 0 && !given.has(field)) columns.set(field, found);
  }
  // What a format does not read can't be all that speaks for it.
  const score = columns.size === 0 ? 0 : columns.size + (format.ignored ?? []).filter(has).length;
  // A header that only --map completes may be another program's, whose status means something else.
  if (missingIn(columns).length > 0) columns.delete('status');
  for (const [field, index] of given) columns.set(field, [index]);
  return { format, columns, score, missing: missingIn(columns) };
}

/** A roster needs both names and a key: the import ID, the account, or whose guardian somebody is. */
export function missingIn(columns: ReadonlyMap<Field, unknown>): Field[] {
  const missing: Field[] = [];
  if (!columns.has('importId') && !columns.has('account') && !columns.has('childId')) missing.push('importId');
  if (!columns.has('givenName')) missing.push('givenName');
  if (!columns.has('familyName')) missing.push('familyName');
  return missing;
}

/** Whether a cell of what should be a header is somebody's: no program calls a column by a number, a day, a GUID or an address. */
export const looksLikePerson = (cell: string) => /^\d+$|@|^\{.*\}$/.test(cell) || birthDateOf(cell) !== undefined;
