import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { doneInIserv, nightBefore, tellsOtherwise } from './nights.ts';

/** Stands in every text of those who are deleted, and in nothing else. */
const mark = 'qzxwv';

interface Column {
  name: string;
  type: string;
}

/** Every table that holds something of a person, and by which column. */
const personal = (school: School): { table: string; by: string; columns: Column[] }[] =>
  school
    .sql(
      `SELECT t.name AS "table", f."from" AS "by" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
       WHERE t.type = 'table' AND f."table" IN ('users', 'leavers') ORDER BY 1, 2`,
    )
    .map(({ table, by }) => ({ table, by, columns: school.sql(`SELECT name, type FROM pragma_table_info(?)`, table) }));

/**
 * Puts the mark into every text that some rows of a person hold, wherever no CHECK forbids it: also in tables that
 * were not thought of when this was written.
 */
function markAll(school: School, id: number): Set<string> {
  const marked = new Set<string>();
  const attempt = (sql: string, ...params: unknown[]) => {
    try {
      return school.sql(sql, ...params)[0].changes > 0;
    } catch {
      return false;
    }
  };
  for (const { table, by, columns } of personal(school)) {
    const row = (filler: string) =>
      columns.map(({ name, type }) =>
        name === by ? String(id) : type === 'TEXT' ? filler : type === 'BLOB' ? 'zeroblob(32)' : '1',
      );
    const names = columns.map(({ name }) => `"${name}"`);
    [`'${mark}'`, `'{}'`, `'2026-01-01'`].some((filler) =>
      attempt(`INSERT OR IGNORE INTO ${table} (${names}) VALUES (${row(filler)})`),
    );
    for (const { name } of columns.filter(({ type }) => type === 'TEXT')) {
      const done =
        attempt(`UPDATE ${table} SET "${name}" = '${mark}' || rowid WHERE "${by}" = ?`, id) ||
        attempt(`UPDATE ${table} SET "${name}" = '${mark}' WHERE "${by}" = ?`, id) ||
        attempt(`UPDATE ${table} SET "${name}" = '["${mark}"]' WHERE "${by}" = ?`, id);
      const [{ plain }] = school.sql(
        `SELECT count(*) AS plain FROM ${table} WHERE "${by}" = ? AND instr("${name}", '${mark}') = 0`,
        id,
      );
      if (done || plain === 0) marked.add(`${table}.${name}`);
    }
  }
  return marked;
}

test('what is deleted is in no table and nowhere in the bytes of the file', async () => {
  const school = await tellsOtherwise(await newSchool());
  await school.cli(
    `user add --role student --given ${mark}a --family ${mark}b --class ${mark}c --email ${mark}@post.example`,
  );
  await school.cli(`user add --role guardian --given Ute --family Kern`);
  await school.cli(`user edit ute.kern --child ${mark}a.${mark}b`);
  await school.cli('user edit ute.kern --child ""');
  await school.cli(`user edit ute.kern --child ${mark}a.${mark}b`);
  await school.cli(`user edit ${mark}a.${mark}b --family ${mark}d --import-id ${mark}e --group ${mark}f`);
  await school.cli('user add --role student --given Ben --family Kern');
  await school.cli(`user edit ute.kern --child ben.kern --child ${mark}a.${mark}b`);
  await school.cli(`leaver schedule ${mark}a.${mark}b --left-on 2026-07-31 --reason "${mark} moves"`);
  await school.cli(`leaver hold ${mark}a.${mark}b --reason ${mark}`);
  await school.cli('leaver notices --out notices.html --told');
  school.file('students.csv', 'Import-ID;Vorname;Nachname\nS9;Cem;Kaya\n');
  await school.cli('roster import students.csv --partial --yes');
  const marked = markAll(school, 1);
  for (const column of ['group_members.name', 'leaver_holds.reason', 'leavers.remark', 'roster_changes.changes']) {
    expect([...marked]).toContain(column);
  }
  // Long texts lie on pages of their own.
  school.sql(`UPDATE leavers SET remark = '${`${mark} `.repeat(3000)}' WHERE user_id = 1`);
  expect(school.bytes().includes(mark)).toBe(true);

  school.sql('DELETE FROM leaver_holds');
  school.sql('UPDATE leavers SET seen_at = NULL, requested_on = NULL');
  school.sql(`UPDATE incidents SET closed_on = '2026-08-20', closed_by = 'k.schmidt'`);
  school.sql(`UPDATE inspections SET informed_on = '2026-08-20', informed_how = 'by mail'`);
  await nightBefore(school, '2026-09-11');
  const night = await school.cli('leaver run --json');
  expect(night.err).toBe('');
  expect(night.json().deleted).toHaveLength(1);
  const files = ['backups', 'iserv-delete-2026-09-11.csv', 'notices.html', 'registry.sqlite', 'students.csv'];
  expect(readdirSync(school.folder).sort()).toEqual(files);
  expect(school.sql('SELECT account, import_id FROM iserv_deletions')).toEqual([
    { account: `${mark}a.${mark}b`, import_id: `${mark}e` },
  ]);
  await doneInIserv(school);
  expect(school.bytes().includes(mark)).toBe(false);
  for (const { table, by } of personal(school)) {
    expect(school.sql(`SELECT count(*) AS n FROM ${table} WHERE "${by}" = 1`), table).toEqual([{ n: 0 }]);
  }
});

