import { beforeEach, describe, expect, test } from 'vitest';
import { App } from '../../src/app.ts';
import { program } from '../../src/commands.ts';
import { takesText } from '../../src/terminal/texts.ts';
import { newSchool, School } from '../support/school.ts';

let school: School;

beforeEach(async () => {
  school = await newSchool();
  await school.cli('user add --role student --given Anna --family Müller');
});

const reason = () => school.sql('SELECT reason FROM leaver_holds')[0]?.reason;

describe('a text in somebody’s own words', () => {
  test('is read from a file, as it would be typed', async () => {
    school.file('why.txt', '\ufeffDispute about\n  a certificate\r\n');
    expect(await school.cli('leaver hold anna.mueller --reason @why.txt')).toMatchObject({ exit: 0 });
    expect(reason()).toBe('Dispute about a certificate');
  });

  test('or from standard input', async () => {
    school.piped = Buffer.from('Streit um ein Zeugnis\n');
    expect(await school.cli('leaver hold anna.mueller --reason -')).toMatchObject({ exit: 0 });
    expect(reason()).toBe('Streit um ein Zeugnis');
  });

  test('begins with @ where it is written twice', async () => {
    await school.cli('leaver hold anna.mueller --reason "@@home"');
    expect(reason()).toBe('@home');
  });

  test('is refused where the file is not there, is empty, broken or a book', async () => {
    const hold = (file: string) => school.cli(`leaver hold anna.mueller --reason @${file}`);
    expect(await hold('gone.txt')).toMatchObject({ exit: 3, err: expect.stringContaining('gone.txt') });
    for (const [name, bytes] of [
      ['empty.txt', Buffer.from(' \n')],
      ['latin.txt', Buffer.from('Streit über', 'latin1')],
      ['book.txt', Buffer.from('a'.repeat(1001))],
    ] as const) {
      school.file(name, bytes);
      expect((await hold(name)).exit).toBe(2);
    }
    expect(reason()).toBeUndefined();
    expect((await hold('gone.txt')).err).toContain('--reason');
    expect((await school.cli('leaver hold anna.mueller --lang de --reason @gone.txt')).err).toContain(
      'Die Datei prüfen',
    );
  });
});

test('every option for free words can be read from a file, and its help says so', async () => {
  interface Node {
    commands: readonly Node[];
    options: readonly { flags: string; long?: string | undefined }[];
    helpInformation(): string;
  }
  const all = (node: Node): Node[] => [node, ...node.commands.flatMap(all)];
  const commands = all((await program(new App(new School().world(), 'en'), null)) as unknown as Node);
  const free = /--(reason|what|suspicion|outcome|how|evidence|identified-by|despite|because|reported-by|about)\b/;
  const options = commands.flatMap((command) =>
    command.options.filter(({ flags }) => free.test(flags) && !/<(thing|outcome)>$/.test(flags)),
  );
  expect(options.length).toBeGreaterThan(12);
  expect(options.filter((option) => !takesText(option)).map(({ flags }) => flags)).toEqual([]);
  const helps = commands.filter((command) => command.options.some(takesText)).map((one) => one.helpInformation());
  expect(helps.filter((help) => !help.replace(/\s+/g, ' ').includes('or @FILE, or - for standard input'))).toEqual([]);
});
