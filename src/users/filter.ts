import type { Command as TypedCommand } from '@commander-js/extra-typings';
import { InvalidArgumentError } from 'commander';
import type { App } from '../app.ts';
import { CommandOption, repeated, several } from '../terminal/command.ts';
import { roles, statuses } from './rules.ts';
import { filterText } from './text.ts';

/** The options by which every command chooses people. */
export function withFilter<Args extends unknown[]>(app: App, command: TypedCommand<Args>) {
  const say = app.say(filterText);
  return command
    .addOption(new CommandOption('--role <role>', say.role).choices(roles).argParser(severalOf(roles)))
    .option('--class <class>', say.class, several)
    .option('--group <name>', say.group, repeated)
    .addOption(new CommandOption('--status <status>', say.status).choices(statuses).argParser(severalOf(statuses)));
}

/** An option that takes several of the program's words, also with commas. */
export const severalOf =
  <Value extends string>(allowed: readonly Value[]) =>
  (value: string, before: Value[] = []): Value[] => [
    ...before,
    ...value.split(',').map((part) => {
      const one = allowed.find((name) => name === part.trim());
      if (!one) throw new InvalidArgumentError(`Allowed choices are ${allowed.join(', ')}.`);
      return one;
    }),
  ];
