import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import { chainEnds } from '../../audit/store.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { changedSince, runTooOld, runUndone } from '../failures.ts';
import * as log from './log.ts';
import { getRun, markUndone, type Run } from './store.ts';

/**
 * Puts everybody whom a run has touched back as they were before it, in one transaction, after a backup. Returns
 * how many.
 * @throws Failure `unknown-run`, `run-undone`, `run-too-old`, and `changed-since` which names whom something has
 * happened to after the run; then nothing is put back
 */
export function undoRun(app: App, number: number): number {
  app.backup('undo');
  return app.transact((tx) => {
    const run = getRun(tx, number);
    if (run.undoneAt) throw runUndone({ run: number });
    checkUntouched(tx, run);
    const people = tx.all<{ id: number }>('SELECT user_id AS id FROM roster_changes WHERE run_id = :run', {
      run: number,
    });
    undoFields(tx, number);
    undoGroups(tx, number);
    undoChildren(tx, number);
    undoLeaving(tx, number);
    recordAll(
      tx,
      log.rosterUndone,
      people.map((subject) => ({ subject, facts: { run: number } })),
    );
    undoCreated(tx, number);
    tx.run('DELETE FROM roster_holds WHERE run_id = :run', { run: number });
    markUndone(tx, number);
    return people.length;
  });
}

/** The log tells whom something has happened to since: every change leaves an entry. Runs that were undone do not count. */
function checkUntouched(db: Reader, { run, lastEntry, people }: Run & { lastEntry: number }): void {
  const ends = chainEnds(db);
  if (!ends || ends.firstId > lastEntry) throw runTooOld({ run });
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

const columns = {
  importId: 'import_id',
  givenName: 'given_name',
  familyName: 'family_name',
  class: 'class',
  birthDate: 'birth_date',
  email: 'email',
  source: 'source',
};

function undoFields(tx: Tx, run: number): void {
  const set = Object.entries(columns).map(
    ([field, column]) =>
      `${column} = iif(json_type(c.changes, '$.${field}') IS NULL, ${column}, json_extract(c.changes, '$.${field}.from'))`,
  );
  tx.run(
    `UPDATE users SET ${set.join(', ')} FROM roster_changes c
     WHERE c.run_id = :run AND c.user_id = users.id AND c.kind IN ('changed', 'returned')`,
    { run },
  );
}

function undoGroups(tx: Tx, run: number): void {
  const people = `roster_changes WHERE run_id = :run AND json_type(changes, '$.groups') IS NOT NULL`;
  tx.run(`DELETE FROM group_members WHERE user_id IN (SELECT user_id FROM ${people})`, { run });
  tx.run(
    `INSERT INTO group_members (user_id, name)
     SELECT c.user_id, g.value FROM (SELECT * FROM ${people}) c, json_each(c.changes, '$.groups.from') g`,
    { run },
  );
}

function undoChildren(tx: Tx, run: number): void {
  const people = `roster_changes WHERE run_id = :run AND json_type(changes, '$.children') IS NOT NULL`;
  tx.run(`DELETE FROM guardianships WHERE guardian_id IN (SELECT user_id FROM ${people})`, { run });
  tx.run(
    `INSERT INTO guardianships (guardian_id, child_id)
     SELECT c.user_id, g.value FROM (SELECT * FROM ${people}) c, json_each(c.changes, '$.children.from') g
     WHERE g.value IN (SELECT id FROM users)`,
    { run },
  );
}

function undoLeaving(tx: Tx, run: number): void {
  const people = `roster_changes WHERE run_id = :run AND json_type(changes, '$.leaving') IS NOT NULL`;
  tx.run(`DELETE FROM leavers WHERE user_id IN (SELECT user_id FROM ${people})`, { run });
  tx.run(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
     SELECT user_id, was ->> 'leftOn', was ->> 'lockedFrom', was ->> 'deletedOn', was ->> 'reason'
     FROM (SELECT user_id, changes -> '$.leaving.from' AS was FROM ${people}) WHERE was ->> 'leftOn' IS NOT NULL`,
    { run },
  );
}

/** Who was new is gone again, with all that the log knew of them; their accounts were never used, so they are free. */
function undoCreated(tx: Tx, run: number): void {
  const people = `SELECT user_id FROM roster_changes WHERE run_id = :run AND kind = 'created'`;
  tx.run(`DELETE FROM audit_facts WHERE entry_id IN (SELECT id FROM audit_entries WHERE user_id IN (${people}))`, {
    run,
  });
  tx.run(`DELETE FROM users WHERE id IN (${people})`, { run });
}
