import { describe, expect, test } from 'vitest';
import { newSchool, type School } from '../support/school.ts';
import { Iserv } from './model.ts';
import { accountsIn, type Child, children, consented, deleted, done, exported, lines, schoolOf } from './school.ts';

const all = ['anna.mueller', 'ben.schulz', 'cem.yildiz'];

/** What a comparison finds, as `code account`. */
async function found(school: School, iserv: Iserv, options = ''): Promise<string[]> {
  school.file('users.csv', iserv.export());
  const { findings } = (await done(school, `iserv reconcile users.csv --json ${options}`)).json();
  return findings.map(({ code, account }: { code: string; account: string }) => `${code} ${account}`);
}

/** A school, and an IServ that has imported all of it. */
async function both() {
  const school = await schoolOf();
  await consented(school, ...all);
  await done(school, 'iserv export first.csv --first');
  const iserv = new Iserv();
  iserv.importFile(school.bytes('first.csv').toString());
  return { school, iserv };
}

describe('what IServ has', () => {
  test('is what was written: nothing is found, and the next step is said', async () => {
    const { school, iserv } = await both();
    school.file('users.csv', iserv.export());
    expect((await school.cli('iserv reconcile users.csv')).out).toBe(
      [
        'Accounts in IServ  3',
        'Recognised here    3',
        'Questions          0',
        'Findings           0',
        'Everything in IServ is as it is here.',
        'What IServ has is kept. What is to be done there: schulkonto iserv todo',
        '',
      ].join('\n'),
    );
  });

  test('differs in every way, and each is said, once', async () => {
    const { school, iserv } = await both();
    const [anna, ben, cem] = all.map((account) => iserv.users.get(account));
    if (!anna || !ben || !cem) throw new Error('They should be there.');
    await done(school, 'user edit anna.mueller --group Chor');
    await done(school, 'suspension impose anna.mueller --reason Slip --clause mass-mail');
    Object.assign(ben, { familyName: 'Schultz', class: '6b', status: 'inaktiv' });
    iserv.delete('cem.yildiz');
    iserv.add({ givenName: 'Eve', familyName: 'Unbekannt', class: '7c' });
    iserv.add({ givenName: 'Maximilian', familyName: 'Wolfeschlegelsteinhausen', type: 'Lehrer' });
    expect(await found(school, iserv, '--dry-run')).toEqual([
      'not-here eve.unbekannt',
      'not-here maximilian.wolfeschlegelsteinhausen',
      'not-in-iserv cem.yildiz',
      'active-though-closed anna.mueller',
      'locked-without-cause ben.schulz',
      'name-differs ben.schulz',
      'class-differs ben.schulz',
      'group-missing anna.mueller',
    ]);
    expect(await found(school, iserv)).toHaveLength(8);
    const todo = (await done(school, 'iserv todo --json')).json();
    expect(todo.map(({ what, account }: { what: string; account: string }) => `${what} ${account}`)).toEqual([
      'lock anna.mueller',
      'unlock ben.schulz',
      'unknown eve.unbekannt',
      'unknown maximilian.wolfeschlegelsteinhausen',
    ]);
    // What an export mends is counted as such: Cem is new again, Anna's groups and Ben's name and class.
    expect((await school.cli('status')).out).toContain('3 changes since the last export');
  });

  test('shows that things are done, and of the deleted that they are gone', async () => {
    const { school, iserv } = await both();
    await done(school, 'suspension impose ben.schulz --reason Slip --clause mass-mail');
    await deleted(school, 'cem.yildiz');
    expect(await found(school, iserv)).toEqual(['still-there cem.yildiz', 'active-though-closed ben.schulz']);
    const todo = (await done(school, 'iserv todo --json')).json();
    expect(accountsIn(todo)).toEqual(['ben.schulz', 'cem.yildiz']);
    iserv.work(todo);
    expect(await found(school, iserv)).toEqual([]);
    expect((await done(school, 'iserv todo --json')).json()).toEqual([]);
    expect(school.sql('SELECT * FROM iserv_deletions')).toEqual([]);
    // Even long after, an account of the deleted is not taken for a new one.
    iserv.add({ givenName: 'Cem', familyName: 'Yıldız' });
    expect(await found(school, iserv, '--adopt -y')).toEqual(['still-there cem.yildiz']);
    expect((await school.cli('user show cem.yildiz')).exit).toBe(3);
  });
});

