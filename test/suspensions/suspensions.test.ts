import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, stateOf } from '../../src/suspensions/period.ts';
import { impose, type Suspension } from '../../src/suspensions/rules.ts';
import { clauseCodes } from '../../src/terms/clauses.ts';
import { addDays, type Day } from '../../src/time.ts';
import { newSchool, type School } from '../support/school.ts';

async function schoolWithPeople(): Promise<School> {
  const school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('user add --role student --given Ben --family Schulz --class 5b');
  return school;
}

describe('periods', () => {
  test.each<[Day, Day | null, Day, Day | null, boolean]>([
    ['2026-03-01', '2026-03-09', '2026-03-09', '2026-03-10', true],
    ['2026-03-01', '2026-03-09', '2026-03-10', null, false],
    ['2026-03-01', null, '2030-01-01', null, true],
    ['2026-03-05', null, '2026-03-01', '2026-03-04', false],
  ])('%s–%s and %s–%s', (from, until, otherFrom, otherUntil, expected) => {
    expect(overlap({ from, until }, { from: otherFrom, until: otherUntil })).toBe(expected);
    expect(overlap({ from: otherFrom, until: otherUntil }, { from, until })).toBe(expected);
  });

  test.each<[Day, Day | null, boolean, string]>([
    ['2026-03-09', '2026-03-09', false, 'in-force'],
    ['2026-03-01', '2026-03-08', false, 'ended'],
    ['2026-03-10', null, false, 'to-come'],
    ['2026-03-01', null, false, 'in-force'],
    ['2026-03-01', null, true, 'lifted'],
  ])('%s–%s, lifted: %s, is %s on 9 March', (from, until, lifted, state) => {
    expect(stateOf({ from, until }, lifted, '2026-03-09')).toBe(state);
  });

  test('whatever is imposed one after the other, nobody is suspended twice on one day', () => {
    const day = (offset: number) => addDays('2026-03-01', offset);
    const wish = fc.record({
      account: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.option(fc.integer({ min: 0, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const standing: Suspension[] = [];
        for (const { account, from, length } of wishes) {
          const until = length === null ? null : day(from + length);
          try {
            const facts = {
              from: day(from),
              until,
              reason: 'Joke mails',
              clause: 'mass-mail',
              incident: null,
            } as const;
            standing.push(...impose([account], standing, { ...facts, heardOn: null, decidedBy: null }, day(0)));
          } catch {
            // Refused: something is in the way.
          }
        }
        for (let offset = 0; offset < 30; offset += 1) {
          const inForce = standing.filter((one) => stateOf(one, false, day(offset)) === 'in-force');
          expect(new Set(inForce.map(({ account }) => account)).size).toBe(inForce.length);
        }
      }),
    );
  });
});

describe('suspension impose', () => {
  test('suspends until a day, on which it ends by itself', async () => {
    const school = await schoolWithPeople();
    const line = 'suspension impose anna.mueller --reason "Joke mails" --clause mass-mail --until 2026-09-09';
    expect(await school.cli(line)).toEqual({
      exit: 0,
      out:
        'anna.mueller is suspended from 20 Aug 2026 until 9 Sep 2026.\n' +
        'In IServ it is done by hand (Verwaltung, Benutzer): schulkonto iserv todo says what and when.\n' +
        'Somebody must be told (of a child, a guardian with custody). Then: schulkonto suspension inform anna.mueller\n',
      err: '',
      json: expect.any(Function),
    });
    const shown = async () => (await school.cli('user show anna.mueller --json')).json();
    expect(await shown()).toMatchObject({
      status: 'suspended',
      suspension: { from: '2026-08-20', until: '2026-09-09', reason: 'Joke mails' },
    });
    expect((await school.cli('user show anna.mueller')).out).toContain(
      'Suspended from 20 Aug 2026 until 9 Sep 2026: Joke mails\n',
    );
    school.on('2026-09-09');
    expect((await shown()).status).toBe('suspended');
    school.on('2026-09-10');
    expect(await shown()).toMatchObject({ status: 'active', suspension: null });
    expect((await school.cli('suspension list --json')).json()).toEqual([]);
  });

  test('holds from a day to come, until further notice', async () => {
    const school = await schoolWithPeople();
    const ended = await school.cli(
      'suspension impose anna.mueller --reason Filter --clause mass-mail --from 2026-09-01 --json --lang de',
    );
    expect(ended.json()).toEqual([
      {
        account: 'anna.mueller',
        from: '2026-09-01',
        until: null,
        reason: 'Filter',
        clause: 'mass-mail',
        incident: null,
        heardOn: null,
        decidedBy: null,
      },
    ]);
    expect((await school.cli('user list --status suspended --json')).json()).toEqual([]);
    expect((await school.cli('suspension list --lang de')).out).toBe(
      'Konto         Ab          Bis           Stand    Mitgeteilt  Regel      Vorfall  Grund\n' +
        'anna.mueller  01.09.2026  auf Weiteres  künftig  noch nicht  mass-mail           Filter\n' +
        '1 Sperrung.\n',
    );
    expect((await school.on('2026-09-01').cli('status --json')).json().people).toContainEqual({
      role: 'student',
      status: 'suspended',
      count: 1,
    });
  });

  test('suspends many at once, or none of them', async () => {
    const school = await schoolWithPeople();
    await school.cli('suspension impose ben.schulz --reason Filter --clause mass-mail --from 2026-09-01');
    const both = 'suspension impose anna.mueller ben.schulz anna.mueller --reason Filter --clause mass-mail';
    expect(await school.cli(both)).toMatchObject({
      exit: 3,
      out: '',
      err: '! ben.schulz is suspended from 1 Sep 2026 until further notice already.\nNobody was suspended. Lift that first, or leave those accounts out.\n',
    });
    expect((await school.cli('suspension list anna.mueller --json')).json()).toEqual([]);
    expect((await school.cli(`${both} --until 31.8.2026 --json`)).json()).toHaveLength(2);
    expect(school.sql(`SELECT user_id FROM audit_entries WHERE act = 'suspension-imposed' ORDER BY id`)).toEqual([
      { user_id: 2 },
      { user_id: 1 },
      { user_id: 2 },
    ]);
  });

  test.each([
    ['anna.mueller nobody zoe --reason Slip --clause mass-mail', 3, 'unknown-account'],
    ['anna.mueller --reason Slip --clause mass-mail --until 2026-08-19', 3, 'ends-before-it-starts'],
    ['anna.mueller --reason Slip --incident 7', 3, 'unknown-incident'],
    ['anna.mueller --reason Slip --incident seven', 2, 'usage'],
    ['anna.mueller --reason Slip --clause nonsense', 2, 'usage'],
    ['anna.mueller --reason Filter', 2, 'clause-missing'],
    ['anna.mueller --reason Filter --clause filters --heard-on 2026-08-21', 3, 'heard-in-future'],
    ['anna.mueller --reason Filter --clause filters --decided-by x', 2, 'says-nothing'],
    ['anna.mueller --reason " "', 2, 'says-nothing'],
    ['anna.mueller', 2, 'option-missing'],
  ])('refuses %s', async (rest, exit, code) => {
    const school = await schoolWithPeople();
    const ended = await school.cli(`suspension impose ${rest} --json`);
    expect({ exit: ended.exit, out: ended.out, code: JSON.parse(ended.err).error.code }).toEqual({
      exit,
      out: '',
      code,
    });
    expect(school.sql('SELECT * FROM suspensions')).toEqual([]);
  });

  test('takes the rule from the incident that it hangs on, which must concern the account', async () => {
    const school = await schoolWithPeople();
    await school.cli('incident open --account anna.mueller --what "Joke mails" --clause mass-mail');
    expect(
      (await school.cli('suspension impose anna.mueller --reason Mails --incident 1 --json')).json(),
    ).toMatchObject([{ clause: 'mass-mail', incident: 1 }]);
    expect(await school.cli('suspension impose ben.schulz --reason Mails --incident 1')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('Incident 1 does not concern ben.schulz.'),
    });
  });

  test('asks at a terminal why', async () => {
    const school = await schoolWithPeople();
    school.answers = ['Filter', 'filters'];
    expect(await school.cli('suspension impose anna.mueller')).toMatchObject({ exit: 0 });
    expect(school.asked).toEqual(['Why?', 'Which rule was broken?']);
  });

  test('a leaver past the usable days stays locked; before, suspended counts more', async () => {
    const school = await schoolWithPeople();
    school.sql(
      `INSERT INTO leavers (user_id, left_on, locked_from, deleted_on, reason) VALUES (1, '2026-08-01', '2026-08-29', '2026-09-12', 'by-hand')`,
    );
    await school.cli('suspension impose anna.mueller --reason Filter --clause mass-mail');
    const status = async () => (await school.cli('user show anna.mueller --json')).json().status;
    expect(await status()).toBe('suspended');
    school.on('2026-08-29');
    expect(await status()).toBe('locked');
  });
});

describe('suspension lift', () => {
  test('ends it now, with a reason', async () => {
    const school = await schoolWithPeople();
    await school.cli('suspension impose anna.mueller --reason Filter --clause mass-mail --until 2026-09-09');
    school.on('2026-08-22');
    expect(await school.cli('suspension lift anna.mueller --reason "Talked it over" --lang de')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Die Sperrung von anna.mueller ab 20.08.2026 bis 09.09.2026 ist aufgehoben.\n'),
    });
    expect((await school.cli('user show anna.mueller --json')).json().status).toBe('active');
    expect((await school.cli('suspension list --all --json')).json()).toMatchObject([
      { account: 'anna.mueller', state: 'lifted', lifted: { on: '2026-08-22', reason: 'Talked it over' } },
    ]);
    expect(await school.cli('suspension lift anna.mueller --reason again --json')).toMatchObject({ exit: 3, out: '' });
    expect((await school.cli('suspension impose anna.mueller --reason Again --clause mass-mail')).exit).toBe(0);
  });

  test('lifts the one in force before one to come', async () => {
    const school = await schoolWithPeople();
    await school.cli('suspension impose anna.mueller --reason Later --clause mass-mail --from 2026-10-01');
    await school.cli('suspension impose anna.mueller --reason Now --clause mass-mail --until 2026-08-31');
    expect((await school.cli('suspension lift anna.mueller --reason Slip --json')).json().reason).toBe('Now');
    expect((await school.cli('suspension lift anna.mueller --reason Slip --json')).json().reason).toBe('Later');
  });
});

