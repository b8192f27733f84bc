import { closeSync, openSync, readSync } from 'node:fs';
import { openDatabase } from '../load.ts';
import type { Params } from './database.ts';

/** `PRAGMA application_id` of our files: "schk" in ASCII. */
export const applicationId = 0x7363686b;

/** The first 100 bytes of a database file; undefined for all else. */
function headOf(file: string): Buffer | undefined {
  const head = Buffer.alloc(100);
  try {
    const open = openSync(file, 'r');
    try {
      readSync(open, head, 0, head.length, 0);
    } finally {
      closeSync(open);
    }
  } catch {
    return undefined;
  }
  return head.toString('latin1', 0, 15) === 'SQLite format 3' ? head : undefined;
}

/** Whether a file is a registry, told from its first bytes: nothing is opened. */
export const isRegistry = (file: string): boolean => headOf(file)?.readUInt32BE(68) === applicationId;

/**
 * Asks a registry file in passing: only reads it, makes none, brings no schema up to date, waits for nobody and
 * complains of nothing. One in WAL, to which another tool has put it, would get files beside it: it is left alone.
 */
export function peeked<Row>(file: string, sql: string, params: Params = {}): Row[] {
  const head = headOf(file);
  if (head?.[18] !== 1 || head[19] !== 1) return [];
  try {
    const db = openDatabase(file, { readonly: true, fileMustExist: true, timeout: 100 });
    try {
      return db.prepare(sql).all(params) as Row[];
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}