describe('a file that is not what it seems', () => {
  test('of one class only makes nobody be gone without approval', async () => {
    const many = Array.from(
      { length: 12 },
      (_, at): Child => [String(at), `Kind${at}`, 'Muster', at < 6 ? '5a' : '5b'],
    );
    const school = await schoolOf(many);
    await done(school, 'settings set consent.required no');
    await done(school, 'iserv export first.csv --first');
    const iserv = new Iserv();
    iserv.importFile(school.bytes('first.csv').toString());
    for (const [, given, , name] of many) if (name === '5b') iserv.delete(`${given.toLowerCase()}.muster`);
    school.file('users.csv', iserv.export());
    const ended = await school.cli('iserv reconcile users.csv');
    expect(ended).toMatchObject({ exit: 5, out: expect.stringContaining('6 of 12 people whom IServ had are not') });
    expect(school.sql('SELECT count(*) AS n FROM iserv_known')).toEqual([{ n: 12 }]);
    const plan = /--approve (\w+)/.exec(ended.out)?.[1];
    expect((await school.cli('iserv reconcile users.csv --approve 123')).exit).toBe(3);
    expect((await school.cli(`iserv reconcile users.csv --approve ${plan}`)).exit).toBe(0);
    expect(school.sql('SELECT count(*) AS n FROM iserv_known')).toEqual([{ n: 6 }]);
  });

  test.each([
    ['Vorname;Nachname\nA;B\n', 'line 1: the columns Account, Import-ID, Vorname and Nachname are needed'],
    [
      'Account;Import-ID;Vorname;Nachname\nBen Schulz;2;Ben;Schulz\n',
      'line 2, Account “ben schulz”: This is no account.',
    ],
    ['Account;Import-ID;Vorname;Nachname\na;1;A;B\na;2;A;C\n', 'This account stands on line 2 already.'],
    ['Account;Import-ID;Vorname;Nachname\na;1;A\n', '3 columns instead of 4'],
    ['Account;Import-ID;Vorname;Nachname\nx.y;77;X;Y\n', 'it must be from another school'],
  ])('is refused, and nothing is kept: %s', async (content, complaint) => {
    const { school } = await both();
    school.file('users.csv', content);
    expect(await school.cli('iserv reconcile users.csv')).toMatchObject({
      exit: 4,
      out: '',
      err: expect.stringContaining(complaint),
    });
    expect(school.sql('SELECT count(*) AS n FROM iserv_known')).toEqual([{ n: 3 }]);
  });
});

