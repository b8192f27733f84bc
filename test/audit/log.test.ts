import { beforeEach, describe, expect, test } from 'vitest';
import { dayStart, instant, schoolDay } from '../../src/time.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('user add --role student --given Ben --family Schulz --class 5b');
  school.on('2026-08-21').operator = 'm.weber';
  await school.cli('suspension impose anna.mueller --reason "Joke mails" --clause mass-mail');
});

const ids = async (options: string) =>
  (await school.cli(`audit log --reason "Complaint" --json ${options}`)).json().map(({ id }: { id: number }) => id);

describe('audit log', () => {
  test('tells who did what to whom, and that it was read', async () => {
    expect((await school.cli('audit log --reason "Complaint of 20 August" --json')).json().slice(3)).toEqual([
      {
        id: 4,
        at: '2026-08-21T08:00:00.000Z',
        operator: 'm.weber',
        act: 'suspension-imposed',
        account: 'anna.mueller',
        userId: 1,
        facts: {
          from: '2026-08-21',
          until: null,
          reason: 'Joke mails',
          clause: 'mass-mail',
          incident: null,
          heardOn: null,
          decidedBy: null,
        },
      },
      {
        id: 5,
        at: '2026-08-21T08:00:00.000Z',
        operator: 'm.weber',
        act: 'log-read',
        account: null,
        userId: null,
        facts: { reason: 'Complaint of 20 August' },
      },
    ]);
  });

  test('for people', async () => {
    expect((await school.cli('audit log --act suspension-imposed --reason Complaint --lang de')).out).toBe(
      '4  21.08.2026, 10:00  m.weber  Sperrung verhängt  anna.mueller\n' +
        '  from: 2026-08-21, reason: Joke mails, clause: mass-mail\n' +
        '1 Eintrag.\n',
    );
    expect((await school.cli('audit log --act password-issued --reason Complaint')).out).toBe('No entries.\n');
  });

  test('tells an account that looks like a number from the number of a person', async () => {
    await school.cli('user add --role student --given Cem --family Öz --account 2');
    const about = async (named: string) =>
      (await school.cli(`audit log --reason Complaint --account ${named} --act user-added --json`))
        .json()
        .map(({ account, userId }: { account: string; userId: number }) => [account, userId]);
    expect(await about('2')).toEqual([['2', 3]]);
    expect(await about('#2')).toEqual([['ben.schulz', 2]]);
    expect(await about('#3')).toEqual([['2', 3]]);
    expect(await about('3')).toEqual([['2', 3]]);
    school.sql('DELETE FROM users WHERE id = 2');
    expect(await about('#2')).toEqual([[null, 2]]);
    expect((await school.cli('audit log --reason Complaint --account #2 --act user-added')).out).toContain('person #2');
  });

  test.each([
    ['--operator m.weber', [4, 5]],
    ['--account anna.mueller', [2, 4, 5]],
    ['--account 1', [2, 4, 5]],
    ['--person 1', [2, 4, 5]],
    ['--act user-added', [2, 3]],
    ['--act user-added,log-read --operator m.weber', [5]],
    ['--until 2026-08-20', [1, 2, 3]],
    ['--since 2026-08-21', [4, 5]],
    ['--since 2026-08-20 --until 2026-08-20 --account ben.schulz', [3]],
  ])('filters by %s', async (options, expected) => {
    expect(await ids(options)).toEqual(expected);
  });

  test('counts days as the school does, not UTC', async () => {
    school.now = new Date('2026-08-24T22:30:00Z');
    await school.cli('user edit anna.mueller --class 6a');
    expect(await ids('--since 2026-08-25 --act user-edited')).toEqual([5]);
    expect(await ids('--until 2026-08-24 --act user-edited')).toEqual([]);
  });

  test('needs a reason, which a person at a terminal is asked for', async () => {
    expect(await school.cli('audit log')).toMatchObject({ exit: 2, out: '' });
    expect(await school.cli('audit log --reason " "')).toMatchObject({ exit: 2, out: '' });
    expect(school.sql(`SELECT * FROM audit_entries WHERE act = 'log-read'`)).toEqual([]);
    school.answers = ['Complaint'];
    expect((await school.cli('audit log --json')).json().at(-1).facts).toEqual({ reason: 'Complaint' });
  });

  test('of nobody', async () => {
    for (const [named, code] of [
      ['zoe', 'nobody-in-log'],
      ['anna.muller', 'unknown-account'],
      ['99', 'nobody-in-log'],
    ]) {
      const ended = await school.cli(`audit log --reason Complaint --account ${named} --json`);
      expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit: 3, code });
    }
  });

  test.each([
    ['--act user-aded', 2, 'unknown-act'],
    ['--act user-added,nonsense', 2, 'unknown-act'],
    ['--act ""', 2, 'unknown-act'],
    ['--person 99', 3, 'nobody-of-number'],
    ['--person 1 --account anna.mueller', 2, 'usage'],
    ['--since 2026-08-21 --until 2026-08-20', 2, 'since-after-until'],
  ])('that can not be meant: %s is no reading', async (options, exit, code) => {
    const ended = await school.cli(`audit log --reason Complaint ${options} --json`);
    expect({ exit: ended.exit, out: ended.out, code: JSON.parse(ended.err).error.code }).toEqual({
      exit,
      out: '',
      code,
    });
    expect(school.sql(`SELECT * FROM audit_entries WHERE act = 'log-read'`)).toEqual([]);
  });

  test('says which acts come near one that there is not', async () => {
    expect(await school.cli('audit log --reason Slip --act suspend')).toMatchObject({
      exit: 2,
      err: '! The log has no act "suspend". Possible: suspension-imposed, suspension-lifted, suspension-told, suspension-reviewed, suspension-pruned.\n',
    });
    expect((await school.cli('audit log --reason Slip --act zzz --lang de')).err).toContain('user-added');
  });

  test('takes a number for an account where it is one, and says whose number it is, too', async () => {
    await school.cli('user add --role staff --given Ida --family Kern --account 1');
    const { out, err } = await school.cli('audit log --reason Complaint --account 1 --act user-added --json');
    expect(JSON.parse(out)).toMatchObject([{ account: '1', act: 'user-added' }]);
    expect(err).toBe('! 1 is an account, and the number of somebody else: their entries come with --person 1.\n');
    const other = await school.cli('audit log --reason Complaint --person 1 --act user-added --json');
    expect(other.json()).toMatchObject([{ account: 'anna.mueller', userId: 1 }]);
    expect(other.err).toBe('');
  });

  test('finds somebody deleted by number, without their facts', async () => {
    school.sql('DELETE FROM audit_facts WHERE entry_id IN (2, 4)');
    school.sql('DELETE FROM users WHERE id = 1');
    const entries = (await school.cli('audit log --reason Complaint --account 1 --json')).json();
    expect(entries[0]).toMatchObject({ id: 2, account: null, userId: 1, facts: null });
    expect((await school.cli('audit log --reason Complaint --account 1 --act user-added')).out).toBe(
      '2  20 Aug 2026, 10:00  k.schmidt  person added  person #1\n  facts erased with the person\n1 entry.\n',
    );
  });

  test('shows what was tampered with as it is, and on its own line', async () => {
    school.sql(`PRAGMA ignore_check_constraints = ON`);
    school.sql(`UPDATE audit_facts SET facts = ? WHERE entry_id = 4`, '{"reason":"x\\n9  m.weber\\u001b[31m"}');
    expect((await school.cli('audit log --reason Complaint --act suspension-imposed')).out).toContain(
      '\n  reason: x\\u000a9  m.weber\\u001b[31m\n1 entry.\n',
    );
  });

  test('comes in pages, whole and in order', async () => {
    for (let reading = 0; reading < 3; reading += 1)
      school.sql(`INSERT INTO audit_entries (at, operator, act, digest, link)
        SELECT '2026-08-21T08:00:00.000Z', 'x', 'x', zeroblob(32), zeroblob(32)
        FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) SELECT i FROM n)`);
    school.sql('UPDATE audit_chain SET last_id = (SELECT max(id) FROM audit_entries)');
    const found = await ids('--operator x');
    expect(found).toEqual(Array.from({ length: 1200 }, (_, index) => index + 5));
  });
});

