import type { Command as TypedCommand, Option as TypedOption } from '@commander-js/extra-typings';
import {
  type Argument,
  Help,
  InvalidArgumentError,
  type Option,
  Command as UntypedCommand,
  Option as UntypedOption,
} from 'commander';
import type { Language } from '../language.ts';
import { type Day, parseDay } from '../time.ts';
import { cleaned } from '../typed.ts';
import { text } from './command-text.ts';
import { commandLineWrong } from './failures.ts';
import { withPlaceholders } from './placeholders.ts';
import { takesText } from './texts.ts';

/** A command that says its help and its complaints in the language of the program it belongs to. */
class BilingualCommand extends UntypedCommand {
  language: Language | undefined;
  readonly isLooking: boolean = false;

  /** Everything that Commander finds wrong comes through here; it speaks English only, so we say it again. */
  override error(message: string, facts: { code?: string } = {}): never {
    const language = languageOf(this);
    const words = text[language].wrong;
    const placed = (term: string) => withPlaceholders(language, term);
    const [one = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted ?? '');
    const near = /\(Did you mean (.+)\?\)/.exec(message)?.[1];
    const rest = message.replace(/^.* is invalid(?: for argument '.*')?\. /s, '');
    const isArgument = message.startsWith('error: command-argument');
    const say = {
      'commander.unknownOption': () => words.unknownOption(one, near),
      'commander.unknownCommand': () => words.unknownCommand(one, near),
      'commander.missingArgument': () => words.missingArgument(placed(`<${one}>`)),
      'commander.optionMissingArgument': () => words.missingValue(placed(one)),
      'commander.excessArguments': () => words.surplus(this.args.slice(this.registeredArguments.length).join(' ')),
      'commander.conflictingOption': () => words.conflict(placed(one), placed(other)),
      'commander.invalidArgument': () =>
        isArgument ? words.badValue(placed(`<${other}>`), one, rest) : words.badValue(placed(one), other, rest),
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
          const language = languageOf(this);
          const problem = text[language].wrong.twice(withPlaceholders(language, option.flags));
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

/** A command that changes nothing that is held of anybody: a part of a name is enough for it to know whom it is about. */
class CommandThatLooks extends BilingualCommand {
  override readonly isLooking = true;
}

class BilingualHelp extends Help {
  override showGlobalOptions = true;
  private readonly words: (typeof text)[Language]['help'];
  private readonly language: Language;

  constructor(language: Language) {
    super();
    this.language = language;
    this.words = text[language].help;
  }

  private placed(term: string): string {
    return withPlaceholders(this.language, term);
  }

  override optionTerm(option: Option): string {
    return this.placed(super.optionTerm(option));
  }

  override argumentTerm(argument: Argument): string {
    return withPlaceholders(this.language, `<${super.argumentTerm(argument)}>`).slice(1, -1);
  }

  override subcommandTerm(command: UntypedCommand): string {
    // That a command has options goes without saying, and the page is short.
    return this.placed(super.subcommandTerm(command).replace(' [options]', ''));
  }

  override styleTitle(title: string): string {
    return this.words.titles[title] ?? title;
  }

  override commandUsage(command: UntypedCommand): string {
    const usage = super.commandUsage(command);
    return this.placed(usage.replace('[options]', this.words.options));
  }

  override optionDescription(option: Option): string {
    if (option.long === '--help') return this.words.help;
    const facts = [
      takesText(option) ? this.words.elsewhere : '',
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
export const LookingCommand = CommandThatLooks as unknown as typeof TypedCommand;
export const isLooking = (command: unknown): boolean => command instanceof CommandThatLooks;
export const CommandOption = UntypedOption as unknown as typeof TypedOption;

/** Makes a root of a finished tree: its settings and its language hold for every command below. */
export function rootOf(command: unknown, language: Language, helpGroup: string): void {
  const root = command as BilingualCommand;
  root.language = language;
  const help = new UntypedCommand('help').argument('[command]').description(text[language].help.helpCommand);
  root.addHelpCommand(help.helpGroup(helpGroup).helpOption(false));
  const hand = (parent: UntypedCommand) => {
    for (const child of parent.commands) {
      child.copyInheritedSettings(parent);
      child.helpCommand(false);
      hand(child);
    }
  };
  hand(root);
}

/** What stands under the help of a command: how it is typed; where words are in it, in English and in German. */
export const examples = (language: Language, ...lines: (string | { en: string; de: string })[]): string => {
  const written = lines.map((line) => `  $ schulkonto ${typeof line === 'string' ? line : line[language]}`);
  return `\n${text[language].help.examples}\n${written.join('\n')}`;
};

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
