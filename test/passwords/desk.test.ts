import { describe, expect, test } from 'vitest';
import type { School } from '../support/school.ts';
import { factsOf, lock, passwordsIn, smallSchool } from './school.ts';

const reset = 'password reset anna.mueller --requested-by anna.mueller --identified-by "school ID card"';
const shownIn = (out: string) => /^ {2}(\S+)$/m.exec(out)?.[1] ?? '';
const own = 'Wolkenbruch+7Tassen';

async function stateOf(school: School, account: string) {
  return (await school.cli(`user show ${account} --json`)).json().password;
}

async function issued(school: School): Promise<string> {
  await school.cli('password issue --csv table.csv');
  return passwordsIn(school, 'table.csv')['anna.mueller'] ?? '';
}

describe('password reset', () => {
  test('shows a new password once, which must be changed', async () => {
    const school = await smallSchool();
    const ended = await school.cli(reset);
    expect(ended).toMatchObject({
      exit: 0,
      out: `The new password of anna.mueller, shown only this once:

  ${shownIn(ended.out)}

anna.mueller must change it at the first login. Set it in IServ, too, as a provisional password.\n`,
      err: '',
    });
    expect(shownIn(ended.out)).toMatch(/^[A-Z][a-z]{5}\d\d[?+%=][A-Z][a-z]{7}$/);
    expect(await stateOf(school, 'anna.mueller')).toEqual({ state: 'must-change', issuedOn: '2026-08-20' });
    expect(factsOf(school, 'password-reset')).toEqual([{ identifiedBy: 'school ID card' }]);
  });

  test('under --json tells no password, so it wants slips', async () => {
    const school = await smallSchool();
    expect(await school.cli(`${reset} --json`)).toMatchObject({ exit: 2, out: '' });
    expect((await school.cli(`${reset} --slips slip.html --json`)).json()).toEqual({
      account: 'anna.mueller',
      state: 'must-change',
      issuedOn: '2026-08-20',
      slips: school.path('slip.html'),
    });
    expect(school.bytes('slip.html').toString()).toContain('anna.mueller');
  });

  test.each(['ida.kern', 'juergen.mueller'])('refuses a request by %s, and records it', async (other) => {
    const school = await smallSchool();
    await school.cli('user add --role guardian --given Jürgen --family Müller --child anna.mueller');
    const ended = await school.cli(reset.replace('--requested-by anna.mueller', `--requested-by ${other}`));
    expect(ended).toMatchObject({ exit: 3, out: '' });
    expect(ended.err).toContain('Only the holder of anna.mueller may ask');
    const asker = school.sql('SELECT id FROM users WHERE account = ?', other)[0]?.id ?? null;
    expect(factsOf(school, 'password-reset-refused')).toEqual([{ because: 'not-in-person', requestedBy: asker }]);
    expect(await stateOf(school, 'anna.mueller')).toEqual({ state: 'none', issuedOn: null });
  });

  describe('with somebody who comes along', () => {
    const withAdult =
      'password reset mia.klein --requested-by mia.klein --identified-by "by her mother" --slips s.html';
    async function little(): Promise<School> {
      const school = await smallSchool();
      await school.cli('user add --role student --given Mia --family Klein --class 3b --birth-date 2017-09-01');
      await school.cli('user add --role guardian --given Eva --family Klein --child mia.klein');
      await school.cli('user add --role guardian --given Uwe --family Other --child anna.mueller');
      return school;
    }
    const idOf = (school: School, account: string) =>
      school.sql('SELECT id FROM users WHERE account = ?', account)[0]?.id;

    test('a guardian who has custody, or the class teacher, is recorded as what they are', async () => {
      const school = await little();
      expect(await school.cli(`${withAdult} --accompanied-by eva.klein`)).toMatchObject({ exit: 0 });
      await school.cli('user edit ida.kern --class 3B');
      const atOnce = withAdult.replace('s.html', 't.html');
      expect(await school.cli(`${atOnce} --accompanied-by ida.kern`)).toMatchObject({ exit: 0 });
      expect(factsOf(school, 'password-reset')).toEqual([
        { identifiedBy: 'by her mother', accompaniedBy: idOf(school, 'eva.klein'), as: 'guardian' },
        { identifiedBy: 'by her mother', accompaniedBy: idOf(school, 'ida.kern'), as: 'class-teacher' },
      ]);
    });

    test('nobody else may, and that is recorded; a slip of the pen is not', async () => {
      const school = await little();
      await school.cli('user edit mia.klein --guardian eva.klein --custody no --evidence "AG Kiel" -y');
      for (const other of ['uwe.other', 'ida.kern', 'anna.mueller', 'mia.klein', 'eva.klein']) {
        const ended = await school.cli(`${withAdult} --accompanied-by ${other}`);
        expect(ended, other).toMatchObject({ exit: 3, out: '' });
        expect(ended.err).toContain(`${other} may not come for a password with mia.klein`);
      }
      expect((await school.cli(`${withAdult} --accompanied-by nobody`)).exit).toBe(3);
      expect(factsOf(school, 'password-reset-refused')).toEqual(
        ['uwe.other', 'ida.kern', 'anna.mueller', 'mia.klein', 'eva.klein'].map((other) => ({
          because: 'not-entitled-to-accompany',
          accompaniedBy: idOf(school, other),
        })),
      );
      expect(await stateOf(school, 'mia.klein')).toEqual({ state: 'none', issuedOn: null });
    });

    test('the class teacher only up to the year of the school; the child must be there all the same', async () => {
      const school = await little();
      await school.cli('user edit ida.kern --class 3b');
      await school.cli('settings set password.teacher-until-year 2');
      expect((await school.cli(`${withAdult} --accompanied-by ida.kern`)).err).toContain('up to year 2');
      await school.cli('settings set password.teacher-until-year 3');
      const alone = withAdult.replace('--requested-by mia.klein', '--requested-by eva.klein');
      expect((await school.cli(`${alone} --accompanied-by eva.klein`)).exit).toBe(3);
      expect((await school.cli(`${withAdult} --accompanied-by ida.kern`)).exit).toBe(0);
    });
  });
  test.each(['nobody', 'anna.muller'])(
    'a request by %s is a typing error, and nothing that happened',
    async (other) => {
      const school = await smallSchool();
      const ended = await school.cli(reset.replace('--requested-by anna.mueller', `--requested-by ${other} --json`));
      expect(ended).toMatchObject({ exit: 3, out: '' });
      expect(JSON.parse(ended.err).error).toMatchObject({ code: 'unknown-account', accounts: [other] });
      expect(factsOf(school, 'password-reset-refused')).toEqual([]);
      expect(await stateOf(school, 'anna.mueller')).toEqual({ state: 'none', issuedOn: null });
    },
  );

  test('refuses a closed account unless told why, and records both', async () => {
    const school = await smallSchool();
    lock(school, 'anna.mueller');
    const ended = await school.cli(reset);
    expect(ended).toMatchObject({
      exit: 3,
      err: '! No password for anna.mueller (locked).\nIf it must be, say why with --despite.\n',
    });
    expect(factsOf(school, 'password-reset-refused')).toEqual([{ because: 'locked' }]);
    expect(await school.cli(`${reset} --despite "has files to save"`)).toMatchObject({ exit: 0 });
    expect(factsOf(school, 'password-reset')).toEqual([
      { identifiedBy: 'school ID card', despite: 'has files to save' },
    ]);
  });

  test('asks at a terminal who stands there, and how that is known', async () => {
    const school = await smallSchool();
    school.answers = ['anna.mueller', 'known by sight'];
    expect(await school.cli('password reset anna.mueller')).toMatchObject({ exit: 0 });
    school.answers = ['anna.mueller', ' ', 'ID card'];
    expect(await school.cli('password reset anna.mueller')).toMatchObject({
      exit: 0,
      err: '! --identified-by says nothing. Write a few words.\n',
    });
    school.answers = undefined;
    expect(await school.cli('password reset anna.mueller --requested-by anna.mueller')).toMatchObject({
      exit: 2,
      err: '! --identified-by is missing, and nobody is at a terminal to be asked.\n',
    });
    expect(factsOf(school, 'password-reset')).toEqual([
      { identifiedBy: 'known by sight' },
      { identifiedBy: 'ID card' },
    ]);
  });

  test('remarks when it happens often', async () => {
    const school = await smallSchool();
    await school.on('2026-08-20').cli(reset);
    await school.on('2026-10-09').cli(reset);
    expect((await school.cli(reset)).err).toBe('');
    expect((await school.cli(reset)).err).toBe(
      '! anna.mueller has had 3 resets within 30 days. Ask what the trouble is.\n',
    );
  });

  test('counts the days of the school, which begin before those of UTC', async () => {
    const school = await smallSchool(new Date('2026-07-01T08:00:00Z'));
    // Half past midnight on 2 August in Berlin: within 30 days of 1 September, though UTC has 1 August still.
    school.now = new Date('2026-08-01T22:30:00Z');
    for (let times = 0; times < 2; times += 1) await school.cli(reset);
    expect((await school.on('2026-09-01').cli(reset)).err).toContain('3 resets within 30 days');
  });

  test('takes back what it has shown if it can not be stored', async () => {
    const school = await smallSchool();
    school.whenDrawing = () => school.sql(`UPDATE users SET class = '5b' WHERE account = 'anna.mueller'`);
    const ended = await school.cli(reset);
    expect(ended.exit).toBe(75);
    expect(ended.err).toContain('The password shown above does not hold');
    expect(await stateOf(school, 'anna.mueller')).toEqual({ state: 'none', issuedOn: null });
  });
});

