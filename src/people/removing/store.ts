import type { Reader } from '../../database/database.ts';
import { guardianColumns } from '../../users/guardians/store.ts';

/** What somebody has from being added, and what goes with them unasked: groups, children, answers about who is who. */
const fromAdding = ['group_members', 'guardianships.guardian_id', 'roster_answers', 'roster_held'];

/** How many rows of which table hang on somebody, but for what they have from being added. */
export function hangingOn(db: Reader, id: number): { table: string; number: number }[] {
  const ties = db.all<{ table: string; column: string }>(
    `SELECT t.name AS "table", f."from" AS "column" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" = 'users' ORDER BY 1, 2`,
  );
  return [...ties, ...guardianColumns(db)]
    .filter(({ table, column }) => !fromAdding.includes(table) && !fromAdding.includes(`${table}.${column}`))
    .map(({ table, column }) => ({
      table: column === 'user_id' ? table : `${table}.${column}`,
      number:
        db.get<{ number: number }>(`SELECT count(*) AS number FROM "${table}" WHERE "${column}" = :id`, { id })
          ?.number ?? 0,
    }))
    .filter(({ number }) => number > 0);
}
