import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/** What grows with the school, or with the years. The plans of SQLite do not depend on how much is in them. */
const growing = 'users|group_members|guardianships|consents|passwords|audit_entries|audit_facts|roster_changes';

/** Notes every statement, from now on, for which SQLite would read a whole table. */
function scansOf(): Set<string> {
  const found = new Set<string>();
  const { prepare } = Database.prototype;
  onTestFinished(() => {
    Database.prototype.prepare = prepare;
  });
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    if (/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(sql)) {
      const names = new Set(
        [...sql.matchAll(new RegExp(`\\b(?:${growing})\\s+(?:AS\\s+)?(\\w+)`, 'gi'))].map(([, alias]) => alias),
      );
      const params = Object.fromEntries([...sql.matchAll(/[:@$](\w+)/g)].map(([, name]) => [name, null]));
      const plan = prepare.call(this, `EXPLAIN QUERY PLAN ${sql}`).all(params) as { detail: string }[];
      for (const { detail } of plan) {
        const [, name = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
        if (names.has(name) || new RegExp(`^(${growing})$`).test(name))
          found.add(`${detail}: ${sql.replace(/\s+/g, ' ')}`);
      }
    }
    return prepare.call(this, sql);
  } as typeof prepare;
  return found;
}

async function fill(school: School): Promise<void> {
  school.file(
    's.csv',
    'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Gruppen\n1;Anna;Müller;5a;2009-01-01;Chor\n2;Ben;Öztürk;5b;2012-01-01;\n',
  );
  school.file('g.csv', 'Vorname;Nachname;Kind-ID\nUte;Müller;1\n');
  school.file('terms.txt', 'Text');
  for (const line of [
    'roster import s.csv -y',
    'roster import g.csv --role guardian -y',
    'terms publish terms.txt --version 1 --from 2026-01-01 -y',
    'settings set consent.basis.student acknowledgement -y',
    'consent give ute.mueller --by self',
  ])
    await school.cli(line);
}

test.for([
  'user show anna.mueller',
  'user show ANNA.MUELLER@see.example',
  'user show 1',
  'user list --class 5A --json',
  'user list --group chor',
  'user list anna.mueller',
  'user report anna.mueller --out report.html',
  'user edit anna.mueller --class 5b',
  'suspension impose anna.mueller --reason Streit --clause mass-mail -y',
  'suspension list',
  'incident open --account anna.mueller --what Streit',
  'incident list',
  'consent give anna.mueller --by self --evidence Ordner',
  'consent list anna.mueller',
  'consent missing --class 5a',
  'consent missing anna.mueller',
  'consent forms --class 5a --out forms.html',
  'password issue ute.mueller --slips slips.html -y',
  'password pending --class 5a',
  'leaver list',
  'leaver schedule anna.mueller --left-on 2026-12-01 --reason Umzug',
  'leaver hold anna.mueller --reason Streit',
  'leaver notices --out notices.html',
  'audit log --account anna.mueller --reason Frage',
  'roster runs',
])('%s searches, and reads no whole table', async (line) => {
  const school = await newSchool();
  await fill(school);
  const scans = scansOf();
  const { exit, out } = await school.cli(line);
  expect([exit, out === '']).toEqual([0, false]);
  expect([...scans]).toEqual([]);
});
