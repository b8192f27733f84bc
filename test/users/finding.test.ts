import { describe, expect, test } from 'vitest';
import { App } from '../../src/app.ts';
import { program } from '../../src/commands.ts';
import { isLooking } from '../../src/terminal/command.ts';
import { newSchool, type School } from '../support/school.ts';

const line = (id: string, given: string, family: string, name = '5a', email = '') =>
  `${id};${given};${family};${name};${email}`;

async function schoolOf(...lines: string[]): Promise<School> {
  const school = await newSchool();
  school.file('s.csv', ['Import-ID;Vorname;Nachname;Klasse;E-Mail', ...lines, ''].join('\n'));
  const { exit, err } = await school.cli('roster import s.csv --role student -y');
  if (exit !== 0) throw new Error(err);
  return school;
}

const children = [
  line('00401', 'Anna', 'Müller', '5a', 'anna@post.example'),
  line('00402', 'Anna Lena', 'Mueller', '5b', 'haus@post.example'),
  line('{0F8FAD5B-D9CB-469F-A165-70867728950E}', 'Ömer', 'Çelik', '5a', 'haus@post.example'),
  line('00404', 'Ben', "O'Brien", '6a'),
  line('00405', 'Łucja', 'von der Straße', '10a'),
];

describe('a person', () => {
  test('is found by account, address, import ID and name, or a part of it, with umlauts or not', async () => {
    const school = await schoolOf(...children);
    for (const [typed, account] of [
      ['anna.mueller', 'anna.mueller'],
      [' ANNA.Mueller ', 'anna.mueller'],
      ['Anna.Mueller@SEE.example', 'anna.mueller'],
      ['00401', 'anna.mueller'],
      ['ANNA@post.example', 'anna.mueller'],
      ['Anna Müller', 'anna.mueller'],
      ['anna  mueller', 'anna.mueller'],
      ['ANNA MULLER', 'anna.mueller'],
      ['Müller, Anna', 'anna.mueller'],
      ['Müller Anna 5a', 'anna.mueller'],
      ['Müller 5b', 'anna.lena.mueller'],
      ['lena', 'anna.lena.mueller'],
      ['0f8fad5b-d9cb-469f-a165-70867728950e', 'oemer.celik'],
      ['Çel', 'oemer.celik'],
      ['Omer', 'oemer.celik'],
      ['Oemer', 'oemer.celik'],
      ['obrien', 'ben.obrien'],
      ["Ben O'Brien", 'ben.obrien'],
      ['strasse', 'lucja.von.der.strasse'],
      ['Łuc Stra', 'lucja.von.der.strasse'],
    ]) {
      const { exit, out, err } = await school.cli(`user show "${typed}" --json`);
      expect({ typed, exit, err, account: exit === 0 && JSON.parse(out).account }).toEqual({
        typed,
        exit: 0,
        err: '',
        account,
      });
    }
  });

  test('is not taken where several fit or nobody does: they are named, or those who come near', async () => {
    const school = await schoolOf(...children);
    for (const [typed, exit, code, accounts] of [
      ['müller', 3, 'several-people', ['anna.lena.mueller', 'anna.mueller']],
      ['Müll Ann', 3, 'several-people', ['anna.lena.mueller', 'anna.mueller']],
      ['haus@post.example', 3, 'several-people', ['anna.lena.mueller', 'oemer.celik']],
      ['Mülller', 3, 'unknown-account', ['anna.lena.mueller', 'anna.mueller']],
      ['anna.muller', 3, 'unknown-account', ['anna.mueller']],
      ['anna.mueler@see.example', 3, 'unknown-account', ['anna.mueller']],
      ['zoe.zorn', 3, 'unknown-account', []],
      ['Zoe', 3, 'unknown-account', []],
      ['401', 3, 'unknown-account', []],
      ['%', 3, 'unknown-account', []],
      ['', 2, 'nothing-typed', []],
    ] as const) {
      const ended = await school.cli(`user show "${typed}" --json`);
      const { error } = JSON.parse(ended.err);
      const named = (error.people ?? error.near ?? []).map((one: { account: string }) => one.account).sort();
      expect({ typed, exit: ended.exit, out: ended.out, code: error.code, named }).toEqual({
        typed,
        exit,
        out: '',
        code,
        named: accounts,
      });
    }
  });

  test('who has the account is taken, whoever is called so or has it for an ID', async () => {
    const school = await schoolOf(line('ben', 'Anna', 'Müller'), line('1', 'Ben', '', '5a'), line('2', 'Ben', 'Ben'));
    expect((await school.cli('user show ben --json')).json()).toMatchObject({ account: 'ben', importId: '1' });
  });

  test('is said, where it was not the account that named them; of several, which account each has', async () => {
    const school = await schoolOf(...children);
    expect((await school.cli('user show 00401 --lang de')).err).toBe('„00401“ ist anna.mueller (Anna Müller, 5a).\n');
    expect((await school.cli('user show ANNA.MUELLER')).err).toBe('');
    expect(await school.cli('user show müller')).toMatchObject({
      exit: 3,
      out: '',
      err: '! "müller" fits several people. Name one by the account:\n  anna.lena.mueller (Anna Lena Mueller, 5b)\n  anna.mueller (Anna Müller, 5a)\n',
    });
  });

  test('of another source is known by its ID, too', async () => {
    const school = await schoolOf(...children);
    school.sql(`INSERT INTO other_ids SELECT 'schild', 'X-9', id FROM users WHERE account = 'ben.obrien'`);
    school.sql(`INSERT INTO other_ids SELECT 'untis', 'X-9', id FROM users WHERE account = 'anna.mueller'`);
    school.sql(`INSERT INTO other_ids SELECT 'schild', 'X-8', id FROM users WHERE account = 'ben.obrien'`);
    expect((await school.cli('user show X-8 --json')).json().account).toBe('ben.obrien');
    expect((await school.cli('user show X-9')).exit).toBe(3);
  });
});

