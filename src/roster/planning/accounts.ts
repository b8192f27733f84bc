import type { Scratch } from '../../database/database.ts';
import { inPages } from '../../database/pages.ts';
import { accountName, freeAccount, isReserved } from '../../users/rules.ts';
import { isAccountTaken } from '../../users/store.ts';
import { type Problem, problem } from '../reading/problems.ts';
import { addProblem } from './staging.ts';

type Arrival = { id: number; line: number; givenName: string; familyName: string };

/** Gives an account to everybody who is new, in the order of the file; what the file itself says comes first. */
export function giveAccounts(db: Scratch): void {
  checkGiven(db);
  db.scratch('CREATE INDEX IF NOT EXISTS temp.roster_plan_by_account ON roster_plan (account)');
  db.scratchAll(() => {
    const isPlanned = (account: string) =>
      db.get('SELECT 1 FROM temp.roster_plan WHERE account = :account', { account }) !== undefined;
    const isTaken = (account: string) => isPlanned(account) || isAccountTaken(db, account);
    const last = lastNumbers(db);
    for (const { id, line, givenName, familyName } of arrivals(db)) {
      const base = accountName(givenName, familyName);
      if (!base) {
        refuse(db, id, problem('no-account-from-name', { line, column: null, value: `${givenName} ${familyName}` }));
        continue;
      }
      const account = freeAccount(base, isTaken, last.of(base));
      last.remember(base, account);
      db.scratch('UPDATE temp.roster_plan SET account = :account WHERE id = :id', { id, account });
    }
  });
}

function checkGiven(db: Scratch): void {
  const given = db.all<{ id: number; line: number; account: string }>(
    `SELECT id, line, account FROM temp.roster_plan WHERE kind = 'created' AND account IS NOT NULL ORDER BY id`,
  );
  for (const { id, line, account } of given) {
    const place = { line, column: null, value: account };
    if (isReserved(account)) refuse(db, id, problem('account-reserved', place));
    else if (isAccountTaken(db, account)) refuse(db, id, problem('account-was-used', place));
  }
}

const arrivals = (db: Scratch): Generator<Arrival> =>
  inPages(
    db,
    `SELECT p.id, r.line, r.given_name AS givenName, r.family_name AS familyName
     FROM temp.roster_plan p JOIN temp.roster_rows r ON r.line = p.line WHERE p.kind = 'created' AND p.account IS NULL`,
  );

function refuse(db: Scratch, id: number, found: Problem): void {
  addProblem(db, found);
  db.scratch('DELETE FROM temp.roster_plan WHERE id = :id', { id });
}

/** The number that was last given behind a name, so that the hundredth Anna Müller does not try the first ninety-nine. */
function lastNumbers(db: Scratch) {
  db.scratch('DROP TABLE IF EXISTS temp.roster_numbers');
  db.scratch('CREATE TABLE temp.roster_numbers (base TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID');
  return {
    of: (base: string) =>
      db.get<{ last: number }>('SELECT last FROM temp.roster_numbers WHERE base = :base', { base })?.last ?? 1,
    remember: (base: string, account: string) => {
      if (account === base) return;
      const last = Number(account.slice(base.length));
      db.scratch('INSERT OR REPLACE INTO temp.roster_numbers (base, last) VALUES (:base, :last)', { base, last });
    },
  };
}
