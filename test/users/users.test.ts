import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountName, folded, freeAccount, isAccount } from '../../src/users/rules.ts';
import { newSchool } from '../support/school.ts';

describe('the account that a name makes', () => {
  test.each([
    ['Anna', 'Müller', 'anna.mueller'],
    ['Łucja', 'von der Heide', 'lucja.von.der.heide'],
    ['Đorđe', 'Petrović', 'dorde.petrovic'],
    ['Søren', 'Sørensen', 'soren.sorensen'],
    ['İlknur', 'Yıldız', 'ilknur.yildiz'],
    ['Nguyễn', 'Groß', 'nguyen.gross'],
    ['Anna-Lena', "O'Neill", 'anna-lena.oneill'],
    ['Ümit', 'Şahin', 'uemit.sahin'],
    ['Marie-Thérèse', 'García López', 'marie-therese.garcia.lopez'],
    ['  Ida ', 'de  Vries', 'ida.de.vries'],
    ['Ida', 'STRAẞE', 'ida.strasse'],
    ['=HYPERLINK("x")', 'Kern', 'hyperlinkx.kern'],
    ['Əli', 'Əliyev', 'eli.eliyev'],
    ['Anna‐Lena', 'Groß–Klein', 'anna-lena.gross-klein'],
    ['Ǿrjan', 'Ɛfua', 'orjan.efua'],
    ['Zahra', '', 'zahra'],
    ['', 'Zahra', 'zahra'],
    ['Anna王', 'Kern', ''],
    ['', '', ''],
    ['Анна', 'Müller', ''],
    ['Anna', '王', ''],
  ])('%s %s → %s', (given, family, account) => {
    expect(accountName(given, family)).toBe(account);
    expect(accountName(given.normalize('NFD'), family.normalize('NFD'))).toBe(account);
  });

  test('is an account or nothing, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (given, family) => {
        const account = accountName(given, family);
        expect(account === '' || isAccount(account)).toBe(true);
      }),
    );
  });

  test('loses no Latin letter: each has a replacement', () => {
    for (let code = 0xc0; code <= 0x1eff; code = code === 0x24f ? 0x1e00 : code + 1) {
      const letter = String.fromCodePoint(code);
      if (!/\p{Script=Latin}/u.test(letter) || !/[\p{Ll}\p{Lu}]/u.test(letter)) continue;
      const account = accountName(`x${letter}x`, 'Kern');
      expect([letter, account]).toEqual([letter, account === '' ? '' : expect.stringMatching(/^x[a-z]+x\.kern$/)]);
    }
    expect(accountName('ÁÇĐĖĞĦIŁŇÖŘŞŤŮŴÝŽ', 'Kern')).toBe('acdeghilnoerstuwyz.kern');
  });

  test('is numbered from the second person on', () => {
    const taken = new Set(['anna.mueller', 'anna.mueller2', 'anna.mueller4']);
    expect(freeAccount('ida.kern', (account) => taken.has(account))).toBe('ida.kern');
    expect(freeAccount('anna.mueller', (account) => taken.has(account))).toBe('anna.mueller3');
  });
});

test.each([
  ['René', 'Rene'],
  ['Lena Marie', 'Lena-Marie'],
  ['Müller', 'Mu\u0308ller'],
  ['ANNA', ' anna '],
])('%s and %s fold to the same', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});

