import { delimiterNamed } from '../../csv/tables/head.ts';
import type { Role } from '../../users/rules.ts';
import { type Field, fieldNames, fields } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import {
  formatUnknown,
  headerLineUnusable,
  mappedAndIgnored,
  mapTwice,
  mapUnusable,
  setTwice,
  setUnusable,
} from './failures.ts';

/** What somebody says about a file, as it was typed; what they do not say is found out. */
export interface Wish {
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
  /** One character, or `tab`. */
  readonly delimiter?: string | undefined;
  /** `FIELD=COLUMN`, the column by its name or by its number from 1. */
  readonly map?: readonly string[] | undefined;
  /** Columns that are not to be read, by name or by number. */
  readonly ignore?: readonly string[] | undefined;
  /** The line of the header, counted from 1. */
  readonly header?: string | undefined;
  /** `FIELD=VALUE`, for what all lines share. */
  readonly set?: readonly string[] | undefined;
  readonly role?: Role | undefined;
  /** What was answered before about the columns of this source: the field that each has, null if it is not to be read. */
  readonly remembered?: ReadonlyMap<string, Field | null> | undefined;
}

/** The same, understood. */
export interface Understood {
  readonly format: Format | undefined;
  readonly delimiter: string | undefined;
  readonly map: ReadonlyMap<Field, string>;
  readonly ignore: readonly string[];
  readonly header: number | undefined;
  readonly set: ReadonlyMap<Field, string>;
  readonly role: Role | undefined;
  readonly remembered: ReadonlyMap<string, Field | null>;
}

/** Understands what somebody says about a file, before it is opened. Fails where it can't be meant. */
export function understand(wish: Wish): Understood {
  const { format: name, delimiter, map = [], ignore = [], header, set = [], role, remembered = new Map() } = wish;
  const format = formats.find((known) => known.name === name?.toLowerCase());
  if (name !== undefined && !format) throw formatUnknown({ format: name, known: formats.map((known) => known.name) });
  const mapped = pairsOf(map, (pair) => mapUnusable({ map: pair, known: Object.values(fieldNames) }), mapTwice);
  const both = [...mapped.values()].find((column) => ignore.includes(column));
  if (both !== undefined) throw mappedAndIgnored({ column: both });
  return {
    format,
    delimiter: delimiterNamed(delimiter),
    map: mapped,
    ignore: ignore.map((column) => column.trim()),
    header: lineNamed(header),
    set: pairsOf(set, (pair) => setUnusable({ set: pair, known: Object.values(fieldNames) }), setTwice),
    role,
    remembered,
  };
}

function pairsOf(
  typed: readonly string[],
  unusable: (pair: string) => Error,
  twice: (facts: { field: Field }) => Error,
) {
  const found = new Map<Field, string>();
  for (const pair of typed) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const field = fields.find((candidate) => fieldNames[candidate] === name.trim().toLowerCase());
    if (!field || value.trim() === '') throw unusable(pair);
    if (found.has(field)) throw twice({ field });
    found.set(field, value.trim());
  }
  return found;
}

function lineNamed(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(typed.trim())) throw headerLineUnusable({ line: typed });
  return Number(typed);
}
