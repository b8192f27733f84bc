import { jsonFaulty, notATable } from '../failures.ts';
import type { CsvRecord } from '../records.ts';

/** Longer than any person of such a list. */
const longest = 100_000;

/**
 * The entries of a JSON list, one after the other, without holding the list: each as the text of one object.
 * @throws Failure `json-faulty` where the list breaks off or holds something else, `not-a-table` where it is none
 */
function* entriesOf(pieces: Iterable<string>, file: string): Generator<{ entry: number; line: number; text: string }> {
  let text = '';
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let isOpen = false;
  let isClosed = false;
  let entry = 0;
  let line = 1;
  for (const piece of pieces) {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const letter = piece[at] as string;
      if (letter === '\n') line++;
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') isString = false;
        continue;
      }
      if (depth > 0) {
        if (letter === '"') isString = true;
        else if (letter === '{' || letter === '[') depth++;
        else if (letter === '}' || letter === ']') depth--;
        if (depth > 0) continue;
        text += piece.slice(start, at + 1);
        if (text.length > longest) throw jsonFaulty({ file, line });
        yield { entry: ++entry, line, text };
        text = '';
        continue;
      }
      if (/[\s,]/.test(letter)) continue;
      if (!isOpen && letter === '[') isOpen = true;
      else if (!isOpen) throw notATable({ file, kind: 'json' });
      else if (letter === ']' && !isClosed) isClosed = true;
      else if (letter === '{' && !isClosed) {
        depth = 1;
        start = at;
      } else throw jsonFaulty({ file, line });
    }
    if (depth > 0) text += piece.slice(start);
    if (text.length > longest) throw jsonFaulty({ file, line });
  }
  if (!isClosed) throw jsonFaulty({ file, line });
}

/** One object with what lies in it: `{"klasse": {"name": "5a"}}` has the column `klasse.name`. */
function cellsOf(value: object, above = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = above + key;
    if (Array.isArray(inner)) {
      return [[name, inner.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(';')]];
    }
    if (typeof inner === 'object' && inner !== null) return cellsOf(inner, `${name}.`);
    return [[name, inner === null ? '' : String(inner)]];
  });
}

function* objectsOf(pieces: Iterable<string>, file: string): Generator<{ entry: number; cells: [string, string][] }> {
  for (const { entry, line, text } of entriesOf(pieces, file)) {
    let value: object;
    try {
      value = JSON.parse(text);
    } catch {
      throw jsonFaulty({ file, line });
    }
    yield { entry, cells: cellsOf(value) };
  }
}

/** The columns of a JSON list: every key that an entry has, as they come. */
export function columnsOfJson(pieces: Iterable<string>, file: string): string[] {
  const columns = new Set<string>();
  for (const { cells } of objectsOf(pieces, file)) for (const [name] of cells) columns.add(name);
  return [...columns];
}

/** The entries of a JSON list as records; their lines are counted by entries, since programs write all on one line. */
export function* recordsOfJson(
  pieces: Iterable<string>,
  columns: readonly string[],
  file: string,
): Generator<CsvRecord[]> {
  yield [{ line: 0, lines: 1, cells: columns }];
  let batch: CsvRecord[] = [];
  for (const { entry, cells } of objectsOf(pieces, file)) {
    const values = new Map(cells);
    batch.push({ line: entry, lines: 1, cells: columns.map((name) => values.get(name) ?? '') });
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
