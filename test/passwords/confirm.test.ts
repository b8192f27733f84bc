import { describe, expect, test } from 'vitest';
import { factsOf, smallSchool } from './school.ts';

async function schoolWithPasswords() {
  const school = await smallSchool();
  await school.cli('password issue --csv table.csv');
  return school;
}

const states = async (school: Awaited<ReturnType<typeof smallSchool>>) =>
  (await school.cli('user list --json')).json().map(({ password }: { password: { state: string } }) => password.state);

describe('password confirm', () => {
  test.each([
    ["IServ's table", 'Account;Vorname;Nachname;Status\nida.kern;Ida;Kern;aktiv\n'],
    ['with a mark of UTF-8 and quotes', '\ufeff"Vorname","Account"\r\n"Ida","IDA.KERN"\r\n'],
    ['in UTF-16', Buffer.from('\ufeffAccount\tName\nida.kern\tIda\n', 'utf16le')],
    ['in Windows-1252', Buffer.from('Account;Name\nida.kern;Zöllner\n', 'latin1')],
    ['one account per line', 'ida.kern\n\n'],
  ])('takes the list %s: who is not on it has changed', async (_, content) => {
    const school = await schoolWithPasswords();
    school.file('list.csv', content);
    expect((await school.cli('password confirm --from-iserv list.csv --json')).json()).toEqual({
      confirmed: ['anna.mueller', 'oemer.oeztuerk'],
      pending: ['ida.kern'],
      unknown: [],
    });
    expect(await states(school)).toEqual(['own', 'own', 'must-change']);
    expect(await school.cli('password confirm --from-iserv list.csv')).toMatchObject({
      exit: 0,
      out: '0 people have an own password now; 1 must still change.\n',
    });
    expect(factsOf(school, 'password-confirmed')).toEqual([{ seenIn: 'list' }, { seenIn: 'list' }]);
  });

  test.each([
    ['', 'file-empty'],
    ['\n', 'file-empty'],
    ['Vorname;Nachname\nIda;Kern\n', 'not-an-account-list'],
    ['Account;Name\nida.kern;Kern\nanna.mu', 'account-list-faulty'],
    ['Account;Name\nIda Kern;Kern\n', 'account-list-faulty'],
    ['ida.kern\nIda Kern\n', 'account-list-faulty'],
    ['Account;Name\nsomebody.else;Else\n', 'list-of-others'],
    ['Account;"Na', 'not-an-account-list'],
  ])('refuses the list %j, and confirms nobody', async (content, code) => {
    const school = await schoolWithPasswords();
    school.file('list.csv', content);
    const ended = await school.cli('password confirm --from-iserv list.csv --json -y');
    expect([ended.exit, JSON.parse(ended.err).error.code]).toEqual([4, code]);
    expect(await states(school)).toEqual(['must-change', 'must-change', 'must-change']);
  });

  test('names all faulty lines at once', async () => {
    const school = await schoolWithPasswords();
    school.file('list.csv', 'Name;Account\nKern;ida.kern\nKern;Ida Kern\n;\nÖz\nKern;"ida"x\n');
    expect((await school.cli('password confirm --from-iserv list.csv')).err).toBe(
      `! ${school.path('list.csv')}: 3 faults; nothing was changed.\n` +
        '  line 3, Account “ida kern”: This is no account. Export the list again, and do not change it.\n' +
        '  line 5: 1 column instead of 2. Is the line cut off? Export it again.\n' +
        '  line 6, Account “"ida"x”: A quotation mark stands inside the value. Put the whole value in quotation marks and double those inside it.\n',
    );
  });

  test('asks before a list confirms everybody', async () => {
    const school = await schoolWithPasswords();
    school.file('list.csv', 'Account;Name\n');
    expect(await school.cli('password confirm --from-iserv list.csv')).toMatchObject({ exit: 2 });
    school.answers = [false];
    expect(await school.cli('password confirm --from-iserv list.csv')).toMatchObject({ exit: 130 });
    expect(school.asked).toEqual(['Nobody who must change is on the list. Have all 3 changed their passwords?']);
    expect(await states(school)).toEqual(['must-change', 'must-change', 'must-change']);
    expect(await school.cli('password confirm --from-iserv list.csv -y')).toMatchObject({ exit: 0 });
    expect(await states(school)).toEqual(['own', 'own', 'own']);
  });

  test('warns of accounts that are not known here', async () => {
    const school = await schoolWithPasswords();
    school.file('list.csv', 'Account\nida.kern\nsomebody.else\n');
    expect((await school.cli('password confirm --from-iserv list.csv')).err).toBe(
      '! On the list, but not known here: somebody.else.\n',
    );
  });

  test('takes those who are named, if they must change', async () => {
    const school = await schoolWithPasswords();
    expect(await school.cli('password confirm ida.kern')).toMatchObject({ exit: 0 });
    expect(await school.cli('password confirm ida.kern anna.mueller')).toMatchObject({
      exit: 3,
      err: '! No issued password waits to be changed at ida.kern.\n',
    });
    expect(await states(school)).toEqual(['must-change', 'must-change', 'own']);
  });
});

describe('password pending', () => {
  test('tells who must still change, and what is overdue; so does the status', async () => {
    const school = await schoolWithPasswords();
    await school.cli('password confirm ida.kern');
    expect((await school.on('2026-09-03').cli('password pending --class 5a --json')).json()).toEqual([
      {
        account: 'anna.mueller',
        givenName: 'Anna',
        familyName: 'Müller',
        class: '5a',
        issuedOn: '2026-08-20',
        overdue: false,
      },
    ]);
    expect((await school.cli('status --json')).json().due.passwordsOverdue).toBe(0);
    expect(
      (await school.on('2026-09-04').cli('password pending')).out,
    ).toBe(`Account         Given name  Family name  Class  Issued on    State
anna.mueller    Anna        Müller       5a     20 Aug 2026  overdue
oemer.oeztuerk  Ömer        Öztürk       10b    20 Aug 2026  overdue
2 people must still change; 2 overdue.
`);
    expect((await school.cli('status')).out).toContain(
      '2 people have not changed an issued password in time: schulkonto password pending\n',
    );
    await school.cli('settings set password.issued-days 30');
    expect((await school.cli('status --json')).json().due.passwordsOverdue).toBe(0);
    expect((await school.cli('password pending --class 7c')).out).toBe('Nobody has an issued password to change.\n');
  });
});
