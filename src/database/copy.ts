import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isAlive } from '../files.ts';
import { openDatabase, sqlite } from '../load.ts';
import { type Instant, instant } from '../time.ts';
import { backupFaulty } from './failures.ts';

/** Why a backup was made; `damaged` is a registry that a restore put aside. */
const occasions = ['by-hand', 'import', 'undo', 'migration', 'leaver-run', 'restore', 'damaged'] as const;
export type Occasion = (typeof occasions)[number];

/** What SQLite and a killed command leave beside a file: it belongs to that file, and goes with it. */
const companions = ['-journal', '-wal', '-shm'];

/** A backup, as its file name tells it. */
export interface BackupFile {
  name: string;
  file: string;
  madeAt: Instant;
  /** `other`: a file whose name begins as the registry's does, but that schulkonto has not named; as old as the file. */
  occasion: Occasion | 'other';
  /** Several of one moment are numbered. */
  number: number;
}

const folderOf = (registry: string) => join(dirname(registry), 'backups');

/** The backups of a registry, the newest first; and whatever else lies in their folder under the registry's name. */
export function backupsOf(registry: string): BackupFile[] {
  const folder = folderOf(registry);
  if (!existsSync(folder)) return [];
  const key = onlyOnce(() => keyOf(registry));
  const names = readdirSync(folder).filter(
    (name) =>
      isNamedAlike(registry, name) &&
      !name.includes(unfinished) &&
      !isCompanion(folder, name) &&
      (partsOf(registry, name) !== undefined || !isOfAnother(registry, key, name)),
  );
  return names
    .map((name): BackupFile => {
      const file = join(folder, name);
      return { name, file, ...(partsOf(registry, name) ?? otherParts(file)) };
    })
    .sort((one, other) =>
      one.madeAt === other.madeAt ? other.number - one.number : one.madeAt < other.madeAt ? 1 : -1,
    );
}

const baseOf = (registry: string) => `${basename(registry, '.sqlite')}.`;

/** Whether a name begins as the registry's does, and does not go on as another word: `registry (old).sqlite`. */
const isNamedAlike = (registry: string, name: string): boolean => {
  const base = basename(registry, '.sqlite');
  return name.startsWith(base) && !/^[\p{L}\p{N}]/u.test(name.slice(base.length));
};

/**
 * Whether a file is of another registry whose name begins alike: one that lies beside this one, or one of which only
 * the backups are left. A registry is known by its key, whatever its files are called.
 */
function isOfAnother(registry: string, key: () => string | undefined, name: string): boolean {
  const [, base = ''] = /^(.+)\.\d{4}-\d\d-\d\dT/.exec(name) ?? [];
  const hasNeighbour = `${base}.` !== baseOf(registry) && existsSync(join(dirname(registry), `${base}.sqlite`));
  if (base !== '' && hasNeighbour) return true;
  const itsKey = keyOf(join(folderOf(registry), name));
  return itsKey !== undefined && key() !== undefined && itsKey !== key();
}

/** What tells a registry from all others, in hexadecimal; undefined where a file is none, or can't be read. */
const keyOf = (file: string): string | undefined =>
  reading(file, (db) => db.prepare('SELECT hex(account_key) FROM registry').pluck().get() as string | undefined);

function onlyOnce<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

const isCompanion = (folder: string, name: string) =>
  companions.some((end) => name.endsWith(end) && existsSync(join(folder, name.slice(0, -end.length))));

const otherParts = (file: string) => ({
  madeAt: instant(statSync(file).mtime),
  occasion: 'other' as const,
  number: 1,
});

/** A registry or backup, and what SQLite has left beside it. */
export const filesOf = (file: string): string[] =>
  [file, ...companions.map((end) => `${file}${end}`)].filter((one) => existsSync(one));