describe('a first day at a school that has IServ', () => {
  /** Spellings, collisions and IDs of its own; two of one name numbered the other way round. */
  function running(): Iserv {
    const iserv = new Iserv();
    iserv.add({ account: 'a.mueller', givenName: 'Anna', familyName: 'Mueller', class: '5a', importId: '1' });
    iserv.add({ account: 'schulz.ben', givenName: 'Ben', familyName: 'Schulz', class: '5b' });
    iserv.add({ account: 'mia.klein', givenName: 'Mia', familyName: 'Klein', class: '6a', importId: '5' });
    iserv.add({ account: 'mia.klein2', givenName: 'Mia', familyName: 'Klein', class: '6b', importId: '4' });
    iserv.add({ account: 'kern', givenName: 'Ute', familyName: 'Kern', type: 'Lehrer' });
    return iserv;
  }
  const office: readonly Child[] = [...children, ['4', 'Mia', 'Klein', '6a'], ['5', 'Mia', 'Klein', '6b']];

  test('the office first: --adopt gives everybody the account that IServ has, and takes in whom nobody knows', async () => {
    const school = await schoolOf(office);
    const iserv = running();
    expect(await found(school, iserv, '--adopt -y')).not.toContain('not-here kern');
    const list = (await school.cli('user list --json')).json();
    const accountOf = (id: string) => list.find((one: { importId: string }) => one.importId === id).account;
    expect(['1', '2', '3', '4', '5'].map(accountOf)).toEqual([
      'a.mueller',
      'schulz.ben',
      'cem.yildiz',
      'mia.klein2',
      'mia.klein',
    ]);
    expect(list.find(({ account }: { account: string }) => account === 'kern')).toMatchObject({ role: 'teacher' });

    // Ben is kept by hand there: he is in no file until he has an import ID. Nobody gets a second account.
    await consented(school, 'cem.yildiz');
    await done(school, 'iserv export iserv.csv');
    expect(
      lines(school, 'iserv.csv')
        .slice(1)
        .map((line) => line.split(';')[0]),
    ).toEqual(['1', '4', '5', '3']);
    iserv.importFile(school.bytes('iserv.csv').toString());
    expect([...iserv.users.keys()].sort()).toEqual([
      'a.mueller',
      'cem.yildiz',
      'kern',
      'mia.klein',
      'mia.klein2',
      'schulz.ben',
    ]);
    const todo = (await done(school, 'iserv todo --json')).json();
    expect(todo).toContainEqual(expect.objectContaining({ what: 'import-id', account: 'schulz.ben', to: '2' }));
    iserv.work(todo);
    await found(school, iserv);
    expect(await exported(school)).toHaveLength(5);
  });

  test('of people of one name each is a question, and in no file until it is answered', async () => {
    const school = await schoolOf(office);
    const iserv = running();
    for (const account of ['mia.klein', 'mia.klein2']) Object.assign(iserv.users.get(account) ?? {}, { importId: '' });
    school.file('users.csv', iserv.export());
    const ended = await school.cli('iserv reconcile users.csv --adopt -y');
    expect(ended.exit).toBe(5);
    expect(ended.out).toContain('mia.klein (Mia Klein, 6a); mia.klein2 (Mia Klein, 6b)');
    const plan = (await done(school, 'iserv export --dry-run --json')).json();
    expect(accountsIn(plan.inDoubt)).toEqual(['mia.klein', 'mia.klein2']);

    expect((await school.cli('iserv reconcile users.csv --same mia.klein=ben.schulz')).exit).toBe(3);
    const answered = 'iserv reconcile users.csv --same mia.klein=5 --same mia.klein2=4 --adopt -y';
    expect((await school.cli(answered)).exit).toBe(0);
    const list = (await school.cli('user list --json')).json();
    expect(list.find((one: { importId: string }) => one.importId === '5').account).toBe('mia.klein');
  });

  test('at a terminal the questions are asked', async () => {
    const school = await schoolOf(office);
    const iserv = running();
    for (const account of ['mia.klein', 'mia.klein2']) Object.assign(iserv.users.get(account) ?? {}, { importId: '' });
    school.file('users.csv', iserv.export());
    school.answers = ['mia.klein2', 'mia.klein', true];
    expect((await school.cli('iserv reconcile users.csv --adopt')).exit).toBe(0);
    expect(school.asked[0]).toBe('Mia Klein (mia.klein, 6a) in IServ is …');
  });

  test('an account that was issued or written is not changed; renaming it there is on the list', async () => {
    const school = await schoolOf();
    await consented(school, ...all);
    await done(school, 'password issue anna.mueller --slips s.html');
    const iserv = running();
    expect(await found(school, iserv, '--adopt -y')).toContain('account-differs a.mueller');
    expect((await school.cli('user show anna.mueller')).exit).toBe(0);
    expect((await done(school, 'iserv todo --what rename --json')).json()).toEqual([
      expect.objectContaining({ account: 'a.mueller', to: 'anna.mueller' }),
    ]);
  });

  test("IServ's export as the first roster: its accounts are ours, and it has what is here", async () => {
    const school = await newSchool();
    const iserv = running();
    school.file('students.csv', iserv.export('Schüler'));
    await done(school, 'roster import students.csv --role student -y');
    expect(await found(school, iserv)).toEqual(['not-here kern', 'by-hand schulz.ben']);
    expect(accountsIn((await school.cli('user list --json')).json())).toEqual([
      'a.mueller',
      'mia.klein',
      'mia.klein2',
      'schulz.ben',
    ]);
    expect((await done(school, 'iserv export --dry-run --json')).json().counts).toMatchObject({
      file: 3,
      new: 0,
      deleted: 0,
    });
  });
});

test('--adopt takes in whom only IServ has: a guardian without a class, somebody who is closed there', async () => {
  const school = await schoolOf([]);
  school.file(
    'users.csv',
    [
      'Account;Vorname;Nachname;Status;Benutzertyp;Import-ID;Klasse/Information',
      'ute.kern;Ute;Kern;aktiv;Eltern;900;',
      'ole.voss;Ole;Voss;inaktiv;Schüler;901;7c',
      'ida.wolf;Ida;Wolf;aktiv;Lehrer;;',
      '',
    ].join('\n'),
  );
  expect((await school.cli('iserv reconcile users.csv --same ute.kern=1 -y')).exit).toBe(3);
  await done(school, 'iserv reconcile users.csv --adopt -y');
  expect(school.sql('SELECT account, role, class, import_id AS id FROM users ORDER BY account')).toEqual([
    { account: 'ida.wolf', role: 'teacher', class: null, id: null },
    { account: 'ole.voss', role: 'student', class: '7c', id: '901' },
    { account: 'ute.kern', role: 'guardian', class: null, id: '900' },
  ]);
  expect((await done(school, 'iserv todo --json')).json()).toMatchObject([{ what: 'unlock', account: 'ole.voss' }]);
});
