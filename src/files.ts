import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Exit, failure } from './failures.ts';

const fileExists = failure<{ file: string }>('file-exists', Exit.refused, {
  en: ({ file }) => `${file} is there already; it stays untouched.\nName another file, or move this one away.`,
  de: ({ file }) => `${file} gibt es schon; die Datei bleibt, wie sie ist.\nEine andere nennen oder diese wegräumen.`,
});

const fileNotWritable = failure<{ file: string; detail: string }>('file-not-writable', Exit.refused, {
  en: ({ file, detail }) =>
    `${file} can't be written (${detail}). Check its folder, permissions and the room on the disk.`,
  de: ({ file, detail }) =>
    `${file} lässt sich nicht schreiben (${detail}). Ordner, Rechte und Platz auf dem Datenträger prüfen.`,
});

/**
 * Complains early about a file that could not be written in the end.
 * @throws Failure `file-exists`, `file-not-writable`
 */
export function checkWritable(file: string): void {
  if (existsSync(file)) throw fileExists({ file });
  try {
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw fileNotWritable({ file, detail: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/**
 * Writes a file that only its owner can read: whole and on the disk when this returns, or not there at all.
 * @throws Failure `file-exists`, `file-not-writable`
 */
export function writePrivately(file: string, pieces: Iterable<string>): void {
  if (existsSync(file)) throw fileExists({ file });
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    const handle = openSync(unfinished, 'wx', 0o600);
    try {
      // Not writeSync: on a disk that is nearly full it writes a part and does not say so.
      for (const piece of pieces) writeFileSync(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code && /^E[A-Z]+$/.test(code) ? fileNotWritable({ file, detail: code }) : error;
  }
}

/** A path as it can be pasted into a shell. */
export const pasteable = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
