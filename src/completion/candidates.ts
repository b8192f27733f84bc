import type { AnyCommand } from '../terminal/command.ts';

type Option = AnyCommand['options'][number];

/** What can stand at the cursor: the values with a word on each, or a file's name, which the shell knows best. */
export interface Candidates {
  values: readonly Candidate[];
  files: boolean;
}

export interface Candidate {
  value: string;
  about: string;
}

/** The values that only the registry or the rooms know, by what help calls them: `account`, `class`. */
export type Known = (name: string, begun: string) => Promise<readonly Candidate[]>;

/** What can stand in place of the last word, behind the words before it; `known` is asked only for what is wanted. */
export async function candidatesAt(root: AnyCommand, words: readonly string[], known: Known): Promise<Candidates> {
  const typed = words.at(-1) ?? '';
  const { command, waiting, place } = walked(root, words.slice(0, -1));

  const [, flag, begun = ''] = /^(--[a-z-]+)=(.*)$/s.exec(typed) ?? [];
  const named = flag === undefined ? undefined : optionOf(command, flag);
  if (named) return prefixed(`${flag}=`, await ofValue(named, begun, known));
  if (waiting) return ofValue(waiting, typed, known);
  if (typed.startsWith('-')) return matching(typed, flagsOf(command));
  if (command.commands.length > 0) {
    if (place > 0) return { values: [], files: false };
    const verbs = command.createHelp().visibleCommands(command);
    const offered = verbs.map((verb) => ({ value: verb.name(), about: verb.description() }));
    return matching(
      typed,
      offered.filter(({ value }) => value !== 'help'),
    );
  }
  const { registeredArguments: places } = command;
  const argument = places[place] ?? (places.at(-1)?.variadic ? places.at(-1) : undefined);
  return argument ? ofName(argument.name(), argument.argChoices, typed, known) : { values: [], files: false };
}

/** Which command the words lead to, which of its options waits for a value, and how many arguments are there. */
function walked(root: AnyCommand, words: readonly string[]) {
  let command = root;
  let waiting: Option | undefined;
  let place = 0;
  for (const word of words) {
    if (waiting) {
      waiting = undefined;
    } else if (word.startsWith('-')) {
      const option = optionOf(command, word);
      waiting = option?.required || option?.optional ? option : undefined;
    } else {
      const verb = command.commands.find((one) => one.name() === word);
      if (verb) command = verb;
      else place += 1;
    }
  }
  return { command, waiting, place };
}

const lineage = (command: AnyCommand): AnyCommand[] => [command, ...(command.parent ? lineage(command.parent) : [])];

/** The option of the command itself before one of the same name of all commands. */
const optionOf = (command: AnyCommand, flag: string): Option | undefined =>
  lineage(command)
    .flatMap((one) => [...one.options])
    .find((option) => option.long === flag || option.short === flag);

const flagsOf = (command: AnyCommand): Candidate[] =>
  lineage(command)
    .flatMap((one) => one.createHelp().visibleOptions(one))
    .flatMap((option) => (option.long ? [{ value: option.long, about: option.description }] : []))
    .filter(({ value }, at, all) => all.findIndex((one) => one.value === value) === at);

/** An option's values: some take several at once, with commas; a group's name may have one in it. */
async function ofValue(option: Option, typed: string, known: Known): Promise<Candidates> {
  const called = /[<[]([a-z-]+)/.exec(option.flags)?.[1] ?? '';
  const name = option.long === '--group' || option.long === '--columns' ? option.long.slice(2) : called;
  const done = name === 'group' ? '' : (/^.*,/s.exec(typed)?.[0] ?? '');
  return prefixed(done, await ofName(name, option.argChoices, typed.slice(done.length), known));
}

async function ofName(name: string, choices: string[] | undefined, typed: string, known: Known): Promise<Candidates> {
  if (choices) {
    return matching(
      typed,
      choices.map((value) => ({ value, about: '' })),
    );
  }
  return name === 'file' || name === 'folder' ? { values: [], files: true } : matching(typed, await known(name, typed));
}

const matching = (typed: string, all: readonly Candidate[]): Candidates => ({
  values: all.filter(({ value }) => value.toLowerCase().startsWith(typed.toLowerCase())),
  files: false,
});

const prefixed = (prefix: string, { values, files }: Candidates): Candidates => ({
  values: values.map(({ value, about }) => ({ value: prefix + value, about })),
  files,
});
