import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';

async function someSchool(): Promise<School> {
  const school = await newSchool();
  school.file('terms.txt', 'Be kind.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
  await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 1.2.2014');
  await school.cli('user add --role student --given Ben --family Kern --class 10a --birth-date 20.8.2010');
  await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
  return school;
}

const terms = async (school: School, account = 'anna.mueller') =>
  (await school.cli(`user show ${account} --json`)).json().consent.terms;

describe('consent give, refuse, withdraw', () => {
  test('a guardian agrees, withdraws, and agrees again before the account is deleted', async () => {
    const school = await someSchool();
    expect(await school.cli('consent give anna.mueller --by guardian:ute.mueller --on 19.8.2026')).toMatchObject({
      exit: 0,
      out: 'anna.mueller: consent given (terms). All in all it is complete.\n',
      err: '',
    });
    expect((await school.cli('consent withdraw anna.mueller --by guardian:ute.mueller')).out).toBe(
      'anna.mueller: consent withdrawn (terms). All in all it is withdrawn.\nanna.mueller can save files until then: on 3 Sep 2026 the account is locked and deleted. A new consent before that day takes it back.\n',
    );
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({
      status: 'leaving',
      consent: { terms: 'withdrawn' },
      leaving: { leftOn: '2026-08-20', lockedFrom: '2026-09-03', deletedOn: '2026-09-03', reason: 'withdrawal' },
    });
    const again = 'consent give anna.mueller --by guardian:ute.mueller --lang de';
    expect((await school.on('2026-09-01').cli(again)).out).toBe(
      'anna.mueller: Einwilligung erteilt (terms). Insgesamt ist sie vollständig.\nanna.mueller wird nicht mehr gelöscht.\n',
    );
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({
      status: 'active',
      leaving: null,
    });
  });

  test('where accounts rest on another basis, a withdrawal deletes nobody and nothing is missing', async () => {
    const school = await someSchool();
    await school.cli('settings set consent.required no');
    await school.cli('consent give ben.kern --by self');
    expect((await school.cli('consent withdraw ben.kern --by self --json')).json()).toMatchObject([
      { account: 'ben.kern', state: 'withdrawn', deletedOn: null },
    ]);
    expect((await school.cli('consent missing --json')).json()).toEqual([]);
  });

  test.each([
    ['give anna.mueller --by self', 3, 'not-entitled'],
    ['give ben.kern --by guardian:ute.mueller --on 2026-08-19', 3, 'not-guardian-of'],
    ['give --by self', 3, 'nobody-chosen'],
    ['give anna.mueller ben.kern --by self', 3, 'not-entitled'],
    ['give ben.kern --by self --on 2026-08-21', 3, 'decided-in-future'],
    ['give ben.kern --by self --purpose video', 3, 'unknown-purpose'],
    ['give ben.kern --by self --version 9', 3, 'unknown-version'],
    ['withdraw ben.kern --by self', 3, 'nothing-to-withdraw'],
    ['give ben.kern --by self --corrects 1', 3, 'not-correctable'],
    ['give ben.kern --by him', 2, 'not-who-decided'],
    ['give ben.kern', 2, 'option-missing'],
    ['give anna.mueller --by guardian-name:U\u200bte', 2, 'not-a-name'],
    ['give ben.kern --by self --evidence a\u001b[31m', 2, 'not-a-name'],
    ['give ute.mueller --by self --purpose photos', 3, 'not-asked'],
    ['give anna.mueller --by guardian:ute.kern', 3, 'unknown-account'],
    ['give anna.mueller --by "guardian-name:ute müller"', 3, 'known-here'],
    ['give anna.mueller --by "guardian-name:Anna Müller"', 3, 'not-entitled'],
    ['give ben.kern --by "guardian-name:Ben Kern"', 3, 'known-here'],
  ])('refuses: consent %s', async (line, exit, code) => {
    const school = await someSchool();
    await school.cli('consent purposes add photos --title Fotos');
    const ended = await school.cli(`consent ${line} --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect(school.sql('SELECT * FROM consents')).toEqual([]);
  });

  test('names all for whom a decision can not be recorded, and records it of nobody', async () => {
    const school = await someSchool();
    await school.cli('user add --role student --given Cem --family Öz --class 10a --birth-date 20.9.2013');
    const ended = await school.cli('consent give anna.mueller ben.kern cem.oez --by self');
    expect(ended).toMatchObject({ exit: 3, out: '' });
    expect(ended.err).toContain('a guardian decided alone for anna.mueller and cem.oez (20 Aug 2026).');
    expect(school.sql('SELECT * FROM consents')).toEqual([]);
  });

  test('what is typed twice is recorded once; what was corrected may be said again', async () => {
    const school = await someSchool();
    const give = 'consent give ben.kern --by self';
    await school.cli(`${give} --evidence "Folder 3"`);
    const entries = () => school.sql('SELECT max(id) AS id FROM audit_entries')[0];
    const before = entries();
    expect((await school.cli(give)).out).toBe('ben.kern: recorded already (fact 1). All in all it is complete.\n');
    expect((await school.cli(`${give} --json`)).json()).toMatchObject([
      { account: 'ben.kern', fact: 1, repeated: true },
    ]);
    expect(entries()).toEqual(before);
    await school.cli('consent withdraw ben.kern --by self');
    expect((await school.cli(`${give} --json`)).json()).toMatchObject([{ fact: 3, repeated: false, stays: true }]);
    await school.cli('consent strike ben.kern 3 --reason "Not hers"');
    expect((await school.cli(`${give} --json`)).json()).toMatchObject([{ fact: 5, repeated: false }]);
    expect((await school.on('2026-08-21').cli(`${give} --json`)).json()).toMatchObject([{ fact: 6, repeated: false }]);
  });

  test('consent can be withdrawn after its purpose was retired, and by whom it was never asked of', async () => {
    const school = await someSchool();
    await school.cli('consent purposes add photos --title Fotos');
    await school.cli('consent give ben.kern --by self --purpose photos');
    await school.cli('consent purposes retire photos');
    expect((await school.cli('consent give ben.kern --by self --purpose photos')).exit).toBe(3);
    const withdrawn = await school.cli('consent withdraw ben.kern --by self --purpose photos --json');
    expect(withdrawn.json()).toMatchObject([{ purpose: 'photos', decision: 'withdrawn', state: null }]);
    expect((await school.cli('consent list --purpose photos --json')).json()).toMatchObject([
      { account: 'ben.kern', decision: 'given' },
      { account: 'ben.kern', decision: 'withdrawn' },
    ]);
    expect((await school.cli('consent list --purpose video')).exit).toBe(3);
  });

  test('whoever leaves later anyway and withdraws the terms is deleted as soon as everybody who does', async () => {
    const school = await someSchool();
    await school.cli('consent give ben.kern --by self');
    await school.cli('leaver schedule ben.kern --left-on 2026-08-20 --delete-on 2027-07-31 --reason "a year abroad"');
    expect((await school.cli('consent withdraw ben.kern --by self --json')).json()).toMatchObject([
      { deletedOn: '2026-09-03' },
    ]);
    expect((await school.cli('user show ben.kern --json')).json().leaving).toMatchObject({
      leftOn: '2026-08-20',
      lockedFrom: '2026-09-03',
      deletedOn: '2026-09-03',
    });
    const again = await school.on('2026-08-21').cli('consent give ben.kern --by self');
    expect(again.out).toContain('ben.kern leaves as before the withdrawal: the account is deleted on 31 Jul 2027.');
    expect((await school.cli('user show ben.kern --json')).json().leaving).toMatchObject({
      leftOn: '2026-08-20',
      lockedFrom: '2026-09-17',
      deletedOn: '2027-07-31',
      reason: 'a year abroad',
    });
  });

  test('a second withdrawal changes nothing about the day, nor about taking it back', async () => {
    const school = await someSchool();
    await school.cli('consent give anna.mueller --by guardian:ute.mueller');
    await school.cli('consent withdraw anna.mueller --by guardian:ute.mueller');
    await school.cli('settings set leaver.deleted-after-withdrawal 7d');
    const again = await school.cli('consent withdraw anna.mueller --by "guardian-name:Jo Müller" --json -y');
    expect(again.json()).toMatchObject([{ deletedOn: null, state: 'withdrawn' }]);
    await school.cli('consent give anna.mueller --by "guardian-name:Jo Müller" -y');
    const given = await school.cli('consent give anna.mueller --by guardian:ute.mueller --json');
    expect(given.json()).toMatchObject([{ stays: true, state: 'complete' }]);
    expect((await school.cli('user show anna.mueller --json')).json().leaving).toBe(null);
  });

  test('a schedule that is made by hand after a withdrawal is not taken back with it', async () => {
    const school = await someSchool();
    await school.cli('consent give ben.kern --by self');
    await school.cli('leaver schedule ben.kern --left-on 2026-08-20');
    await school.cli('consent withdraw ben.kern --by self');
    await school.cli('leaver schedule ben.kern --left-on 2026-08-20 --delete-on 2026-09-05');
    expect((await school.on('2026-08-21').cli('consent give ben.kern --by self --json')).json()).toMatchObject([
      { deletedOn: '2026-09-05', stays: false, leavesAsBefore: true },
    ]);
    expect((await school.cli('user show ben.kern --json')).json().leaving).toMatchObject({ deletedOn: '2026-09-05' });
  });

  test('whoever leaves sooner anyway keeps that day', async () => {
    const school = await someSchool();
    await school.cli('consent give ben.kern --by self');
    await school.cli('settings set leaver.notice-days 3');
    await school.cli('leaver schedule ben.kern --left-on 2026-08-20 --delete-on 2026-08-25');
    expect((await school.cli('consent withdraw ben.kern --by self --json')).json()).toMatchObject([
      { deletedOn: null },
    ]);
    expect((await school.cli('user show ben.kern --json')).json().leaving).toMatchObject({ deletedOn: '2026-08-25' });
  });

  test('a mistake is corrected by another fact, or struck; the first stays as it was', async () => {
    const school = await someSchool();
    await school.cli('consent refuse ben.kern --by self');
    await school.cli('consent give ben.kern --by self --corrects 1 --evidence "Folder 3"');
    expect(await terms(school, 'ben.kern')).toBe('complete');
    expect((await school.cli('consent strike ben.kern 2 --reason Mistake --json')).json()).toMatchObject({
      fact: 3,
      state: 'missing',
    });
    expect((await school.cli('consent strike ben.kern 2 --reason Again')).exit).toBe(3);
    expect((await school.cli('consent list ben.kern')).out).toBe(
      'No.  Purpose  Decision             By    On           Channel  Evidence\n' +
        '1    terms 1  refused (corrected)  self  20 Aug 2026  paper\n' +
        '2    terms 1  given (corrected)    self  20 Aug 2026  paper    Folder 3\n',
    );
    expect((await school.cli('consent list --class 10a --lang de')).out).toBe(
      'Konto     Nr.  Zweck    Entscheidung            Von     Am          Kanal   Nachweis\n' +
        'ben.kern  1    terms 1  abgelehnt (berichtigt)  selbst  20.08.2026  Papier\n' +
        'ben.kern  2    terms 1  erteilt (berichtigt)    selbst  20.08.2026  Papier  Folder 3\n',
    );
    expect(() => school.sql("UPDATE consents SET decision = 'given'")).toThrow('never edited');
  });
});

test('a new version makes consent outdated from the day it holds, not before', async () => {
  const school = await someSchool();
  await school.cli('consent give anna.mueller --by guardian:ute.mueller');
  school.file('new.txt', 'Be kinder than before.');
  expect(await school.cli('terms publish new.txt --version 2 --from 2026-09-01 -y')).toMatchObject({ exit: 0 });
  expect(await terms(school)).toBe('complete');
  expect(await terms(school.on('2026-09-01'))).toBe('outdated');
});

test('consent missing says who, what and why; status counts it', async () => {
  const school = await someSchool();
  await school.cli('consent purposes add photos --title Fotos');
  await school.cli('consent give ben.kern ute.mueller --by self');
  expect((await school.cli('consent missing --class 5A')).out).toBe(
    'Account       Name         Class  Purpose  Why\n' +
      'anna.mueller  Anna Müller  5a     photos   nobody decided (it is up to a guardian)\n' +
      'anna.mueller  Anna Müller  5a     terms    nobody decided (it is up to a guardian)\n' +
      '2 consents are missing.\n',
  );
  expect((await school.cli('consent missing --purpose terms --json')).json()).toEqual([
    {
      account: 'anna.mueller',
      givenName: 'Anna',
      familyName: 'Müller',
      class: '5a',
      purpose: 'terms',
      basis: 'consent',
      state: 'missing',
      reason: 'nobody-decided',
      deciders: 'guardian',
    },
  ]);
  expect((await school.cli('status --json')).json().consentsMissing).toEqual([
    { purpose: 'terms', basis: 'consent', count: 1 },
    { purpose: 'photos', basis: 'consent', count: 2 },
  ]);
  await school.cli('consent purposes retire photos');
  expect((await school.cli('consent missing --json')).json()).toHaveLength(1);
});

test.each([
  ['add photos --title Bilder', 3, 'purpose-taken'],
  ['add old --title Altes', 3, 'purpose-taken'],
  ['add Photos --title Fotos', 2, 'not-a-purpose'],
  ['add video --title " "', 2, 'says-nothing'],
  ['add video --title Vid\u202eeo', 2, 'not-a-name'],
  ['retire terms', 3, 'terms-stay'],
  ['retire old', 3, 'unknown-purpose'],
])('consent purposes %s is refused', async (line, exit, code) => {
  const school = await newSchool();
  await school.cli('consent purposes add photos --title Fotos');
  await school.cli('consent purposes add old --title Altes');
  await school.cli('consent purposes retire old');
  const before = (await school.cli('consent purposes list --json')).json();
  const ended = await school.cli(`consent purposes ${line} --json`);
  expect([ended.exit, JSON.parse(ended.err).error.code]).toEqual([exit, code]);
  expect((await school.cli('consent purposes list --json')).json()).toEqual(before);
});
