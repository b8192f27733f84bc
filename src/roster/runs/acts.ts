import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Tx } from '../../database/database.ts';
import { batches } from '../../database/pages.ts';
import { schedule } from '../../leavers/rules.ts';
import { scheduleRules } from '../../leavers/store.ts';
import type { Role } from '../../users/rules.ts';
import type { Planned } from '../importing.ts';
import { type PlanWish, toApply } from '../planning/plan.ts';
import type { Field } from '../reading/fields.ts';
import * as log from './log.ts';
import { closeRun, insertRun } from './store.ts';

/**
 * Applies the staged plan in one transaction, after a backup: people, groups, children, schedules, the journal and the
 * log. Returns the number of the run.
 * @throws Failure `changed-meanwhile` if somebody else has changed the registry since the plan was made
 */
export function applyRoster(app: App, { plan, wish, file, version }: Planned): number {
  app.backup('import');
  return app.transactAt(version, (tx) => {
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
    applyChanged(tx, wish);
    applyGroups(tx);
    if (wish.fields.includes('childId')) applyChildren(tx, partial);
    applyReturned(tx);
    applyLeaving(tx, role);
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

const columns: Partial<Record<Field, string>> = {
  givenName: 'given_name',
  familyName: 'family_name',
  class: 'class',
  birthDate: 'birth_date',
  email: 'email',
};

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
}

function applyChanged(tx: Tx, { fields, source }: PlanWish): void {
  const set = fields.flatMap((field) => (columns[field] ? [`${columns[field]} = r.${columns[field]}`] : []));
  tx.run(
    `UPDATE users SET ${[...set, 'import_id = coalesce(r.import_id, users.import_id)', 'source = iif(r.import_id IS NULL, users.source, :source)'].join(', ')}
     FROM temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line
     WHERE users.id = p.user_id AND p.kind IN ('changed', 'returned')`,
    { source },
  );
}

function applyGroups(tx: Tx): void {
  const people = `temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line
    WHERE p.held IS NULL AND r.groups IS NOT NULL AND (p.kind = 'created' OR json_type(p.changes, '$.groups') IS NOT NULL)`;
  tx.run(`DELETE FROM group_members WHERE user_id IN (SELECT p.user_id FROM ${people})`);
  tx.run(
    `INSERT INTO group_members (user_id, name)
     SELECT m.user_id, g.value FROM (SELECT p.user_id, r.groups FROM ${people}) m, json_each(m.groups) g`,
  );
}

function applyChildren(tx: Tx, partial: boolean): void {
  const people = `SELECT user_id, line FROM temp.roster_plan
    WHERE held IS NULL AND (kind = 'created' OR json_type(changes, '$.children') IS NOT NULL)`;
  if (!partial) tx.run(`DELETE FROM guardianships WHERE guardian_id IN (SELECT user_id FROM (${people}))`);
  tx.run(
    `INSERT OR IGNORE INTO guardianships (guardian_id, child_id)
     SELECT p.user_id, c.child_id FROM (${people}) p JOIN temp.roster_children c ON c.head = p.line`,
  );
}

function applyReturned(tx: Tx): void {
  tx.run(`DELETE FROM leavers WHERE user_id IN (SELECT user_id FROM temp.roster_plan WHERE kind = 'returned')`);
}

/** Each role leaves by its own rules: guardians follow their children, but may be kept longer or shorter. */
function applyLeaving(tx: Tx, role: Role): void {
  for (const one of new Set<Role>([role, 'guardian'])) {
    const { reason: _, ...dates } = schedule(tx.today, 'missing', scheduleRules(tx, one));
    const params = { ...dates, role: one };
    tx.run(
      `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
       SELECT user_id, :leftOn, :lockedFrom, :deletedOn, reason FROM temp.roster_plan
       WHERE kind = 'leaving' AND held IS NULL AND role = :role`,
      params,
    );
    tx.run(
      `UPDATE temp.roster_plan SET changes = json_object('leaving', json_object('from', NULL, 'to', json_object(
         'leftOn', :leftOn, 'lockedFrom', :lockedFrom, 'deletedOn', :deletedOn, 'reason', reason)))
       WHERE kind = 'leaving' AND held IS NULL AND role = :role`,
      params,
    );
  }
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
    const people = batches<{ id: number }>(
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
