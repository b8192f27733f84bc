import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

interface Examined {
  check: string;
  isLookedAt: boolean;
  findings: { message: string; mend: string; isRemark?: true }[];
}

/** The checks that found something, and how the command ended. */
async function found(school: School): Promise<{ exit: number; isSound: boolean; checks: string[] }> {
  const { exit, json } = await school.cli('doctor --json');
  const { isSound, checks } = json() as { isSound: boolean; checks: Examined[] };
  for (const { message, mend } of checks.flatMap((one) => one.findings)) {
    expect([message, mend].every((text) => text.length > 5)).toBe(true);
  }
  const wrong = checks.filter(({ findings }) => findings.some(({ isRemark }) => !isRemark));
  return { exit, isSound, checks: wrong.map(({ check }) => check) };
}

const sound = { exit: 0, isSound: true, checks: [] };

describe('doctor', () => {
  test('a new registry is in order, and what papers need is only a remark', async () => {
    const school = await newSchool();
    expect(await found(school)).toEqual(sound);
    expect((await school.cli('doctor')).out).toMatch(
      /^Not said of the school yet: school\.town\. .*\nIn order: opening/,
    );
    await school.cli('settings set school.town Kiel');
    expect(await school.cli('doctor --lang de')).toMatchObject({
      exit: 0,
      err: '',
      out: 'In Ordnung: Öffnen des Registers, die Datei, ihre Tabellen, wer Zugriff hat, das Journal, die Einstellungen, die letzte Nacht, die Uhr, was zu lange bleibt, die Sicherungen und das Protokoll.\n',
    });
  });

  test.each<[string, (school: School) => unknown, string[]]>([
    ['a foreign table', (school) => school.sql('CREATE TABLE notes (name TEXT)'), ['tables']],
    ['a trigger that is gone', (school) => school.sql('DROP TRIGGER consents_are_never_edited'), ['tables']],
    ['an index that is another', (school) => replaceIndex(school), ['tables']],
    ['a table that is gone', (school) => school.sql('DROP TABLE restore_losses'), ['tables']],
    ['rows that hang on nothing', (school) => tear(school), ['file']],
    ['a backup that others can read', (school) => openBackup(school), ['access']],
    ['a journal that is left', (school) => chmodSync(school.file('registry.sqlite-journal', ''), 0o600), ['journal']],
    ['a setting that means nothing', (school) => put(school, 'backup.keep-days', 'soon'), ['settings']],
    ['a setting of another program', (school) => put(school, 'no.such', '1'), ['settings']],
    ['no night and no backup for days', (school) => school.on('2026-08-23'), ['night', 'backups']],
    ['a clock that went back', (school) => school.on('2026-08-19'), ['clock']],
    ['an entry of the log that was changed', (school) => forge(school), ['log']],
  ])('finds %s', async (_, harm, checks) => {
    const school = await newSchool();
    harm(school);
    expect(await found(school)).toEqual({ exit: 4, isSound: false, checks });
    expect((await school.cli('doctor --lang de')).exit).toBe(4);
  });

  test('says what keeps the registry from being opened, and looks at what lies around it all the same', async () => {
    const school = await newSchool();
    chmodSync(school.registry, 0o644);
    expect(await found(school)).toEqual({ exit: 4, isSound: false, checks: ['opening', 'access'] });
    expect((await school.cli('doctor')).out).toContain(
      "Not looked at, because the registry can't be opened: the file,",
    );
    chmodSync(school.registry, 0o600);
    writeFileSync(school.registry, 'not a database');
    expect((await found(school)).checks).toEqual(['opening']);
    rmSync(school.registry);
    expect((await found(school)).checks).toEqual(['opening', 'access']);
  });

  test('backups: damaged ones are named, an old one counts where nothing has happened since', async () => {
    const school = await newSchool();
    await school.cli('leaver run');
    const name = 'backups/registry.2026-08-21T08-00-00.000Z.import.sqlite';
    school.file(name, 'damaged');
    chmodSync(school.path(name), 0o600);
    expect((await school.cli('doctor')).out).toContain('Damaged backups: registry.2026-08-21');
    rmSync(school.path(name));
    await school.on('2026-09-01').cli('leaver run');
    expect(await found(school)).toEqual(sound);
    await school.cli('settings set school.town Kiel');
    expect(await found(school.on('2026-09-02'))).toMatchObject({ checks: ['backups'] });
  });
});

const put = (school: School, key: string, value: string) =>
  school.sql('INSERT INTO settings (key, value) VALUES (?, ?)', key, value);

function tear(school: School): void {
  const db = new Database(school.registry);
  db.exec(`PRAGMA foreign_keys = OFF; INSERT INTO iserv_doubts (user_id, since) VALUES (99, '2026-08-20')`);
  db.close();
}

function replaceIndex(school: School): void {
  school.sql('DROP INDEX users_by_role');
  school.sql('CREATE INDEX users_by_role ON users (role)');
}

function openBackup(school: School): void {
  mkdirSync(school.path('backups'), { recursive: true, mode: 0o700 });
  chmodSync(school.file('backups/registry (copy).sqlite', ''), 0o644);
}

const forge = (school: School) => school.sql(`UPDATE audit_entries SET operator = 'm.weber'`);
