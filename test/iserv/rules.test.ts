import { expect, test } from 'vitest';
import { byClass, closedBecause, undressed } from '../../src/iserv/rules.ts';
import { consented, done, schoolOf } from './school.ts';

test.each([
  ['{A1B2-C3}', 'a1b2-c3'],
  [' a1b2-c3 ', 'a1b2-c3'],
  ['00 401', '00 401'],
  ['{A1', '{a1'],
])('an import ID in any dress is one: %s', (dressed, bare) => {
  expect(undressed(dressed)).toBe(bare);
});

test('lists go by class as schools sort them, who has none last, and by name within each', () => {
  const person = (account: string, name: string | null, familyName?: string) => ({
    account,
    class: name,
    ...(familyName === undefined ? {} : { familyName, givenName: 'A' }),
  });
  const sorted = [
    person('f', null, 'Aal'),
    person('e', '10a', 'Aal'),
    person('d', '5b', 'Aal'),
    person('c', '5a', 'Zapf'),
    person('b', '5a', 'Aal'),
    person('a', '5a', 'Aal'),
    person('g', '5a'),
  ].sort(byClass);
  expect(sorted.map(({ account }) => account)).toEqual(['g', 'a', 'b', 'c', 'd', 'e', 'f']);
});

test.each([
  ['suspended', 'closed', 'hash', 'suspended'],
  ['locked', null, null, 'locked'],
  ['active', 'closed', 'hash', 'did-not-come'],
  ['active', 'closed', null, null],
  ['active', 'open', 'hash', null],
] as const)('%s, hour %s, password %s: closed because %s', (status, hour, mustChange, because) => {
  const hands = { locked: false, password: null, hour, hourOn: null };
  expect(closedBecause({ status, hands, mustChange })).toBe(because);
});

test('what else IServ tells is compared: role, account, ID, mail, the last login', async () => {
  const school = await schoolOf();
  await consented(school, 'anna.mueller', 'ben.schulz', 'cem.yildiz');
  await done(school, 'iserv export first.csv --first');
  school.file(
    'users.csv',
    [
      'Account;Vorname;Nachname;Status;Benutzertyp;Import-ID;Klasse/Information;E-Mail-Adresse;Gruppen;Letzter Login',
      'anna.mueller;Anna;Müller;eingeschränkt;Lehrer;1;5a;anna@elsewhere.example;;20.08.2026',
      'ben.schulz;Ben;Schulz;aktiv;Schüler;;5b;;;',
      'cem.yildiz;Cem;Yıldız;aktiv;Schüler;77;10a;cem.yildiz@see.example;;01.01.2026',
      '',
    ].join('\n'),
  );
  const { findings } = (await done(school, 'iserv reconcile users.csv --dry-run --json')).json();
  expect(findings.map(({ code, account }: { code: string; account: string }) => `${code} ${account}`)).toEqual([
    'import-id-differs cem.yildiz',
    'role-differs anna.mueller',
    'mail-differs anna.mueller',
    'by-hand ben.schulz',
    'not-logged-in ben.schulz',
    'not-logged-in cem.yildiz',
  ]);
});
