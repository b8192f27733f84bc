import type { Command as TypedCommand } from '@commander-js/extra-typings';
import type { App } from '../app.ts';
import { wordsOption } from '../terminal/choices.ts';
import { repeated, several } from '../terminal/command.ts';
import { filterText, roleWords, statusWords } from './text.ts';

/** The options by which every command chooses people. */
export function withFilter<Args extends unknown[]>(app: App, command: TypedCommand<Args>) {
  const say = app.say(filterText);
  return command
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords))
    .option('--class <class>', say.class, several)
    .option('--group <name>', say.group, repeated)
    .addOption(wordsOption(app.language, '--status <status>', say.status, statusWords));
}
