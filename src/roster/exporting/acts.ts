import type { App } from '../../app.ts';
import { csvWriter } from '../../csv/writing.ts';
import type { Reader } from '../../database/database.ts';
import type { Role } from '../../users/rules.ts';
import { addedByHand } from '../../users/store.ts';
import { writeFile } from '../../written/acts.ts';
import { schulkonto } from '../formats/schulkonto.ts';

/** The columns of our own format, in the order in which they are written. */
const header = ['Import-ID', 'Account', 'Rolle', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum', 'E-Mail', 'Gruppen'];

/** Whom an export is about: leavers are not in it, as they are not in the school's own roster. */
export interface ExportWish {
  file: string;
  role: Role;
  source: string;
}

/**
 * Writes the people of a role to a file of our own format, as UTF-8 with a mark so that spreadsheets know it. Imported
 * again, it changes nothing. Returns the number of lines without the header: guardians have one for each child.
 * @throws Failure `file-exists`, `file-not-writable`
 */
export async function exportRoster(app: App, { file, role, source }: ExportWish): Promise<number> {
  const csv = await csvWriter();
  let lines = 0;
  const people = new Set<string>();
  function* pieces() {
    yield `\ufeff${csv([role === 'guardian' ? [...header, 'Kind-ID'] : header])}`;
    for (const row of rows(app.db, role, source)) {
      lines += 1;
      people.add(row[1] ?? '');
      yield csv([row]);
    }
  }
  const whom = {
    get people() {
      return people.size;
    },
    named: [],
    filter: { role, source },
  };
  await writeFile(app, { kind: 'roster', file, whom }, pieces());
  return lines;
}

/** Who was added by hand has no import ID of the school's; they are known again by their account. */
function* rows(db: Reader, role: Role, source: string): Generator<string[]> {
  const found = db.each<{ cells: string; groups: string; children: string }>(
    `SELECT json_array(iif(u.source = :source, u.import_id, NULL), u.account, u.role, u.given_name, u.family_name, u.class,
         u.birth_date, u.email) AS cells,
       (SELECT json_group_array(name ORDER BY name) FROM group_members WHERE user_id = u.id) AS groups,
       (SELECT json_group_array(iif(c.source = :source AND c.import_id IS NOT NULL, c.import_id, c.account) ORDER BY c.account)
        FROM guardianships g JOIN users c ON c.id = g.child_id WHERE g.guardian_id = u.id) AS children
     FROM users u
     WHERE u.role = :role AND (u.source = :source OR ${addedByHand('u')}) AND u.id NOT IN (SELECT user_id FROM leavers)
     ORDER BY length(u.class), u.class, u.family_name, u.given_name, u.id`,
    { role, source },
  );
  for (const { cells, groups, children } of found) {
    const row = [
      ...(JSON.parse(cells) as (string | null)[]).map((cell) => cell ?? ''),
      (JSON.parse(groups) as string[]).join(schulkonto.groups ?? ';'),
    ];
    const childIds = JSON.parse(children) as string[];
    if (role !== 'guardian') yield row;
    else yield* (childIds.length > 0 ? childIds : ['']).map((child) => [...row, child]);
  }
}
