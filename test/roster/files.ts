import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Encoding } from '../../src/csv/bytes/encodings.ts';
import { letters } from '../../src/csv/bytes/letters.ts';
import { Failure } from '../../src/failures.ts';
import { readRoster } from '../../src/roster/reading/read.ts';
import type { Row } from '../../src/roster/reading/rows.ts';
import type { Wish } from '../../src/roster/reading/wish.ts';

const today = '2026-08-20';

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'schulkonto-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A file of the test, by its path. */
export function file(content: string | Uint8Array, path = join(folder(), 'students.csv')): string {
  writeFileSync(path, content);
  return path;
}

/** A file read to its end. */
export function reading(path: string, wish: Wish = {}) {
  const about = { today, domain: 'see.example', classes: new Map(), language: 'en' } as const;
  const { files, batches } = readRoster([path], wish, about);
  const rows: Row[] = [];
  for (const batch of batches()) rows.push(...batch);
  const [recognised] = files;
  if (!recognised) throw new Error('No file was read.');
  return { ...recognised, rows, problems: rows.flatMap((row) => row.problems) };
}

/** The failure that something ends in; anything else fails the test. */
export function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

/** Text as the bytes of an encoding, written independently of how it is read. */
export function encoded(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  const wide = Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16le') return wide;
  if (encoding === 'utf-16be') return wide.swap16();
  const table = letters[encoding];
  return Buffer.from(
    Array.from(text, (letter) => (letter < '\u0080' ? letter.charCodeAt(0) : table.indexOf(letter) + 0x80)),
  );
}
