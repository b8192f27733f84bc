import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { dueAt, kinds } from '../../src/requests/rules.ts';
import { addDays, type Day, daysBetween, instant, schoolClock, schoolDay } from '../../src/time.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 2010-05-05');
  await school.cli('user add --role student --given Ben --family Schulz --class 5a --birth-date 2010-05-05');
});

const listed = async (line = '') => (await school.cli(`request list ${line} --json`)).json();
const accounts = (found: { account: string }[]) => found.map(({ account }) => account);
const open = (kind: string) => `request open --kind ${kind} --account anna.mueller --identified-by "school ID card"`;

describe('how long an answer may take', () => {
  test.each([
    ['access', '2026-08-20', '2026-09-20T23:59:59.999'],
    ['erasure', '2026-01-31', '2026-02-28T23:59:59.999'],
    ['objection', '2026-09-25', '2026-10-25T23:59:59.999'],
    ['breach', '2026-08-20', '2026-08-23T10:00:00.000'],
    ['breach', '2026-08-19', '2026-08-22T00:00:00.000'],
  ] as const)('%s of %s: until %s on the school’s clock', (kind, on, due) => {
    expect(schoolClock(new Date(dueAt(kind, on, '2026-08-20', '2026-08-20T08:00:00.000Z')))).toBe(due);
  });

  test('is a month, and never longer than 31 days; of a breach never more than 72 hours from now', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.nat(40),
        (kind, date, ago) => {
          const [now, today] = [instant(date), schoolDay(date)];
          const on: Day = addDays(today, -ago);
          const due = dueAt(kind, on, today, now);
          if (kind === 'breach') expect(Date.parse(due)).toBeLessThanOrEqual(date.getTime() + 72 * 3_600_000);
          else expect([28, 29, 30, 31]).toContain(daysBetween(on, schoolDay(new Date(due))));
        },
      ),
    );
  });
});

