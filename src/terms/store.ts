import type { Reader, Tx } from '../database/database.ts';
import type { Day, Instant } from '../time.ts';
import { noTermsOn, unknownVersion } from './failures.ts';
import { type Version, versionOn } from './rules.ts';

/** A version of the terms as it was published; its text is asked for apart. */
export interface Published extends Version {
  /** SHA-256 of the bytes of the text that holds now, in hexadecimal. */
  sha256: string;
  publishedAt: Instant;
  publishedBy: string;
  /** Every text that it has had, the first published one first; the last one holds. */
  texts: { sha256: string; at: Instant; by: string }[];
}

/** Every version, by the day from which it holds. */
export const allVersions = (db: Reader): Published[] =>
  db
    .all<Omit<Published, 'sha256' | 'texts'> & { texts: string }>(
      `SELECT version, holds_from AS "from", published_at AS publishedAt, published_by AS publishedBy,
         (SELECT json_group_array(json_object('sha256', sha256, 'at', at, 'by', by) ORDER BY number) FROM (
            SELECT 0 AS number, t.sha256, t.published_at AS at, t.published_by AS by
            UNION ALL SELECT id, sha256, corrected_at, corrected_by FROM terms_corrections c
            WHERE c.version = t.version)) AS texts
       FROM terms t ORDER BY holds_from`,
    )
    .map(({ texts, ...version }) => {
      const all: Published['texts'] = JSON.parse(texts);
      return { ...version, sha256: all.at(-1)?.sha256 ?? '', texts: all };
    });

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

/** The very bytes of the text that holds now. */
export function bytesOf(db: Reader, version: string): Buffer {
  const last = allBytes(db).findLast((one) => one.version === version);
  if (!last) throw new Error(`Version ${version} was found and yet was not.`);
  return last.text;
}

/** Every text that any version has had, in their order. */
export const allBytes = (db: Reader): { version: string; from: Day; text: Buffer }[] =>
  db.all(
    `SELECT version, holds_from AS "from", text, 0 AS number FROM terms
     UNION ALL SELECT c.version, t.holds_from, c.text, c.id FROM terms_corrections c JOIN terms t ON t.version = c.version
     ORDER BY "from", number`,
  );

export function insertVersion(
  tx: Tx,
  { version, from, sha256 }: Pick<Published, 'version' | 'from' | 'sha256'>,
  text: Buffer,
): void {
  tx.run(
    `INSERT INTO terms (version, holds_from, sha256, text, published_at, published_by)
     VALUES (:version, :from, :sha256, :text, :now, :operator)`,
    { version, from, sha256, text, now: tx.now, operator: tx.operator },
  );
}

/** Keeps a corrected text beside the one that it corrects. */
export function insertCorrection(tx: Tx, version: string, sha256: string, text: Buffer): void {
  tx.run(
    `INSERT INTO terms_corrections (version, sha256, text, corrected_at, corrected_by)
     VALUES (:version, :sha256, :text, :now, :operator)`,
    { version, sha256, text, now: tx.now, operator: tx.operator },
  );
}

export function deleteVersion(tx: Tx, version: string): void {
  tx.run('DELETE FROM terms WHERE version = :version', { version });
}

/** How many have decided on a version, whatever they decided. */
export const decidedOn = (db: Reader, version: string): number =>
  db.get<{ people: number }>('SELECT count(DISTINCT user_id) AS people FROM consents WHERE version = :version', {
    version,
  })?.people ?? 0;

/** Whose last word on the terms is a consent to another version: it is outdated once that one holds. */
export const outdatedBy = (db: Reader, version: string): number =>
  db.get<{ people: number }>(
    `SELECT count(*) AS people FROM (
       SELECT user_id, decision, version, max(id) FROM consents c
       WHERE purpose = 'terms' AND decision <> 'struck' AND id NOT IN (SELECT corrects FROM consents WHERE corrects IS NOT NULL)
       GROUP BY user_id) WHERE decision = 'given' AND version <> :version`,
    { version },
  )?.people ?? 0;