describe('suspension list', () => {
  test('is filtered as people are', async () => {
    const school = await schoolWithPeople();
    await school.cli('suspension impose anna.mueller ben.schulz --reason Filter --clause mass-mail');
    const accounts = async (options: string) =>
      (await school.cli(`suspension list --json ${options}`)).json().map(({ account }: { account: string }) => account);
    expect(await accounts('--class 5b')).toEqual(['ben.schulz']);
    expect(await accounts('anna.mueller')).toEqual(['anna.mueller']);
    expect(await accounts('--role teacher')).toEqual([]);
    expect((await school.cli('suspension list --role teacher')).out).toBe('No suspensions.\n');
  });
});

describe('a suspension is a procedure', () => {
  /** Anna (10) with her parents Ute and Jan, who lost custody; Eva is of age. Both are suspended. */
  async function suspended(): Promise<School> {
    const school = await newSchool();
    for (const line of [
      'user add --role student --given Anna --family Müller --class 5a --birth-date 2016-02-01',
      'user add --role student --given Eva --family Lang --class 13a --birth-date 2008-02-01',
      'user add --role guardian --given Ute --family Müller --child anna.mueller',
      'user add --role guardian --given Jan --family Müller --child anna.mueller',
      'user edit anna.mueller --guardian jan.mueller --custody no --since 2026-05-04 --evidence "AG Kiel, 3 F 12/26"',
      'suspension impose anna.mueller --reason "Joke mails" --clause mass-mail --heard-on 2026-08-19 --decided-by "Ms Kern"',
      'suspension impose eva.lang --reason Filter --clause filters --until 2040-01-01',
    ]) {
      const ended = await school.cli(line);
      if (ended.exit !== 0) throw new Error(`${line}: ${ended.err}`);
    }
    return school;
  }

  test('it keeps who was heard, who decided, and who was told how', async () => {
    const school = await suspended();
    const told = async () => (await school.cli('status --json')).json().suspensionsToTell;
    expect((await told()).map(({ account }: { account: string }) => account)).toEqual(['anna.mueller', 'eva.lang']);
    const inform = 'suspension inform anna.mueller --how "by letter"';
    const code = async (line: string) => {
      const { exit, err } = await school.cli(`${line} --json`);
      return exit === 0 ? 0 : [exit, JSON.parse(err).error.code];
    };
    expect(await code(inform)).toEqual([2, 'option-missing']);
    expect(await code(`${inform} --told self`)).toEqual([3, 'tell-guardian']);
    expect(await code(`${inform} --told guardian:jan.mueller`)).toEqual([3, 'no-custody']);
    expect(await code(`${inform} --told guardian:ute.mueller --on 2026-08-21`)).toEqual([3, 'told-in-future']);
    expect(await code('suspension inform eva.lang --told "guardian-name:Ida Lang" --how "by letter"')).toEqual([
      3,
      'tell-themselves',
    ]);
    expect((await school.cli(`${inform} --told guardian:ute.mueller`)).out).toBe(
      'ute.mueller was told of the suspension of anna.mueller on 20 Aug 2026.\n',
    );
    expect(await code('suspension inform eva.lang --how "in person" --heard-on 2026-08-20')).toBe(0);
    expect(await told()).toEqual([]);
    expect((await school.cli('suspension list --json')).json()).toMatchObject([
      {
        account: 'anna.mueller',
        heardOn: '2026-08-19',
        decidedBy: 'Ms Kern',
        told: { on: '2026-08-20', how: 'by letter', whom: 'guardian:ute.mueller' },
      },
      { account: 'eva.lang', heardOn: '2026-08-20', told: { whom: 'self' } },
    ]);
  });

  test('without an end, or with one that is far away, it comes back to be looked at', async () => {
    const school = await suspended();
    const due = async (day: string) =>
      (await school.on(day).cli('status --json'))
        .json()
        .suspensionsToReview.map((one: { account: string }) => one.account);
    await school.cli('suspension inform anna.mueller --told guardian:ute.mueller --how "by letter"');
    expect(await due('2026-09-18')).toEqual([]);
    expect(await due('2026-09-19')).toEqual(['anna.mueller', 'eva.lang']);
    expect((await school.cli('status')).out).toContain(
      'anna.mueller has been suspended since 20 Aug 2026: lift it, or schulkonto suspension review anna.mueller\n',
    );
    expect((await school.cli('suspension review eva.lang --reason "The police look into it"')).out).toBe(
      'eva.lang stays suspended; it comes back into status on 19 Oct 2026.\n',
    );
    expect(await due('2026-09-19')).toEqual(['anna.mueller']);
    await school.cli('settings set suspension.review-days 10');
    expect(await due('2026-09-29')).toEqual(['anna.mueller', 'eva.lang']);
    await school.cli('suspension lift anna.mueller eva.lang --reason "Said sorry"');
    expect(await due('2026-09-29')).toEqual([]);
  });

  test('of several, all are lifted or none', async () => {
    const school = await suspended();
    await school.cli('user add --role student --given Ben --family Kern');
    expect(await school.cli('suspension lift anna.mueller ben.kern --reason "Said sorry"')).toMatchObject({
      exit: 3,
      err: '! ben.kern is not suspended, and will not be.\nLook with "schulkonto suspension list".\n',
    });
    expect((await school.cli('suspension list anna.mueller --json')).json()).toHaveLength(1);
  });

  test('the letter goes to who has custody, and says no day that has passed', async () => {
    const school = await suspended();
    await school.cli('settings set school.language en');
    const letter = async (file: string) => {
      const { json } = await school.cli(`suspension letter anna.mueller eva.lang --out ${file} --json`);
      return { facts: json().people, page: school.bytes(file).toString() };
    };
    const first = await letter('first.html');
    expect(first.facts).toMatchObject([
      { account: 'anna.mueller', guardians: ['Ute Müller'], reviewOn: '2026-09-19' },
      { account: 'eva.lang', guardians: null },
    ]);
    expect(first.page).toContain('To the parents and guardians of Anna Müller<br>\nUte Müller<br>');
    expect(first.page).not.toContain('Jan Müller');
    expect(first.page).toContain('on 19 Aug 2026');
    expect(first.page).toContain('The school looks on 19 Sep 2026 at the latest');
    expect(first.page).toContain('(terms of use, “E-Mail”)');
    school.on('2026-12-01');
    expect((await letter('second.html')).page).not.toMatch(/at the latest|19 Sep 2026/);
    await school.cli('suspension lift eva.lang --reason "Said sorry"');
    expect(await school.cli('suspension letter eva.lang --out third.html')).toMatchObject({ exit: 3 });
  });
});

test('suspension clauses lists every code with its rule', async () => {
  const school = await newSchool();
  const clauses = (await school.cli('suspension clauses --json')).json();
  expect(clauses.map(({ code }: { code: string }) => code)).toEqual(clauseCodes);
  expect((await school.cli('suspension clauses --lang de')).out).toContain(
    'E-Mail\n  mail-purpose: Die Schul-Mail für Schule und Berufsorientierung nutzen',
  );
});

test('what is held of a suspension goes with the person', async () => {
  const school = await schoolWithPeople();
  await school.cli('suspension impose anna.mueller --reason Filter --clause mass-mail');
  school.sql('DELETE FROM users WHERE id = 1');
  expect(school.sql('SELECT * FROM suspensions')).toEqual([]);
});
