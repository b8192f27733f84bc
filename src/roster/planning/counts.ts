import type { Reader } from '../../database/database.ts';

export interface Counts {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  returned: number;
  /** Who leaves, held or not. */
  leaving: number;
  /** How many wait for an answer or an approval, with all or a part of what would be done. */
  held: number;
  suspects: number;
  skipped: number;
  /** What is wrong with single lines, and how much of it makes its line faulty. */
  problems: number;
  faults: number;
}

/** How many of each kind do not wait; with the guardians who follow their children. */
export type Applying = Record<'created' | 'changed' | 'returned' | 'leaving', number>;

/** What of the plan is done: not what waits, and not what is only reported. */
export const toApply = `held IS NULL AND kind <> 'missing'`;

export function countsOf(db: Reader): Counts {
  const counts = db.get<Omit<Counts, 'unchanged'> & { here: number; moved: number }>(
    `SELECT (SELECT count(*) FROM temp.roster_rows) + (SELECT count(*) FROM temp.roster_left_out) AS rows,
       (SELECT count(*) FROM temp.roster_rows r WHERE r.line = r.head AND NOT r.faulty AND NOT r.asked AND r.status = 'present' AND user_id IS NOT NULL) AS here,
       (SELECT count(*) FROM temp.roster_left_out) +
       (SELECT count(*) FROM temp.roster_rows WHERE faulty OR (status <> 'present' AND user_id IS NULL)
          OR (line = head AND status = 'present' AND user_id IS NULL AND line NOT IN (SELECT line FROM temp.roster_plan WHERE kind = 'created'))) AS skipped,
       count(*) FILTER (WHERE kind = 'created') AS created,
       count(*) FILTER (WHERE kind = 'changed') AS changed,
       count(*) FILTER (WHERE kind IN ('changed', 'returned') AND line IS NOT NULL) AS moved,
       count(*) FILTER (WHERE kind = 'returned') AS returned,
       count(*) FILTER (WHERE kind = 'leaving') AS leaving,
       count(*) FILTER (WHERE held IS NOT NULL OR waiting IS NOT NULL) AS held,
       (SELECT count(*) FROM temp.roster_questions) AS suspects,
       (SELECT count(*) FROM temp.roster_problems) AS problems,
       (SELECT count(*) FROM temp.roster_problems WHERE is_fault) AS faults
     FROM temp.roster_plan WHERE NOT follows`,
  );
  if (!counts) throw new Error('A count gave no row.');
  const { here, moved, ...rest } = counts;
  return { ...rest, unchanged: here - moved };
}

export function applyingOf(db: Reader): Applying {
  const rows = db.all<{ kind: keyof Applying; count: number }>(
    `SELECT kind, count(*) AS count FROM temp.roster_plan WHERE ${toApply} GROUP BY kind`,
  );
  const counts = { created: 0, changed: 0, returned: 0, leaving: 0 };
  for (const { kind, count } of rows) counts[kind] = count;
  return counts;
}
