import type { Scratch } from '../../database/database.ts';
import type { Role } from '../../users/rules.ts';
import { addedByHand } from '../../users/store.ts';
import { type Problem, problem } from '../reading/problems.ts';
import { noSuchPair } from './failures.ts';
import { joinGuardians } from './guardians.ts';
import { addProblem } from './staging.ts';
import type { Pair, PlanWish, Scope } from './wish.ts';

/** SQL for whom a pair means: a person of the registry, and a line of the file. */
export const isOld = '((source = :source AND import_id = :old) OR account = :old)';
export const isNew = `(import_id = :new OR account = :new OR 'line:' || line = :new)`;

/** @throws Failure `no-such-pair` where the registry or the file knows nothing of one of the two */
export function checkPairs(db: Scratch, { role, source, same, different }: PlanWish): void {
  for (const [option, pairs] of [
    ['--same', same],
    ['--different', different],
  ] as const) {
    for (const pair of pairs) {
      const typed = `${pair.old}=${pair.new}`;
      const line = db.get<{ importId: string | null }>(
        `SELECT import_id AS importId FROM temp.roster_rows WHERE ${isNew}`,
        {
          new: pair.new,
        },
      );
      if (!line) throw noSuchPair({ option, pair: typed, part: 'new' });
      const known = db.get(
        `SELECT 1 FROM users WHERE role = :role AND (${isOld} OR (source = :source AND import_id = :new))`,
        {
          role,
          source,
          ...pair,
        },
      );
      if (!known) throw noSuchPair({ option, pair: typed, part: 'old' });
    }
  }
}

/**
 * Finds for each line of the file whom it is about: the person of the same source and import ID; failing an ID, of
 * the same account; and whom somebody has said it is. Names decide nothing. What can't be is added to the problems.
 */
export function matchRows(db: Scratch, { role, source }: Scope, same: readonly Pair[]): void {
  db.scratch('UPDATE temp.roster_rows SET head = line, user_id = NULL');
  db.scratch('CREATE INDEX IF NOT EXISTS temp.roster_rows_by_key ON roster_rows (key)');
  matchBySameness(db, source, role, same);
  db.scratch(
    `UPDATE temp.roster_rows AS r SET user_id = (SELECT id FROM users WHERE source = :source AND import_id = r.import_id)
     WHERE user_id IS NULL AND import_id IS NOT NULL`,
    { source },
  );
  db.scratch(
    `UPDATE temp.roster_rows AS r SET user_id =
       (SELECT id FROM users u WHERE account = r.account AND role = :role
          AND (r.import_id IS NULL OR u.import_id IS NULL OR ${addedByHand('u')}))
     WHERE user_id IS NULL AND account IS NOT NULL`,
    { role },
  );
  complain(db, role);
  if (role === 'guardian') joinGuardians(db, source);
  else complainOfDuplicates(db);
  db.scratch('CREATE INDEX IF NOT EXISTS temp.roster_rows_by_user ON roster_rows (user_id)');
}

function matchBySameness(db: Scratch, source: string, role: string, same: readonly Pair[]): void {
  for (const pair of same) {
    db.scratch(
      `UPDATE temp.roster_rows SET user_id = (SELECT id FROM users WHERE role = :role AND ${isOld}) WHERE ${isNew}`,
      { source, role, ...pair },
    );
  }
}

type Conflict = { line: number; account: string | null; value: string | null };

/** What the registry knows better than the file. */
function complain(db: Scratch, role: string): void {
  const place = ({ line, value }: Conflict) => ({ line, column: null, value });
  const add = <Found extends Conflict>(found: Found[], make: (one: Found) => Problem) => {
    for (const one of found) addProblem(db, make(one));
  };

  add(
    db.all<Conflict & { role: Role; account: string }>(
      `SELECT r.line, coalesce(r.import_id, r.account) AS value, u.account, u.role
       FROM temp.roster_rows r JOIN users u ON u.id = r.user_id WHERE u.role <> :role`,
      { role },
    ),
    (one) => problem('other-role', place(one), { account: one.account, role: one.role }),
  );
  add(
    db.all<Conflict & { account: string }>(
      `SELECT r.line, r.account AS value, u.account FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
       WHERE r.account IS NOT NULL AND r.account <> u.account`,
    ),
    (one) => problem('account-differs', place(one), { account: one.account }),
  );
  add(
    db.all<Conflict & { importId: string; source: string; role: Role; account: string }>(
      `SELECT r.line, r.account AS value, u.account, u.import_id AS importId, u.source, u.role
       FROM temp.roster_rows r JOIN users u ON u.account = r.account WHERE r.user_id IS NULL`,
    ),
    (one) =>
      one.role === role
        ? problem('account-of-other', place(one), { importId: one.importId, source: one.source })
        : problem('other-role', place(one), { account: one.account, role: one.role }),
  );
}

/** The same person on two lines: the second is the fault. */
function complainOfDuplicates(db: Scratch): void {
  for (const who of ['key', 'user_id', 'CASE WHEN user_id IS NULL THEN account END']) {
    const twice = db.all<{ line: number; value: string; first: number }>(
      `SELECT line, coalesce(import_id, account) AS value, first
       FROM (SELECT line, import_id, account, first_value(line) OVER (PARTITION BY ${who} ORDER BY line) AS first
             FROM temp.roster_rows WHERE ${who} IS NOT NULL)
       WHERE line <> first AND line NOT IN (SELECT line FROM temp.roster_problems)`,
    );
    for (const { line, value, first } of twice) {
      addProblem(db, problem('duplicate-person', { line, column: null, value }, { first }));
    }
  }
}