describe('password change', () => {
  test('ends must-change; the old one is needed, and neither it nor the issued one is taken as new', async () => {
    const school = await smallSchool();
    const first = await issued(school);
    const change = async (...lines: string[]) => {
      school.stdin = lines;
      const { exit, out, err } = await school.cli('password change anna.mueller --json');
      return [exit, out === '' ? JSON.parse(err).error : JSON.parse(out)];
    };
    expect(await change('wrong', own, own)).toMatchObject([3, { code: 'wrong-password' }]);
    expect(await change(first, own, `${own}!`)).toMatchObject([3, { code: 'passwords-differ' }]);
    expect(await change(first, first, first)).toMatchObject([3, { faults: ['same-as-before'] }]);
    expect(await change(first, 'müller', 'müller')).toMatchObject([3, { code: 'password-refused' }]);
    expect(await change(first, own)).toMatchObject([2, { code: 'lines-missing', expected: 3, found: 2 }]);
    expect(await stateOf(school, 'anna.mueller')).toMatchObject({ state: 'must-change' });
    expect(await change(first, own, own)).toEqual([0, { account: 'anna.mueller', state: 'own' }]);
    expect(await stateOf(school, 'anna.mueller')).toEqual({ state: 'own', issuedOn: '2026-08-20' });
    expect(await change(own, first, first)).toMatchObject([3, { faults: ['issued-before'] }]);
    expect(await change(first, own, own)).toMatchObject([3, { code: 'wrong-password' }]);
    expect(factsOf(school, 'password-change-refused')).toEqual([
      { because: 'wrong-password' },
      { because: 'wrong-password' },
    ]);
    expect(factsOf(school, 'password-changed')).toEqual([{}]);
  });

  test('knows a password whichever way its umlauts are composed', async () => {
    const school = await smallSchool();
    const first = await issued(school);
    const composed = 'Wölkenbrüch+7Tassen';
    school.stdin = [first, composed, composed.normalize('NFD')];
    expect(await school.cli('password change anna.mueller')).toMatchObject({ exit: 0 });
    school.stdin = [composed.normalize('NFD'), own, own];
    expect(await school.cli('password change anna.mueller')).toMatchObject({ exit: 0 });
  });

  test('asks at a terminal without showing', async () => {
    const school = await smallSchool();
    const first = await issued(school);
    school.answers = [first, own, own];
    expect(await school.cli('password change anna.mueller --lang de')).toMatchObject({
      exit: 0,
      out: 'anna.mueller hat jetzt ein eigenes Passwort.\n',
    });
    expect(school.asked).toEqual(['Bisheriges Passwort?', 'Neues Passwort?', 'Neues Passwort noch einmal?']);
  });

  test('asks the old one first, and nothing more of who does not know it', async () => {
    const school = await smallSchool();
    school.answers = [];
    expect(await school.cli('password change anna.mueller')).toMatchObject({ exit: 3 });
    await issued(school);
    school.answers = ['Falsch+7Tassen'];
    expect(await school.cli('password change anna.mueller')).toMatchObject({ exit: 3 });
    expect(school.asked).toEqual(['Present password?']);
    expect(factsOf(school, 'password-change-refused')).toEqual([{ because: 'wrong-password' }]);
  });

  test('takes none of the last few again, nor an issued one with a sign more', async () => {
    const school = await smallSchool();
    const first = await issued(school);
    let present = first;
    const change = async (wanted: string) => {
      school.stdin = [present, wanted, wanted];
      const { exit, err } = await school.cli('password change anna.mueller --json');
      if (exit === 0) present = wanted;
      return exit === 0 ? [] : JSON.parse(err).error.faults;
    };
    expect(await change(`${first}!`)).toEqual(['same-as-before']);
    const later = ['Wolkenbruch+7Tassen', 'Kaktus!9Trompete', 'Gurke7?Bahnhof', 'Teppich&Vulkan3', 'Falter8+Kompass'];
    for (const wanted of later) expect(await change(wanted)).toEqual([]);
    expect(await change('Falter9+Kompass')).toEqual(['same-as-before']);
    expect(await change(`!${first}`)).toEqual(['issued-before']);
    expect(await change(`${first}7`)).toEqual(['issued-before']);
    for (const wanted of later.slice(0, 4)) expect(await change(wanted)).toEqual(['used-before']);
    present = shownIn((await school.cli(reset)).out);
    for (const wanted of [first, ...later.slice(1)]) expect(await change(wanted)).toEqual(['used-before']);
    expect(await change('Hecht9;Laterne')).toEqual([]);
    expect(school.sql('SELECT count(*) AS n FROM former_passwords')).toEqual([{ n: 5 }]);
  });

  test('can not check a password that only IServ knows, nor one that was never issued', async () => {
    const school = await smallSchool();
    school.stdin = ['a', own, own];
    expect((await school.cli('password change anna.mueller')).err).toContain('No password has been issued');
    await issued(school);
    await school.cli('password confirm anna.mueller');
    school.stdin = ['a', own, own];
    expect((await school.cli('password change anna.mueller')).err).toContain('has set a password in IServ');
  });
});

