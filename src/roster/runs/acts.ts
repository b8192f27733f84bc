import type { App } from '../../app.ts';
import { record, recordAll } from '../../audit/acts.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { inPages } from '../../database/pages.ts';
import { markSeen } from '../../leavers/store.ts';
import { settingValue, storeSetting } from '../../settings/settings.ts';
import { addDays, type Day, dayStart } from '../../time.ts';
import { toApply } from '../planning/counts.ts';
import type { Plan } from '../planning/plan.ts';
import type { Taken } from '../reading/read.ts';
import { rememberColumns } from '../reading/remembered.ts';
import { journalDays, lastYear } from '../settings.ts';
import * as log from './log.ts';
import { putChanges } from './putting.ts';
import { rememberAnswers, rememberHeld, rememberWaiting } from './remembering.ts';
import { closeRun, deleteAnswer, deleteJournals, getAnswer, insertRun, journalsBefore } from './store.ts';

/**
 * Applies the staged plan in one transaction, after a backup: people, groups, children, schedules, the journal and the
 * log, the answers and what waits. Returns the number of the run.
 * @throws Failure `changed-meanwhile` if somebody else has changed the registry since the plan was made
 */
export function applyRoster(app: App, plan: Plan, file: Taken): number {
  app.backup('import');
  return app.transactAt(plan.version, (tx) => {
    const { role, source, partial } = plan.wish;
    const { format, encoding, delimiter, sha256: fileSha256 } = file;
    const people = Object.values(plan.applying).reduce((sum, count) => sum + count, 0);
    // What was done, not what was planned: who waits is not among them.
    const counts = { ...plan.counts, ...plan.applying };
    const run = insertRun(tx, { role, source, partial, format, encoding, delimiter, fileSha256, counts, people });
    putChanges(tx, `SELECT user_id, changes FROM temp.roster_plan WHERE ${toApply} AND kind <> 'created'`, 'to');
    applyCreated(tx, source);
    tx.run(
      `UPDATE leavers SET seen_at = :now WHERE user_id IN
         (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL AND status = 'present' AND NOT asked AND NOT faulty)`,
      { now: tx.now },
    );
    tx.run(
      `INSERT INTO roster_changes (run_id, user_id, kind, changes)
       SELECT :run, user_id, kind, changes FROM temp.roster_plan WHERE ${toApply}`,
      { run },
    );
    keepLastYear(tx, plan);
    rememberHeld(tx, run);
    rememberAnswers(tx, source);
    rememberWaiting(tx, plan);
    rememberColumns(tx, source, file.answers);
    markSeen(tx, present);
    closeRun(tx, run, logChanges(tx, run));
    return run;
  });
}

/** Who is in the file as present: that matters of who, by hand, was to have left. */
const present = `SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL AND status = 'present' AND NOT faulty`;

/** Keeps what was answered and what waits, and who is there, where nothing else is to be done. */
export function keepAnswers(app: App, plan: Plan): void {
  app.transactAt(plan.version, (tx) => {
    keepLastYear(tx, plan);
    const answers = rememberAnswers(tx, plan.wish.source);
    const isNew = rememberWaiting(tx, plan);
    markSeen(tx, present);
    const { source, role } = plan.wish;
    if (answers > 0) record(tx, log.rosterAnswered, null, { source, role, answers });
    else if (isNew) record(tx, log.rosterWaits, null, { source, role });
  });
}

function keepLastYear(tx: Tx, { wish }: Plan): void {
  if (wish.lastYear === null) return;
  storeSetting(tx, lastYear, wish.lastYear);
  record(tx, log.lastYearSaid, null, { lastYear: wish.lastYear });
}

/**
 * Takes an answer back: the next import asks again. What was done by it stays; `roster undo` takes that back.
 * @throws Failure `unknown-answer`
 */
export function takeAnswerBack(app: App, answer: number): void {
  app.transact((tx) => {
    const subject = getAnswer(tx, answer);
    deleteAnswer(tx, answer);
    record(tx, log.answerTakenBack, subject, { answer });
  });
}

/** New people with their groups and children: a journal of them would say no more than they do themselves. */
function applyCreated(tx: Tx, source: string): void {
  tx.run(
    `INSERT INTO users (account, role, given_name, family_name, class, birth_date, email, source, import_id, from_day)
     SELECT p.account, p.role, r.given_name, r.family_name, r.class, r.birth_date, r.email, :source, r.import_id, r.from_day
     FROM temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line
     WHERE p.kind = 'created' AND p.held IS NULL ORDER BY p.id`,
    { source },
  );
  tx.run(
    `UPDATE temp.roster_plan AS p SET user_id = (SELECT id FROM users WHERE account = p.account)
     WHERE kind = 'created' AND held IS NULL`,
  );
  const people = `temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line WHERE p.kind = 'created' AND p.held IS NULL`;
  tx.run(
    `INSERT INTO group_members (user_id, name)
     SELECT m.user_id, g.value FROM (SELECT p.user_id, r.groups FROM ${people} AND r.groups IS NOT NULL) m, json_each(m.groups) g`,
  );
  tx.run(
    `INSERT OR IGNORE INTO guardianships (guardian_id, child_id)
     SELECT m.user_id, c.child_id FROM (SELECT p.user_id, p.line FROM ${people} AND p.role = 'guardian') m
     JOIN temp.roster_children c ON c.head = m.line`,
  );
}

/** One entry for each person; returns the number of the last. */
function logChanges(tx: Tx, run: number): number {
  const acts = {
    created: log.rosterCreated,
    changed: log.rosterChanged,
    returned: log.rosterReturned,
    leaving: log.rosterLeft,
  };
  let last = 0;
  for (const [kind, act] of Object.entries(acts)) {
    const people = inPages<{ id: number }>(
      tx,
      `SELECT user_id AS id FROM temp.roster_plan WHERE kind = '${kind}' AND held IS NULL`,
    );
    last = recordAll(tx, act, entriesOf(people, run));
  }
  return last;
}

function* entriesOf(people: Iterable<{ id: number }>, run: number) {
  for (const subject of people) yield { subject, facts: { run } };
}

/** The runs whose journal was to be kept until before a day (`roster.journal-days`), and is still there. */
export const overdueJournals = (db: Reader, day: Day): number[] =>
  journalsBefore(db, dayStart(addDays(day, -settingValue(db, journalDays))));

/** Removes what runs did to whom, with former names; that and when there was an import stays. Returns of how many. */
export function pruneJournals(app: App): number {
  return app.transact((tx) => {
    const overdue = overdueJournals(tx, tx.today);
    if (overdue.length > 0) {
      deleteJournals(tx, overdue);
      record(tx, log.rosterForgotten, null, { runs: overdue });
    }
    return overdue.length;
  });
}
