import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { School } from '../support/school.ts';
import { accountsIn, consented, deleted, done, exported, schoolOf } from './school.ts';

const all = ['anna.mueller', 'ben.schulz', 'cem.yildiz'];

/** What is on the list: what, and for whom. */
async function todo(school: School, options = ''): Promise<string[]> {
  const list = (await done(school, `iserv todo --json ${options}`)).json();
  return list.map(({ what, account }: { what: string; account: string }) => `${what} ${account}`);
}

/** A school all of whose students IServ was told of. */
async function told(): Promise<School> {
  const school = await schoolOf();
  await consented(school, ...all);
  await exported(school, '--first');
  return school;
}

describe('what must be done in IServ', () => {
  test('a suspension is locked there, and unlocked when it ends; each until it is done', async () => {
    const school = await told();
    expect(await todo(school)).toEqual([]);
    await done(school, 'suspension impose anna.mueller --reason Slip --clause mass-mail --until 2026-08-25');
    expect(await todo(school)).toEqual(['lock anna.mueller']);
    expect((await school.cli('status')).out).toContain('1 thing is to be done in IServ: schulkonto iserv todo');
    expect((await school.cli('iserv done anna.mueller')).exit).toBe(0);
    expect(await todo(school)).toEqual([]);
    school.on('2026-08-26');
    expect(await todo(school)).toEqual(['unlock anna.mueller']);
    expect((await school.cli('iserv done --what unlock -y')).exit).toBe(0);
    expect(await todo(school)).toEqual([]);
  });

  test('a suspension that ends before anybody locked the account leaves nothing to do', async () => {
    const school = await told();
    await done(school, 'suspension impose anna.mueller --reason Slip --clause mass-mail --until 2026-08-25');
    expect(await todo(school.on('2026-08-26'))).toEqual([]);
  });

  test('before anything was exported everybody may be in IServ; afterwards only who was', async () => {
    const school = await schoolOf();
    await consented(school, 'anna.mueller');
    await done(school, 'suspension impose anna.mueller ben.schulz --reason Slip --clause mass-mail');
    expect(await todo(school)).toEqual(['lock anna.mueller', 'lock ben.schulz']);
    await exported(school, '--first');
    expect(await todo(school)).toEqual(['lock anna.mueller']);
  });

  test('an issued password is entered there, and so is the next one', async () => {
    const school = await told();
    await done(school, 'password issue anna.mueller --slips s.html');
    expect(await todo(school)).toEqual(['password anna.mueller']);
    await done(school, 'iserv done anna.mueller --what password');
    expect(await todo(school)).toEqual([]);
    await done(
      school,
      'password reset anna.mueller --requested-by anna.mueller --identified-by "ID card" --slips t.html',
    );
    expect(await todo(school)).toEqual(['password anna.mueller']);
    await done(school, 'password confirm anna.mueller');
    expect(await todo(school)).toEqual([]);
  });

  test('who is deleted here is deleted there; the log that it is done names nobody', async () => {
    const school = await told();
    await deleted(school, 'cem.yildiz');
    expect(await todo(school)).toEqual(['delete cem.yildiz']);
    expect((await school.cli('iserv done CEM.YILDIZ')).exit).toBe(0);
    expect(await todo(school)).toEqual([]);
    expect(school.sql('SELECT * FROM iserv_deletions')).toEqual([]);
    expect(school.bytes().includes('cem.yildiz')).toBe(false);
  });

  test('who was left out by name is deleted by the import, and then not in IServ any more', async () => {
    const school = await told();
    await done(school, 'consent withdraw anna.mueller --by "guardian-name:Jo Muster"');
    await exported(school, '--leave-out anna.mueller');
    expect(await todo(school)).toEqual(['delete anna.mueller']);
    await done(school, 'iserv done anna.mueller');
    expect(await todo(school)).toEqual([]);
    const plan = (await done(school, 'iserv export --dry-run --json')).json();
    expect(accountsIn(plan.withheld)).toEqual(['anna.mueller']);
  });
});

test('an account that nobody here has is forgotten 90 days after IServ last showed it', async () => {
  const school = await told();
  const users =
    'Account;Import-ID;Vorname;Nachname;Benutzertyp\nanna.mueller;1;Anna;Müller;Schüler\neve;;Eve;X;Lehrer\n';
  school.file('users.csv', users);
  await done(school, 'iserv reconcile users.csv');
  await done(school.on('2026-09-10'), 'iserv reconcile users.csv');
  await done(school.on('2026-12-09'), 'leaver run --today 2026-12-09');
  expect(await todo(school, '--what unknown')).toEqual(['unknown eve']);
  await done(school.on('2026-12-10'), 'leaver run');
  expect(await todo(school, '--what unknown')).toEqual([]);
  expect(school.sql(`SELECT count(*) AS n FROM audit_entries WHERE act = 'iserv-strangers-forgotten'`)).toEqual([
    { n: 1 },
  ]);
});

describe('the list', () => {
  test('is by class, filtered, in both languages, as accounts for one bulk action, and as a page', async () => {
    const school = await told();
    await done(school, 'suspension impose cem.yildiz anna.mueller --reason Slip --clause mass-mail');
    await done(school, 'password issue anna.mueller --slips s.html --despite Slip');
    expect((await school.cli('iserv todo --lang de')).out).toBe(
      [
        'Account       Name          Klasse  Zu tun                       Neu  Warum',
        'anna.mueller  Müller, Anna  5a      sperren                           gesperrt (Verstoß)',
        'anna.mueller  Müller, Anna  5a      vorläufiges Passwort setzen       hier vergeben, noch nicht in IServ',
        'cem.yildiz    Yıldız, Cem   10a     sperren                           gesperrt (Verstoß)',
        '3 Sachen sind in IServ zu tun.',
        'In IServ: Verwaltung, Benutzer. Was erledigt ist: schulkonto iserv done ACCOUNT, oder alles auf einmal mit iserv reconcile.',
        '',
      ].join('\n'),
    );
    expect(await todo(school, '--class 10A')).toEqual(['lock cem.yildiz']);
    expect((await school.cli('iserv todo --what lock --csv')).out).toBe('Account\r\nanna.mueller\r\ncem.yildiz\r\n');
    expect(await school.cli('iserv todo --csv')).toMatchObject({ exit: 2, out: '' });
    await done(school, 'iserv todo --out todo.html');
    const page = school.bytes('todo.html').toString();
    expect(page).toContain('<h1>In IServ zu tun: Klasse 5a</h1>');
    expect(page).toContain('<td>Yıldız, Cem</td><td>sperren</td>');
  });

  test('nothing is done by a slip: not without saying what, and not for whom nothing is to do', async () => {
    const school = await told();
    await done(school, 'suspension impose anna.mueller --reason Slip --clause mass-mail');
    expect((await school.cli('iserv done -y')).exit).toBe(2);
    expect(await school.cli('iserv done ben.schulz')).toMatchObject({
      exit: 3,
      err: expect.stringContaining('Nothing of that is to be done in IServ for ben.schulz.'),
    });
    expect((await school.cli('iserv done --all')).exit).toBe(2);
    school.answers = [false];
    expect((await school.cli('iserv done --all')).exit).toBe(130);
    expect(await todo(school)).toEqual(['lock anna.mueller']);
    expect(existsSync(school.path('todo.html'))).toBe(false);
  });
});
