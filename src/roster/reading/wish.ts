import { delimiterNamed } from '../../csv/head.ts';
import { type Field, fieldNames, fields } from '../formats/fields.ts';
import type { Format } from '../formats/format.ts';
import { formats } from '../formats/index.ts';
import { formatUnknown, mapTwice, mapUnusable } from './failures.ts';

/** What somebody says about a file, as it was typed; what they do not say is found out. */
export interface Wish {
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
  /** One character, or `tab`. */
  readonly delimiter?: string | undefined;
  /** `FIELD=COLUMN`, the column by its name or by its number from 1. */
  readonly map?: readonly string[] | undefined;
}

/** The same, understood. */
export interface Understood {
  readonly format: Format | undefined;
  readonly delimiter: string | undefined;
  readonly map: ReadonlyMap<Field, string>;
}

/** Understands what somebody says about a file, before it is opened. Fails where it can't be meant. */
export function understand({ format: name, delimiter, map = [] }: Wish): Understood {
  const format = formats.find((known) => known.name === name?.toLowerCase());
  if (name !== undefined && !format) throw formatUnknown({ format: name, known: formats.map((known) => known.name) });
  return { format, delimiter: delimiterNamed(delimiter), map: mapped(map) };
}

function mapped(map: readonly string[]): Map<Field, string> {
  const found = new Map<Field, string>();
  for (const pair of map) {
    const [, name = '', column = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const field = fields.find((candidate) => fieldNames[candidate] === name.trim().toLowerCase());
    if (!field || column.trim() === '') throw mapUnusable({ map: pair, known: Object.values(fieldNames) });
    if (found.has(field)) throw mapTwice({ field });
    found.set(field, column.trim());
  }
  return found;
}
