import type { Hash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { fileEmpty, fileMissing, fileNotRegular, fileUnreadable } from '../failures.ts';

const pieceSize = 65_536;
/** Enough to know a kind of file by. */
const beginning = 1024;

/** Where bytes come from: a file by its path, or what was piped in, which can't be read twice from where it came. */
export type Source = string | { readonly name: string; readonly bytes: Uint8Array };

/** What a source is called in what is said about it. */
export const nameOf = (source: Source): string => (typeof source === 'string' ? source : source.name);

/** The first bytes of a file, some hundreds. Fails where there is no file, where it is empty, or nothing that can be read twice. */
export function beginningOf(source: Source): Uint8Array {
  const file = nameOf(source);
  if (typeof source !== 'string') {
    if (source.bytes.length === 0) throw fileEmpty({ file });
    return source.bytes.subarray(0, beginning);
  }
  // Asked before it is opened: a pipe that nobody writes to would never open.
  const found = attempt(file, () => statSync(file));
  if (!found.isFile()) throw fileNotRegular({ file, folder: found.isDirectory() });
  for (const piece of bytesOf(file)) return piece.slice(0, beginning);
  throw fileEmpty({ file });
}

/**
 * The bytes of a file, piece by piece, and into a hash. Each piece is valid until the next one is asked for. Read
 * synchronously: that is quicker than the streams, and nothing else happens meanwhile.
 */
export function* bytesOf(source: Source, hash?: Hash): Generator<Uint8Array> {
  if (typeof source !== 'string') {
    for (let at = 0; at < source.bytes.length; at += pieceSize) {
      const piece = source.bytes.subarray(at, at + pieceSize);
      hash?.update(piece);
      yield piece;
    }
    return;
  }
  const file = source;
  const handle = attempt(file, () => openSync(file, 'r'));
  try {
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (;;) {
      const length = attempt(file, () => readSync(handle, buffer, 0, pieceSize, null));
      if (length === 0) return;
      const piece = buffer.subarray(0, length);
      hash?.update(piece);
      yield piece;
    }
  } finally {
    closeSync(handle);
  }
}

/** Does what the operating system may refuse, and says so as a failure. */
function attempt<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw fileMissing({ file });
    // A name with a NUL character is none that a file could have.
    if (code === 'ERR_INVALID_ARG_VALUE') throw fileMissing({ file });
    throw code ? fileUnreadable({ file, reason: code }) : error;
  }
}
