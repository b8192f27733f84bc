import { CommanderError } from 'commander';
import { App } from './app.ts';
import { program } from './commands.ts';
import { Exit, Failure } from './failures.ts';
import { bilingual, type Language, languageOf } from './language.ts';
import { json } from './terminal/json.ts';
import { render, warning } from './terminal/view.ts';
import type { World } from './world.ts';

const text = bilingual({
  en: {
    bug: (stack: string) =>
      `This is a bug in schulkonto; nothing was changed. Please report it with these lines:\n${stack}`,
  },
  de: {
    bug: (stack) =>
      `Das ist ein Fehler in schulkonto; nichts wurde geändert. Bitte mit diesen Zeilen melden:\n${stack}`,
  },
});

/** Runs one command. Says on standard error what went wrong, gives the exit code; never throws, never exits. */
export async function run(args: readonly string[], world: World): Promise<Exit> {
  const language = asked(args) ?? languageOf(world.env);
  const app = new App(world, language);
  try {
    await (await program(app, args)).parseAsync([...args], { from: 'user' });
    return app.exit;
  } catch (error) {
    return await report(error, args.includes('--json'), language, world);
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

async function report(error: unknown, asJson: boolean, language: Language, world: World): Promise<Exit> {
  // A value that can't be meant is said where it is read; one that comes as far as here would end without a word.
  if (error instanceof CommanderError && error.code !== 'commander.invalidArgument')
    return error.exitCode === 0 ? Exit.done : Exit.usage;
  const { code, exit, facts, message } =
    error instanceof Failure
      ? { code: error.code, exit: error.exit, facts: error.facts, message: error.words(language) }
      : { code: 'bug', exit: Exit.bug, facts: {}, message: text[language].bug(stackOf(error)) };
  const lines = asJson
    ? [...json({ error: { code, message, ...facts } })]
    : [await render([warning(message)], world.err)];
  for (const line of lines) await world.err.write(line);
  return exit;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
