import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canOthersWrite } from '../../src/folders.ts';
import { newSchool, School } from '../support/school.ts';

const isRoot = process.getuid?.() === 0;
/** Somebody else, with an entry among the users of every system. */
const nobody = 65_534;

const refused = async (school: School, code: string) => {
  const { exit, err } = await school.cli('user list --json');
  expect({ exit, code: err === '' ? '' : JSON.parse(err).error.code }).toEqual({ exit: 3, code });
};

describe('a registry that somebody else could change is refused', () => {
  test('in a folder where others can write, or a group with others in it, and in one below it', async () => {
    const school = await newSchool();
    for (const mode of [0o777, 0o1777, 0o702]) {
      chmodSync(school.folder, mode);
      await refused(school, 'folder-writable-by-others');
    }
    expect((await school.cli('user list')).err).toMatch(/\(mode 702\), .*\nClose it with: chmod go-w /);
    expect((await school.cli('user list --lang de')).err).toContain('Andere können in ');
    chmodSync(school.folder, 0o755);
    expect(await school.cli('user list')).toMatchObject({ exit: 0 });

    const inner = mkdtempSync(join(school.folder, 'inner-'));
    renameSync(school.registry, join(inner, 'registry.sqlite'));
    school.env.SCHULKONTO_REGISTRY = join(inner, 'registry.sqlite');
    chmodSync(school.folder, 0o777);
    await refused(school, 'folder-writable-by-others');
    // Above it, a sticky folder is as good as one of its own: nobody exchanges there what is not theirs.
    chmodSync(school.folder, 0o1777);
    expect(await school.cli('user list')).toMatchObject({ exit: 0 });
  });

  test('init, and a backup, refuse such a folder', async () => {
    const school = new School();
    chmodSync(school.folder, 0o777);
    const init = 'init --school S --domain s.example';
    expect(await school.cli(init)).toMatchObject({ exit: 3, err: expect.stringContaining('Others can write') });
    expect(readdirSync(school.folder)).toEqual([]);
    chmodSync(school.folder, 0o700);
    await school.cli(init);
    mkdirSync(school.path('backups'));
    chmodSync(school.path('backups'), 0o777);
    expect(await school.cli('backup create')).toMatchObject({ exit: 3, err: expect.stringContaining('backups') });
    expect(readdirSync(school.path('backups'))).toEqual([]);
    expect(school.sql(`SELECT 1 FROM audit_entries WHERE act = 'backup-made'`)).toEqual([]);
  });

  test('a group counts unless nobody else is in it', () => {
    expect(canOthersWrite({ mode: 0o700, uid: 0, gid: 0 })).toBe(false);
    expect(canOthersWrite({ mode: 0o702, uid: 0, gid: 0 })).toBe(true);
    // The group of root has nobody else in it; one that the system doesn't know could have anybody.
    expect(canOthersWrite({ mode: 0o770, uid: 0, gid: 0 })).toBe(false);
    expect(canOthersWrite({ mode: 0o770, uid: 0, gid: 4_000_000 })).toBe(true);
    expect(canOthersWrite({ mode: 0o770, uid: 4_000_000, gid: 0 })).toBe(true);
  });

  test.skipIf(!isRoot)('a folder or a journal of another user', async () => {
    const school = await newSchool();
    const journal = school.file('registry.sqlite-journal', '');
    chownSync(journal, nobody, nobody);
    await refused(school, 'journal-of-another');
    rmSync(journal);
    chownSync(school.folder, nobody, nobody);
    await refused(school, 'folder-writable-by-others');
  });

  test('by a hard link, but not by the second name that a killed restore or init has left', async () => {
    const school = await newSchool();
    linkSync(school.registry, school.path('other.sqlite'));
    await refused(school, 'registry-hard-linked');
    rmSync(school.path('other.sqlite'));
    linkSync(school.registry, school.path('registry.sqlite.unfinished-4194305'));
    expect(await school.cli('user list')).toMatchObject({ exit: 0 });
  });
});

test('a registry that a link leads to is where it lies: backups and lists are beside it', async () => {
  const school = await newSchool();
  const elsewhere = await newSchool();
  symlinkSync(elsewhere.registry, school.path('link.sqlite'));
  expect(await school.cli('backup create --registry link.sqlite')).toMatchObject({ exit: 0 });
  expect([existsSync(school.path('backups')), readdirSync(elsewhere.path('backups')).length]).toEqual([false, 1]);
  expect((await school.cli('backup list --registry link.sqlite --json')).json()).toHaveLength(1);
  expect(await school.cli('backup restore newest -y --registry link.sqlite')).toMatchObject({ exit: 0 });
  expect((await school.cli('user list --registry link.sqlite')).exit).toBe(0);
});

describe('a registry in WAL mode', () => {
  const wal = (school: School) => {
    const db = new Database(school.registry);
    onTestFinished(() => void db.close());
    db.pragma('journal_mode = WAL');
    db.exec(`INSERT INTO settings VALUES ('school.town', 'Kiel')`);
    return db;
  };

  test('is put back, with what the WAL held', async () => {
    const school = await newSchool();
    wal(school).close();
    expect((await school.cli('settings get school.town')).out).toBe('Kiel\n');
    expect(school.sql('PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }]);
    expect(readdirSync(school.folder).filter((name) => /wal|shm/.test(name))).toEqual([]);
  });

  test('is refused while another program holds it', async () => {
    const school = await newSchool();
    school.patience = 0;
    wal(school);
    await refused(school, 'registry-in-wal');
  });
});

describe('what root makes for somebody else', () => {
  test.skipIf(!isRoot)('belongs to the owner: registry, backups, lists', async () => {
    const school = new School();
    chownSync(school.folder, nobody, nobody);
    const owners = () =>
      readdirSync(school.folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(school.path(name)).uid);
    await school.cli('init --school S --domain s.example');
    await school.cli('backup create');
    await school.cli('backup restore newest -y');
    await school.cli('user list --json');
    await school.cli('retention --out kept.html');
    expect(owners().length).toBeGreaterThan(4);
    expect(new Set(owners())).toEqual(new Set([nobody]));
  });
});

test('init that was killed can be typed again', async () => {
  const school = new School();
  school.file('registry.sqlite.unfinished-4194305', 'half of it');
  const init = 'init --school S --domain s.example';
  expect(await school.cli(init)).toMatchObject({ exit: 0 });
  expect(readdirSync(school.folder)).toEqual(['registry.sqlite']);
  expect(await school.cli(init)).toMatchObject({ exit: 3 });
  expect(readdirSync(school.folder)).toEqual(['registry.sqlite']);
});

describe('what can go wrong with a file is named, with no stack', () => {
  test.each([
    ['a table that is gone', 'DROP TABLE leavers', 'registry-damaged'],
    ['a column that is gone', 'ALTER TABLE leavers DROP COLUMN remark', 'registry-damaged'],
    ['a version that is too low', 'PRAGMA user_version = 3', 'registry-damaged'],
    ['a version that is too high', 'PRAGMA user_version = 999', 'registry-too-new'],
    ['the mark of another program', 'PRAGMA application_id = 1', 'not-a-registry'],
  ])('%s', async (_, sql, code) => {
    const school = await newSchool();
    school.sql(sql);
    const before = school.bytes();
    const { exit, err } = await school.cli('leaver list --json');
    expect(JSON.parse(err).error).toMatchObject({ code, message: expect.not.stringContaining('    at ') });
    expect(exit).toBe(code === 'registry-too-new' ? 3 : 4);
    expect(school.bytes().equals(before)).toBe(true);
  });
});
