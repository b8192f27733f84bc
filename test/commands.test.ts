import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { App } from '../src/app.ts';
import { program } from '../src/commands.ts';
import { hasGerman } from '../src/terminal/placeholders.ts';
import { newSchool, School } from './support/school.ts';

interface Leaf {
  path: string;
  parts: { description: string; of: string }[];
}

/** Every command that does something, with the words of all its arguments and options. */
async function leaves(language: 'en' | 'de'): Promise<Leaf[]> {
  const walk = (command: Awaited<ReturnType<typeof program>>['commands'][number], path: string): Leaf[] =>
    command.commands.length > 0
      ? command.commands.flatMap((child) => walk(child, `${path} ${child.name()}`))
      : [
          {
            path,
            parts: [
              { of: path, description: command.description() },
              ...command.options.map(({ long, description }) => ({ of: `${path} ${long}`, description })),
              ...command.registeredArguments.map((argument) => ({
                of: `${path} <${argument.name()}>`,
                description: argument.description,
              })),
            ],
          },
        ];
  const app = new App(new School().world(), language);
  return (await program(app, null)).commands.flatMap((command) => walk(command, command.name()));
}

describe('every command', () => {
  test('has help in both languages, for itself and all it takes', async () => {
    const [en, de] = [await leaves('en'), await leaves('de')];
    expect(en.map(({ path }) => path)).toEqual(de.map(({ path }) => path));
    const parts = en.flatMap(({ parts }, index) =>
      parts.map((part, at) => ({ ...part, german: de[index]?.parts[at]?.description })),
    );
    expect(parts.filter(({ description, german }) => !description || !german)).toEqual([]);
  });

  test('shows in its help an example that parses, opens no registry, and fits 80 columns', async () => {
    const school = new School();
    for (const { path } of await leaves('en')) {
      for (const language of ['en', 'de']) {
        const help = await school.cli(`${path} --help --lang ${language}`);
        expect({ path, exit: help.exit, err: help.err }).toEqual({ path, exit: 0, err: '' });
        const examples = [...help.out.matchAll(/^ {2}\$ schulkonto (.+)$/gm)].map(([, line]) => line ?? '');
        expect(examples.length, path).toBeGreaterThan(0);
        for (const example of examples) {
          expect(example.startsWith(path), example).toBe(true);
          const typed = example.replace(/ > \S+$/, '');
          const { err } = await new School().cli(typed.includes(' --csv') ? typed : `${typed} --json`);
          expect(err, example).not.toContain('"code":"usage"');
        }
        const wide = help.out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  $'));
        expect(wide).toEqual([]);
      }
    }
  });
});

describe('the first page of the help', () => {
  test.each(['en', 'de'])('fits a screen, in groups, each command in one line (%s)', async (language) => {
    const { exit, out } = await new School().cli(`--help --lang ${language}`);
    expect(exit).toBe(0);
    const lines = out.split('\n');
    expect(lines.length).toBeLessThanOrEqual(50);
    expect(lines.filter((line) => /^[^ ].*:$/.test(line)).length).toBeGreaterThan(4);
    expect(lines.at(-2)).toBe(
      language === 'de'
        ? '  help [befehl]       die Hilfe zu einem Befehl zeigen'
        : '  help [command]     show the help of a command',
    );
  });

  test('is that of one command behind help', async () => {
    const school = new School();
    expect(await school.cli('help user list')).toEqual({
      ...(await school.cli('user list --help')),
      json: expect.anything(),
    });
  });
});

describe('German', () => {
  test('has a word for every placeholder, in help and in complaints', async () => {
    const parts = (await leaves('en')).flatMap(({ path }) => path);
    expect(parts.length).toBeGreaterThan(50);
    const app = new App(new School().world(), 'de');
    type Flagged = { options: readonly { flags: string }[]; registeredArguments: readonly { name(): string }[] };
    const names = ({ options, registeredArguments }: Flagged) => [
      ...options.flatMap(({ flags }) => /[<[]([^>\]]+)/.exec(flags)?.[1] ?? []),
      ...registeredArguments.map((one) => one.name()),
    ];
    const walk = (command: Awaited<ReturnType<typeof program>>['commands'][number]): string[] => [
      ...names(command as unknown as Flagged),
      ...command.commands.flatMap(walk),
    ];
    const all = (await program(app, null)).commands.flatMap(walk);
    expect([...new Set(all)].filter((name) => !hasGerman(name))).toEqual([]);
    expect((await new School().cli('class show --lang de')).err).toContain('Das Argument <klasse> fehlt.');
  });

  test('is read for the values of options and settings, and kept as one word', async () => {
    const school = await newSchool();
    await school.cli('user add --role schülerin --given Anna --family Müller --class 5a --birth-date 2008-01-01');
    for (const [line, word] of [
      ['user list --role SCHUELER --status aktiv --json', '"role":"student"'],
      ['settings set consent.basis.student Kenntnisnahme --json', '"to":"acknowledgement"'],
      ['settings set password.style grundschule --json', '"to":"primary"'],
    ] as const)
      expect((await school.cli(line)).out).toContain(word);
    expect((await school.cli('user list --status gesperrt --lang de')).err).toContain(
      'Möglich sind aktiv, gesperrt-verstoß, geht-ab, gesperrt-abgang.',
    );
  });
});

