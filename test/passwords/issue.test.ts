import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { newSchool } from '../support/school.ts';
import { factsOf, lock, passwordsIn, smallSchool } from './school.ts';

describe('password issue', () => {
  test('gives everybody without one a password, once', async () => {
    const school = await smallSchool();
    expect(await school.cli('password issue --class 5a --csv one.csv')).toEqual({
      exit: 0,
      out: `1 password issued; each must be changed at the first login.
In IServ they are set as provisional passwords (Verwaltung, Benutzer): schulkonto iserv todo --what password
Only you can read ${school.path('one.csv')}. When it has done its work, destroy it: shred -u ${school.path('one.csv')}\n`,
      err: '! Nobody was left out for want of consent: no version of the terms is published (schulkonto terms publish).\n',
      json: expect.any(Function),
    });
    expect((await school.cli('password issue --csv rest.csv --slips rest.html --json')).json()).toEqual({
      issued: ['oemer.oeztuerk', 'ida.kern'],
      leftOut: [],
      withheld: [],
      slips: school.path('rest.html'),
      csv: school.path('rest.csv'),
    });
    expect(Object.keys(passwordsIn(school, 'one.csv'))).toEqual(['anna.mueller']);
    expect(Object.keys(passwordsIn(school, 'rest.csv'))).toEqual(['oemer.oeztuerk', 'ida.kern']);
    expect(statSync(school.path('rest.html')).mode & 0o777).toBe(0o600);
    expect((await school.cli('user show ida.kern --json')).json().password).toEqual({
      state: 'must-change',
      issuedOn: '2026-08-20',
    });
    expect(await school.cli('password issue --csv more.csv')).toMatchObject({
      exit: 0,
      out: 'No password was issued: nobody else is without one.\n',
    });
    expect(existsSync(school.path('more.csv'))).toBe(false);
    expect(factsOf(school, 'password-issued')).toEqual([{}, {}, {}]);
  });

  test('prints slips by class and name, in the language of the school, with nothing of a name left raw', async () => {
    const school = await smallSchool();
    await school.cli('user add --role student --given "<b>Zoë</b>" --family Ärgerlich --class 5a --account zoe');
    await school.cli('password issue --slips slips.html --csv table.csv');
    const page = readFileSync(school.path('slips.html'), 'utf8');
    const passwords = passwordsIn(school, 'table.csv');
    expect([...page.matchAll(/class="password">([^<]+)</g)].map(([, password]) => password)).toEqual(
      ['zoe', 'anna.mueller', 'oemer.oeztuerk', 'ida.kern'].map((account) => passwords[account]),
    );
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('&lt;b&gt;Zoë&lt;/b&gt; Ärgerlich');
    expect(page).toContain('shred -u slips.html');
    await school.cli('settings set school.language en');
    await school.cli('user add --role staff --given Jo --family Bo');
    await school.cli('password issue --slips english.html --lang de');
    expect(readFileSync(school.path('english.html'), 'utf8')).toContain('set a password of your own at once');
  });

  test('has an easier style for small children', async () => {
    const school = await smallSchool();
    await school.cli('settings set password.style primary');
    await school.cli('password issue anna.mueller --csv table.csv');
    expect(passwordsIn(school, 'table.csv')['anna.mueller']).toMatch(/^[A-Z][a-z]{3}(-[a-z]{4}){3}-\d\d$/);
  });

  test.each([
    ['', 2, 'no-place-for-passwords'],
    ['--slips a.html --csv ./a.html', 2, 'same-file-twice'],
    ['--slips there.txt', 3, 'file-exists'],
    ['--slips a.html --csv there.txt', 3, 'file-exists'],
    ['--slips nowhere/a.html', 3, 'file-not-writable'],
    ['--slips a.html nobody', 3, 'unknown-account'],
  ])('refuses %s, and changes nothing', async (options, exit, code) => {
    const school = await smallSchool();
    school.file('there.txt', 'precious');
    const ended = await school.cli(`password issue ${options} --json`);
    expect([ended.exit, ended.out, JSON.parse(ended.err).error.code]).toEqual([exit, '', code]);
    expect(existsSync(school.path('a.html'))).toBe(false);
    expect(readFileSync(school.path('there.txt'), 'utf8')).toBe('precious');
    expect(school.sql('SELECT count(*) AS n FROM passwords')).toEqual([{ n: 0 }]);
  });

  test('refuses who was named and has one, and points to the reset', async () => {
    const school = await smallSchool();
    await school.cli('password issue anna.mueller --csv one.csv');
    expect(await school.cli('password issue anna.mueller ida.kern --csv two.csv')).toMatchObject({
      exit: 3,
      err: '! A password was issued before to anna.mueller.\nWho has forgotten it comes in person: schulkonto password reset\n',
    });
  });

  test('leaves closed accounts out, unless they are named and told why', async () => {
    const school = await smallSchool();
    lock(school, 'ida.kern');
    const ended = await school.cli('password issue --csv all.csv --json');
    expect(ended.exit).toBe(5);
    expect(ended.json()).toMatchObject({
      issued: ['anna.mueller', 'oemer.oeztuerk'],
      leftOut: ['ida.kern'],
      withheld: [{ account: 'ida.kern', because: 'locked' }],
    });
    expect(await school.cli('password issue ida.kern --csv ida.csv --lang de')).toMatchObject({
      exit: 3,
      err: '! Kein Passwort für ida.kern (gesperrt (Abgang)).\nWenn es sein muss, mit --despite sagen, warum.\n',
    });
    expect(await school.cli('password issue ida.kern --csv ida.csv --despite "comes back"')).toMatchObject({ exit: 0 });
    expect(factsOf(school, 'password-issued')).toEqual([{}, {}, { despite: 'comes back' }]);
  });
});

