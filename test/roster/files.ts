import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Encoding, iso885915, windows1252 } from '../../src/csv/encodings.ts';
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
  const { recognised, batches } = readRoster(path, wish, today);
  const rows: Row[] = [];
  for (const batch of batches()) rows.push(...batch);
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
  const letters = encoding === 'windows-1252' ? windows1252 : iso885915;
  const bytes = new Map([...letters].map(([byte, letter]) => [letter, byte]));
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? letter).join(''), 'latin1');
}
