import type { Reader } from '../../database/database.ts';
import { inAlphabet } from '../../language.ts';
import { schoolDomain } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import type { Named } from '../rules.ts';
import { Wanted } from './rules.ts';

const named = 'u.account, u.given_name AS givenName, u.family_name AS familyName, u.class';

/** An account as it was typed, perhaps in capitals or as the mail address that it has at the school. */
export function accountTyped(db: Reader, typed: string): string {
  const [account = '', domain, ...more] = typed.trim().toLowerCase().split('@');
  const isOwn = domain !== undefined && more.length === 0 && domain === settingValue(db, schoolDomain).toLowerCase();
  return domain === undefined || isOwn ? account : typed.trim().toLowerCase();
}

/** Which of these are accounts. */
export const accountsAmong = (db: Reader, accounts: readonly string[]): Set<string> =>
  new Set(
    db
      .all<{ account: string }>('SELECT account FROM users WHERE account IN (SELECT value FROM json_each(:accounts))', {
        accounts: JSON.stringify(accounts),
      })
      .map(({ account }) => account),
  );

/** Who has this account, if there is somebody. */
export const byAccount = (db: Reader, account: string): Named[] =>
  db.all<Named>(`SELECT ${named} FROM users u WHERE u.account = :account`, { account });

/** Everybody who has this import ID in one source or another, also in the dress that programs put on a GUID. */
export function byImportId(db: Reader, typed: string): Named[] {
  const bare = typed.trim();
  const guid = /^[{(]?([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})[)}]?$/i.exec(bare)?.[1];
  const dressed = guid ? [guid, guid.toLowerCase(), guid.toUpperCase()].flatMap((id) => [id, `{${id}}`]) : [];
  return db.all<Named>(
    `WITH RECURSIVE
       own (source) AS (SELECT min(source) FROM users UNION ALL
         SELECT (SELECT min(source) FROM users WHERE source > own.source) FROM own WHERE own.source IS NOT NULL),
       other (source) AS (SELECT min(source) FROM other_ids UNION ALL
         SELECT (SELECT min(source) FROM other_ids WHERE source > other.source) FROM other WHERE other.source IS NOT NULL)
     SELECT ${named} FROM users u WHERE u.id IN (
       SELECT k.id FROM own CROSS JOIN users k ON k.source = own.source
         WHERE k.import_id IN (SELECT value FROM json_each(:ids))
       UNION SELECT o.user_id FROM other CROSS JOIN other_ids o ON o.source = other.source
         WHERE o.import_id IN (SELECT value FROM json_each(:ids)))
     ORDER BY u.account`,
    { ids: JSON.stringify([bare, ...dressed]) },
  );
}

/** Everybody with this e-mail address for contact. */
export const byEmail = (db: Reader, typed: string): Named[] =>
  db.all<Named>(`SELECT ${named} FROM users u WHERE u.email = :email COLLATE NOCASE ORDER BY u.account`, {
    email: typed.trim(),
  });

/** What SQLite looks through, without the apostrophes that no account has. */
const searched = `(replace(replace(u.given_name || ' ' || u.family_name, '''', ''), '’', '') || ' ' || u.account || ' ' || coalesce(u.class, ''))`;

/**
 * Leaves out in SQLite all who can't fit, and some 50 ms of reading with 100,000 people: any letter could be one with
 * marks, and two letters one that is spelled out (`mueller`, Müller). Who really fits is seen here.
 */
const patternOf = (word: string): string =>
  `*${word.replace(/[ao]e|ue|ss|th|./gu, (letters) => (letters.length > 1 ? '*' : `[${/[a-z0-9]/.test(letters) ? letters + letters.toUpperCase() : ''}\u0080-\u{10ffff}]`))}*`;

/** Everybody whose name fits: who is called so altogether, and those of whom it is a part. */
export function byName(db: Reader, typed: string): { whole: Named[]; part: Named[] } {
  const wanted = new Wanted(typed);
  const { words } = wanted;
  const found = { whole: [] as Named[], part: [] as Named[] };
  if (words.length === 0) return found;
  const conditions = words.map((_, index) => `${searched} GLOB :word${index}`);
  const rows = db.all<Named>(
    `SELECT ${named} FROM users u WHERE ${conditions.join(' AND ')}`,
    Object.fromEntries(words.map((word, index) => [`word${index}`, patternOf(word)])),
  );
  for (const person of rows) {
    const fit = wanted.fits(person);
    if (fit) found[fit].push(person);
  }
  return { whole: sorted(found.whole), part: sorted(found.part) };
}

/** Who comes near what was typed, the nearest first; a handful. */
export function nearTo(db: Reader, typed: string): Named[] {
  const wanted = new Wanted(typed);
  const found: [slips: number, person: Named][] = [];
  for (const person of db.each<Named>(`SELECT ${named} FROM users u ORDER BY u.account`)) {
    const slips = wanted.slipsTo(person);
    if (slips !== undefined) found.push([slips, person]);
  }
  return found
    .sort(([one], [other]) => one - other)
    .slice(0, 5)
    .map(([, person]) => person);
}

const sorted = (people: Named[]): Named[] =>
  inAlphabet(people, ({ familyName, givenName }) => `${familyName}\t${givenName}`);
