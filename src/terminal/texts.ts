import { readFileSync } from 'node:fs';
import type { Option } from 'commander';
import { textUnreadable } from './failures.ts';

/** Whether an option takes a text in somebody's own words. */
export const takesText = ({ flags }: Pick<Option, 'flags'>): boolean => /<text>$/.test(flags);

/** A command as its options are read. */
interface Optioned {
  readonly options: readonly Option[];
  getOptionValue(name: string): unknown;
  setOptionValue(name: string, value: unknown): unknown;
}

/** Where texts come from that are not typed as they are. */
interface Sources {
  /** Where a file lies that was named. */
  path(file: string): string;
  /** Standard input. */
  bytes(): Promise<Buffer>;
}

/**
 * Reads the texts of a command that stand in a file (`@FILE`) or come from standard input (`-`): arguments stand in
 * every user's list of processes. `@@` is a text that begins with @.
 * @throws Failure `text-unreadable`
 */
export async function readTexts(command: Optioned, sources: Sources): Promise<void> {
  for (const option of command.options.filter(takesText)) {
    const name = option.attributeName();
    const typed = command.getOptionValue(name);
    if (typeof typed === 'string') command.setOptionValue(name, await textOf(option, typed, sources));
    if (!Array.isArray(typed)) continue;
    const texts: string[] = [];
    for (const one of typed as string[]) texts.push(await textOf(option, one, sources));
    command.setOptionValue(name, texts);
  }
}

async function textOf(option: Option, typed: string, sources: Sources): Promise<string> {
  if (typed === '-') return (await sources.bytes()).toString();
  if (typed.startsWith('@@') || !typed.startsWith('@')) return typed.replace(/^@@/, '@');
  const file = typed.slice(1);
  try {
    return readFileSync(sources.path(file), 'utf8')
      .replace(/^\ufeff/, '')
      .trim();
  } catch (error) {
    throw textUnreadable({
      option: option.long ?? option.flags,
      file,
      detail: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
}
