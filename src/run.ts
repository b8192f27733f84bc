import { CommanderError } from 'commander';
import { App } from './app.ts';
import { completed, program } from './commands.ts';
import { Exit, Failure, failure } from './failures.ts';
import { systemRefusal } from './files.ts';
import { type Language, languageOf } from './language.ts';
import { json } from './terminal/json.ts';
import { render, warning } from './terminal/view.ts';
import type { World } from './world.ts';

const bug = failure<{ stack: string }>('bug', Exit.bug, {
  en: ({ stack }, outcome) => `This is a bug in schulkonto; ${outcome}. Please report it with these lines:\n${stack}`,
  de: ({ stack }, outcome) => `Das ist ein Fehler in schulkonto; ${outcome}. Bitte mit diesen Zeilen melden:\n${stack}`,
});

/** Runs one command. Says on standard error what went wrong, gives the exit code; never throws, never exits. */
export async function run(typed: readonly string[], world: World): Promise<Exit> {
  // Commander's own help knows the nouns alone.
  const args = typed[0] === 'help' ? [...typed.slice(1), '--help'] : typed;
  const language = asked(args) ?? languageOf(world.env);
  const app = new App(world, language);
  try {
    try {
      if (args[0] === '__complete') await completed(app, args.slice(1));
      else await (await program(app, args)).parseAsync([...args], { from: 'user' });
    } finally {
      await app.written;
    }
    return app.exit;
  } catch (error) {
    return await report(error, args.includes('--json'), app);
  } finally {
    app.close();
  }
}

/** `--lang`, found before the command line is parsed: it decides the language of the parser's own complaints. */
function asked(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1];
  return at >= 0 && (value === 'de' || value === 'en') ? value : undefined;
}

async function report(error: unknown, asJson: boolean, { hasChanged, language, world }: App): Promise<Exit> {
  // A value that can't be meant is said where it is read; one that comes as far as here would end without a word.
  if (error instanceof CommanderError && error.code !== 'commander.invalidArgument')
    return error.exitCode === 0 ? Exit.done : Exit.usage;
  const failed = error instanceof Failure ? error : (systemRefusal(error) ?? bug({ stack: stackOf(error) }));
  const { code, exit } = failed;
  const message = failed.words(language, hasChanged);
  const facts = exit === Exit.bug ? {} : failed.facts;
  try {
    const lines = asJson
      ? [...json({ error: { code, message, ...facts } })]
      : [await render([warning(message)], world.err)];
    for (const line of lines) await world.err.write(line);
  } catch {
    // Nobody can be told; the exit code still says it.
  }
  return exit;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
