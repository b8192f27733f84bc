import { beforeEach, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller --class 5a');
  await school.cli('user add --role student --given Ben --family Schulz --class 5b');
});

const listed = async (line = '') => (await school.cli(`post list ${line} --json`)).json();
const removed = 'post removed anna.mueller --where "Forum 5a" --reason "Insulted a girl of 5b"';

test('a deleted post is kept with where, when, by whom, why and whose', async () => {
  expect(await school.cli(`${removed} --by "Ms Kern" --on 19.8.2026`)).toMatchObject({
    exit: 0,
    out: 'Recorded as 1: deleted on 19 Aug 2026 in Forum 5a.\nIf more follows from it: schulkonto incident open --account anna.mueller --clause messenger\n',
  });
  await school.cli('post removed --where Messenger --reason "Link to a game" --lang de');
  expect(await listed()).toEqual([
    {
      post: 2,
      account: null,
      where: 'Messenger',
      reason: 'Link to a game',
      on: '2026-08-20',
      by: 'k.schmidt',
      incident: null,
    },
    {
      post: 1,
      account: 'anna.mueller',
      where: 'Forum 5a',
      reason: 'Insulted a girl of 5b',
      on: '2026-08-19',
      by: 'Ms Kern',
      incident: null,
    },
  ]);
  expect(await listed('--class 5b')).toEqual([]);
  expect((await school.cli('post list --lang de')).out).toContain('nicht bekannt');
  // The texts are kept with the post alone: the log would keep them longer than an incident.
  expect(
    school
      .sql('SELECT facts FROM audit_facts ORDER BY entry_id DESC LIMIT 2')
      .map(({ facts }) => facts)
      .join(),
  ).not.toMatch(/Forum|Insulted|Link/);
});

test('it hangs on the incident that concerns its author, and goes with it', async () => {
  await school.cli('incident open --account anna.mueller --what Insults');
  expect(await school.cli(`${removed.replace('anna.mueller', 'ben.schulz')} --incident 1`)).toMatchObject({ exit: 3 });
  expect(await school.cli(`${removed} --incident 2`)).toMatchObject({ exit: 3 });
  expect(await school.cli(`${removed} --incident 1`)).toMatchObject({ exit: 0 });
  expect((await school.cli('incident show 1')).out).toMatch(/Deleted posts +1\n/);
  await school.cli('incident close 1 --outcome "Said sorry"');
  school.on('2027-08-25');
  await school.cli('incident prune');
  expect(await listed()).toEqual([]);
});

test('without an incident it is overdue after the days of an incident, with one it waits for that', async () => {
  await school.cli(removed);
  await school.cli('incident open --account anna.mueller --what Insults');
  await school.cli(`${removed} --incident 1`);
  const overdue = async () =>
    (await school.cli('retention --json')).json().find(({ kind }: { kind: string }) => kind === 'posts');
  school.on('2027-08-20');
  expect(await overdue()).toMatchObject({ now: 2, overdue: 0 });
  school.on('2027-08-21');
  expect(await overdue()).toMatchObject({ now: 2, overdue: 1, setting: 'incident.keep-days' });
});

test('it is in the report about its author, and in nobody else’s', async () => {
  await school.cli(removed);
  expect((await school.cli('user report anna.mueller')).out).toMatch(/Posts that moderators deleted[\s\S]*Forum 5a/);
  expect((await school.cli('user report ben.schulz')).out).not.toContain('Forum 5a');
});

test.each([
  ['post removed anna.mueller --reason Insults', 2, 'option-missing'],
  ['post removed anna.mueller --where Forum --reason " "', 2, 'says-nothing'],
  ['post removed anna.mueller --where Forum --reason Insults --on 2026-08-21', 3, 'day-to-come'],
  ['post removed nobody --where Forum --reason Insults', 3, 'unknown-account'],
])('%s is refused', async (line, exit, code) => {
  const ended = await school.cli(`${line} --json`);
  expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
  expect(await listed()).toEqual([]);
});
