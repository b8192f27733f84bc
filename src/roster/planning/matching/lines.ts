import type { Scratch } from '../../../database/database.ts';
import { nameKey } from '../../../users/names.ts';
import { problem } from '../../reading/problems.ts';

import { addProblem } from '../staging.ts';

type Line = {
  line: number;
  head: number;
  given: string | null;
  family: string | null;
  class: string | null;
  groups: string | null;
  birth: string | null;
  email: string | null;
  status: string;
};

/**
 * Brings the lines about one person together: equal ones, one for each course, two classes, an old record beside a
 * present one. The first present line stands for all (`head`); its groups are those of all, and the other classes.
 */
export function joinLines(db: Scratch): void {
  db.scratch('CREATE INDEX IF NOT EXISTS temp.roster_rows_by_key ON roster_rows (key)');
  splitClasses(db);
  db.scratch('UPDATE temp.roster_rows SET head = line');
  db.scratch(
    `UPDATE temp.roster_rows AS r SET head = (SELECT min(iif(h.status = 'present', 0, 1000000000000) + h.line) % 1000000000000
       FROM temp.roster_rows h WHERE h.key = r.key)
     WHERE key IN (SELECT key FROM temp.roster_rows WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)`,
  );
  const several = db.all<Line>(
    `SELECT line, head, given_name AS given, family_name AS family, class, groups, birth_date AS birth, email, status
     FROM temp.roster_rows WHERE key NOT LIKE 'guardian %' AND head IN (SELECT head FROM temp.roster_rows WHERE line <> head)
     ORDER BY head, line <> head, line`,
  );
  db.scratchAll(() => {
    let lines: Line[] = [];
    for (const line of several) {
      if (lines[0]?.head !== line.head) {
        join(db, lines);
        lines = [];
      }
      lines.push(line);
    }
    join(db, lines);
  });
}

/** Takes the lines about one person as one, the first being the head; what contradicts it is a fault. */
function join(db: Scratch, [head, ...others]: Line[]): void {
  if (!head) return;
  const classes: string[] = [];
  const groups = new Set<string>(head.groups ? JSON.parse(head.groups) : []);
  for (const line of others) {
    const contradiction = contradictionOf(head, line);
    if (contradiction) addProblem(db, contradiction);
    // What an old record says of class and courses is not so any more.
    if (contradiction || line.status !== head.status) continue;
    if (line.class !== null && line.class !== head.class) classes.push(line.class);
    for (const group of line.groups ? JSON.parse(line.groups) : []) groups.add(group);
  }
  if (others.length === 0) return;
  const all = [...new Set([...groups, ...classes])].sort();
  if (head.groups === null && all.length === 0) return;
  db.scratch('UPDATE temp.roster_rows SET groups = :groups WHERE line = :line', {
    line: head.line,
    groups: JSON.stringify(all),
  });
}

function contradictionOf(head: Line, line: Line) {
  const name = (one: Line) => `${one.given ?? ''} ${one.family ?? ''}`.trim();
  const place = { line: line.line, column: null, value: name(line) };
  // A faulty line, or one of somebody who has left, may say less.
  if (name(line) === '' || name(head) === '') return undefined;
  if (nameKey(name(line)) !== nameKey(name(head))) {
    return problem('two-people-one-id', place, { first: head.line, other: name(head) });
  }
  const differs = (key: 'birth' | 'email') => head[key] !== null && line[key] !== null && head[key] !== line[key];
  return differs('birth') || differs('email') ? problem('contradiction', place, { first: head.line }) : undefined;
}

/** Two classes in one cell are what two lines would be, where both occur as classes of somebody. */
function splitClasses(db: Scratch): void {
  const cells = db.all<{ class: string }>(
    `SELECT DISTINCT class FROM temp.roster_rows WHERE class GLOB '*[,;/+&]*' OR class LIKE '% und %'`,
  );
  for (const { class: cell } of cells) {
    const parts = [...new Set(cell.split(/[,;/+&]| und /).map((part) => part.trim()))].filter(Boolean);
    const known = db.get<{ count: number }>(
      `SELECT count(DISTINCT value) AS count FROM json_each(:parts) WHERE value IN
         (SELECT class FROM temp.roster_rows WHERE class IS NOT NULL UNION SELECT class FROM users WHERE class IS NOT NULL)`,
      { parts: JSON.stringify(parts) },
    );
    const [first, ...others] = parts;
    if (first === undefined || others.length === 0 || known?.count !== parts.length) continue;
    db.scratch(
      `UPDATE temp.roster_rows SET class = :first, groups = (SELECT json_group_array(value ORDER BY value) FROM
         (SELECT value FROM json_each(coalesce(roster_rows.groups, '[]')) UNION SELECT value FROM json_each(:others)))
       WHERE class = :cell`,
      { first, others: JSON.stringify(others), cell },
    );
  }
}
