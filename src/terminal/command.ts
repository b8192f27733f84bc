import type { Command as TypedCommand, Option as TypedOption } from '@commander-js/extra-typings';
import { Help, InvalidArgumentError, type Option, Command as UntypedCommand, Option as UntypedOption } from 'commander';
import type { Language } from '../language.ts';
import { type Day, parseDay } from '../time.ts';
import { cleaned } from '../typed.ts';
import { text } from './command-text.ts';
import { commandLineWrong } from './failures.ts';

/** A command that says its help and its complaints in the language of the program it belongs to. */
class BilingualCommand extends UntypedCommand {
  language: Language | undefined;

  /** Everything that Commander finds wrong comes through here; it speaks English only, so we say it again. */
  override error(message: string, facts: { code?: string } = {}): never {
    const words = text[languageOf(this)].wrong;
    const [one = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
    const near = /\(Did you mean (.+)\?\)/.exec(message)?.[1];
    const rest = message.replace(/^.* is invalid(?: for argument '.*')?\. /s, '');
    const isArgument = message.startsWith('error: command-argument');
    const say = {
      'commander.unknownOption': () => words.unknownOption(one, near),
      'commander.unknownCommand': () => words.unknownCommand(one, near),
      'commander.missingArgument': () => words.missingArgument(one),
      'commander.optionMissingArgument': () => words.missingValue(one),
      'commander.excessArguments': () => words.surplus(this.args.slice(this.registeredArguments.length).join(' ')),
      'commander.conflictingOption': () => words.conflict(one, other),
      'commander.invalidArgument': () =>
        isArgument ? words.badValue(`<${other}>`, one, rest) : words.badValue(one, other, rest),
    }[facts.code ?? ''];
    throw commandLineWrong({ problem: say ? say() : message, see: pathOf(this) });
  }

  /** Of two values the last would hold, and nobody would hear of the first: one is refused that takes one alone. */
  override addOption(option: Option): this {
    const name = option.attributeName();
    if (option.required || option.optional) {
      this.on(`option:${option.name()}`, () => {
        const isGiven = this.getOptionValueSource(name) === 'cli';
        if (isGiven && !Array.isArray(this.getOptionValue(name))) {
          const problem = text[languageOf(this)].wrong.twice(option.flags);
          throw commandLineWrong({ problem, see: pathOf(this) });
        }
      });
    }
    return super.addOption(option);
  }

  override createHelp(): Help {
    return Object.assign(new BilingualHelp(languageOf(this)), this.configureHelp());
  }
}

class BilingualHelp extends Help {
  override showGlobalOptions = true;
  private readonly words: (typeof text)[Language]['help'];

  constructor(language: Language) {
    super();
    this.words = text[language].help;
  }

  override styleTitle(title: string): string {
    return this.words.titles[title] ?? title;
  }

  override commandUsage(command: UntypedCommand): string {
    return super
      .commandUsage(command)
      .replace('[options]', this.words.options)
      .replace('[command]', this.words.command);
  }

  override optionDescription(option: Option): string {
    if (option.long === '--help') return this.words.help;
    const facts = [
      option.argChoices ? `${this.words.choices}: ${option.argChoices.join(', ')}` : '',
      typeof option.defaultValue === 'string'
        ? `${this.words.standard}: ${option.defaultValueDescription ?? option.defaultValue}`
        : '',
    ].filter((fact) => fact !== '');
    return facts.length === 0 ? option.description : `${option.description} (${facts.join('; ')})`;
  }
}

function languageOf(command: UntypedCommand): Language {
  for (let at: UntypedCommand | null = command; at; at = at.parent) {
    if (at instanceof BilingualCommand && at.language) return at.language;
  }
  return 'en';
}

function pathOf(command: UntypedCommand): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

/** A command of whatever arguments and options. */
export type AnyCommand = Parameters<InstanceType<typeof TypedCommand>['addCommand']>[0];

/** Commander, with arguments and options typed from the flag strings; the types vanish at build. */
export const Command = BilingualCommand as unknown as typeof TypedCommand;
export const CommandOption = UntypedOption as unknown as typeof TypedOption;

/** Makes a root of a finished tree: its settings and its language hold for every command below. */
export function rootOf(command: unknown, language: Language): void {
  const root = command as BilingualCommand;
  root.language = language;
  const hand = (parent: UntypedCommand) => {
    for (const child of parent.commands) {
      child.copyInheritedSettings(parent);
      child.helpCommand(false);
      hand(child);
    }
  };
  hand(root);
}

/** What stands under the help of a command: how it is typed. */
export const examples = (language: Language, ...lines: string[]): string =>
  `\n${text[language].help.examples}\n${lines.map((line) => `  $ schulkonto ${line}`).join('\n')}`;

/** An option's value that is a day. */
export function day(value: string): Day {
  const parsed = parseDay(value);
  if (!parsed) throw new InvalidArgumentError('day');
  return parsed;
}

/** An option's value that names a file. */
export function fileName(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('file');
  return value;
}

/** An option that can be given several times, and takes several values at once with commas. */
export const several = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value.split(',').map(cleaned),
];

/** An option that can be given several times; commas belong to the value. */
export const repeated = (value: string, before: string[] = []): string[] => [...before, cleaned(value)];

/** An argument or option that is a whole number from 1 on. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('number');
  return Number(value);
}
