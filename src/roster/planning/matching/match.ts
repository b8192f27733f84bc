import type { Scratch } from '../../../database/database.ts';
import { compared } from '../../../users/ids.ts';
import type { Role } from '../../../users/rules.ts';
import { addedByHand } from '../../../users/store.ts';
import { type Problem, problem } from '../../reading/problems.ts';
import { addProblem } from '../staging.ts';
import { hasRoles, type PlanWish } from '../wish.ts';
import { takeAnswers } from './answers.ts';
import { askOfDeparted, passOverDeparted } from './departures.ts';
import { joinGuardians } from './guardians.ts';
import { checkIdentity } from './identity.ts';
import { joinLines } from './lines.ts';
import { matchByName } from './names.ts';

/**
 * Finds for each person of the file who that is in the registry: whom somebody has said it is; the person of the same
 * source and import ID, however dressed; failing an ID, of the same account; where the file has neither, of the same
 * name and birth date. What can't be is added to the problems.
 */
export function matchRows(db: Scratch, wish: PlanWish): void {
  const { source } = wish;
  // Planned again with an answer, everything is found out anew.
  db.scratch('DELETE FROM temp.roster_problems WHERE planned');
  db.scratch(
    `UPDATE temp.roster_rows SET user_id = NULL, found_by = NULL, asked = 0,
       faulty = line IN (SELECT line FROM temp.roster_problems WHERE is_fault)`,
  );
  passOverDeparted(db, source);
  joinLines(db);
  takeAnswers(db, wish);
  db.define('compared', (id: string | null) => (id === null ? null : compared(id)));
  matchById(db, source);
  db.scratch(
    `UPDATE temp.roster_rows AS r SET found_by = 'account', user_id =
       (SELECT id FROM users u WHERE account = r.account AND role = r.role
          AND (r.import_id IS NULL OR u.import_id IS NULL OR ${addedByHand('u')}))
     WHERE user_id IS NULL AND account IS NOT NULL AND head = line`,
  );
  matchByName(db, source);
  checkIdentity(db, hasRoles(wish));
  complain(db, wish);
  joinGuardians(db, source);
  complainOfDuplicates(db);
  askOfDeparted(db, wish);
  // The other lines of a person are about the same.
  db.scratch(
    `UPDATE temp.roster_rows AS r SET user_id = (SELECT user_id FROM temp.roster_rows h WHERE h.line = r.head)
     WHERE line <> head`,
  );
  db.scratch('CREATE INDEX IF NOT EXISTS temp.roster_rows_by_user ON roster_rows (user_id)');
}

function matchById(db: Scratch, source: string): void {
  db.scratch(
    `UPDATE temp.roster_rows AS r SET found_by = 'id', user_id = coalesce(
       (SELECT id FROM users WHERE source = :source AND import_id = r.import_id),
       (SELECT user_id FROM other_ids WHERE source = :source AND import_id = r.import_id))
     WHERE user_id IS NULL AND import_id IS NOT NULL AND head = line`,
    { source },
  );
  const isLeft = db.get('SELECT 1 FROM temp.roster_rows WHERE user_id IS NULL AND import_id IS NOT NULL LIMIT 1');
  if (!isLeft) return;
  // The same ID in another dress, where only one of each side can be meant.
  db.scratch('DROP TABLE IF EXISTS temp.roster_dressed');
  db.scratch(
    `CREATE TABLE temp.roster_dressed AS SELECT compared(import_id) AS id, min(user_id) AS user_id FROM
       (SELECT id AS user_id, import_id FROM users WHERE source = :source AND import_id IS NOT NULL
        UNION ALL SELECT user_id, import_id FROM other_ids WHERE source = :source)
     WHERE user_id NOT IN (SELECT user_id FROM temp.roster_rows WHERE user_id IS NOT NULL)
     GROUP BY 1 HAVING count(*) = 1`,
    { source },
  );
  db.scratch('CREATE INDEX temp.roster_dressed_by_id ON roster_dressed (id)');
  db.scratch(
    `UPDATE temp.roster_rows AS r SET found_by = 'id', user_id = d.user_id
     FROM (SELECT min(line) AS line, compared(import_id) AS id FROM temp.roster_rows
           WHERE user_id IS NULL AND import_id IS NOT NULL AND head = line GROUP BY 2 HAVING count(*) = 1) c
     JOIN temp.roster_dressed d ON d.id = c.id WHERE r.line = c.line`,
  );
}

type Conflict = { line: number; account: string | null; value: string | null };

/** What the registry knows better than the file. */
function complain(db: Scratch, wish: PlanWish): void {
  const place = ({ line, value }: Conflict) => ({ line, column: null, value });
  const add = <Found extends Conflict>(found: Found[], make: (one: Found) => Problem) => {
    for (const one of found) addProblem(db, make(one));
  };

  // Where the file says whose each line is, another role is a change.
  if (!hasRoles(wish)) {
    add(
      db.all<Conflict & { role: Role; account: string }>(
        `SELECT r.line, coalesce(r.import_id, r.account) AS value, u.account, u.role
         FROM temp.roster_rows r JOIN users u ON u.id = r.user_id WHERE u.role <> r.role`,
      ),
      (one) => problem('other-role', place(one), { account: one.account, role: one.role }),
    );
  }
  add(
    db.all<Conflict & { account: string }>(
      `SELECT r.line, r.account AS value, u.account FROM temp.roster_rows r JOIN users u ON u.id = r.user_id
       WHERE r.account IS NOT NULL AND r.account <> u.account AND NOT r.asked`,
    ),
    (one) => problem('account-differs', place(one), { account: one.account }),
  );
  add(
    db.all<Conflict & { importId: string | null; source: string; role: Role; account: string; isOther: number }>(
      `SELECT r.line, r.account AS value, u.account, u.import_id AS importId, u.source, u.role, u.role <> r.role AS isOther
       FROM temp.roster_rows r JOIN users u ON u.account = r.account WHERE r.user_id IS NULL AND r.head = r.line`,
    ),
    (one) =>
      one.isOther
        ? problem('other-role', place(one), { account: one.account, role: one.role })
        : problem('account-of-other', place(one), { importId: one.importId ?? one.account, source: one.source }),
  );
}

/** Two lines with keys of their own that are about one person: the second is the fault. */
function complainOfDuplicates(db: Scratch): void {
  for (const who of ['user_id', 'CASE WHEN user_id IS NULL THEN account END']) {
    const twice = db.all<{ line: number; value: string; first: number }>(
      `SELECT line, coalesce(import_id, account) AS value, first
       FROM (SELECT line, import_id, account, first_value(line) OVER (PARTITION BY ${who} ORDER BY line) AS first
             FROM temp.roster_rows WHERE ${who} IS NOT NULL AND line = head AND NOT asked)
       WHERE line <> first AND line NOT IN (SELECT line FROM temp.roster_problems WHERE is_fault)`,
    );
    for (const { line, value, first } of twice) {
      addProblem(db, problem('duplicate-person', { line, column: null, value }, { first }));
    }
  }
}
