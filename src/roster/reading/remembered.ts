import type { Reader, Tx } from '../../database/database.ts';
import { type Field, fields } from '../formats/fields.ts';
import type { Answers, ClassAnswers } from './read.ts';

/** What was answered about the columns of a source. */
export function rememberedColumns(db: Reader, source: string): Map<string, Field | null> {
  const rows = db.all<{ heading: string; field: string | null }>(
    'SELECT heading, field FROM roster_columns WHERE source = :source',
    { source },
  );
  return new Map(rows.map(({ heading, field }) => [heading, fields.find((known) => known === field) ?? null]));
}

/** Keeps what was answered, so that nobody is asked every month. Returns how much of it is new. */
export function rememberColumns(tx: Tx, source: string, answers: Answers): number {
  let changed = 0;
  for (const [heading, field] of answers) {
    changed += tx.run(
      `INSERT INTO roster_columns (source, heading, field) VALUES (:source, :heading, :field)
       ON CONFLICT (source, heading) DO UPDATE SET field = excluded.field WHERE field IS NOT excluded.field`,
      { source, heading, field },
    );
  }
  return changed;
}

/** A class as far as its name counts: without case and blanks. */
export const classKey = (name: string): string => name.toLowerCase().replace(/\s/g, '');

/** What was said about classes of a source in which nobody may be at the school. */
export function rememberedClasses(db: Reader, source: string): Map<string, boolean> {
  const rows = db.all<{ class: string; isParked: number }>(
    'SELECT class, is_parked AS isParked FROM roster_classes WHERE source = :source',
    { source },
  );
  return new Map(rows.map((row) => [row.class, row.isParked === 1]));
}

/** Keeps what was said about classes. Returns how much of it is new. */
export function rememberClasses(tx: Tx, source: string, answers: ClassAnswers): number {
  let changed = 0;
  for (const [name, isParked] of answers) {
    changed += tx.run(
      `INSERT INTO roster_classes (source, class, is_parked) VALUES (:source, :name, :isParked)
       ON CONFLICT (source, class) DO UPDATE SET is_parked = excluded.is_parked WHERE is_parked <> excluded.is_parked`,
      { source, name, isParked: isParked ? 1 : 0 },
    );
  }
  return changed;
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
  const known = new Map(rows.map(({ name }) => [classKey(name), name]));
  for (const { name } of rows) known.set(name, name);
  return known;
}
