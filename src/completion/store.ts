import { closeSync, openSync, readSync } from 'node:fs';
import { openDatabase } from '../load.ts';
import type { Candidate } from './candidates.ts';

/** More than anybody looks through. */
const most = 200;

const accounts = `SELECT account AS value, trim(given_name || ' ' || family_name) || coalesce(', ' || class, '') AS about
  FROM users WHERE account >= :begun AND account < :begun || char(0x10ffff) ORDER BY account LIMIT ${most}`;

/** One question for each name that help uses. */
const questions: Record<string, string> = {
  account: accounts,
  'account-or-id': accounts,
  class: `SELECT class AS value, count(*) AS about FROM users WHERE class IS NOT NULL GROUP BY class
    ORDER BY length(class), class LIMIT ${most}`,
  group: `SELECT name AS value, count(*) AS about FROM group_members GROUP BY name ORDER BY name LIMIT ${most}`,
  incident: `SELECT CAST(id AS TEXT) AS value, opened_on AS about FROM incidents WHERE closed_on IS NULL ORDER BY id DESC LIMIT ${most}`,
  purpose: `SELECT name AS value, title AS about FROM purposes ORDER BY name LIMIT ${most}`,
  run: `SELECT CAST(id AS TEXT) AS value, substr(at, 1, 10) AS about FROM roster_runs ORDER BY id DESC LIMIT ${most}`,
  version: `SELECT version AS value, holds_from AS about FROM terms ORDER BY holds_from DESC LIMIT ${most}`,
};

/**
 * Asks a registry file; only reads it, makes none, brings no schema up to date, waits for nobody and complains of
 * nothing: whoever presses the tab key wants words or silence.
 */
export function askedOf(file: string, name: string, begun: string): Candidate[] {
  const question = questions[name];
  if (!question || !isPlainDatabase(file)) return [];
  try {
    const db = openDatabase(file, { readonly: true, fileMustExist: true, timeout: 100 });
    try {
      const params = question.includes(':begun') ? { begun: begun.toLowerCase() } : {};
      const rows = db.prepare(question).all(params) as Candidate[];
      return rows.map(({ value, about }) => ({ value, about: String(about ?? '') }));
    } finally {
      db.close();
    }
  } catch {
    return [];
  }
}

/** Whether a file is a database that reading leaves as it is: one in WAL, to which another tool has put it, gets files beside it. */
function isPlainDatabase(file: string): boolean {
  try {
    const head = Buffer.alloc(20);
    const open = openSync(file, 'r');
    try {
      readSync(open, head, 0, head.length, 0);
    } finally {
      closeSync(open);
    }
    return head.toString('latin1', 0, 15) === 'SQLite format 3' && head[18] === 1 && head[19] === 1;
  } catch {
    return false;
  }
}
