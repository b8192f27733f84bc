import type { Reader, Tx } from '../database/database.ts';
import type { Day, Instant } from '../time.ts';
import { noTermsOn, unknownVersion } from './failures.ts';
import { type Version, versionOn } from './rules.ts';

/** A version of the terms as it was published; its text is asked for apart. */
export interface Published extends Version {
  /** SHA-256 of the text's bytes, in hexadecimal. */
  sha256: string;
  publishedAt: Instant;
  publishedBy: string;
}

/** Every version, by the day from which it holds. */
export const allVersions = (db: Reader): Published[] =>
  db.all(
    `SELECT version, holds_from AS "from", sha256, published_at AS publishedAt, published_by AS publishedBy
     FROM terms ORDER BY holds_from`,
  );

/** @throws Failure `unknown-version` */
export function getVersion(db: Reader, version: string): Published {
  const all = allVersions(db);
  const found = all.find((one) => one.version === version);
  if (!found) throw unknownVersion({ version, known: all.map((one) => one.version) });
  return found;
}

/** The version that was named, else the one that holds on a day. @throws Failure `unknown-version`, `no-terms` */
export function versionFor(db: Reader, named: string | undefined, day: Day): Published {
  if (named !== undefined) return getVersion(db, named);
  const holding = versionOn(allVersions(db), day);
  if (!holding) throw noTermsOn({ day });
  return holding;
}

/** The very bytes that were published. */
export function bytesOf(db: Reader, version: string): Buffer {
  const row = db.get<{ text: Buffer }>('SELECT text FROM terms WHERE version = :version', { version });
  if (!row) throw new Error(`Version ${version} was found and yet was not.`);
  return row.text;
}

export function insertVersion(
  tx: Tx,
  { version, from, sha256 }: Omit<Published, 'publishedAt' | 'publishedBy'>,
  text: Buffer,
): void {
  tx.run(
    `INSERT INTO terms (version, holds_from, sha256, text, published_at, published_by)
     VALUES (:version, :from, :sha256, :text, :now, :operator)`,
    { version, from, sha256, text, now: tx.now, operator: tx.operator },
  );
}
