import { beforeEach, describe, expect, test } from 'vitest';
import { stateOf } from '../../src/permits/rules.ts';
import type { Day } from '../../src/time.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('user add --role student --given Ben --family Schulz --class 5b');
});

const listed = async (line = '') => (await school.cli(`permit list ${line} --json`)).json();
const give = 'permit give anna.mueller --kind traffic --reason "Film of the play"';

test.each([
  ['2026-08-19', '2026-08-21', null, 'in-force'],
  ['2026-08-20', '2026-08-20', null, 'in-force'],
  ['2026-08-21', null, null, 'to-come'],
  ['2026-08-01', '2026-08-19', null, 'over'],
  ['2026-08-01', null, '2026-08-21', 'in-force'],
  ['2026-08-01', null, '2026-08-20', 'ended'],
] as const)('a permit from %s until %s, ended on %s, is %s', (from, until, endedOn, state) => {
  const ended = endedOn && { on: endedOn as Day, reason: 'x' };
  expect(stateOf({ from, until, ended }, '2026-08-20')).toBe(state);
});

describe('permit give', () => {
  test('says who may what, until when, and with whom it was cleared', async () => {
    expect(await school.cli(`${give} --until 2026-09-09 --cleared-with "Mr Roth"`)).toMatchObject({
      exit: 0,
      out: 'anna.mueller may from 20 Aug 2026 until 9 Sep 2026: large transfers.\n',
      err: '',
    });
    expect(await listed()).toEqual([
      {
        permit: 1,
        account: 'anna.mueller',
        administrator: null,
        kind: 'traffic',
        reason: 'Film of the play',
        clearedWith: 'Mr Roth',
        from: '2026-08-20',
        until: '2026-09-09',
        givenBy: 'k.schmidt',
        ended: null,
        state: 'in-force',
      },
    ]);
    expect((await school.cli('permit list --lang de')).out).toContain('große Up- oder Downloads');
    expect((await school.on('2026-09-10').cli('permit list')).out).toBe('No permits.\n');
    expect((await listed('--all'))[0]).toMatchObject({ state: 'over', permit: 1 });
  });

  test('cleared with nobody else, it is cleared with the operator; several at once, or nobody', async () => {
    expect(
      (await school.cli('permit give anna.mueller ben.schulz --kind other --reason "Own laptop" --json')).json(),
    ).toMatchObject([{ account: 'anna.mueller', clearedWith: 'k.schmidt' }, { account: 'ben.schulz' }]);
    expect(await school.cli('permit give anna.mueller nobody --kind other --reason "Own laptop"')).toMatchObject({
      exit: 3,
    });
    expect(await listed()).toHaveLength(2);
    expect((await listed('--class 5b')).map(({ account }: { account: string }) => account)).toEqual(['ben.schulz']);
  });

  test('records what an administrator installs the same way, and forgets it with the administrator', async () => {
    expect(await school.cli('permit give --administrator k.schmidt --kind software --reason GeoGebra')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('k.schmidt is no administrator'),
    });
    await school.cli('administrator add k.schmidt --name "Karin Schmidt"');
    expect(
      await school.cli('permit give --administrator k.schmidt --kind software --reason "GeoGebra in room 12"'),
    ).toMatchObject({ exit: 0, out: expect.stringContaining('k.schmidt (administrator) may from 20 Aug 2026') });
    expect(await listed()).toMatchObject([{ account: null, administrator: 'k.schmidt', kind: 'software' }]);
    expect(await listed('anna.mueller')).toEqual([]);
    expect(await school.cli('permit end --administrator k.schmidt --reason "Removed again"')).toMatchObject({
      exit: 0,
    });
    expect(await listed()).toEqual([]);
  });

  test('asks at a terminal for what is missing', async () => {
    school.answers = ['software', 'GeoGebra at home'];
    expect((await school.cli('permit give anna.mueller --json')).json()).toMatchObject([
      { kind: 'software', reason: 'GeoGebra at home' },
    ]);
  });

  test.each([
    ['permit give --kind traffic --reason "Film"', 2, 'nobody-named'],
    ['permit give anna.mueller --reason "Film"', 2, 'option-missing'],
    ['permit give anna.mueller --kind traffic', 2, 'option-missing'],
    [
      'permit give anna.mueller --kind traffic --reason Film --from 2026-09-02 --until 2026-09-01',
      3,
      'permit-ends-before',
    ],
    ['permit end anna.mueller --reason "Done"', 3, 'no-permit'],
    ['permit end anna.mueller', 2, 'option-missing'],
  ])('%s is refused', async (line, exit, code) => {
    const ended = await school.cli(`${line} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(await listed('--all')).toEqual([]);
  });
});

describe('permit end', () => {
  test('ends one kind, or all; and ends nothing where somebody has none', async () => {
    await school.cli(give);
    await school.cli('permit give anna.mueller --kind software --reason GeoGebra');
    expect(await school.cli('permit end anna.mueller ben.schulz --reason Done')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('ben.schulz'),
    });
    expect(await listed()).toHaveLength(2);
    await school.cli('permit end anna.mueller --kind traffic --reason "The film is done"');
    expect(await listed()).toMatchObject([{ kind: 'software' }]);
    expect(await listed('--all')).toMatchObject([
      { kind: 'software' },
      { kind: 'traffic', state: 'ended', ended: { on: '2026-08-20', reason: 'The film is done' } },
    ]);
  });
});

describe('who is suspended for what was allowed', () => {
  const impose = 'suspension impose anna.mueller --reason "Film of 8 GB"';

  test('is named with the permit; the suspension is imposed all the same', async () => {
    await school.cli(`${give} --until 2026-08-20`);
    const ended = await school.cli(`${impose} --clause traffic`);
    expect(ended).toMatchObject({
      exit: 0,
      err: '! anna.mueller was allowed this: permit 1 (large transfers) from 20 Aug 2026 until 20 Aug 2026: Film of the play\n',
    });
  });

  test('is asked about at a terminal, and a no suspends nobody', async () => {
    await school.cli(give);
    school.answers = [false];
    expect(await school.cli(`${impose} --clause traffic`)).toMatchObject({ exit: 130 });
    expect((await school.cli('suspension list --json')).json()).toEqual([]);
  });

  test('also where the permit held on the day of the incident, and the rule is that of the incident', async () => {
    await school.cli(`${give} --until 2026-08-20`);
    await school.cli('incident open --account anna.mueller --what "Film of 8 GB" --clause traffic');
    school.on('2026-08-25');
    expect((await school.cli(`${impose} --incident 1`)).err).toContain('permit 1 (large transfers)');
  });

  test.each([
    ['another rule', '--clause software', ''],
    ['the rule of the mails', '--clause mass-mail', ''],
    ['somebody else', '--clause traffic', 'ben.schulz'],
  ])('and for %s nothing is said', async (_, clause, other) => {
    await school.cli(give);
    expect(await school.cli(`${impose.replace('anna.mueller', other || 'anna.mueller')} ${clause}`)).toMatchObject({
      exit: 0,
      err: '',
    });
  });
});