/** Accounts that no two people share a part of, in an order that makes SQLite split and merge its pages. */
async function crowd(): Promise<School> {
  const school = await tellsOtherwise(await newSchool());
  const people = Array.from({ length: 1500 }, (_, index) => {
    const number = String((index * 7919) % 1500).padStart(4, '0');
    const name = index % 3 === 0 ? `${mark}${number}` : `kern${number}`;
    return { account: `${name}.x`, name, importId: `${name}-id`, email: `${name}@post.example` };
  });
  school.sql(
    `INSERT INTO users (account, role, given_name, family_name, source, import_id, email)
     SELECT value ->> 'account', 'student', value ->> 'name', 'Kern', 'school', value ->> 'importId', value ->> 'email'
     FROM json_each(?)`,
    JSON.stringify(people),
  );
  school.sql(`INSERT INTO group_members (user_id, name) SELECT id, account || '-group' FROM users`);
  school.sql(
    `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason)
     SELECT id, '2026-07-31', '2026-08-28', '2026-09-11', 'missing' FROM users WHERE account LIKE '${mark}%'`,
  );
  return school;
}

test('nor where SQLite has moved rows between pages; a night that was killed is made up for', async () => {
  const school = await crowd();
  school.sql('UPDATE users SET email = NULL WHERE id % 2');
  await nightBefore(school, '2026-09-11');
  const night = await school.cli('leaver run --approve 500 --json');
  expect(night.json()).toMatchObject({ clean: true });
  expect(night.json().deleted).toHaveLength(500);
  await doneInIserv(school);
  expect(school.bytes().includes(mark)).toBe(false);

  // As if the night had been killed before the file was written anew.
  school.sql('UPDATE leaver_runs SET finished_at = NULL WHERE id = (SELECT max(run_id) FROM tombstones)');
  school.sql(`CREATE TABLE leftover (text TEXT)`);
  school.sql(`INSERT INTO leftover VALUES ('${mark}')`);
  school.sql('DROP TABLE leftover');
  expect(school.bytes().includes(mark)).toBe(true);
  await school.on('2026-09-12').cli('leaver run');
  expect(school.bytes().includes(mark)).toBe(false);
});

test('every table that refers to a person lets go of it', async () => {
  const school = await newSchool();
  const held = school.sql(
    `SELECT t.name || '.' || f."from" AS place FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
     WHERE f."table" IN ('users', 'leavers') AND f.on_delete <> 'CASCADE'`,
  );
  expect(held).toEqual([]);
  const loose = school.sql(
    `SELECT t.name || '.' || c.name AS place FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND c.name LIKE '%user_id' AND NOT EXISTS (
       SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f."from" = c.name) ORDER BY 1`,
  );
  expect(loose.map(({ place }) => place)).toEqual([
    'audit_entries.user_id',
    'iserv_deletions.user_id',
    'tombstones.user_id',
  ]);
});

describe('leaver proof', () => {
  const deleted = async () => {
    const school = await tellsOtherwise(await newSchool());
    await school.cli('user add --role student --given Anna --family Xanthippos --account anna.x');
    await school.cli('user add --role student --given Anna --family Kern --account anna.x2');
    await school.cli('leaver schedule anna.x --left-on 2026-07-31');
    return nightBefore(school, '2026-09-11');
  };

  test('before: what would go', async () => {
    const school = await deleted();
    expect((await school.cli('leaver proof anna.x')).out).toBe(
      'anna.x (ID 1) is in the registry. With the deletion would go:\nTable        Rows\nusers        1\nleavers      1\naudit_facts  3\n',
    );
  });

  test('after: nothing, but for backups, and until when', async () => {
    const school = await deleted();
    await school.cli('leaver run');
    expect(await school.cli('leaver proof anna.x --also Xanthippos')).toMatchObject({
      exit: 0,
      out: [
        'anna.x was an account once and will not be given again; only a keyed hash is kept.',
        '"anna.x" stands in the list for IServ until it is deleted there, 10 Dec 2026 at the latest.',
        '"anna.x" is also part of anna.x2; its bytes can\'t be told apart.',
        '"Xanthippos" is in no table, and nowhere in the bytes of 2 files.',
        'A backup still holds it until 11 Oct 2026: registry.2026-09-11T08-00-00.000Z.leaver-run.sqlite',
        'A backup still holds it until 10 Oct 2026: registry.2026-09-10T08-00-00.000Z.leaver-run.sqlite\n',
      ].join('\n'),
    });
    expect((await school.cli('leaver proof 1')).out).toBe(
      'ID 1 left on 31 Jul 2026 and was deleted on 11 Sep 2026. Nothing else is held.\n',
    );
    expect(await school.cli('leaver proof nobody')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('never was'),
    });
  });

  test('finds what is left, and says so with its exit code', async () => {
    const school = await deleted();
    await school.cli('leaver run');
    await school.cli('settings set school.name "Schule Xanthippos"');
    expect(await school.cli('leaver proof anna.x --also Xanthippos')).toMatchObject({
      exit: 5,
      out: expect.stringContaining('! Found: "Xanthippos" in audit_facts.facts and settings.value.\n'),
    });
  });
});