describe('user add', () => {
  test('gives accounts and says which', async () => {
    const school = await newSchool();
    const add = 'user add --role student --given Anna --family Müller --class 5a';
    expect(await school.cli(add)).toMatchObject({
      exit: 0,
      out: 'Anna Müller has the account anna.mueller.\n',
      err: '',
    });
    expect((await school.cli(`${add} --another --json`)).json()).toEqual({
      account: 'anna.mueller2',
      role: 'student',
      givenName: 'Anna',
      familyName: 'Müller',
      class: '5a',
      groups: [],
      birthDate: null,
      email: null,
      importId: null,
    });
    expect((await school.cli(`${add} --another --lang de`)).out).toBe('Anna Müller hat das Konto anna.mueller3.\n');
  });

  test('asks at a terminal for what is missing', async () => {
    const school = await newSchool();
    school.answers = ['student', 'Anna', 'Müller'];
    expect(await school.cli('user add')).toMatchObject({ exit: 0 });
    expect(school.asked).toEqual(['Role (student, teacher, guardian, staff)?', 'Given name?', 'Family name?']);
  });

  test('asks again after an answer that cannot be meant', async () => {
    const school = await newSchool();
    school.answers = ['Schulleiterin', 'student', '', 'Anna', 'Mül\u202eler', 'Müller'];
    expect(await school.cli('user add --lang de')).toMatchObject({
      exit: 0,
      out: 'Anna Müller hat das Konto anna.mueller.\n',
      err: [
        '! --role: „Schulleiterin“ ist nicht möglich. Möglich sind schüler, lehrer, eltern, mitarbeiter.',
        '! --given: „“ ist leer.',
        '! --family: In „Mül\\u202eler“ steht ein unsichtbares oder zerstörtes Zeichen (U+202E). Neu eintippen.',
        '',
      ].join('\n'),
    });
  });

  test('a name is the same whether it is typed or comes in a file', async () => {
    const school = await newSchool();
    for (const given of ['An\u00adna', 'Nguye\u0302\u0303n', 'Mia\u00a0\u2003Lu']) {
      const family = `F${given.length}`;
      await school.cli(`user add --role teacher --given "${given}" --family ${family}`);
      school.file('s.csv', `Import-ID;Vorname;Nachname;Klasse\n1;${given};${family};5a\n`);
      await school.cli(`roster import s.csv --source s${given.length} --partial -y`);
      const names = school.sql('SELECT given_name AS given FROM users WHERE family_name = ?', family);
      expect(names).toHaveLength(2);
      expect(names[0]).toEqual(names[1]);
    }
  });

  test('without a terminal says which option is missing', async () => {
    const school = await newSchool();
    expect(await school.cli('user add --role student --given Anna')).toMatchObject({
      exit: 2,
      out: '',
      err: '! --family is missing, and nobody is at a terminal to be asked.\n',
    });
  });

  test('links a guardian to children, and only to students', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user add --role teacher --given Ida --family Kern');
    const guardian = 'user add --role guardian --given Jürgen --family Müller';
    expect(await school.cli(`${guardian} --child anna.mueller`)).toMatchObject({ exit: 0 });
    expect((await school.cli('user show anna.mueller --json')).json().guardians).toEqual([
      { account: 'juergen.mueller', custody: true },
    ]);
    expect((await school.cli('user show juergen.mueller --json')).json().children).toEqual([
      { account: 'anna.mueller' },
    ]);
    expect(await school.cli(`${guardian} --another --child ida.kern`)).toMatchObject({
      exit: 3,
      err: '! ida.kern is a teacher, not a student.\n',
    });
    expect((await school.cli('user list --role guardian --json')).json()).toHaveLength(1);
  });

  test.each([
    ['--account Anna', 2, 'not-an-account'],
    ['--birth-date 2026-02-30', 2, 'usage'],
    ['--birth-date 2026-08-21', 2, 'born-in-future'],
    ['--email nonsense', 2, 'not-an-email'],
    ['--class "5a\u001b[31m"', 2, 'not-a-name'],
    ['--account anna.mueller', 3, 'account-taken'],
  ])('refuses %s', async (options, exit, code) => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    const ended = await school.cli(`user add --role student --given Anna --family Müller ${options} --json`);
    expect({ exit: ended.exit, out: ended.out, code: JSON.parse(ended.err).error.code }).toEqual({
      exit,
      out: '',
      code,
    });
    expect((await school.cli('user list --json')).json()).toHaveLength(1);
  });

  test.each([
    ['""', 2, 'not-a-name'],
    ['Анна', 3, 'no-account-from-name'],
  ])('refuses the given name %s', async (given, exit, code) => {
    const school = await newSchool();
    const ended = await school.cli(`user add --role student --given ${given} --family Müller --json`);
    expect({ exit: ended.exit, code: JSON.parse(ended.err).error.code }).toEqual({ exit, code });
    expect((await school.cli('user list --json')).json()).toEqual([]);
  });

  test('warns of an account too long for Windows', async () => {
    const school = await newSchool();
    const ended = await school.cli('user add --role student --given Katharina --family Leutheusser');
    expect(ended.err).toContain('katharina.leutheusser has 21 characters');
    expect(ended.exit).toBe(0);
  });
});

