import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import type { App } from '../../app.ts';
import { filesOf, unfinishedOf } from '../../database/copy.ts';
import { listsOf } from '../lists.ts';

/**
 * Everything beside the registry that the program or SQLite has written there, backups apart: registry and journal,
 * unfinished copies, lists for IServ; each once, where links lead.
 */
export function filesBeside(app: App): string[] {
  const { registryFile } = app;
  const named = [...filesOf(registryFile), ...unfinishedOf(registryFile), ...listsOf(app).map(({ file }) => file)];
  return [...new Set(named.filter((file) => existsSync(file)).map((file) => realpathSync(file)))];
}

const pieceLength = 1 << 20;

/** How often a text stands in the bytes of a file, as UTF-8; the file may be larger than the memory. */
export function occurrences(file: string, text: string): number {
  const wanted = Buffer.from(text);
  const overlap = wanted.length - 1;
  const piece = Buffer.alloc(pieceLength + overlap);
  const handle = openSync(file, 'r');
  try {
    let times = 0;
    let kept = 0;
    for (;;) {
      const read = readSync(handle, piece, kept, pieceLength, null);
      if (read === 0) return times;
      const end = kept + read;
      const bytes = piece.subarray(0, end);
      for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) times += 1;
      kept = Math.min(overlap, end);
      piece.copyWithin(0, end - kept, end);
    }
  } finally {
    closeSync(handle);
  }
}
