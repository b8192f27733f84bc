import { expect, test } from 'vitest';
import { consented, done, schoolOf } from './school.ts';

const users = (anna: string, ben: string, cem: string) =>
  [
    'Account;Vorname;Nachname;Status;Import-ID;Klasse/Information;Letzter Login',
    `anna.mueller;Anna;Müller;aktiv;1;5a;${anna}`,
    `ben.schulz;Ben;Schulz;aktiv;2;5b;${ben}`,
    `cem.yildiz;Cem;Yıldız;aktiv;3;10a;${cem}`,
    '',
  ].join('\n');

test('who has not logged in for long, as IServ shows it, stands in a list and in status', async () => {
  const school = await schoolOf();
  await consented(school, 'anna.mueller', 'ben.schulz', 'cem.yildiz');
  await done(school, 'iserv export first.csv --first');
  expect((await school.cli('user idle')).err).toContain('IServ has not shown yet who logged in when');
  const idle = async () => (await school.cli('user idle --json')).json();
  const inStatus = async () => (await school.cli('status --json')).json().iserv.idle;

  school.file('users.csv', users('20.08.2026', '20.06.2026 08:15', ''));
  await done(school, 'iserv reconcile users.csv');
  // 61 days without a login; and of whom none is known it is counted from when IServ first showed it.
  expect(await idle()).toEqual([
    {
      account: 'ben.schulz',
      givenName: 'Ben',
      familyName: 'Schulz',
      class: '5b',
      because: ['not-logged-in'],
      lastLogin: '2026-06-20',
      seenOn: '2026-08-20',
      issuedOn: null,
    },
  ]);
  expect((await school.cli('status')).out).toContain(
    '1 person has not logged in to IServ for 60 days: schulkonto user idle\n',
  );
  // What IServ has not shown again since is not counted further.
  school.on('2026-12-01');
  expect(await inStatus()).toBe(1);
  school.file('users.csv', users('20.08.2026', '30.11.2026', ''));
  await done(school, 'iserv reconcile users.csv');
  expect((await idle()).map(({ account }: { account: string }) => account)).toEqual(['anna.mueller', 'cem.yildiz']);
  expect((await school.cli('user idle --lang de')).out).toMatch(/cem\.yildiz .* nie .*nicht angemeldet/);
  expect((await school.cli('user report cem.yildiz --lang de')).out).toContain('Anmeldung gezeigt am');

  await school.cli('settings set user.idle-days 200');
  expect(await idle()).toEqual([]);
  await school.cli('settings set user.idle-days 60');
  await school.cli('suspension impose anna.mueller --reason "Joke mails" --clause mass-mail');
  expect(await inStatus()).toBe(1);
});

test('so does who has had an issued password for too long', async () => {
  const school = await schoolOf();
  await consented(school, 'anna.mueller', 'ben.schulz', 'cem.yildiz');
  await done(school, 'password issue anna.mueller ben.schulz --csv passwords.csv -y');
  school.on('2026-09-03');
  expect((await school.cli('user idle --json')).json()).toEqual([]);
  school.on('2026-09-04');
  await done(school, 'password confirm ben.schulz');
  expect((await school.cli('user idle --json')).json()).toMatchObject([
    { account: 'anna.mueller', because: ['password-overdue'], issuedOn: '2026-08-20', lastLogin: null },
  ]);
  expect((await school.cli('user idle --class 5b --json')).json()).toEqual([]);
});
