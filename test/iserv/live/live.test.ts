import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Iserv } from '../model.ts';
import { type Child, consented, done, schoolOf } from '../school.ts';
import { json, Wire } from './server.ts';

const many = Array.from({ length: 10 }, (_, at): Child => [String(at), `Kind${at}`, 'Muster', '5a']);

/** A school that is let into its IServ, which has imported all of it. */
async function connected() {
  const school = await schoolOf(many);
  await consented(school, ...many.map(([, given]) => `${given.toLowerCase()}.muster`));
  await done(school, 'iserv export first.csv --first');
  const iserv = new Iserv();
  iserv.importFile(school.bytes('first.csv').toString());
  const wire = await new Wire().start();
  wire.users = [...iserv.users.values()];
  await done(school, `settings set iserv.url ${wire.origin}`);
  await done(school, `settings set iserv.client-id ${wire.client}`);
  chmodSync(school.file('iserv-secret', `${wire.secret}\n`), 0o600);
  return { school, iserv, wire };
}

const known = 'SELECT count(*) AS n FROM iserv_known';

test('is off until the school says where, as whom, and with what secret, which only its owner can read', async () => {
  const school = await schoolOf();
  const live = () => school.cli('iserv reconcile --live');
  expect(await live()).toMatchObject({
    exit: 3,
    out: '',
    err: expect.stringContaining(
      'schulkonto settings set iserv.url VALUE\nschulkonto settings set iserv.client-id VALUE',
    ),
  });
  await done(school, 'settings set iserv.url iserv.see.example');
  expect((await live()).err).not.toContain('iserv.url VALUE');
  await done(school, 'settings set iserv.client-id schulkonto');
  expect(await live()).toMatchObject({
    exit: 3,
    err: expect.stringContaining(`(umask 077 && cat > ${school.path('iserv-secret')})`),
  });
  chmodSync(school.file('iserv-secret', 'geheim\n'), 0o640);
  expect(await live()).toMatchObject({ exit: 3, err: expect.stringContaining('Others can read the secret') });
  chmodSync(school.file('iserv-secret', 'a\nb\n'), 0o600);
  expect(await live()).toMatchObject({ exit: 4, err: expect.stringContaining('must hold one line') });
});

test.each(['http://iserv.see.example', 'https://a:b@iserv.see.example', 'https://see.example/x?y=1', 'ftp://x'])(
  '%s is no place to send a secret to',
  async (url) => {
    const school = await schoolOf([]);
    expect((await school.cli(`settings set iserv.url ${url}`)).exit).toBe(2);
  },
);

test('page by page and as a list it says what a file says, and asks for nothing that is not needed', async () => {
  const { school, iserv, wire } = await connected();
  Object.assign(iserv.users.get('kind3.muster') ?? {}, { familyName: 'Muster-Neu' });
  iserv.add({ givenName: 'Eve', familyName: 'Unbekannt' });
  wire.users = [...iserv.users.values()];
  const live = await done(school, 'iserv reconcile --live --dry-run --json');
  school.file('users.csv', iserv.export('Schüler'));
  const file = await done(school, 'iserv reconcile users.csv --dry-run --json');
  expect(live.json()).toEqual(file.json());
  expect(live.json().findings).toHaveLength(2);
  expect(wire.asked).toHaveLength(2 + 6);
  expect(wire.asked[2]).toBe(
    '/iserv/idm/api/v1/users?deleted=false&_attributes=user,firstname,lastname,auxInfo,emailAddress,importId,groups,deleted',
  );
  wire.pageSize = undefined;
  expect((await done(school, 'iserv reconcile --live --json')).json().findings).toHaveLength(2);
  expect(school.sql('SELECT account FROM iserv_strangers')).toEqual([{ account: 'eve.unbekannt' }]);
  // The interface does not show roles, so nobody is taken in by it.
  expect((await school.cli('iserv reconcile --live --adopt')).out).toContain('1 account was not taken in');
  expect((await school.cli('iserv reconcile users.csv --live')).exit).toBe(2);
  expect(school.bytes().includes(wire.secret)).toBe(false);
});

test('who is deleted there, and waits its ninety days, is not there', async () => {
  const { school, wire } = await connected();
  wire.pageSize = undefined;
  wire.bad.set('/iserv/idm', (_, response) =>
    json(
      response,
      wire.users.map((user, at) => ({ ...wire.shown(user), deleted: at === 0 })),
    ),
  );
  const { findings } = (await done(school, 'iserv reconcile --live --json')).json();
  expect(findings).toMatchObject([{ code: 'not-in-iserv', account: 'kind0.muster' }]);
});

