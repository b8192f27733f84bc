import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newSchool, School } from '../support/school.ts';

const init = 'init --school "Gymnasium am See" --domain see.example';

describe('init', () => {
  test('makes a registry that only its owner can read, in the folder of the user', async () => {
    const school = new School();
    school.env.SCHULKONTO_REGISTRY = undefined;
    expect(await school.cli(init)).toMatchObject({ exit: 0, err: '' });
    const file = school.path('.local/share/schulkonto/registry.sqlite');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await school.cli('settings get school.name')).out).toBe('Gymnasium am See\n');
    const [entry] = (await school.cli('audit log --reason Slip --json')).json();
    expect(entry).toMatchObject({ act: 'registry-made', operator: 'k.schmidt', userId: null });
  });

  test('asks at a terminal', async () => {
    const school = new School();
    school.answers = ['Schule', 'schule.example', '', '18'];
    expect(await school.cli('init --lang de')).toMatchObject({ exit: 0 });
    expect(school.asked.slice(0, 2)).toEqual([
      'Wie heißt die Schule?',
      'Welche E-Mail-Domain haben ihre Konten (schule.example)?',
    ]);
    expect(
      school.sql(`SELECT key, value FROM settings WHERE key LIKE 'consent.%f%' OR key LIKE 'consent.g%' ORDER BY key`),
    ).toEqual([
      { key: 'consent.guardian-until', value: '14' },
      { key: 'consent.self-from', value: '18' },
    ]);
  });

  test('never overwrites', async () => {
    const school = await newSchool();
    const before = school.bytes();
    expect(await school.cli(`${init} --lang de`)).toMatchObject({ exit: 3 });
    expect(school.bytes()).toEqual(before);
  });

  test('says so where it can not write', async () => {
    const school = new School();
    school.file('not-a-folder', '');
    const ended = await school.cli(`${init} --registry not-a-folder/registry.sqlite --json`);
    expect([ended.exit, JSON.parse(ended.err).error.code]).toEqual([3, 'registry-not-writable']);
  });

  test('leaves nothing behind where it fails', async () => {
    const school = new School();
    expect(await school.cli('init --school x --domain "not a domain"')).toMatchObject({ exit: 2 });
    expect(existsSync(school.registry)).toBe(false);
  });

  test('lies where --registry, SCHULKONTO_REGISTRY or XDG_DATA_HOME say, in this order', async () => {
    const school = new School();
    school.env.SCHULKONTO_REGISTRY = undefined;
    school.env.XDG_DATA_HOME = school.path('data');
    await school.cli(init);
    expect(existsSync(school.path('data/schulkonto/registry.sqlite'))).toBe(true);
    school.env.SCHULKONTO_REGISTRY = school.path('by-variable.sqlite');
    await school.cli(init);
    expect(existsSync(school.path('by-variable.sqlite'))).toBe(true);
    await school.cli(`${init} --registry by-option.sqlite`);
    expect(existsSync(school.path('by-option.sqlite'))).toBe(true);
  });
});

describe('a registry that is none', () => {
  const code = async (school: School) => {
    const ended = await school.cli('user list --json');
    return [ended.exit, JSON.parse(ended.err).error.code, ended.out];
  };

  test('there is none', async () => {
    expect(await code(new School())).toEqual([3, 'no-registry', '']);
  });

  test('a folder', async () => {
    const school = new School();
    mkdirSync(school.registry);
    expect(await code(school)).toEqual([4, 'not-a-registry', '']);
  });

  test('a text file', async () => {
    const school = new School();
    writeFileSync(school.registry, 'Hello. '.repeat(200), { mode: 0o600 });
    expect(await code(school)).toEqual([4, 'not-a-registry', '']);
  });

  test('an empty file', async () => {
    const school = new School();
    writeFileSync(school.registry, '', { mode: 0o600 });
    expect(await code(school)).toEqual([4, 'not-a-registry', '']);
  });

  test('the database of another program stays untouched', async () => {
    const school = new School();
    const other = new Database(school.registry);
    other.exec('CREATE TABLE notes (text)');
    other.close();
    chmodSync(school.registry, 0o600);
    const before = school.bytes();
    expect(await code(school)).toEqual([4, 'not-a-registry', '']);
    expect(school.bytes()).toEqual(before);
  });

  test('one that others can read is refused, as ssh refuses such keys', async () => {
    const school = await newSchool();
    chmodSync(school.registry, 0o640);
    expect(await school.cli('user list')).toMatchObject({
      exit: 3,
      out: '',
      err: expect.stringMatching(
        /^! Others can read .* \(mode 640\), .*\nClose it with: chmod 600 .*registry\.sqlite\n$/,
      ),
    });
  });

  test('one of a newer program', async () => {
    const school = await newSchool();
    school.sql('PRAGMA user_version = 99');
    expect(await code(school)).toEqual([3, 'registry-too-new', '']);
  });

  test('a damaged one', async () => {
    const school = await newSchool();
    const bytes = school.bytes();
    bytes.fill(0x55, 4096);
    writeFileSync(school.registry, bytes);
    expect(await code(school)).toEqual([4, 'registry-damaged', '']);
  });

  test('one that somebody else is writing to', async () => {
    const school = await newSchool();
    const other = new Database(school.registry);
    other.exec('BEGIN EXCLUSIVE');
    school.patience = 10;
    expect(await code(school)).toEqual([75, 'registry-busy', '']);
    other.close();
  });
});