describe('what was typed wrong', () => {
  test.each([
    ['usr', 'There is no command "usr". Did you mean user?', 'schulkonto'],
    ['user lst', 'There is no command "lst". Did you mean list?', 'schulkonto user'],
    ['user list --rolle x', 'There is no option --rolle. Did you mean --role?', 'schulkonto user list'],
    ['user show', 'The argument <account> is missing.', 'schulkonto user show'],
    ['user show a b', 'Too many words: b', 'schulkonto user show'],
    ['user list --class', '--class <class> needs a value.', 'schulkonto user list'],
    [
      'user list --role pupil',
      '--role <role>: "pupil" is not possible. Allowed choices are student, teacher, guardian, staff.',
      'schulkonto user list',
    ],
    [
      'user add --birth-date soon',
      '--birth-date <day>: "soon" is not possible. Write a day as 2026-08-20 or 20.8.2026, from 1900 to 2200.',
      'schulkonto user add',
    ],
  ])('%s', async (line, problem, see) => {
    expect(await new School().cli(line)).toMatchObject({ exit: 2, out: '', err: `! ${problem}\nSee: ${see} --help\n` });
  });

  test('is said in German, too', async () => {
    expect((await new School().cli('user show --lang de')).err).toBe(
      '! Das Argument <konto> fehlt.\nHilfe: schulkonto user show --help\n',
    );
    expect((await new School().cli('--lang=de user list --role x')).err).toContain(
      'Möglich sind schüler, lehrer, eltern, mitarbeiter.',
    );
  });

  test('is one JSON value under --json, on standard error', async () => {
    const ended = await new School().cli('user lst --json');
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(JSON.parse(ended.err)).toEqual({
      error: {
        code: 'usage',
        message: 'There is no command "lst". Did you mean list?\nSee: schulkonto user --help',
        problem: 'There is no command "lst". Did you mean list?',
        see: 'schulkonto user',
      },
    });
  });

  test.each(['', 'user', 'roster --lang de'])('"%s" alone shows what there is', async (line) => {
    const ended = await new School().cli(line);
    expect(ended).toMatchObject({ exit: 2, out: '' });
    expect(ended.err).toMatch(/^(Usage|Aufruf): schulkonto/);
  });
});

describe('an option that takes one value', () => {
  /** A value that the option takes, found without knowing what it is for. */
  const valueFor = ({ parseArg }: Option): string =>
    ['student', '2026-08-20', '1', 'de', 'given', 'paper', 'mail', 'standard', 'mass-mail', 'self'].find((value) => {
      try {
        parseArg?.(value, undefined as never);
        return true;
      } catch {
        return false;
      }
    }) ?? 'x';
  type Option = Awaited<ReturnType<typeof program>>['options'][number];
  type Node = { name(): string; options: readonly Option[]; commands: readonly Node[] };

  const paths = ({ commands, options }: Node, path: string): [path: string, option: Option][] => [
    ...options.filter(({ required, optional }) => required || optional).map((one) => [path, one] as [string, Option]),
    ...commands.flatMap((child) => paths(child, `${path} ${child.name()}`.trim())),
  ];

  test('is refused when it comes twice, in every command; those that collect are known', async () => {
    const all = paths((await program(new App(new School().world(), 'en'), null)) as unknown as Node, '');
    expect(all.length).toBeGreaterThan(80);
    const collecting = new Set<string>();
    for (const [path, option] of all) {
      const value = option.argChoices?.[0] ?? valueFor(option);
      const one = `${option.long} ${value}`;
      const { exit, err } = await new School().cli(`${path} ${one} ${one} --json`);
      const { error } = err.startsWith('{') ? JSON.parse(err) : { error: {} };
      if (!/was given twice|steht zweimal da/.test(error.problem)) collecting.add(option.long ?? '');
      else
        expect({ path, one, exit, problem: error.problem }).toMatchObject({
          exit: 2,
          problem: expect.stringContaining(option.long ?? ''),
        });
    }
    expect([...collecting].sort()).toEqual([
      '--account',
      '--act',
      '--also',
      '--basis',
      '--child',
      '--class',
      '--columns',
      '--consent',
      '--different',
      '--expect',
      '--group',
      '--ignore',
      '--leave-out',
      '--map',
      '--not-parked',
      '--other',
      '--parked',
      '--password',
      '--purpose',
      '--role',
      '--same',
      '--set',
      '--sheet',
      '--status',
      '--take-in',
      '--what',
      '--without',
    ]);
  });

  test('says so in German, too, and for both ways to write it', async () => {
    const { exit, err } = await new School().cli('terms publish x.txt --version=1 --version 1 --lang de');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: '! --version <fassung> nimmt einen Wert und steht zweimal da.\nHilfe: schulkonto terms publish --help\n',
    });
    expect((await new School().cli('--registry a user list --registry b')).err).toBe(
      '! --registry <file> takes one value and was given twice.\nSee: schulkonto --help\n',
    );
  });
});