describe('where somebody could be changed who was not meant', () => {
  const change = (typed: string) => `user edit "${typed}" --group Chor --json`;

  test.each([
    ['müller', 'named-in-part'],
    ['Anna Mü', 'named-in-part'],
    ['Müller Anna', 'named-in-part'],
    ['ömer', 'named-in-part'],
    ['Anna Muller', 'named-in-part', '--given Anna --family Mullerin'],
    ['Anna Müller', 'several-people', '--given Anna --family Mueller'],
    ['anna.mueller2', 'unknown-account'],
  ])('a script that says %s is refused: %s', async (typed, code, more = '--given Zoe --family Zorn') => {
    const school = await schoolOf(
      line('1', typed === 'Anna Muller' ? 'Ida' : 'Anna', 'Müller'),
      line('2', 'Ömer', 'Çelik'),
    );
    await school.cli(`user add --role student ${more} --another`);
    const { exit, err } = await school.cli(change(typed));
    expect({ exit, code: JSON.parse(err).error.code }).toEqual({ exit: 3, code });
    school.answers = [];
    // A yes to everything is nobody who could say no.
    expect((await school.cli(`${change(typed)} --yes`)).exit).toBe(3);
    expect(school.sql('SELECT * FROM group_members')).toEqual([]);
  });

  test('the account of somebody deleted names nobody else, called alike or nearly so', async () => {
    const school = await schoolOf(
      line('1', 'Anna', 'Müller'),
      line('2', 'Anna', 'Müller', '6a'),
      line('3', 'Ali', '', '6a'),
    );
    school.sql(`DELETE FROM users WHERE account = 'anna.mueller'`);
    school.sql(`UPDATE users SET account = 'ali2' WHERE account = 'ali'`);
    for (const typed of ['anna.mueller', 'ANNA.MUELLER', 'anna.mueller@see.example', 'ali', 'ALI'])
      expect((await school.cli(change(typed))).exit).toBe(3);
    for (const typed of ['anna.mueller', 'ANNA.MUELLER', 'anna.mueller@see.example'])
      expect((await school.cli(`user show "${typed}" --json`)).exit).toBe(3);
  });

  test('at a terminal a part is enough; of several, one is chosen', async () => {
    const school = await schoolOf(...children);
    school.answers = [];
    expect(await school.cli('user edit ömer --group Chor')).toMatchObject({
      exit: 0,
      err: expect.stringContaining('"ömer" is oemer.celik (Ömer Çelik, 5a).'),
    });
    school.answers = ['anna.mueller'];
    expect((await school.cli('user edit müller --group Chor')).exit).toBe(0);
    expect(school.asked).toEqual(['"müller": whom do you mean?']);
    school.answers = ['anna.mueller'];
    expect((await school.cli('user show anna.mue')).exit).toBe(0);
    expect(school.asked).toHaveLength(2);
  });
});

