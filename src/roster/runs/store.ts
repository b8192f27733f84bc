import type { Reader, Tx } from '../../database/database.ts';
import type { Day, Instant } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import { type Changes, withAccounts } from '../planning/columns.ts';
import type { Counts } from '../planning/counts.ts';
import { unknownAnswer, unknownRun } from './failures.ts';

/** One applied import. */
export interface Run {
  run: number;
  at: Instant;
  operator: string;
  role: Role;
  source: string;
  partial: boolean;
  format: string;
  encoding: string;
  delimiter: string;
  fileSha256: string;
  counts: Counts;
  /** How many people it touched. */
  people: number;
  undoneAt: Instant | null;
}

type RunRow = Omit<Run, 'partial' | 'counts'> & { partial: number; counts: string };

const runColumns = `id AS run, at, operator, role, source, partial, format, encoding, delimiter, file_sha256 AS fileSha256, counts, people,
  undone_at AS undoneAt`;

const toRun = (row: RunRow): Run => ({ ...row, partial: row.partial === 1, counts: JSON.parse(row.counts) });

/** All runs, the newest first. */
export const runs = (db: Reader): Run[] =>
  db.all<RunRow>(`SELECT ${runColumns} FROM roster_runs ORDER BY id DESC`).map(toRun);

/** @throws Failure `unknown-run` */
export function getRun(db: Reader, run: number): Run & { lastEntry: number } {
  const row = db.get<RunRow & { lastEntry: number }>(
    `SELECT ${runColumns}, last_entry AS lastEntry FROM roster_runs WHERE id = :run`,
    { run },
  );
  if (!row) throw unknownRun({ run });
  return { ...toRun(row), lastEntry: row.lastEntry };
}

export function insertRun(tx: Tx, run: Omit<Run, 'run' | 'at' | 'operator' | 'undoneAt'>): number {
  tx.run(
    `INSERT INTO roster_runs (at, operator, role, source, partial, format, encoding, delimiter, file_sha256, counts, people, last_entry)
     VALUES (:at, :operator, :role, :source, :partial, :format, :encoding, :delimiter, :fileSha256, :counts, :people, 0)`,
    { ...run, at: tx.now, operator: tx.operator, partial: run.partial ? 1 : 0, counts: JSON.stringify(run.counts) },
  );
  return tx.get<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
}

/** Remembers the last entry of the log that the run itself made: whoever is acted on later has been changed since. */
export function closeRun(tx: Tx, run: number, lastEntry: number): void {
  tx.run('UPDATE roster_runs SET last_entry = :lastEntry WHERE id = :run', { run, lastEntry });
}

export function markUndone(tx: Tx, run: number): void {
  tx.run('UPDATE roster_runs SET undone_at = :now WHERE id = :run', { run, now: tx.now });
}

type ChangeKind = 'created' | 'changed' | 'returned' | 'leaving';

/** What a run did to one person. */
export interface Change {
  kind: ChangeKind;
  account: string;
  importId: string | null;
  givenName: string;
  familyName: string;
  class: string | null;
  changes: Changes;
}

/** What a run did, person by person, as far as they have not been deleted since. */
export function* changesOf(db: Reader, run: number): Generator<Change> {
  const rows = db.each<Omit<Change, 'changes'> & { changes: string }>(
    `SELECT c.kind, u.account, u.import_id AS importId, u.given_name AS givenName, u.family_name AS familyName, u.class,
       ${withAccounts('c.changes')} AS changes
     FROM roster_changes c JOIN users u ON u.id = c.user_id WHERE c.run_id = :run
     ORDER BY CASE c.kind WHEN 'created' THEN 1 WHEN 'changed' THEN 2 WHEN 'returned' THEN 3 ELSE 4 END,
       length(u.class), u.class, u.family_name, u.given_name, u.id`,
    { run },
  );
  for (const row of rows) yield { ...row, changes: JSON.parse(row.changes) };
}

/** What a run did to somebody; `held` while their leaving waits for a decision. */
export interface RunOfPerson {
  run: number;
  at: Instant;
  source: string;
  kind: ChangeKind | 'held';
  changes: Changes;
  undoneAt: Instant | null;
}

