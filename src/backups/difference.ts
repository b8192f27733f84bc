import type { Reader } from '../database/database.ts';
import { factTables, madeByImport, personColumns, takenOut } from './merging.ts';

/** Of one kind of thing, how many there are, and whom it concerns. */
export interface Amount {
  /** The table in which it stands. */
  what: string;
  number: number;
  accounts: string[];
}

/** How the registry would change if the attached state came back. */
export interface Difference {
  people: { now: number; inBackup: number };
  /** Accounts that are in use now and were not then, and of which nothing has been recorded: they would be gone. */
  lost: string[];
  /** People of whom something else was held then. */
  changed: number;
  /** People who were deleted since: they stay deleted. */
  deletedAgain: number;
  /** What was recorded since, and stays. */
  takenOver: Amount[];
  /** What else is put back as it was. */
  putBack: Amount[];
}

export function difference(db: Reader): Difference {
  const columns = ['id', ...personColumns(db)].join(', ');
  const counts = db.get<{ now: number; inBackup: number; changed: number; deletedAgain: number }>(
    `SELECT (SELECT count(*) FROM main.users) AS "now", (SELECT count(*) FROM restored.users) AS "inBackup",
       (SELECT count(*) FROM (SELECT ${columns} FROM restored.users WHERE id IN (SELECT id FROM main.users)
          EXCEPT SELECT ${columns} FROM main.users)) AS changed,
       (SELECT count(*) FROM restored.users WHERE id NOT IN (SELECT id FROM main.users)
          AND id IN (SELECT user_id FROM main.tombstones WHERE brought_back_at IS NULL)) AS deletedAgain`,
  );
  const { now = 0, inBackup = 0, changed = 0, deletedAgain = 0 } = counts ?? {};
  return {
    people: { now, inBackup },
    lost: accountsOf(db, `SELECT account FROM main.users WHERE id IN (${takenOut(db)})`),
    changed,
    deletedAgain,
    takenOver: takenOverOf(db),
    putBack: putBackOf(db),
  };
}

const accountsOf = (db: Reader, sql: string): string[] =>
  db.all<{ account: string }>(`${sql} ORDER BY account`).map(({ account }) => account);

/** Every row of a fact that the backup doesn't have; and what was ended since: holds, schedules. */
function takenOverOf(db: Reader): Amount[] {
  const facts = factTables(db).flatMap(({ table, column }) => {
    const isFact = table === 'leavers' ? `NOT (${madeByImport} OR reason = 'last-child-left')` : 'true';
    return [
      amount(db, table, column, `SELECT * FROM main.${table} WHERE ${isFact} EXCEPT SELECT * FROM restored.${table}`),
      ...(endedTables.includes(table)
        ? [
            amount(
              db,
              `${table}-ended`,
              column,
              `SELECT * FROM restored.${table} WHERE ${column} IN (SELECT id FROM main.users)
                 AND ${column} NOT IN (SELECT ${column} FROM main.${table})`,
            ),
          ]
        : []),
    ];
  });
  return facts.filter(({ number }) => number > 0);
}

/** Tables whose rows go when something ends: a hold is released, a leaving cancelled. */
const endedTables = ['leavers', 'leaver_holds'];

function putBackOf(db: Reader): Amount[] {
  const both = (sql: string) => `SELECT * FROM (${sql}) WHERE user_id IN (SELECT id FROM restored.users)
    AND user_id IN (SELECT id FROM main.users)`;
  const settings = db.get<{ number: number }>(
    `SELECT count(DISTINCT key) AS number FROM (
       SELECT * FROM (SELECT * FROM main.settings EXCEPT SELECT * FROM restored.settings)
       UNION ALL SELECT * FROM (SELECT * FROM restored.settings EXCEPT SELECT * FROM main.settings))`,
  );
  const runs = db.get<{ number: number }>(
    'SELECT count(*) AS number FROM main.roster_runs WHERE undone_at IS NULL AND id NOT IN (SELECT id FROM restored.roster_runs)',
  );
  return [
    amount(
      db,
      'leavers-by-import',
      'user_id',
      both(
        `SELECT * FROM main.leavers WHERE ${madeByImport} AND user_id NOT IN (SELECT user_id FROM restored.leavers)`,
      ),
    ),
    { what: 'roster_runs', number: runs?.number ?? 0, accounts: [] },
    { what: 'settings', number: settings?.number ?? 0, accounts: [] },
  ].filter(({ number }) => number > 0);
}

function amount(db: Reader, what: string, column: string, sql: string): Amount {
  const number = db.get<{ number: number }>(`SELECT count(*) AS number FROM (${sql})`)?.number ?? 0;
  const accounts =
    number === 0
      ? []
      : accountsOf(db, `SELECT DISTINCT account FROM main.users WHERE id IN (SELECT ${column} FROM (${sql}))`);
  return { what, number, accounts };
}
