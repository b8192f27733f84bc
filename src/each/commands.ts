import type { App } from '../app.ts';
import { csvPieces } from '../csv/writing.ts';
import { csvParser } from '../load.ts';
import { Command, examples, fileName } from '../terminal/command.ts';
import { notForEach } from './failures.ts';
import { joinedTables, printsCsv, type School, wordNotForEach, worstOf } from './rules.ts';
import { folderOf, schoolsBelow } from './store.ts';
import { text } from './text.ts';

export function each(app: App) {
  const say = app.say(text);

  return new Command('each')
    .description(say.summary)
    .argument('<command...>', say.command)
    .option('--in <folder>', say.in, fileName)
    .addHelpText(
      'after',
      examples(app.language, 'each --in /srv/schulkonto -- status', 'each --in /srv/schulkonto -- leaver run', {
        en: 'each --in /srv/schulkonto -- class list --by year --csv',
        de: 'each --in /srv/schulkonto -- class list --by jahrgang --csv',
      }),
    )
    .action(async (command, options) => {
      const folder = app.path(await app.need(options.in, '--in', say.askFolder));
      const word = wordNotForEach(command);
      if (word !== undefined) throw notForEach({ word });
      const schools = schoolsBelow(folder);
      const { json } = app.options;
      const ended = await (json || command.includes('--json')
        ? asJson(app, schools, command)
        : printsCsv(command)
          ? asTable(app, schools, command)
          : asLines(app, schools, command));
      app.exit = worstOf(ended);
    });
}

/** Runs the command for one registry, in a process of its own, from the folder of the registry. Nobody can be asked there. */
function runFor(app: App, school: School, command: readonly string[], told: Parameters<App['world']['another']>[2]) {
  const { yes, json } = app.options;
  const options = [
    ...['--registry', school.registry, '--lang', app.language],
    ...(yes ? ['--yes'] : []),
    ...(json ? ['--json'] : []),
  ];
  const hasOwn = command.some((one) => one === '--lang' || one.startsWith('--lang='));
  return app.world.another([...(hasOwn ? options.slice(0, 2) : options), ...command], folderOf(school), told);
}

/** Every line with the school before it, as it comes. */
async function asLines(app: App, schools: readonly School[], command: readonly string[]): Promise<number[]> {
  const { out, err } = app.world;
  const exits: number[] = [];
  for (const school of schools) {
    const [toOut, toErr] = [prefixed(school.school), prefixed(school.school)];
    exits.push(
      await runFor(app, school, command, {
        out: (piece) => app.writeLater(out, toOut(piece)),
        err: (piece) => app.writeLater(err, toErr(piece)),
      }),
    );
    app.writeLater(out, toOut(''));
    app.writeLater(err, toErr(''));
    await app.written;
  }
  return exits;
}

/** Puts a word before each line of a text that comes in pieces; an empty piece ends the last line. */
function prefixed(word: string): (piece: string) => string {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (piece === '' && rest !== '') lines.push(rest);
    return lines.map((line) => `${word}: ${line}\n`).join('');
  };
}

/** What one run printed. */
async function captured(app: App, school: School, command: readonly string[]) {
  let [out, err] = ['', ''];
  const exit = await runFor(app, school, command, {
    out: (piece) => {
      out += piece;
    },
    err: (piece) => {
      err += piece;
    },
  });
  return { exit, out, err };
}

async function asJson(app: App, schools: readonly School[], command: readonly string[]): Promise<number[]> {
  const all: object[] = [];
  const exits: number[] = [];
  for (const school of schools) {
    const { exit, out, err } = await captured(app, school, command);
    exits.push(exit);
    const { error = null } = (parsed(err.trim().split('\n').at(-1) ?? '') ?? {}) as { error?: unknown };
    all.push({ ...school, exit, result: parsed(out), error });
  }
  app.options = { ...app.options, json: true };
  await app.show(all, []);
  return exits;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The tables of all schools as one, with the school in the first column. */
async function asTable(app: App, schools: readonly School[], command: readonly string[]): Promise<number[]> {
  const { out } = app.world;
  const tables: { school: string; rows: string[][] }[] = [];
  const exits: number[] = [];
  for (const school of schools) {
    const ended = await captured(app, school, command);
    exits.push(ended.exit);
    const said = prefixed(school.school);
    await app.world.err.write(said(ended.err) + said(''));
    tables.push({
      school: school.school,
      rows: csvParser().parse(ended.out, { delimiter: ';', bom: true }) as string[][],
    });
  }
  const { columns, rows } = joinedTables(app.say(text).school, tables);
  for await (const piece of csvPieces(columns, rows, !out.isTerminal)) await out.write(piece);
  return exits;
}