describe('user edit', () => {
  test('takes a birth date away that is given as empty', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller --class 5a --birth-date 2014-02-01');
    expect(await school.cli('user edit anna.mueller --birth-date ""')).toMatchObject({ exit: 0 });
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({ birthDate: null });
  });

  test('changes what it was told, keeps the account, and says what changed', async () => {
    const school = await newSchool();
    await school.cli(
      'user add --role student --given Anna --family Müller --class 5a --email a@post.example --group Chor',
    );
    expect(await school.cli('user edit anna.mueller --family Meyer --class 6a --email ""')).toMatchObject({
      exit: 0,
      out: 'anna.mueller: changed family name, class and e-mail.\n',
    });
    expect((await school.cli('user show anna.mueller --json')).json()).toMatchObject({
      account: 'anna.mueller',
      familyName: 'Meyer',
      class: '6a',
      email: null,
      groups: ['Chor'],
    });
    expect((await school.cli('user edit anna.mueller --class 6a')).out).toBe('anna.mueller: nothing to change.\n');
    expect(school.sql(`SELECT count(*) AS n FROM audit_entries WHERE act = 'user-edited'`)).toEqual([{ n: 1 }]);
  });

  test('another role ends the links that it cannot have, and the one from before brings them back', async () => {
    const school = await newSchool();
    const family = async () =>
      (await school.cli('user list --json'))
        .json()
        .flatMap(({ account, children }: { account: string; children: { account: string }[] }) =>
          children.map((child) => `${account} → ${child.account}`),
        );
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user add --role student --given Ben --family Müller');
    await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller,ben.mueller');
    await school.cli('user add --role guardian --given Jan --family Kern --child anna.mueller');
    const all = ['jan.kern → anna.mueller', 'ute.mueller → anna.mueller', 'ute.mueller → ben.mueller'];
    expect(await family()).toEqual(all);

    expect(await school.cli('user edit anna.mueller --role teacher')).toMatchObject({
      exit: 0,
      out: [
        'anna.mueller: changed role and guardians.',
        'anna.mueller and jan.kern are no longer linked as guardian and child.',
        'anna.mueller and ute.mueller are no longer linked as guardian and child.',
        '',
      ].join('\n'),
    });
    expect(await family()).toEqual(['ute.mueller → ben.mueller']);
    await school.cli('user edit anna.mueller --class 5a');
    expect((await school.cli('user edit anna.mueller --role student --json')).json()).toMatchObject({
      unlinked: [],
      linked: ['jan.kern', 'ute.mueller'],
    });
    expect(await family()).toEqual(all);

    await school.cli('user edit ute.mueller --role staff');
    expect(await family()).toEqual(['jan.kern → anna.mueller']);
    await school.cli('user edit ben.mueller --role staff');
    const back = await school.cli('user edit ute.mueller --role guardian --lang de');
    expect(back.out).toContain('ute.mueller und anna.mueller sind als Erziehungsberechtigte(r) und Kind verknüpft.');
    expect(await family()).toEqual(all.slice(0, 2));
    await school.cli('user edit anna.mueller --role staff');
    await school.cli('user edit anna.mueller --role teacher');
    expect(await family()).toEqual([]);
    await school.cli('user edit anna.mueller --role student');
    expect(await family()).toEqual(all.slice(0, 2));
  });

  test('links stay where the role does', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli('user add --role guardian --given Ute --family Müller --child anna.mueller');
    await school.cli('user edit anna.mueller --class 5b');
    await school.cli('user edit ute.mueller --family Meyer');
    expect((await school.cli('user show anna.mueller --json')).json().guardians).toHaveLength(1);
    await school.cli('user edit ute.mueller --child ""');
    expect((await school.cli('user show anna.mueller --json')).json().guardians).toEqual([]);
  });

  test('nobody by that name', async () => {
    const school = await newSchool();
    expect(await school.cli('user edit nobody --class 6a --lang de')).toMatchObject({
      exit: 3,
      err: '! Niemand hat das Konto oder den Namen nobody.\nSuchen mit „schulkonto user find“.\n',
    });
  });
});