describe('a request', () => {
  test('is taken down with the day of its answer, stands in status, and is answered', async () => {
    expect(await school.cli(open('access'))).toMatchObject({
      exit: 0,
      out:
        'Request 1 is open: access (Art. 15). It must be answered by 20 Sep 2026.\n' +
        'Prepare it with: schulkonto user report anna.mueller --out FILE\nThen: schulkonto request answer 1\n',
    });
    const waiting = async () => (await school.cli('status --json')).json().requests;
    expect(await waiting()).toMatchObject([
      { request: 1, kind: 'access', accounts: ['anna.mueller'], isOverdue: false },
    ]);
    school.on('2026-09-21');
    expect((await school.cli('status')).out).toContain(
      'Request 1, access (Art. 15) of anna.mueller, should have been answered by 20 Sep 2026: schulkonto request answer 1\n',
    );
    expect((await school.cli('request list --lang de')).out).toContain('20.09.2026: überfällig');
    expect(await school.cli('request answer 1 --outcome granted --how "Handed over in person"')).toMatchObject({
      exit: 0,
      out: 'Request 1 was answered on 21 Sep 2026: granted.\n',
    });
    expect(await waiting()).toEqual([]);
    expect(await listed()).toEqual([]);
    expect(await listed('anna.mueller --all')).toMatchObject([
      {
        identifiedBy: 'school ID card',
        answered: { on: '2026-09-21', by: 'k.schmidt', outcome: 'granted', how: 'Handed over in person' },
      },
    ]);
  });

  test('can be about somebody without an account, and asked by somebody else', async () => {
    await school.cli('request open --kind access --by "Ute Müller" --identified-by "passport"');
    await school.cli(`${open('portability')} --by "Lawyer Roth"`);
    expect(await listed()).toMatchObject([
      { accounts: ['anna.mueller'], askedBy: 'Lawyer Roth' },
      { accounts: [], askedBy: 'Ute Müller', identifiedBy: 'passport' },
    ]);
  });

  test('is asked for at a terminal, and a breach needs nobody to identify', async () => {
    school.answers = ['access', 'anna.mueller', 'ID card'];
    expect((await school.cli('request open --json')).json()).toMatchObject({ identifiedBy: 'ID card' });
    school.answers = ['breach', 'Slips lost on the bus'];
    expect((await school.cli('request open --account anna.mueller,ben.schulz --json')).json()).toMatchObject({
      kind: 'breach',
      accounts: ['anna.mueller', 'ben.schulz'],
      dueAt: '2026-08-23T08:00:00.000Z',
    });
    school.answers = ['not-reported', 'Found again, unopened'];
    expect((await school.cli('request answer 2 --json')).json().answered).toMatchObject({ outcome: 'not-reported' });
  });

  test.each([
    ['request open --kind access', 2, 'nobody-concerned'],
    ['request open --kind access --account anna.mueller', 2, 'not-identified'],
    ['request open --kind access --account anna.mueller --identified-by " "', 2, 'says-nothing'],
    ['request open --kind access --account nobody --identified-by passport', 3, 'unknown-account'],
    ['request open --kind breach --account anna.mueller', 2, 'option-missing'],
    ['request open --kind breach --what "Slips lost" --on 2026-08-21', 3, 'day-to-come'],
    ['request answer 9 --outcome granted --how x', 3, 'unknown-request'],
    ['request lift anna.mueller --reason Done --told-on 2026-08-20', 3, 'not-restricted'],
    ['request lift anna.mueller --reason Done', 2, 'option-missing'],
  ])('%s is refused', async (line, exit, code) => {
    const ended = await school.cli(`${line} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(await listed('--all')).toEqual([]);
  });

  test.each([
    ['--outcome reported --how "To the authority"', 2, 'wrong-outcome'],
    ['--outcome granted --how "In person" --on 2026-08-18', 3, 'answered-before-asked'],
    ['--outcome granted --how "In person" --on 2026-08-21', 3, 'day-to-come'],
    ['--outcome granted', 2, 'option-missing'],
  ])('is not answered with %s', async (rest, exit, code) => {
    await school.cli(`${open('access')} --on 2026-08-19`);
    const ended = await school.cli(`request answer 1 ${rest} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(await listed()).toHaveLength(1);
  });

  test('is answered once', async () => {
    await school.cli(open('access'));
    await school.cli('request answer 1 --outcome refused --how "Asked for another"');
    expect(await school.cli('request answer 1 --outcome granted --how "After all"')).toMatchObject({ exit: 3 });
  });

  test('forgets who it was about with the person, and that there was one after its days', async () => {
    await school.cli(`${open('erasure')} --what "All of it, please" --by "Ute Müller"`);
    await school.cli('request answer 1 --outcome granted --how "Anna knows"');
    await school.cli('leaver schedule anna.mueller --at-request --delete-on 2026-08-20 -y');
    await school.cli('leaver schedule anna.mueller --at-request --delete-on 2026-09-03 -y');
    for (const day of ['2026-08-25', '2026-08-30', '2026-09-04', '2026-09-08', '2026-09-10']) {
      await school.on(day).cli('leaver run');
    }
    expect(accounts((await school.cli('user list --json')).json())).toEqual(['ben.schulz']);
    expect(await listed('--all')).toMatchObject([
      { kind: 'erasure', accounts: [], askedBy: null, identifiedBy: null, what: null, answered: { how: null } },
    ]);
    const kept = async () =>
      (await school.cli('retention --json')).json().find(({ kind }: { kind: string }) => kind === 'requests');
    expect(await school.on('2029-08-19').cli('request list --all')).toMatchObject({ exit: 0 });
    expect(await kept()).toMatchObject({ now: 1, overdue: 0, days: '1095' });
    school.on('2029-08-20');
    expect(await kept()).toMatchObject({ now: 1, overdue: 1 });
  });
});

describe('data that may only be kept', () => {
  const restrict = async (kind = 'restriction', outcome = 'granted') => {
    await school.cli(open(kind));
    const [{ request }] = await listed();
    return school.cli(`request answer ${request} --outcome ${outcome} --how "By letter"`);
  };

  test.each(['restriction', 'objection'])('by a granted %s are in user show, and counted in status', async (kind) => {
    expect((await restrict(kind)).out).toContain('The data of anna.mueller are only kept from now on.');
    expect((await school.cli('user show anna.mueller --json')).json().restrictions).toEqual([
      { kind, since: '2026-08-20' },
    ]);
    expect((await school.cli('user show anna.mueller --lang de')).out).toContain(
      'Die Daten bleiben seit 20.08.2026 nur gespeichert',
    );
    expect((await school.cli('status --json')).json().restricted).toBe(1);
  });

  test.each([
    ['restriction', 'refused'],
    ['access', 'granted'],
    ['erasure', 'granted'],
  ])('are not, by a request for %s that is %s', async (kind, outcome) => {
    await restrict(kind, outcome);
    expect((await school.cli('user show anna.mueller --json')).json().restrictions).toEqual([]);
  });

  test('are in no list and in no new file for IServ, and asked for no consent, until it is lifted', async () => {
    school.file('terms.txt', 'Be kind.');
    await school.cli('terms publish terms.txt --version 1 --from 2026-08-01 -y');
    await school.cli('settings set consent.basis.student none');
    await school.cli('consent purposes add photos --title Fotos');
    await school.cli('password issue --csv passwords.csv -y');
    await school.cli('leaver schedule anna.mueller ben.schulz --left-on 2026-08-20 -y');
    const all = async () => ({
      users: accounts((await school.cli('user list --class 5a --json')).json()),
      consents: accounts((await school.cli('consent missing --json')).json()),
      pending: accounts((await school.cli('password pending --json')).json()),
      notices: accounts((await school.cli('leaver notices --json')).json().people),
      exported: accounts((await school.cli('iserv export --first --dry-run --json')).json().new),
    });
    const both = ['anna.mueller', 'ben.schulz'];
    const everywhere = { users: both, consents: both, pending: both, notices: both, exported: both };
    expect(await all()).toEqual(everywhere);
    await restrict();
    const ben = ['ben.schulz'];
    expect(await all()).toEqual({ users: ben, consents: ben, pending: ben, notices: ben, exported: ben });
    expect((await school.cli('iserv export --first --dry-run --json')).json().restricted).toMatchObject([
      { account: 'anna.mueller' },
    ]);
    // Who is named is found; and what is about violations stays in sight.
    expect(accounts((await school.cli('user list anna.mueller --json')).json())).toEqual(['anna.mueller']);
    await school.cli('suspension impose anna.mueller --reason "Joke mails" --clause mass-mail');
    expect(accounts((await school.cli('suspension list --json')).json())).toEqual(['anna.mueller']);
    expect(accounts((await school.cli('leaver list --json')).json())).toEqual(both);
    expect(await school.cli('request lift anna.mueller --reason "Mark corrected" --told-on 2026-08-19')).toMatchObject({
      exit: 3,
    });
    expect(await school.cli('request lift anna.mueller --reason "Mark corrected" --told-on 2026-08-20')).toMatchObject({
      exit: 0,
      out: 'The data of anna.mueller are used again.\n',
    });
    expect(await all()).toEqual(everywhere);
  });

  test('stay in the file of whom IServ has: to leave somebody out would delete them there', async () => {
    await school.cli('iserv export iserv.csv --first');
    await restrict();
    expect((await school.cli('iserv export --dry-run --json')).json()).toMatchObject({
      counts: { file: 2, deleted: 0 },
      restricted: [],
    });
  });

  test('are not deleted, and the night says so until it is lifted', async () => {
    await school.cli('settings set leaver.notice-days 0');
    await restrict();
    await school.cli('leaver schedule anna.mueller --left-on 2026-08-20 --delete-on 2026-09-03 -y');
    for (const day of ['2026-08-26', '2026-09-01', '2026-09-07']) await school.on(day).cli('leaver run');
    const night = await school.on('2026-09-12').cli('leaver run --json');
    expect(accounts((await school.cli('leaver list --json')).json())).toEqual(['anna.mueller']);
    expect((await school.cli('status')).out).toContain('the data may only be kept (request lift anna.mueller)');
    expect(night.json().waiting).toMatchObject([{ account: 'anna.mueller', waitsFor: ['restricted'] }]);
    await school.cli('request lift anna.mueller --reason "Case over" --told-on 2026-09-12');
    await school.on('2026-09-13').cli('leaver run');
    expect(accounts((await school.cli('user list --json')).json())).toEqual(['ben.schulz']);
  });
});
