import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Exit, type Failure, failure } from './failures.ts';
import { giveTo, ownerOf } from './folders.ts';

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

type SystemRefusal = { file: string; detail: string };

const systemRefused = failure<SystemRefusal>('system-refused', Exit.refused, {
  en: ({ file, detail }, outcome) =>
    `The system does not let schulkonto at ${file} (${detail}); ${outcome}.\nCheck who owns it, its permissions and those of its folder.`,
  de: ({ file, detail }, outcome) =>
    `Das System lässt schulkonto nicht an ${file} (${detail}); ${outcome}.\nPrüfen, wem es gehört, und die Rechte, auch die des Ordners.`,
});

const systemExhausted = failure<SystemRefusal>('system-exhausted', Exit.busy, {
  en: ({ file, detail }, outcome) =>
    `The system has no room or no means left for ${file} (${detail}); ${outcome}.\nCheck the disk and the limits of the user, and try again.`,
  de: ({ file, detail }, outcome) =>
    `Dem System fehlen Platz oder Mittel für ${file} (${detail}); ${outcome}.\nDatenträger und Grenzen des Benutzers prüfen, dann noch einmal.`,
});

/** What the system says no to, wherever it was asked, is no bug; undefined for all else. */
export function systemRefusal(error: unknown): Failure | undefined {
  const { code = '', path, syscall } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  const facts = { file: path ?? syscall ?? '', detail: code };
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return systemRefused(facts);
  const exhausted = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EMFILE', 'ENFILE', 'EAGAIN', 'ENOMEM'];
  return exhausted.includes(code) ? systemExhausted(facts) : undefined;
}

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
  const unfinished = unfinishedOf(file);
  try {
    writeWhole(unfinished, pieces);
    if (!takeName(unfinished, file)) throw fileExists({ file });
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw writingFailure(error, file);
  }
}

function writeWhole(file: string, pieces: Iterable<string>): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    // Not writeSync: on a disk that is nearly full it writes a part and does not say so.
    for (const piece of pieces) writeFileSync(handle, piece);
    giveTo(file, ownerOf(dirname(file)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writingFailure(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return fileExists({ file });
  return code && /^E[A-Z]+$/.test(code) ? fileNotWritable({ file, detail: code }) : error;
}

/** A file, and what will stand in it. */
export interface Content {
  file: string;
  content: string;
}

/**
 * Writes files that only their owner can read, and gives them their names once the work has happened: all of them and
 * the work, or nothing. Their names are taken before, so that of two commands for one file the second fails before its
 * work. Killed in between, empty files are left under these names; the next command for them clears them.
 * @throws Failure `file-exists`, `file-not-writable`, and what the work throws
 */
export function writeTogether<T>(files: readonly Content[], work: () => T): T {
  const taken: string[] = [];
  try {
    for (const { file, content } of files) {
      clearUnfinished(file);
      closeSync(openSync(file, 'wx', 0o600));
      taken.push(file);
      writeWhole(unfinishedOf(file), [content]);
    }
    const done = work();
    for (const { file } of files) renameSync(unfinishedOf(file), file);
    return done;
  } catch (error) {
    for (const file of taken) {
      rmSync(unfinishedOf(file), { force: true });
      if (statSync(file, { throwIfNoEntry: false })?.size === 0) rmSync(file);
    }
    throw writingFailure(error, files[taken.length]?.file ?? taken.at(-1) ?? '');
  }
}

const unfinishedOf = (file: string) => `${file}.unfinished-${process.pid}`;

/** Clears what a killed command has left: an empty file, and beside it one that was never finished. */
function clearUnfinished(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  const left = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.unfinished-`));
  const dead = left.filter((name) => !isAlive(Number(name.split('-').at(-1))));
  if (dead.length === 0 || dead.length < left.length) return;
  for (const name of [...dead, basename(file)]) rmSync(join(dirname(file), name), { force: true });
}

/** Whether a process is there. Where the system doesn't tell, all count as alive, and a person clears the files. */
export const isAlive = (pid: number): boolean => !existsSync('/proc/self') || existsSync(`/proc/${pid}`);

/**
 * Gives a finished file a name that nobody else has; false where somebody has taken it meanwhile. By a link, which takes
 * a name or fails; where the file system has none, by an empty file that holds it.
 */
export function takeName(finished: string, file: string): boolean {
  try {
    linkSync(finished, file);
    rmSync(finished);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
  }
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  renameSync(finished, file);
  return true;
}

/** A path as it can be pasted into a shell. */
export const pasteable = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