/** What runs did to one person, the oldest first. */
export function runsOf(db: Reader, userId: number): RunOfPerson[] {
  return db
    .all<Omit<RunOfPerson, 'changes'> & { changes: string }>(
      `SELECT r.id AS run, r.at, r.source, c.kind, ${withAccounts('c.changes')} AS changes, r.undone_at AS undoneAt
       FROM (SELECT run_id, kind, changes FROM roster_changes WHERE user_id = :userId
             UNION SELECT run_id, 'held', '{}' FROM roster_held WHERE user_id = :userId) c
       JOIN roster_runs r ON r.id = c.run_id ORDER BY r.id`,
      { userId },
    )
    .map((row) => ({ ...row, changes: JSON.parse(row.changes) }));
}

/** What an import has left open. */
export interface WaitingImport {
  source: string;
  role: Role;
  since: Instant;
  questions: number;
  approvals: number;
}

export const waitingImports = (db: Reader): WaitingImport[] =>
  db.all('SELECT source, role, since, questions, approvals FROM roster_waiting ORDER BY role DESC, source');

/** What somebody has said of a person and a line, or of a line whose person was deleted. */
export interface Answer {
  answer: number;
  at: Instant;
  operator: string;
  said: 'same' | 'different' | 'leave-out' | 'take-in';
  /** Null where nobody is known any more, or not yet. */
  account: string | null;
  source: string;
  /** The import ID or account of the line; null where it had neither, or nobody may know it. */
  line: string | null;
  /** When the person was deleted because consent was withdrawn, or on request, where the answer is about that. */
  deletedOn: Day | null;
}

const answerColumns = `a.id AS answer, a.at, a.operator, a.answer AS said, u.account, a.source,
  iif(a.key LIKE 'hash %', NULL, substr(a.key, instr(a.key, ' ') + 1)) AS line, d.deleted_on AS deletedOn`;

const answerTables = `roster_answers a LEFT JOIN departures d ON d.hash = a.departure
  LEFT JOIN users u ON u.id = iif(a.departure IS NULL, a.user_id, a.other_id)`;

/** All answers that hold, the newest first. */
export const answers = (db: Reader): Answer[] =>
  db.all(`SELECT ${answerColumns} FROM ${answerTables} ORDER BY a.id DESC`);

/** What was said of one person: beside others, and as the one who was the other. */
export const answersOf = (db: Reader, userId: number): Answer[] =>
  db.all(
    `SELECT ${answerColumns} FROM ${answerTables} WHERE a.id IN
       (SELECT id FROM roster_answers WHERE user_id = :userId UNION SELECT id FROM roster_answers WHERE other_id = :userId)
     ORDER BY a.id`,
    { userId },
  );

export const otherIdsOf = (db: Reader, userId: number): { source: string; importId: string }[] =>
  db.all('SELECT source, import_id AS importId FROM other_ids WHERE user_id = :userId ORDER BY source', { userId });

/** The person whom an answer is about; null where that is somebody deleted. @throws Failure `unknown-answer` */
export function getAnswer(db: Reader, answer: number): { id: number } | null {
  const found = db.get<{ id: number | null }>('SELECT user_id AS id FROM roster_answers WHERE id = :answer', {
    answer,
  });
  if (!found) throw unknownAnswer({ answer });
  return found.id === null ? null : { id: found.id };
}

export function deleteAnswer(tx: Tx, answer: number): void {
  tx.run('DELETE FROM roster_answers WHERE id = :answer', { answer });
}

/** The runs before a moment of which it is still kept what they did to whom. */
export const journalsBefore = (db: Reader, moment: Instant): number[] =>
  db
    .all<{ run: number }>(
      `SELECT id AS run FROM roster_runs r WHERE at < :moment
         AND EXISTS (SELECT 1 FROM roster_changes c WHERE c.run_id = r.id) ORDER BY id`,
      { moment },
    )
    .map(({ run }) => run);

export function deleteJournals(tx: Tx, runs: readonly number[]): void {
  tx.run('DELETE FROM roster_changes WHERE run_id IN (SELECT value FROM json_each(:runs))', {
    runs: JSON.stringify(runs),
  });
}

/** Whether what a run did to whom is not kept any more: it was removed in time, or all of them are deleted. */
export const isForgotten = (db: Reader, { run, people }: Pick<Run, 'run' | 'people'>): boolean =>
  people > 0 && db.get('SELECT 1 FROM roster_changes WHERE run_id = :run LIMIT 1', { run }) === undefined;
