import { describe, expect, test } from 'vitest';
import { App } from '../src/app.ts';
import { program } from '../src/commands.ts';
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
          const { err } = await new School().cli(`${example} --json`);
          expect(err, example).not.toContain('"code":"usage"');
        }
        const wide = help.out.split('\n').filter((line) => line.length > 80 && !line.startsWith('  $'));
        expect(wide).toEqual([]);
      }
    }
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
      '! Das Argument <account> fehlt.\nHilfe: schulkonto user show --help\n',
    );
    expect((await new School().cli('--lang=de user list --role x')).err).toContain(
      'Möglich sind student, teacher, guardian, staff.',
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

describe('the program', () => {
  test('takes its global options before and after the command', async () => {
    const school = await newSchool();
    const after = await school.cli('user list --json --lang de');
    expect(await school.cli('--json --lang de user list')).toMatchObject({ exit: after.exit, out: after.out });
  });

  test('says its version', async () => {
    expect((await new School().cli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('calls a bug a bug, with its stack, and exits with 1', async () => {
    const school = await newSchool();
    school.sql('DROP TABLE leavers');
    const ended = await school.cli('user list --json');
    expect(ended).toMatchObject({ exit: 1, out: '' });
    expect(JSON.parse(ended.err).error).toMatchObject({
      code: 'bug',
      message: expect.stringContaining('no such table: leavers'),
    });
    expect((await school.cli('user list --lang de')).err).toContain('Das ist ein Fehler in schulkonto');
  });
});
