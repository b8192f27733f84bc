import { visibleJson } from './visible.ts';

/**
 * One JSON value and a line break, in pieces of some 64 kB. An iterable that is not an array is written as one,
 * item by item, so that a list as long as the registry never stands in memory.
 */
export function* json(value: unknown): Generator<string> {
  let piece = '';
  for (const part of parts(value)) {
    piece += part;
    if (piece.length > 65_536) {
      yield visibleJson(piece);
      piece = '';
    }
  }
  yield `${visibleJson(piece)}\n`;
}

function* parts(value: unknown): Generator<string> {
  if (isStream(value)) {
    yield* list(value);
  } else if (value !== null && typeof value === 'object' && Object.values(value).some(isStream)) {
    let separator = '{';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${separator}${JSON.stringify(key)}:`;
      yield* parts(item);
      separator = ',';
    }
    yield '}';
  } else {
    yield JSON.stringify(value);
  }
}

function* list(items: Iterable<unknown>): Generator<string> {
  let separator = '[';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

const isStream = (value: unknown): value is Iterable<unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Symbol.iterator in value;
