import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Tx } from '../../database/database.ts';
import { inPages } from '../../database/pages.ts';
import { type Plan, toApply } from '../planning/plan.ts';
import type { PlanWish } from '../planning/wish.ts';
import type { Recognised } from '../reading/read.ts';
import * as log from './log.ts';
import { putChanges } from './putting.ts';
import { closeRun, insertRun } from './store.ts';

/**
 * Applies the staged plan in one transaction, after a backup: people, groups, children, schedules, the journal and the
 * log. Returns the number of the run.
 * @throws Failure `changed-meanwhile` if somebody else has changed the registry since the plan was made
 */
export function applyRoster(app: App, plan: Plan, file: Recognised): number {
  app.backup('import');
  return app.transactAt(plan.version, (tx) => {
    const { wish } = plan;
    const { role, source, partial } = wish;
    const { format, encoding, delimiter, sha256: fileSha256 } = file;
    const people = Object.values(plan.applying).reduce((sum, count) => sum + count, 0);
    const run = insertRun(tx, {
      role,
      source,
      partial,
      format,
      encoding,
      delimiter,
      fileSha256,
      counts: plan.counts,
      people,
    });
    applyCreated(tx, wish);
    putChanges(tx, `SELECT user_id, changes FROM temp.roster_plan WHERE ${toApply} AND kind <> 'created'`, 'to');
    tx.run(
      `INSERT INTO roster_changes (run_id, user_id, kind, changes)
       SELECT :run, user_id, kind, changes FROM temp.roster_plan WHERE ${toApply}`,
      { run },
    );
    rememberHolds(tx, run);
    closeRun(tx, run, logChanges(tx, run));
    return run;
  });
}

/** New people with their groups and children: a journal of them would say no more than they do themselves. */
function applyCreated(tx: Tx, { role, source }: PlanWish): void {
  tx.run(
    `INSERT INTO users (account, role, given_name, family_name, class, birth_date, email, source, import_id)
     SELECT p.account, :role, r.given_name, r.family_name, r.class, r.birth_date, r.email, :source, r.import_id
     FROM temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line
     WHERE p.kind = 'created' AND p.held IS NULL ORDER BY p.id`,
    { role, source },
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
  if (role !== 'guardian') return;
  tx.run(
    `INSERT OR IGNORE INTO guardianships (guardian_id, child_id)
     SELECT m.user_id, c.child_id FROM (SELECT p.user_id, p.line FROM ${people}) m JOIN temp.roster_children c ON c.head = m.line`,
  );
}

/** Who waits for approval goes on waiting; who is in the file, or leaves now, does not wait any more. */
function rememberHolds(tx: Tx, run: number): void {
  tx.run(`DELETE FROM roster_holds WHERE user_id IN (
    SELECT user_id FROM temp.roster_rows UNION ALL SELECT user_id FROM temp.roster_plan WHERE kind = 'leaving' AND held IS NULL)`);
  tx.run(
    `INSERT OR IGNORE INTO roster_holds (user_id, run_id)
     SELECT user_id, :run FROM temp.roster_plan WHERE kind = 'leaving' AND held = 'too-many'`,
    { run },
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
