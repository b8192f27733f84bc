import { beforeEach, describe, expect, test } from 'vitest';
import { isConcrete } from '../../src/incidents/rules.ts';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('user add --role student --given Ben --family Schulz --class 5b');
  await school.cli('user add --role student --given Cem --family Yilmaz --class 5b');
  await school.cli(
    'incident open --account anna.mueller,ben.schulz --what "Ben says Anna insulted him" --clause messenger',
  );
});

const acts = () => school.sql('SELECT act FROM audit_entries WHERE id > 5 ORDER BY id').map(({ act }) => act);
const look = 'incident inspect 1 --account anna.mueller --kind mail --suspicion "Insults by mail"';

test.each([
  ['Insults by mail', true],
  ['Verdacht auf Mobbing', true],
  ['', false],
  ['?', false],
  ['. . .', false],
  ['Mails', false],
  ['1 2 3', false],
])('whether "%s" is a concrete suspicion', (suspicion, concrete) => {
  expect(isConcrete(suspicion)).toBe(concrete);
});

describe('incident open', () => {
  test('names who is concerned and on whose word', async () => {
    const line = 'incident open --account ben.schulz --account cem.yilmaz --what "Joke mails" --reported-by "Ms Kern"';
    expect(await school.cli(`${line} --lang de`)).toMatchObject({
      exit: 0,
      out: 'Der Vorfall 2 ist eröffnet; er betrifft ben.schulz und cem.yilmaz.\n',
    });
    expect((await school.cli('incident show 2 --json')).json()).toEqual({
      incident: 2,
      openedOn: '2026-08-20',
      openedBy: 'k.schmidt',
      clause: null,
      what: 'Joke mails',
      reportedBy: 'Ms Kern',
      accounts: ['ben.schulz', 'cem.yilmaz'],
      inspections: [],
      toInform: [],
      posts: [],
      closedOn: null,
      closedBy: null,
      outcome: null,
    });
  });

  test('asks at a terminal for what is missing', async () => {
    school.answers = ['anna.mueller, ben.schulz', 'Joke mails'];
    expect((await school.cli('incident open --json')).json().accounts).toEqual(['anna.mueller', 'ben.schulz']);
  });

  test('opens nothing where somebody is unknown', async () => {
    expect(await school.cli('incident open --account anna.mueller nobody --what Slip')).toMatchObject({
      exit: 3,
      out: '',
    });
    expect((await school.cli('incident list --all --json')).json()).toHaveLength(1);
  });
});

describe('incident inspect', () => {
  test('is recorded, and begins the duty to inform', async () => {
    expect(await school.cli(look)).toMatchObject({
      exit: 0,
      out:
        'Recorded. Now you may look into mail of anna.mueller.\n' +
        'anna.mueller must be told without delay. Then: schulkonto incident inform 1 --account anna.mueller\n',
    });
    expect(acts()).toEqual(['incident-opened', 'incident-inspected']);
    expect((await school.cli('status')).out).toContain(
      'anna.mueller must be told of what was looked into on 20 Aug 2026 (incident 1).\n',
    );
    expect((await school.cli('status --json')).json().toInform).toEqual([
      { account: 'anna.mueller', incident: 1, since: '2026-08-20' },
    ]);
  });

  test.each(['chat', 'forum'])('%s is a kind of it, and who ordered it is kept', async (kind) => {
    await school.cli(`${look.replace('mail', kind)} --ordered-by "Mr Roth, head"`);
    expect((await school.cli('incident show 1 --json')).json().inspections).toMatchObject([
      { kind, orderedBy: 'Mr Roth, head', operator: 'k.schmidt' },
    ]);
    expect((await school.cli('incident show 1')).out).toContain('  Ordered by Mr Roth, head.\n');
    expect((await school.cli('user report anna.mueller')).out).toContain('Mr Roth, head');
  });

  test.each([
    ['9 --account anna.mueller --suspicion "Insults by mail"', 'unknown-incident'],
    ['1 --account cem.yilmaz --suspicion "Insults by mail"', 'not-concerned'],
    ['1 --account anna.mueller --suspicion " "', 'suspicion-missing'],
    ['1 --account anna.mueller', 'suspicion-missing'],
  ])('refuses %s, and records that', async (rest, code) => {
    const ended = await school.cli(`incident inspect ${rest} --kind files --json`);
    expect({ exit: ended.exit, out: ended.out, code: JSON.parse(ended.err).error.code }).toEqual({
      exit: 3,
      out: '',
      code,
    });
    expect(acts()).toEqual(['incident-opened', 'inspection-refused']);
    expect(school.sql(`SELECT facts ->> 'because' AS code FROM audit_facts ORDER BY entry_id DESC LIMIT 1`)).toEqual([
      { code },
    ]);
    expect(school.sql('SELECT * FROM inspections')).toEqual([]);
  });

  test('refuses on a closed incident, and records that', async () => {
    await school.cli('incident close 1 --outcome "Made up"');
    expect(await school.cli(look)).toMatchObject({
      exit: 3,
      err: '! Incident 1 was closed on 20 Aug 2026.\nIf there is something new, open another one.\n',
    });
    expect(acts().at(-1)).toBe('inspection-refused');
  });

  test('asks at a terminal, and an empty answer is a refusal', async () => {
    school.answers = ['anna.mueller', 'log', ''];
    expect(await school.cli('incident inspect 1')).toMatchObject({ exit: 3, out: '' });
    expect(acts().at(-1)).toBe('inspection-refused');
  });
});