/** A school whose accounts rest on consent, with terms; Anna and the teacher have agreed. */
async function withConsent() {
  const school = await smallSchool();
  school.file('terms.txt', 'Die Nutzungsordnung.');
  await school.cli('terms publish terms.txt --version 1 --from 2026-08-01');
  await school.cli('user add --role guardian --given Jo --family Müller --child anna.mueller');
  await school.cli('consent give anna.mueller --by guardian:jo.mueller');
  await school.cli('consent give ida.kern --by self');
  return school;
}

describe('nobody new gets a password without the consent that accounts rest on', () => {
  test('unless told why; who was left out is named with the reason, and exit is 5', async () => {
    const school = await withConsent();
    const ended = await school.cli('password issue --csv all.csv --lang de');
    expect(ended).toMatchObject({
      exit: 5,
      err: '! Ausgelassen: oemer.oeztuerk (die Einwilligung in die Nutzungsordnung fehlt) und jo.mueller (die Einwilligung in die Nutzungsordnung fehlt).\nWenn es sein muss, die Konten nennen und mit --despite sagen, warum.\n',
    });
    expect(Object.keys(passwordsIn(school, 'all.csv'))).toEqual(['anna.mueller', 'ida.kern']);
    const named = await school.cli('password issue oemer.oeztuerk --csv one.csv --json');
    expect([named.exit, JSON.parse(named.err).error]).toMatchObject([
      3,
      { code: 'account-closed', accounts: [{ account: 'oemer.oeztuerk', status: 'active', because: 'no-consent' }] },
    ]);
    expect(
      await school.cli('password issue oemer.oeztuerk --csv one.csv --despite "form is in the post"'),
    ).toMatchObject({
      exit: 0,
    });
    expect(factsOf(school, 'password-issued')).toEqual([{}, {}, { despite: 'form is in the post' }]);
  });

  test('but who had one before may have another', async () => {
    const school = await withConsent();
    const reset = 'password reset oemer.oeztuerk --requested-by oemer.oeztuerk --identified-by "ID card" --slips';
    expect(await school.cli(`${reset} new.html`)).toMatchObject({ exit: 3 });
    expect(factsOf(school, 'password-reset-refused')).toEqual([{ because: 'no-consent' }]);
    await school.cli('password issue oemer.oeztuerk --csv one.csv --despite Slip');
    expect(await school.cli(`${reset} again.html`)).toMatchObject({ exit: 0 });
  });

  test('nor is anybody left out whose account rests on something else, or on an older version of the terms', async () => {
    const school = await withConsent();
    await school.cli('settings set consent.basis.student acknowledgement');
    await school.cli('settings set consent.basis.guardian none');
    school.file('terms2.txt', 'Die neue Nutzungsordnung.');
    await school.cli('terms publish terms2.txt --version 2 --from 2026-08-10 -y');
    const ended = await school.cli('password issue --csv all.csv --json');
    expect([ended.exit, ended.err, ended.json().leftOut]).toEqual([0, '', []]);
  });
});

test('who has left gets none from the day after on', async () => {
  const school = await smallSchool();
  await school.cli('leaver schedule ida.kern --left-on 2026-08-20 -y');
  expect((await school.cli('password issue ida.kern --csv today.csv')).exit).toBe(0);
  await school.cli('leaver schedule oemer.oeztuerk --left-on 2026-08-20 -y');
  const ended = await school.on('2026-08-21').cli('password issue --csv tomorrow.csv --json');
  expect(ended.exit).toBe(5);
  expect(ended.json()).toMatchObject({
    issued: ['anna.mueller'],
    withheld: [{ account: 'oemer.oeztuerk', because: 'left' }],
  });
});