test('more than a fifth fewer than the last time, or nobody, is believed of a file alone', async () => {
  const { school, iserv, wire } = await connected();
  expect((await school.cli('iserv reconcile --live')).exit).toBe(0);
  wire.users = wire.users.slice(0, 7);
  expect(await school.cli('iserv reconcile --live')).toMatchObject({
    exit: 3,
    err: expect.stringContaining('shows 7 accounts, and 10 the last time'),
  });
  wire.users = [];
  expect((await school.cli('iserv reconcile --live')).exit).toBe(3);
  expect(school.sql(known)).toEqual([{ n: 10 }]);
  for (const account of ['kind7.muster', 'kind8.muster', 'kind9.muster']) iserv.delete(account);
  school.file('users.csv', iserv.export());
  await done(school, 'iserv reconcile users.csv');
  wire.users = [...iserv.users.values()];
  expect((await school.cli('iserv reconcile --live')).exit).toBe(0);
});

type Answering = NonNullable<ReturnType<Wire['bad']['get']>>;
const users = '/iserv/idm';
const odd: readonly (readonly [what: string, place: string, answer: Answering, exit: number, says: string])[] = [
  ['no such page', users, (_, to) => json(to, {}, 404), 4, 'it answers 404'],
  ['not let in', '/token', (_, to) => json(to, {}, 401), 3, 'lets nobody in'],
  ['not let read', users, (_, to) => json(to, {}, 403), 3, 'iserv:idm:api-read'],
  ['overloaded', users, (_, to) => json(to, {}, 503), 75, 'does not answer (503)'],
  ['cut off', users, (_, to) => to.writeHead(200, { 'Content-Length': 9 }).destroy(), 75, 'does not answer'],
  ['a page to log in', users, (_, to) => to.end('<html>'), 4, 'no JSON'],
  ['no list', users, (_, to) => json(to, { error: 'x' }), 4, 'no list of users'],
  ['no account', users, (_, to) => json(to, [{ user: 'Anna Müller' }]), 4, 'user 1 of the list has no account'],
  ['no names', users, (_, to) => json(to, [{ user: 'anna.mueller' }]), 4, 'user 1 of the list lacks'],
  ['no login', '/.well-known', (_, to) => json(to, {}), 4, 'how to log in'],
  ['a token that is none', '/token', (_, to) => json(to, { access_token: 'a\r\nX: y' }), 4, 'how to log in'],
  [
    'a login elsewhere',
    '/.well-known',
    (_, to) => json(to, { token_endpoint: 'https://thief.example/token' }),
    4,
    'not its own (thief.example)',
  ],
  [
    'a redirect',
    '/token',
    (_, to) => to.writeHead(307, { Location: 'https://thief.example/' }).end(),
    4,
    'another place (thief.example)',
  ],
  [
    'a next page elsewhere',
    users,
    (_, to) => json(to, { 'hydra:member': [], 'hydra:view': { 'hydra:next': '//thief.example/users?page=2' } }),
    4,
    'not its own (thief.example)',
  ],
  [
    'pages in a ring',
    users,
    ({ url }, to) => json(to, { 'hydra:member': [], 'hydra:view': { 'hydra:next': url } }),
    4,
    'lead back',
  ],
  [
    'fewer than it says',
    users,
    (_, to) => json(to, { 'hydra:member': [], 'hydra:totalItems': 3 }),
    4,
    'another number of users than it says there are (0, 3)',
  ],
  [
    'a flood',
    users,
    (_, to) => {
      const piece = Buffer.alloc(2 ** 20, ' ');
      const pour = () => {
        while (to.write(piece));
      };
      to.on('drain', pour);
      pour();
    },
    4,
    'longer than 64 MB',
  ],
];

test('what does not answer as it should changes nothing, and is told', async () => {
  const { school, wire } = await connected();
  for (const [what, place, answer, exit, says] of odd) {
    wire.bad.clear();
    wire.bad.set(place, answer);
    const ended = await school.cli('iserv reconcile --live');
    expect(ended, what).toMatchObject({ exit, out: '', err: expect.stringContaining(says) });
    expect(ended.err, what).not.toContain(wire.secret);
  }
  wire.bad.clear();
  wire.users = [...wire.users, ...wire.users.slice(0, 1)];
  expect((await school.cli('iserv reconcile --live')).err).toContain('user 11 of the list is there twice');
  expect(school.sql(known)).toEqual([{ n: 10 }]);
  expect(school.sql("SELECT * FROM iserv_exchanges WHERE kind = 'reconcile'")).toEqual([]);
});

test('who never answers is waited for only so long, and nobody at that address is said', async () => {
  const { school, wire } = await connected();
  wire.bad.set(users, () => school.timeIsUp.abort());
  expect(await school.cli('iserv reconcile --live')).toMatchObject({
    exit: 75,
    err: expect.stringContaining('does not answer (timeout); nothing was changed'),
  });
  school.timeIsUp = new AbortController();
  await done(school, 'settings set iserv.url http://127.0.0.1:1');
  expect((await school.cli('iserv reconcile --live --lang de')).err).toMatch(/127\.0\.0\.1:1 antwortet nicht \(.+\)/);
});
