import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import { chainEnds } from '../../audit/store.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { insertIservDeletion } from '../../deletion/store.ts';
import { changedSince, runTooOld, runUndone } from './failures.ts';
import * as log from './log.ts';
import { putChanges } from './putting.ts';
import { getRun, isForgotten, markUndone, type Run } from './store.ts';

/**
 * Puts everybody whom a run has touched back as they were before it, in one transaction, after a backup. Returns
 * how many.
 * @throws Failure `unknown-run`, `run-undone`, `run-too-old`, and `changed-since` which names whom something has
 * happened to after the run; then nothing is put back
 */
export function undoRun(app: App, number: number): number {
  app.snapshot((db) => undoable(db, number));
  app.backup('undo');
  return app.transact((tx) => {
    const run = undoable(tx, number);
    const people = tx.all<{ id: number }>('SELECT user_id AS id FROM roster_changes WHERE run_id = :run', {
      run: number,
    });
    recordAll(
      tx,
      log.rosterUndone,
      people.map((subject) => ({ subject, facts: { run: number } })),
    );
    const changed = `SELECT user_id, changes FROM roster_changes WHERE run_id = :run AND kind <> 'created'`;
    undoCreated(tx, number);
    putChanges(tx, changed, 'from', { run: number });
    tx.run('DELETE FROM roster_held WHERE run_id = :run', { run: number });
    markUndone(tx, number);
    return run.people;
  });
}

/** @throws Failure `unknown-run`, `run-undone`, `run-too-old`, `changed-since` */
function undoable(db: Reader, number: number): Run {
  const run = getRun(db, number);
  if (run.undoneAt) throw runUndone({ run: number });
  checkUntouched(db, run);
  return run;
}

/** The log tells whom something has happened to since: every change leaves an entry. Runs that were undone do not count. */
function checkUntouched(db: Reader, { run, lastEntry, people }: Run & { lastEntry: number }): void {
  const ends = chainEnds(db);
  if (!ends || ends.firstId > lastEntry || isForgotten(db, { run, people })) throw runTooOld({ run });
  const touched = db.all<{ account: string }>(
    `SELECT u.account FROM roster_changes c JOIN users u ON u.id = c.user_id
     WHERE c.run_id = :run AND (
       EXISTS (SELECT 1 FROM audit_entries e WHERE e.user_id = u.id AND e.id > :lastEntry AND e.act <> 'roster-undone'
         AND NOT EXISTS (SELECT 1 FROM roster_runs r
           WHERE r.undone_at IS NOT NULL AND e.id > r.last_entry - r.people AND e.id <= r.last_entry))
       OR (c.kind = 'created' AND EXISTS (
         SELECT 1 FROM guardianships g WHERE g.child_id = u.id
           AND g.guardian_id NOT IN (SELECT user_id FROM roster_changes WHERE run_id = :run))))
     ORDER BY u.account`,
    { run, lastEntry },
  );
  const left = db.get<{ count: number }>('SELECT count(*) AS count FROM roster_changes WHERE run_id = :run', { run });
  const deleted = people - (left?.count ?? 0);
  if (touched.length > 0 || deleted > 0) {
    throw changedSince({ run, accounts: touched.map(({ account }) => account), deleted, runs: laterRuns(db, run) });
  }
}

/** The runs that stand on this one, the newest first: the order in which they can be undone. */
const laterRuns = (db: Reader, run: number): number[] =>
  db
    .all<{ run: number }>(
      `SELECT id AS run FROM roster_runs r WHERE id > :run AND undone_at IS NULL AND EXISTS (
         SELECT 1 FROM roster_changes c JOIN roster_changes d ON d.run_id = :run AND (d.user_id = c.user_id
           OR EXISTS (SELECT 1 FROM guardianships g WHERE g.guardian_id = c.user_id AND g.child_id = d.user_id))
         WHERE c.run_id = r.id) ORDER BY id DESC`,
      { run },
    )
    .map((later) => later.run);

/**
 * Who was new is gone again; their accounts were never used, so they are free. What the log knows of them goes in the
 * night in which no backup can bring them back any more.
 */
function undoCreated(tx: Tx, run: number): void {
  const people = `SELECT user_id FROM roster_changes WHERE run_id = :run AND kind = 'created'`;
  const told = tx.all<{ id: number }>(`SELECT user_id AS id FROM iserv_known WHERE user_id IN (${people})`, { run });
  for (const { id } of told) insertIservDeletion(tx, id);
  // What was said of them holds when they come again.
  tx.run(`UPDATE roster_answers SET other_id = NULL WHERE other_id IN (${people})`, { run });
  tx.run(`DELETE FROM users WHERE id IN (${people})`, { run });
}