describe('settings', () => {
  test('have a value, a standard and words', async () => {
    const school = await newSchool();
    const all = (await school.cli('settings list --json')).json();
    expect(all).toContainEqual({
      key: 'roster.hold-above',
      value: '10%',
      standard: '10%',
      about: 'if more than this share would leave by one file, it waits for approval',
      form: '0% to 100%',
    });
    expect((await school.cli('settings list --lang de')).out).toContain('roster.hold-above');
  });

  test.each([
    ['roster.hold-above', '5%', '11', '101%', '-1%'],
    ['school.language', 'en', 'fr', '', 'deutsch'],
    ['school.domain', 'schule.example', 'schule', 'a b.example', '.example'],
    ['school.last-year', '10', '', ' '],
    ['school.year-end', '07-15', '02-29', '02-30', '04-31', '13-01', '7-1'],
    ['leaver.deleted-after', 'school-year-end+1y', '42', 'school-year-end+', 'soon', 'school-year-end+21y'],
    ['leaver.locked-after', '14d', 'd', '1.5d', 'year-end', '7306d', 'calendar-year-end+241m'],
    ['audit.keep-days', '7305', '0', '29', '7306', '99999'],
  ])('%s takes %s and nothing else', async (key, good, ...bad) => {
    const school = await newSchool();
    expect(await school.cli(`settings set ${key} ${good}`)).toMatchObject({ exit: 0, out: `${key} is ${good} now.\n` });
    for (const value of bad) {
      const ended = await school.cli(`settings set ${key} --json -- "${value}"`);
      expect({ value, exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({
        value,
        exit: 2,
        code: 'wrong-value',
      });
    }
    expect((await school.cli(`settings get ${key}`)).out).toBe(`${good}\n`);
  });

  test('longer than can be typed today, from an older registry, still hold', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    school.sql(`INSERT INTO settings (key, value) VALUES ('leaver.deleted-after', 'school-year-end+9999y')`);
    const ended = await school.cli('leaver schedule anna.mueller --left-on 2026-08-01 --json');
    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(ended.json()[0].leaving).toMatchObject({ deletedOn: '9999-12-31' });
  });

  test('a change is recorded once, no change not at all', async () => {
    const school = await newSchool();
    await school.cli('settings set roster.hold-above 5%');
    await school.cli('settings set roster.hold-above 5%');
    expect(
      school.sql(`SELECT facts FROM audit_facts JOIN audit_entries ON id = entry_id WHERE act = 'setting-set'`),
    ).toEqual([{ facts: '{"key":"roster.hold-above","from":"10%","to":"5%"}' }]);
  });

  test('there is no such setting', async () => {
    const school = await newSchool();
    expect(await school.cli('settings get roster.hold')).toMatchObject({ exit: 2, out: '' });
  });
});

describe('status', () => {
  test('says what to do first in an empty registry', async () => {
    const school = await newSchool();
    expect((await school.cli('status')).out).toContain('Next: schulkonto roster import students.csv');
  });

  test('counts people by role and status, and what is due', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user add --role student --given Ben --family Kern');
    await school.cli('user add --role teacher --given Ida --family Wolf');
    await school.cli('settings set leaver.notice-days 0');
    school.sql(
      `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason) VALUES (1, '2026-08-01', '2026-08-20', '2026-08-20', 'by-hand')`,
    );
    expect((await school.cli('status --json')).json()).toEqual({
      people: [
        { role: 'student', status: 'active', count: 1 },
        { role: 'student', status: 'locked', count: 1 },
        { role: 'teacher', status: 'active', count: 1 },
      ],
      due: { locks: 1, deletions: 1, holds: 0, notices: 1, passwordsOverdue: 0, modulesToTell: 0 },
      waiting: [],
      holdsToReview: [],
      filesToDestroy: [],
      restoreLosses: [],
      consentsMissing: [{ purpose: 'terms', basis: 'consent', count: 2 }],
      rosterWaiting: [],
      toInform: [],
      incidentsToReview: [],
      studentsToTell: [],
      suspensionsToReview: [],
      suspensionsToTell: [],
      iserv: expect.any(Object),
      requests: [],
      restricted: 0,
      withoutUndertaking: [{ osName: 'k.schmidt', name: null }],
      namesInTexts: 0,
      nights: { last: null, isMissing: false },
      overdue: [],
    });
    expect((await school.cli('status --lang de')).out).toContain('1 Konto ist zu löschen (das tut leaver run).');
  });
});
