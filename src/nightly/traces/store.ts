import type { Reader, Tx } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import { fold, type Named, type Spot } from './rules.ts';

/** Tables whose texts are no free ones, or name people because they are about them; and those of the program. */
const structured =
  /^(users|group_members|settings|terms|purpose|registry|audit_entries|audit_chain|former_|other_ids|roster_|iserv_|leaver_runs|restore_|tombstones|text_traces|written_files|departures)/;

/** Columns that say who was at work. */
const structuredColumn = /(^|_)(by|operator|kind|at|on|sha256|hash)$/;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every column in which people write in their own words; of the log, the facts. */
const textColumns = (db: Reader): { place: string; field: string }[] =>
  db
    .all<{ place: string; field: string }>(
      `SELECT t.name AS place, c.name AS field FROM pragma_table_list t JOIN pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND NOT t.wr AND c.type = 'TEXT' ORDER BY 1, 2`,
    )
    .filter(({ place, field }) => !structured.test(place) && !structuredColumn.test(field));

/** Every free text there is, one after the other. */
export function* freeTexts(db: Reader): Generator<{ place: string; field: string; rowId: number; text: string }> {
  for (const { place, field } of textColumns(db)) {
    const [from, column] = [quoted(place), quoted(field)];
    const rows = db.each<{ rowId: number; text: string }>(
      `SELECT rowid AS rowId, ${column} AS text FROM ${from} WHERE ${column} IS NOT NULL AND length(${column}) > 2`,
    );
    for (const row of rows) yield { place, field, ...row };
  }
}

export const namedPeople = (db: Reader, ids: readonly number[]): Named[] =>
  db.all(
    `SELECT id, account, given_name AS givenName, family_name AS familyName, email FROM users
     WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );

/** What everybody but some people is called, by each name, folded. */
export function namesBut(db: Reader, ids: readonly number[]): Set<string> {
  const names = db.all<{ name: string }>(
    `SELECT given_name AS name FROM users WHERE id NOT IN (SELECT value FROM json_each(:ids))
     UNION SELECT family_name FROM users WHERE id NOT IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );
  return new Set(names.flatMap(({ name }) => [fold(name), ...name.split(/[\s-]+/).map(fold)]));
}

/** A text that names somebody deleted. */
export interface Trace {
  number: number;
  person: number;
  place: string;
  field: string;
  rowId: number;
  spots: Spot[];
  digest: Buffer;
  foundOn: Day;
}

/** The texts that name somebody deleted; of people who are about to be deleted, too, if wanted. */
export const tracesOf = (db: Reader, withLiving: boolean): Trace[] =>
  db
    .all<Omit<Trace, 'spots'> & { spots: string }>(
      `SELECT id AS number, user_id AS person, place, field, row_id AS rowId, spots, digest, found_on AS foundOn
       FROM text_traces WHERE :withLiving OR user_id NOT IN (SELECT id FROM users) ORDER BY id`,
      { withLiving: Number(withLiving) },
    )
    .map(({ spots, ...row }) => ({ ...row, spots: JSON.parse(spots) }));

export function insertTrace(tx: Tx, trace: Omit<Trace, 'number' | 'foundOn'>): void {
  const { person, place, field, rowId, spots, digest } = trace;
  tx.run(
    `INSERT INTO text_traces (user_id, place, field, row_id, spots, digest, found_on)
     VALUES (:person, :place, :field, :rowId, :spots, :digest, :today)
     ON CONFLICT (user_id, place, field, row_id) DO UPDATE SET spots = excluded.spots, digest = excluded.digest`,
    { person, place, field, rowId, spots: JSON.stringify(spots), digest, today: tx.today },
  );
}

export function moveTrace(tx: Tx, number: number, spots: readonly Spot[], digest: Buffer): void {
  tx.run('UPDATE text_traces SET spots = :spots, digest = :digest WHERE id = :number', {
    number,
    spots: JSON.stringify(spots),
    digest,
  });
}

export function deleteTraces(tx: Tx, numbers: readonly number[]): void {
  tx.run('DELETE FROM text_traces WHERE id IN (SELECT value FROM json_each(:numbers))', {
    numbers: JSON.stringify(numbers),
  });
}

export const textAt = (db: Reader, { place, field, rowId }: Pick<Trace, 'place' | 'field' | 'rowId'>): string | null =>
  db.get<{ text: string | null }>(`SELECT ${quoted(field)} AS text FROM ${quoted(place)} WHERE rowid = :rowId`, {
    rowId,
  })?.text ?? null;

/** Puts a masked text in the place of one; the facts of an entry of the log can only be erased. */
export function putText(tx: Tx, { place, field, rowId }: Trace, text: string): void {
  if (place === 'audit_facts') tx.run('DELETE FROM audit_facts WHERE entry_id = :rowId', { rowId });
  else tx.run(`UPDATE ${quoted(place)} SET ${quoted(field)} = :text WHERE rowid = :rowId`, { rowId, text });
}

/** The incidents that concern people, as pairs. */
export const incidentsOf = (db: Reader, ids: readonly number[]): { incident: number; person: number }[] =>
  db.all(
    'SELECT incident_id AS incident, user_id AS person FROM incident_people WHERE user_id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(ids) },
  );
