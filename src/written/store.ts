import type { Reader, Tx } from '../database/database.ts';
import type { Day, Instant } from '../time.ts';
import { type FileKind, type WrittenFile, withoutNames } from './rules.ts';

/** A file that was written, as it is kept. */
export interface KeptFile {
  number: number;
  at: Instant;
  operator: string;
  kind: FileKind;
  people: number;
  filter: Record<string, unknown>;
  /** People who were chosen by name. */
  accounts: string[];
  /** Null once it is destroyed, or whom it was about is deleted. */
  file: string | null;
  destroyedOn: Day | null;
}

type Row = Omit<KeptFile, 'filter' | 'accounts'> & { filter: string; accounts: string };

/** All files, the newest first; only those that are not destroyed, or all. */
export const keptFiles = (db: Reader, withDestroyed: boolean): KeptFile[] =>
  db
    .all<Row>(
      `SELECT w.id AS number, w.at, w.operator, w.kind, w.people, w.filter, w.file, w.destroyed_on AS destroyedOn,
         (SELECT json_group_array(u.account ORDER BY u.account) FROM written_about a JOIN users u ON u.id = a.user_id
          WHERE a.file_id = w.id) AS accounts
       FROM written_files w WHERE :withDestroyed OR w.destroyed_on IS NULL ORDER BY w.id DESC`,
      { withDestroyed: Number(withDestroyed) },
    )
    .map((row) => ({ ...row, filter: JSON.parse(row.filter), accounts: JSON.parse(row.accounts) }));

/** Files that are not destroyed, as far as it is known where they are. */
export const placesOf = (db: Reader): { number: number; at: Instant; kind: FileKind; file: string }[] =>
  db.all(`SELECT id AS number, at, kind, file FROM written_files WHERE file IS NOT NULL ORDER BY id`);

/** What was written about somebody by name. */
export const filesAbout = (db: Reader, userId: number): { at: Instant; operator: string; kind: FileKind }[] =>
  db.all(
    `SELECT w.at, w.operator, w.kind FROM written_about a JOIN written_files w ON w.id = a.file_id
     WHERE a.user_id = :userId ORDER BY w.id`,
    { userId },
  );

export function insertFile(tx: Tx, { kind, file, whom }: WrittenFile): void {
  const { people, named, filter } = whom;
  tx.run(
    `INSERT INTO written_files (at, operator, kind, people, filter, file)
     VALUES (:now, :operator, :kind, :people, :filter, :file)`,
    {
      ...{ now: tx.now, operator: tx.operator, kind, people },
      filter: JSON.stringify(withoutNames(filter)),
      // Its name may be that of somebody who is deleted.
      file: kind === 'proof' ? null : file,
    },
  );
  tx.run(
    `INSERT INTO written_about (file_id, user_id) SELECT last_insert_rowid(), id FROM users
     WHERE account IN (SELECT value FROM json_each(:named))`,
    { named: JSON.stringify(named) },
  );
}

/** The people of some accounts. */
export const peopleOf = (db: Reader, accounts: readonly string[]): { id: number }[] =>
  db.all('SELECT id FROM users WHERE account IN (SELECT value FROM json_each(:accounts)) ORDER BY id', {
    accounts: JSON.stringify(accounts),
  });

/** Marks files as destroyed; where they lay is forgotten. */
export function markDestroyed(tx: Tx, numbers: readonly number[]): void {
  tx.run(
    `UPDATE written_files SET destroyed_on = :today, file = NULL
     WHERE id IN (SELECT value FROM json_each(:numbers)) AND destroyed_on IS NULL`,
    { numbers: JSON.stringify(numbers), today: tx.today },
  );
}

/** Of which files it is kept that they were written, though they were destroyed before a day. */
export const destroyedBefore = (db: Reader, day: Day): number[] =>
  db
    .all<{ number: number }>('SELECT id AS number FROM written_files WHERE destroyed_on < :day ORDER BY id', { day })
    .map(({ number }) => number);

export function deleteFiles(tx: Tx, numbers: readonly number[]): void {
  tx.run('DELETE FROM written_files WHERE id IN (SELECT value FROM json_each(:numbers))', {
    numbers: JSON.stringify(numbers),
  });
}