describe('password check', () => {
  test('says what is wrong, all at once, or that nothing is', async () => {
    const school = await smallSchool();
    const check = async (password: string, options = '') => {
      school.stdin = [password];
      return school.cli(`password check ${options}`);
    };
    expect(await check(own)).toMatchObject({ exit: 0, out: 'This password is good (4 of 4).\n' });
    expect(await check('anna')).toMatchObject({
      exit: 3,
      err: "! This can't be the password: it has fewer than eight characters, it has no capital letter, it has no digit, it has no special character and it is one word, name or row of keys with digits and signs around it, and such are tried first, also with letters exchanged, backwards or said twice.\nTwo or three words that have nothing to do with each other, with digits and signs between them, are better, or the first letters of a long sentence.\n",
    });
    expect((await check('Annas+7Tassen-Wolke', '--for anna.mueller')).err).toContain('a part of the name is in it');
    expect((await check('Annas+7Tassen-Wolke', 'anna.mueller')).err).toContain('a part of the name is in it');
    expect((await check('Annas+7Tassen-Wolke')).exit).toBe(0);
    expect((await check(own, '--lang de')).err).toContain('Nicht geprüft, weil kein Konto genannt ist');
    expect((await check(own, '--json')).json().notChecked).toContain('name');
    expect((await check(own, 'anna.mueller --json')).json().notChecked).toEqual(['used-before']);
    await school.cli('user add --role guardian --given Thorsten --family Bär --child anna.mueller');
    await school.cli('user add --role student --given Lieselotte --family Bär --class 7b');
    await school.cli('user edit thorsten.baer --child anna.mueller --child lieselotte.baer');
    for (const password of ['Thorsten+7Tassen', 'Wolke#Lieselotte9']) {
      expect((await check(password, 'anna.mueller')).err).toContain('the name of somebody in the family is in it');
    }
    expect(JSON.parse((await check('Gymnasium-7-Wolke+Tasse', '--json')).err).error).toMatchObject({
      code: 'password-refused',
      faults: ['holds-school'],
    });
  });
});

test('no password is in the registry, the log, the errors or the JSON', async () => {
  const school = await smallSchool();
  const said: string[] = [];
  const first = await issued(school);
  const tell = async (line: string, ...stdin: string[]) => {
    school.stdin = stdin;
    const { out, err } = await school.cli(line);
    said.push(out, err);
    return out;
  };
  await tell('password change anna.mueller --json', first, `${own}Anna`, `${own}Anna`);
  await tell('password change anna.mueller --json', 'Falsch+7Tassen', own, own);
  await tell('password change anna.mueller --json', first, own, own);
  const second = shownIn((await school.cli(reset)).out);
  await tell('password check', 'anna');
  await tell('password pending --json');
  await tell('user list --json');
  expect(second.length).toBeGreaterThan(10);
  for (const secret of [first, second, own, 'Falsch+7Tassen', `${own}Anna`]) {
    expect(school.bytes().includes(secret)).toBe(false);
    expect(said.join('').includes(secret)).toBe(false);
  }
  expect(school.bytes().includes('$scrypt$ln=14,r=8,p=1$')).toBe(true);
});