function partsOf(registry: string, name: string): { madeAt: Instant; occasion: Occasion; number: number } | undefined {
  const base = baseOf(registry);
  const [, day, clock, word, number] =
    /^(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d\.\d{3}Z)\.([a-z-]+)(?:\.(\d+))?\.sqlite$/.exec(name.slice(base.length)) ?? [];
  const occasion = occasions.find((one) => one === word);
  if (!day || !clock || !occasion) return undefined;
  return { madeAt: `${day}T${clock.replaceAll('-', ':')}` as Instant, occasion, number: Number(number ?? 1) };
}

/** Copies that are not finished yet, or never will be. */
export function unfinishedOf(registry: string): string[] {
  return [folderOf(registry), dirname(registry)]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith(baseOf(registry)) && name.includes(unfinished))
        .map((name) => join(folder, name)),
    );
}

/** Those that were never finished, because their command was killed: of processes that are gone. */
export const leftoversOf = (registry: string): string[] =>
  unfinishedOf(registry).filter((file) => !isAlive(Number(/^\d+/.exec(file.split(unfinished)[1] ?? '')?.[0])));

const unfinished = '.unfinished-';

/** A name for a new backup that no other has: `registry.2026-08-20T08-00-00.000Z.import.sqlite`. */
export function newBackupFile(registry: string, now: Instant, occasion: Occasion): string {
  const folder = folderOf(registry);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const start = join(folder, `${basename(registry, '.sqlite')}.${now.replaceAll(':', '-')}.`);
  const rest = (number: number) => occasions.map((one) => `${start}${one}${number > 1 ? `.${number}` : ''}.sqlite`);
  let number = 1;
  while (rest(number).some((file) => existsSync(file))) number += 1;
  return `${start}${occasion}${number > 1 ? `.${number}` : ''}.sqlite`;
}

/** Where a copy lies until it is finished. */
export const unfinishedFor = (file: string): string => `${file}${unfinished}${process.pid}`;

/**
 * Writes what a connection sees at one moment to a new file, readable by its owner only, checks what was written,
 * and only then gives it its name.
 *
 * `VACUUM INTO` and not the online backup: it needs no second pass when somebody writes meanwhile, and copies what is
 * in the tables and nothing else, so that what SQLite leaves lying between them never gets into a copy. It reads all of
 * the registry, so a sound copy is also the proof that the registry can be read.
 * @throws Failure `backup-faulty`
 */
export function writeCopy(db: Database, file: string): void {
  const copy = unfinishedFor(file);
  try {
    closeSync(openSync(copy, 'wx', 0o600));
    chmodSync(copy, 0o600);
    db.prepare('VACUUM INTO ?').run(copy);
    checkCopy(copy);
    giveName(copy, file);
  } finally {
    rmSync(copy, { force: true });
  }
}

/** Gives a finished file its name; the one that had it before is gone. On the disk when this returns. */
export function giveName(finished: string, file: string): void {
  flush(finished);
  renameSync(finished, file);
  flush(dirname(file));
}

/** Whether a file can be read from end to end as a database. */
export const isSoundFile = (file: string): boolean =>
  reading(file, (db) => db.pragma('quick_check(1)', { simple: true })) === 'ok';

/** @throws Failure `backup-faulty` */
function checkCopy(file: string): void {
  const problem = reading(file, (db) => db.pragma('quick_check(1)', { simple: true })) ?? 'unreadable';
  if (problem !== 'ok') throw backupFaulty({ file, detail: String(problem) });
}

/** Reads in another database file, such as a backup, without changing it; undefined if it can't be read. */
export function reading<T>(file: string, work: (db: Database) => T): T | undefined {
  let db: Database | undefined;
  try {
    db = openDatabase(file, { readonly: true, fileMustExist: true });
    return work(db);
  } catch (error) {
    if (error instanceof sqlite().SqliteError || error instanceof TypeError) return undefined;
    throw error;
  } finally {
    db?.close();
  }
}

/** Removes copies with what lies beside them. What they held stays in freed blocks of the disk until those are written again. */
export function removeCopies(files: readonly string[]): void {
  for (const file of files.flatMap(filesOf)) rmSync(file, { force: true });
}

export const sizeOf = (file: string): number => statSync(file).size;

/** Waits until a file, or a folder's list of files, is on the disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
