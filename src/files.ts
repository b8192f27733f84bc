import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
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
import { Exit, Failure, failure } from './failures.ts';
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

/** A FAT stick, or a share of a network, that knows no owners. */
const fileNotPrivate = failure<{ file: string }>('file-not-private', Exit.refused, {
  en: ({ file }) =>
    `Others can read what is written at ${file}: this disk or share keeps no permissions. Passwords are not written there; name another folder.`,
  de: ({ file }) =>
    `Was unter ${file} geschrieben wird, können andere lesen: dieser Datenträger kennt keine Rechte. Passwörter werden dort nicht geschrieben; einen anderen Ordner nennen.`,
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
  clearUnfinished(file);
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

function writeWhole(file: string, pieces: Iterable<string>, isSecret = false): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    if (isSecret && process.platform !== 'win32' && (fstatSync(handle).mode & 0o077) !== 0)
      throw fileNotPrivate({ file });
    // Not writeSync: on a disk that is nearly full it writes a part and does not say so.
    for (const piece of pieces) writeFileSync(handle, piece);
    giveTo(file, ownerOf(dirname(file)));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writingFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return fileExists({ file });
  return code && /^E[A-Z]+$/.test(code) ? fileNotWritable({ file, detail: code }) : error;
}

/** A file, and what will stand in it. */
export interface Content {
  file: string;
  content: string | Iterable<string>;
  /** Whether passwords stand in it: then it is not written where others can read. */
  isSecret?: boolean;
}

/** Files that are written whole, and have not got their names yet. */
interface Prepared {
  /** Gives them their names. */
  finish(): void;
  /** Removes them. */
  takeBack(): void;
}

/**
 * Writes files that only their owner can read, under other names; theirs are taken, so that of two commands for one file
 * the second fails before its work. Killed after that, empty files are left under these names; the next command for them
 * clears them, or finishes them if what they tell of was recorded.
 * @throws Failure `file-exists`, `file-not-writable`, `file-not-private`
 */
export function prepareFiles(files: readonly Content[]): Prepared {
  const taken: { file: string; inode: number }[] = [];
  const isOurs = ({ file, inode }: { file: string; inode: number }) => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.ino === inode && stat.size === 0;
  };
  const takeBack = () => {
    for (const one of taken) {
      rmSync(unfinishedOf(one.file), { force: true });
      if (isOurs(one)) rmSync(one.file);
    }
  };
  try {
    for (const { file, content, isSecret = false } of files) {
      clearUnfinished(file);
      const handle = openSync(file, 'wx', 0o600);
      taken.push({ file, inode: fstatSync(handle).ino });
      closeSync(handle);
      writeWhole(unfinishedOf(file), typeof content === 'string' ? [content] : content, isSecret);
    }
  } catch (error) {
    takeBack();
    throw writingFailure(error, files[taken.length]?.file ?? taken.at(-1)?.file ?? '');
  }
  const finish = () => {
    for (const one of taken) {
      if (!isOurs(one)) throw fileExists({ file: one.file });
      renameSync(unfinishedOf(one.file), one.file);
    }
  };
  return { finish, takeBack };
}

/** Files and work, all of them or nothing: the files get their names once the work has happened. */
export function writeTogether<T>(files: readonly Content[], work: () => T): T {
  const prepared = prepareFiles(files);
  let done: T;
  try {
    done = work();
  } catch (error) {
    prepared.takeBack();
    throw error;
  }
  prepared.finish();
  return done;
}

/** What a command has left that was killed after its file was recorded: what lies beside the empty file is whole. */
export function leftBeside(file: string): string | undefined {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return undefined;
  const [left, second] = unfinishedBeside(file);
  return left === undefined || second !== undefined || isAlive(pidOf(left)) ? undefined : left;
}

const unfinishedOf = (file: string) => `${file}.unfinished-${process.pid}`;

const unfinishedBeside = (file: string): string[] =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.unfinished-`))
    .map((name) => join(dirname(file), name));

const pidOf = (unfinished: string): number => Number(unfinished.split('-').at(-1));

/** Clears what a killed command has left: an empty file, and beside it one that was never finished. */
function clearUnfinished(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  const left = unfinishedBeside(file);
  if (left.length === 0 || left.some((one) => isAlive(pidOf(one)))) return;
  for (const one of [...left, file]) rmSync(one, { force: true });
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
