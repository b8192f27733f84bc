import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

/** Every table that holds something of a person by a reference, and by which column. */
const personal = (school: School): { table: string; by: string }[] =>
  school.sql(
    `SELECT t.name AS "table", f."from" AS "by" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" IN ('users', 'leavers') ORDER BY 1, 2`,
  );

/** All that a report says of somebody, but the log: what was done to them stands there anyway. */
async function told(school: School, account: string): Promise<string> {
  const { sections } = (await school.cli(`user report ${account} --json`)).json();
  return JSON.stringify(sections.filter(({ section }: { section: string }) => section !== 'log'));
}

test('whatever table has something of a person in it, the report tells of it', async () => {
  const school = await newSchool();
  school.file(
    's.csv',
    'Import-ID;Vorname;Nachname;Klasse;Geburtsdatum;Gruppen\n1;Anna;Müller;5a;1.2.2014;Chor\n2;Ben;Kern;5a;1.3.2014;\n',
  );
  school.file('terms.txt', 'Be kind.');
  const life = [
    'roster import s.csv',
    'user add --role guardian --given Ute --family Müller --child anna.mueller',
    'terms publish terms.txt --version 1 --from 2026-08-01',
    'consent give anna.mueller --by guardian:ute.mueller',
    'user edit anna.mueller --guardian ute.mueller --custody yes --since 2026-08-01 --evidence "AG Kiel, 3 F 12/26"',
    'consent court anna.mueller --by guardian:ute.mueller --evidence "AG Kiel, 3 F 13/26"',
    'incident open --account anna.mueller --what "Joke mails"',
    'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"',
    'password issue anna.mueller --csv p.csv',
    'suspension impose anna.mueller --reason "Joke mails" --clause mass-mail',
    'permit give anna.mueller --kind traffic --reason Film',
    'post removed anna.mueller --where Forum --reason Insults',
    'leaver schedule anna.mueller --left-on 2026-08-20',
    'leaver notices --out n.html',
    'leaver hold anna.mueller --reason Dispute',
    'request open --kind restriction --account anna.mueller --identified-by "ID card"',
    'request answer 1 --outcome granted --how "By letter"',
  ];
  for (const line of life) {
    const ended = await school.cli(`${line} -y`);
    expect({ line, exit: ended.exit, err: ended.exit === 0 ? '' : ended.err }).toEqual({ line, exit: 0, err: '' });
  }
  // What only an unlucky import or a long night leaves behind.
  school.sql(`INSERT INTO consent_notices VALUES (1, 1, '2026-08-20', 'in class', 'then', 'k')`);
  school.sql(`INSERT INTO roster_held VALUES (1, 'leaving', 1)`);
  school.sql(`INSERT INTO other_ids VALUES ('evening', '77', 1)`);
  const answer = `INSERT INTO roster_answers (at, operator, source, answer, user_id, key, about, other_id)
    VALUES ('2026-08-20T08:00:00.000Z', 'k', 'school', 'different', ?, ?, 'x', ?)`;
  school.sql(answer, 1, 'id 9', null);
  school.sql(answer, 2, 'id 8', 1);
  school.sql(`INSERT INTO former_numbers VALUES (77, 1, '2026-08-20T08:00:00.000Z')`);
  school.sql(`INSERT INTO leaver_announcements VALUES (1, '2026-08-20T08:00:00.000Z')`);
  school.sql(
    `INSERT INTO iserv_known VALUES (1, 'anna.mueller', '1', zeroblob(24), 'export', '2026-08-20T08:00:00.000Z', 1, NULL)`,
  );
  school.sql(`INSERT INTO iserv_hands (user_id, locked) VALUES (1, 1)`);
  school.sql(`INSERT INTO iserv_ids VALUES (1, 'sk-1')`);
  school.sql(`INSERT INTO iserv_doubts VALUES (1, '2026-08-20')`);
  school.sql(`INSERT INTO iserv_logins VALUES (1, '2026-08-20', '2026-08-20', '2026-08-20')`);
  school.sql('INSERT INTO former_passwords (user_id, hash) SELECT user_id, issued_hash FROM passwords');

  const whole = await told(school, 'anna.mueller');
  copyFileSync(school.registry, school.path('whole.sqlite'));
  const untold: string[] = [];
  // Without a reference: what a guardian said stays when the guardian goes.
  for (const { table, by } of [
    ...personal(school),
    { table: 'consents', by: 'guardian_id' },
    { table: 'custodies', by: 'guardian_id' },
  ]) {
    const account = by === 'guardian_id' ? 'ute.mueller' : 'anna.mueller';
    const before = account === 'anna.mueller' ? whole : await told(school, account);
    copyFileSync(school.path('whole.sqlite'), school.registry);
    const id = account === 'anna.mueller' ? 1 : 3;
    const [{ changes }] = school.sql(`DELETE FROM ${table} WHERE "${by}" = ?`, id);
    // A new table: let somebody's life above write a row in it.
    expect({ table, by, rows: changes > 0 }).toEqual({ table, by, rows: true });
    if ((await told(school, account)) === before) untold.push(`${table}.${by}`);
    copyFileSync(school.path('whole.sqlite'), school.registry);
  }
  expect(untold).toEqual([]);
});