test('more passwords than a class has people are confirmed, with their number', async () => {
  const school = await smallSchool();
  school.sql(`WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 33)
    INSERT INTO users (account, role, given_name, family_name, source) SELECT 'x' || i, 'staff', 'X', 'Y', 'manual' FROM n`);
  expect(await school.cli('password issue --csv all.csv')).toMatchObject({ exit: 2 });
  school.answers = [false];
  expect(await school.cli('password issue --csv all.csv')).toMatchObject({ exit: 130 });
  expect(school.asked).toEqual(['Issue 36 passwords?']);
  expect(school.sql('SELECT count(*) AS n FROM passwords')).toEqual([{ n: 0 }]);
  school.answers = [true];
  expect(await school.cli('password issue --csv all.csv')).toMatchObject({ exit: 0 });
  expect(new Set(Object.values(passwordsIn(school, 'all.csv'))).size).toBe(36);
});

test('Ctrl-C while hashing says that nothing was issued, and it is so', async () => {
  const school = await smallSchool();
  school.whenHashing = () => school.interrupt?.();
  const ended = await school.cli('password issue --slips slips.html --csv table.csv');
  expect(ended).toMatchObject({ exit: 130, err: '! Cancelled: no password was issued, and no file was written.\n' });
  expect([existsSync(school.path('slips.html')), existsSync(school.path('table.csv'))]).toEqual([false, false]);
  expect(school.sql('SELECT count(*) AS n FROM passwords')).toEqual([{ n: 0 }]);
});

test('what is told is what was stored, also where somebody was locked in between', async () => {
  const school = await smallSchool();
  school.whenDrawing = () => lock(school, 'ida.kern');
  expect(await school.cli('password issue --csv all.csv')).toMatchObject({ exit: 75, out: '' });
  const again = (await school.cli('password issue --csv all.csv --json')).json();
  const stored = school.sql('SELECT account FROM users JOIN passwords ON user_id = users.id ORDER BY users.id');
  expect(again.issued).toEqual(stored.map(({ account }) => account));
  expect(again.leftOut).toEqual(['ida.kern']);
});

test('a hash takes no less work than asked of scrypt, in an older registry either', async () => {
  const school = await newSchool();
  expect(await school.cli('settings set password.hash-rounds 4')).toMatchObject({ exit: 2 });
  expect(await school.cli('settings set password.hash-rounds 5')).toMatchObject({ exit: 0 });
});

test('a suspended account is as closed as a locked one', async () => {
  const school = await smallSchool();
  await school.cli('suspension impose anna.mueller --reason "chain mails" --clause mass-mail -y');
  expect((await school.cli('password issue --csv all.csv --json')).json().leftOut).toEqual(['anna.mueller']);
  const reset = 'password reset anna.mueller --requested-by anna.mueller --identified-by "ID card"';
  expect(await school.cli(reset)).toMatchObject({ exit: 3 });
  expect(factsOf(school, 'password-reset-refused')).toEqual([{ because: 'suspended' }]);
});

describe('nothing is stored before the files are written, and no file stays if nothing is stored', () => {
  test('when the second file can not be written', async () => {
    const school = await smallSchool();
    const csv = school.path('table.csv');
    school.whenDrawing = () => mkdirSync(csv, { recursive: true });
    const ended = await school.cli('password issue --slips slips.html --csv table.csv --json');
    expect([ended.exit, JSON.parse(ended.err).error.code]).toEqual([3, 'file-exists']);
    expect(existsSync(school.path('slips.html'))).toBe(false);
    expect(school.sql('SELECT count(*) AS n FROM passwords')).toEqual([{ n: 0 }]);
  });

  test('when the registry does not take them', async () => {
    const school = await smallSchool();
    school.sql(`CREATE TRIGGER full BEFORE INSERT ON passwords BEGIN SELECT raise(ABORT, 'no room'); END`);
    expect((await school.cli('password issue --slips slips.html --csv table.csv')).exit).not.toBe(0);
    expect([existsSync(school.path('slips.html')), existsSync(school.path('table.csv'))]).toEqual([false, false]);
    expect(factsOf(school, 'password-issued')).toEqual([]);
  });

  test('when somebody else holds the registry', async () => {
    const school = await smallSchool();
    school.patience = 20;
    const other = new Database(school.registry);
    other.exec('BEGIN IMMEDIATE');
    const ended = await school.cli('password issue --slips slips.html --csv table.csv');
    other.close();
    expect(ended.exit).toBe(75);
    expect([existsSync(school.path('slips.html')), existsSync(school.path('table.csv'))]).toEqual([false, false]);
  });

  test('when somebody else was quicker', async () => {
    const school = await smallSchool();
    school.whenDrawing = () => {
      school.sql(`UPDATE users SET class = '5b' WHERE account = 'anna.mueller'`);
    };
    const ended = await school.cli('password issue --slips slips.html --json');
    expect([ended.exit, JSON.parse(ended.err).error.code]).toEqual([75, 'accounts-changed-meanwhile']);
    expect(existsSync(school.path('slips.html'))).toBe(false);
    expect(factsOf(school, 'password-issued')).toEqual([]);
  });
});
