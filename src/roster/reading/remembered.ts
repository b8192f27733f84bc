import type { Reader, Tx } from '../../database/database.ts';
import { type Field, fields } from '../formats/fields.ts';
import type { Answers } from './read.ts';

/** What was answered about the columns of a source. */
export function rememberedColumns(db: Reader, source: string): Map<string, Field | null> {
  const rows = db.all<{ heading: string; field: string | null }>(
    'SELECT heading, field FROM roster_columns WHERE source = :source',
    { source },
  );
  return new Map(rows.map(({ heading, field }) => [heading, fields.find((known) => known === field) ?? null]));
}

/** Keeps what was answered, so that nobody is asked every month. */
export function rememberColumns(tx: Tx, source: string, answers: Answers): void {
  for (const [heading, field] of answers) {
    tx.run(
      `INSERT INTO roster_columns (source, heading, field) VALUES (:source, :heading, :field)
       ON CONFLICT (source, heading) DO UPDATE SET field = excluded.field`,
      { source, heading, field },
    );
  }
}

/** Names that the registry has and ASCII has not, in lower case: they tell encodings apart. */
export function knownNames(db: Reader): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of db.each<{ name: string }>(
    `SELECT given_name AS name FROM users WHERE given_name GLOB '*[^ -~]*'
     UNION SELECT family_name FROM users WHERE family_name GLOB '*[^ -~]*'`,
  )) {
    for (const word of name.toLowerCase().split(/[ -]/)) if (/[^ -~]/.test(word)) names.add(word);
  }
  return names;
}

/** How the registry spells its classes, by their names without case and blanks. */
export function knownClasses(db: Reader): Map<string, string> {
  const rows = db.all<{ name: string }>('SELECT DISTINCT class AS name FROM users WHERE class IS NOT NULL');
  const known = new Map(rows.map(({ name }) => [name.toLowerCase().replace(/\s/g, ''), name]));
  for (const { name } of rows) known.set(name, name);
  return known;
}