describe('user find', () => {
  test.each([
    ['müller', ['anna.lena.mueller', 'anna.mueller']],
    ['5a', ['oemer.celik', 'anna.mueller']],
    ['anna.l', ['anna.lena.mueller']],
    ['Anna Mü', ['anna.lena.mueller', 'anna.mueller']],
    ['haus@post.example', ['anna.lena.mueller', 'oemer.celik']],
  ])('%s', async (typed, accounts) => {
    const school = await schoolOf(...children);
    const found = (await school.cli(`user find ${typed} --json`)).json();
    expect(found.map(({ account }: { account: string }) => account).sort()).toEqual([...accounts].sort());
  });

  test('nobody: those who come near, and exit 3', async () => {
    const school = await schoolOf(...children);
    expect(await school.cli('user find Çelick --lang de')).toMatchObject({
      exit: 3,
      out: '',
      err: '! Niemand hat das Konto oder den Namen Çelick. Ähnlich:\n  oemer.celik (Ömer Çelik, 5a)\n',
    });
    expect((await school.cli('user find " "')).exit).toBe(2);
  });
});

/** Every way to name one person, so that a script is understood; and two that only whoever looks, or sits there, may use. */
const ways = [
  'anna.mueller',
  'ANNA.MUELLER',
  'anna.mueller@see.example',
  '00401',
  'anna@post.example',
  'Anna Müller',
  'anna mueller',
];
const partly = ['Anna Mü', 'müll'];

type Node = Awaited<ReturnType<typeof program>>['commands'][number];
const isPerson = (flags: string) => /(^|[<[])(old-|staying-)?account(-or-number)?(\.\.\.)?([>\]]|$)/.test(flags);

/** Every command that does something, with the words that lead to it. */
const leaves = (commands: readonly Node[], path: string[] = []): [path: string[], command: Node][] =>
  commands.flatMap((command) => {
    const here = [...path, command.name()];
    return command.commands.length > 0 ? leaves(command.commands, here) : [[here, command] as [string[], Node]];
  });

/** What each command would get in every place where it takes a person. */
async function given(school: School, typed: string): Promise<Map<string, unknown>> {
  const got = new Map<string, unknown>();
  const app = new App(school.world(), 'en');
  const root = await program(app, null);
  for (const [path, command] of leaves(root.commands)) {
    const places = [
      ...command.registeredArguments.map((one, at) => ({ flags: one.name(), at: at as number | string })),
      ...command.options.map((one) => ({ flags: one.flags, at: one.attributeName() })),
    ].filter(({ flags }) => isPerson(flags));
    for (const { flags, at } of places) {
      const words = command.registeredArguments.map((one, index) => {
        if (index === at) return [typed];
        return one.required ? [isPerson(one.name()) ? 'anna.mueller' : '1'] : [];
      });
      const option = typeof at === 'string' ? [flags.split(' ')[0] ?? '', typed] : [];
      let taken: unknown;
      command.action(() => {
        const value = typeof at === 'string' ? command.getOptionValue(at) : command.processedArgs[at];
        taken = Array.isArray(value) ? value.join() : value;
      });
      try {
        await root.parseAsync([...path, ...words.flat(), ...option], { from: 'user' });
      } catch (error) {
        taken = (error as { code?: string }).code;
      }
      got.set(`${path.join(' ')} ${flags}${isLooking(command) ? ' (looking)' : ''}`, taken);
    }
  }
  app.close();
  return got;
}

describe('every command that takes a person', () => {
  test('takes them in every way', async () => {
    const school = await schoolOf(...children);
    for (const typed of ways) {
      const got = await given(school, typed);
      expect(got.size).toBeGreaterThan(30);
      expect({ typed, else: [...got].filter(([, account]) => account !== 'anna.mueller') }).toEqual({
        typed,
        else: [],
      });
    }
  });

  test('takes a part of a name only to look, or from somebody who sits there', async () => {
    const school = await schoolOf(line('00401', 'Anna', 'Müller'));
    for (const typed of partly) {
      const script = await given(school, typed);
      const wanted = (name: string) => (name.endsWith('(looking)') ? 'anna.mueller' : 'named-in-part');
      expect([...script].filter(([name, account]) => account !== wanted(name))).toEqual([]);
    }
  });

  test('says so by the word for its value; what is called otherwise is known', async () => {
    const school = await newSchool();
    const others = leaves((await program(new App(school.world(), 'en'), null)).commands).flatMap(([path, command]) =>
      [...command.registeredArguments.map((one) => one.name()), ...command.options.map((one) => one.flags)]
        .filter((flags) => /account/.test(flags) && !isPerson(flags))
        .map((flags) => `${path.join(' ')} ${flags}`),
    );
    expect(others.sort()).toEqual([
      'backup restore --bring-back <former-account>',
      'iserv done iserv-account',
      'iserv todo iserv-account',
      'leaver proof account-or-id',
      'user add --account <new-account>',
    ]);
  });
});