describe('the registry that is named', () => {
  test.each(['--registry ""', '--registry=', '--registry " "'])('%s is none', async (option) => {
    const school = await newSchool();
    expect(await school.cli(`user list ${option}`)).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringMatching(/^! --registry <file>: " ?" is not possible. Name a file.\n/),
    });
  });

  test.each(['', ' '])('a variable that is set to "%s" is none, and makes no other', async (value) => {
    const school = await newSchool();
    school.env.SCHULKONTO_REGISTRY = value;
    for (const line of ['user list', 'init --school X --domain x.example', 'status --lang de']) {
      expect(await school.cli(line)).toMatchObject({
        exit: 2,
        out: '',
        err: expect.stringContaining('SCHULKONTO_REGISTRY'),
      });
    }
    expect(readdirSync(school.folder)).toEqual(['registry.sqlite']);
    expect(await school.cli('user list --registry registry.sqlite')).toMatchObject({ exit: 0 });
  });
});

describe('days', () => {
  test.each([
    ['suspension impose anna.mueller --reason Slip --clause mass-mail --from 9999-12-31', 'from'],
    ['audit log --reason Slip --until 9999-12-31', 'until'],
    ['audit log --reason Slip --since 0001-01-01', 'since'],
    ['leaver schedule anna.mueller --left-on 31.12.2201', 'left-on'],
    ['user edit anna.mueller --birth-date 1899-12-31', 'birth-date'],
  ])('that a school can not mean are refused: %s', async (line, option) => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    expect(await school.cli(line)).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringMatching(new RegExp(`^! --${option} .*from 1900 to 2200`)),
    });
  });

  test('that an older registry took do no harm', async () => {
    const school = await newSchool();
    await school.cli('user add --role student --given Anna --family Müller');
    await school.cli(
      'suspension impose anna.mueller --reason Slip --clause mass-mail --from 2026-09-01 --until 2026-09-02',
    );
    school.sql(`UPDATE suspensions SET from_day = '9999-12-31', until_day = '9999-12-31'`);
    for (const line of [
      'suspension list',
      'status',
      'user show anna.mueller',
      'user report anna.mueller',
      'leaver run',
    ]) {
      expect({ line, ...(await school.cli(`${line} --json`)) }).toMatchObject({ line, exit: 0 });
    }
  });
});

describe('the program', () => {
  test('takes its global options before and after the command', async () => {
    const school = await newSchool();
    const after = await school.cli('user list --json --lang de');
    expect(await school.cli('--json --lang de user list')).toMatchObject({ exit: after.exit, out: after.out });
  });

  test('says the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
    expect((await new School().cli('--version')).out).toBe(`${version}\n`);
  });

  test('calls a bug a bug, with its stack, and exits with 1', async () => {
    const school = await newSchool();
    const broken = () => {
      throw new Error('no such die');
    };
    school.whenDrawing = broken;
    const ended = await school.cli('settings set school.town Kiel --json');
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(JSON.parse(ended.err).error).toMatchObject({
      code: 'bug',
      message: expect.stringContaining('Error: no such die'),
    });
    school.whenDrawing = broken;
    expect((await school.cli('settings set school.town Kiel --lang de')).err).toContain(
      'Das ist ein Fehler in schulkonto',
    );
  });
});