describe('audit prune', () => {
  test.each(['', 'soon', '0', '-1', '180 days'])(
    'removes nothing where the days of keeping are "%s"',
    async (value) => {
      const school = await newSchool();
      school.sql(`INSERT INTO settings (key, value) VALUES ('audit.keep-days', ?)`, value);
      const entries = () => school.sql('SELECT id FROM audit_entries');
      const before = entries();
      for (const line of ['audit prune', 'audit prune --dry-run']) {
        const { exit, out, err } = await school.on('2027-08-20').cli(`${line} --json`);
        expect({ exit, out, error: JSON.parse(err).error }).toMatchObject({
          exit: 4,
          out: '',
          error: { code: 'setting-unreadable', key: 'audit.keep-days' },
        });
      }
      expect(entries()).toEqual(before);
      await school.cli('settings set audit.keep-days 180');
      expect(await school.cli('audit prune --json')).toMatchObject({ exit: 0 });
    },
  );

  test('removes what is older than the days of keeping, leaves a checkpoint and records itself', async () => {
    school.on('2027-02-16');
    expect(await school.cli('audit prune')).toMatchObject({ exit: 0, out: 'No entry is older than 20 Aug 2026.\n' });
    school.on('2027-02-17');
    expect((await school.cli('audit prune --dry-run --json')).json()).toMatchObject({
      olderThan: '2026-08-21',
      pruned: 3,
    });
    expect(school.sql('SELECT count(*) AS n FROM audit_entries')).toEqual([{ n: 4 }]);
    expect(await school.cli('audit prune --lang de')).toMatchObject({
      exit: 0,
      out: '3 Einträge entfernt, älter als vom 21.08.2026. Der Rest bleibt prüfbar.\n',
    });
    expect(school.sql('SELECT id, act FROM audit_entries ORDER BY id')).toEqual([
      { id: 4, act: 'suspension-imposed' },
      { id: 5, act: 'log-pruned' },
    ]);
    expect(school.sql('SELECT entry_id FROM audit_facts ORDER BY entry_id')).toEqual([
      { entry_id: 4 },
      { entry_id: 5 },
    ]);
    expect((await school.cli('audit verify --json')).json()).toMatchObject({ entries: 2, erased: 0 });
    expect((await school.cli('audit prune --json')).json()).toMatchObject({ olderThan: '2026-08-21', pruned: 0 });
  });

  test('of everything leaves its own entry', async () => {
    school.on('2028-01-01');
    expect((await school.cli('audit prune --json')).json().pruned).toBe(4);
    expect((await school.cli('audit verify --json')).json()).toMatchObject({ entries: 1, erased: 0 });
  });
});

test('a day begins at midnight at the school, in summer and in winter', () => {
  for (let noon = Date.UTC(2025, 11, 31, 12); noon < Date.UTC(2027, 0, 2); noon += 86_400_000) {
    const day = schoolDay(new Date(noon));
    const start = Date.parse(dayStart(day));
    expect([schoolDay(new Date(start)), schoolDay(new Date(start - 1)) < day]).toEqual([day, true]);
  }
  expect(dayStart('2026-03-29')).toBe(instant(new Date('2026-03-28T23:00:00Z')));
});