describe('incident inform and close', () => {
  test('an incident stays open until everybody has been told', async () => {
    await school.cli(look);
    expect(await school.cli('incident close 1 --outcome "Made up"')).toMatchObject({
      exit: 3,
      err:
        '! Incident 1 stays open: anna.mueller must be told first of what was looked into.\n' +
        'Then: schulkonto incident inform 1 --account anna.mueller\n',
    });
    school.on('2026-08-22');
    expect(
      await school.cli(
        'incident inform 1 --account anna.mueller --told self --on 2026-08-21 --how "in person, with her parents"',
      ),
    ).toMatchObject({ exit: 0, out: 'anna.mueller was told on 21 Aug 2026.\n' });
    expect((await school.cli('status --json')).json().toInform).toEqual([]);
    expect(await school.cli('incident close 1 --outcome "Made up"')).toMatchObject({
      exit: 0,
      out: 'Incident 1 is closed.\n',
    });
    expect((await school.cli('incident show 1')).out).toBe(
      'Incident 1\n' +
        'Opened          20 Aug 2026 by k.schmidt\n' +
        'Closed          22 Aug 2026 by k.schmidt\n' +
        'Accounts        anna.mueller, ben.schulz\n' +
        'Rule            messenger\n' +
        'What happened   Ben says Anna insulted him\n' +
        'On the word of  k.schmidt\n' +
        'Outcome         Made up\n' +
        '20 Aug 2026, 10:00: k.schmidt looked into mail of anna.mueller. Suspicion: Insults by mail\n' +
        '  anna.mueller was told on 21 Aug 2026: in person, with her parents\n',
    );
    expect(acts()).toEqual([
      'incident-opened',
      'incident-inspected',
      'incident-informed',
      'incident-closed',
      'incident-closed',
    ]);
  });

  test('a second look begins the duty anew', async () => {
    await school.cli(look);
    await school.cli('incident inform 1 --account anna.mueller --told self --how letter');
    await school.cli(look);
    expect((await school.cli('incident show 1 --json')).json().toInform).toEqual(['anna.mueller']);
  });

  test.each([
    ['inform 1 --account ben.schulz --told self --how letter', 3, 'nothing-to-inform'],
    ['inform 1 --account anna.mueller --told self --how letter --on 2026-08-21', 3, 'informed-in-future'],
    ['inform 9 --account anna.mueller --told self --how letter', 3, 'unknown-incident'],
    ['inform 1 --account anna.mueller --told self', 2, 'option-missing'],
    ['close 1', 2, 'option-missing'],
    ['close 9 --outcome Slip', 3, 'unknown-incident'],
    ['show 9', 3, 'unknown-incident'],
    ['show x', 2, 'usage'],
  ])('refuses %s', async (rest, exit, code) => {
    await school.cli(look);
    const ended = await school.cli(`incident ${rest} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect((await school.cli('incident show 1 --json')).json().toInform).toEqual(['anna.mueller']);
  });

  test('nothing is closed twice', async () => {
    await school.cli('incident close 1 --outcome "Made up"');
    expect(await school.cli('incident close 1 --outcome "Made up"')).toMatchObject({ exit: 3, out: '' });
  });
});

describe('incident list', () => {
  test('shows open ones that concern the people chosen', async () => {
    await school.cli('incident open --account cem.yilmaz --what "Joke mails"');
    const numbers = async (options: string) =>
      (await school.cli(`incident list --json ${options}`))
        .json()
        .map(({ incident }: { incident: number }) => incident);
    expect(await numbers('')).toEqual([1, 2]);
    expect(await numbers('--class 5a')).toEqual([1]);
    expect(await numbers('cem.yilmaz')).toEqual([2]);
    await school.cli('incident close 1 --outcome "Made up"');
    expect(await numbers('')).toEqual([2]);
    expect(await numbers('--all')).toEqual([1, 2]);
    expect((await school.cli('incident list anna.mueller --lang de')).out).toBe('Keine Vorfälle.\n');
  });
});

describe('what is kept of an incident', () => {
  test('goes when its days are over, and the suspension stands on its own', async () => {
    await school.cli('incident close 1 --outcome "Made up"');
    await school.cli('suspension impose anna.mueller --reason Insults --incident 1');
    await school.cli('settings set incident.keep-days 30');
    school.on('2026-09-19');
    expect(await school.cli('incident prune')).toMatchObject({
      exit: 0,
      out: 'No incident was closed before 20 Aug 2026.\n',
    });
    school.on('2026-09-20');
    expect((await school.cli('incident prune --dry-run --json')).json()).toEqual({
      closedBefore: '2026-08-21',
      pruned: [1],
    });
    expect((await school.cli('incident list --all --json')).json()).toHaveLength(1);
    expect(await school.cli('incident prune')).toMatchObject({
      exit: 0,
      out: 'Removed 1 incident closed before 21 Aug 2026.\n',
    });
    expect((await school.cli('incident list --all --json')).json()).toEqual([]);
    expect(school.bytes().includes('Ben says Anna')).toBe(false);
    expect((await school.cli('suspension list --json')).json()).toMatchObject([
      { clause: 'messenger', incident: null },
    ]);
    expect(acts().slice(-2)).toEqual(['incident-pruned', 'incident-pruned']);
    await school.cli('incident open --account cem.yilmaz --what "Joke mails"');
    expect((await school.cli('incident list --json')).json()).toMatchObject([{ incident: 2 }]);
  });

  test('keeps its texts for the others when one person concerned is deleted, and is gone with the last', async () => {
    await school.cli(look);
    school.sql('DELETE FROM users WHERE id = 1');
    expect((await school.cli('incident show 1 --json')).json()).toMatchObject({
      accounts: ['ben.schulz'],
      inspections: [],
      toInform: [],
      what: expect.any(String),
      reportedBy: expect.any(String),
    });
    school.sql('DELETE FROM users WHERE id = 2');
    expect((await school.cli('incident list --all --json')).json()).toEqual([]);
  });
});

test('an incident that is open for long stands in status until it is closed', async () => {
  await school.cli('incident open --account ben.schulz --what "Joke mails"');
  const open = async () =>
    (await school.cli('status --json')).json().incidentsToReview.map(({ incident }: { incident: number }) => incident);
  const [{ day }] = school.sql('SELECT max(opened_on) AS day FROM incidents');
  const after = (days: number) =>
    new Date(Date.parse(`${day}T08:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  school.on(after(90));
  expect(await open()).toEqual([]);
  school.on(after(91));
  expect(await open()).toEqual([1, 2]);
  expect((await school.cli('status --lang de')).out).toContain('Der Vorfall 1 ist seit ');
  await school.cli('incident close 1 --outcome "Made up"');
  await school.cli('incident close 2 --outcome "Made up"');
  expect(await open()).toEqual([]);
});
