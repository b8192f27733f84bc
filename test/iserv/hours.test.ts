import { expect, test } from 'vitest';
import { accountsIn, consented, done, exported, schoolOf } from './school.ts';

const inClass = [
  ['1', 'Anna', 'Müller', '5a'],
  ['2', 'Ben', 'Schulz', '5a'],
  ['3', 'Cem', 'Yıldız', '5a'],
  ['4', 'Dua', 'Lipa', '5b'],
] as const;

async function firstLessons() {
  const school = await schoolOf(inClass);
  await consented(school, 'anna.mueller', 'ben.schulz', 'cem.yildiz', 'dua.lipa');
  await exported(school, '--first');
  await done(school, 'password issue --csv passwords.csv');
  await done(school, 'iserv done --what password -y');
  return school;
}

test('a class is opened, and closed again for who did not come; who came is recorded', async () => {
  const school = await firstLessons();
  await done(school, 'suspension impose cem.yildiz --reason Slip --clause mass-mail');
  const opened = await done(school, 'iserv open --class 5A');
  expect(opened.out).toBe(
    [
      '2 accounts to be opened in IServ, for the bulk action:',
      'anna.mueller',
      'ben.schulz',
      'In IServ: Verwaltung, Benutzer, set the status to active. Afterwards: schulkonto iserv close --class 5A',
      '',
    ].join('\n'),
  );
  expect(accountsIn((await done(school, 'iserv todo --what open --json')).json())).toEqual([
    'anna.mueller',
    'ben.schulz',
  ]);
  await done(school, 'iserv done --what open -y');
  expect((await school.cli('status')).out).toContain(
    'Class 5a has been open in IServ since 20 Aug 2026: schulkonto iserv close --class 5a',
  );

  school.file('provisional.csv', 'Account;Vorname\nben.schulz;Ben\ndua.lipa;Dua\n');
  const closed = await done(school, 'iserv close --class 5a --from-iserv provisional.csv --json');
  expect(closed.json()).toEqual({
    classes: ['5a'],
    came: [{ account: 'anna.mueller' }],
    didNotCome: [{ account: 'ben.schulz' }],
  });
  expect((await done(school, 'password pending --json')).json()).not.toContainEqual(
    expect.objectContaining({ account: 'anna.mueller' }),
  );
  expect(accountsIn((await done(school, 'iserv todo --what close --json')).json())).toEqual(['ben.schulz']);
  await done(school, 'iserv done --what close -y');
  expect((await school.cli('status')).out).not.toContain('has been open');

  // The next hour opens who was closed; whoever has an own password in the end stays open.
  expect((await done(school, 'iserv open --class 5a --json')).json().opened).toEqual([{ account: 'ben.schulz' }]);
  await done(school, 'iserv done --what open -y');
  await done(school, 'password confirm ben.schulz');
  expect((await done(school, 'iserv close --class 5a')).out).toBe('1 person came and set an own password.\n');
  expect((await done(school, 'iserv todo --json')).json()).toEqual([expect.objectContaining({ what: 'lock' })]);
});

test('nobody to be opened is said, not refused; a class that is none and a list of others are', async () => {
  const school = await firstLessons();
  await done(school, 'password confirm dua.lipa');
  expect(await school.cli('iserv open --class 5b --lang de')).toMatchObject({
    exit: 0,
    out: 'Niemand dort hat noch ein vorläufiges Passwort und darf sich anmelden: niemand ist zu öffnen.\n',
  });
  expect(await school.cli('iserv close --class 5b')).toMatchObject({ exit: 0, out: expect.stringContaining('Nobody') });
  expect(await school.cli('iserv open --class 5x')).toMatchObject({ exit: 3 });
  await done(school, 'iserv open --class 5a');
  school.file('others.csv', 'Account\nsome.body\n');
  expect(await school.cli('iserv close --class 5a --from-iserv others.csv')).toMatchObject({ exit: 4 });
  expect((await done(school, 'password pending --json')).json()).toHaveLength(3);
});
