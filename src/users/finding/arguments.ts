import type { Command } from 'commander';
import type { App } from '../../app.ts';
import { Failure } from '../../failures.ts';
import { isLooking } from '../../terminal/command.ts';
import { unknownAccount } from '../failures.ts';
import { accountsNamed, type Use } from './naming.ts';

/**
 * What takes people says so by the word that stands for its value: `<account>`, `[account...]`, of two that become one
 * `<old-account>` and `<staying-account>`; or `account-or-number`,
 * where a number is somebody's opaque ID, which outlives the account.
 */
const person = /(?:^|[<[])(?:old-|staying-)?account(-or-number)?(?:\.\.\.)?(?:[>\]]|$)/;

/**
 * Puts accounts in the place of all people who were named on the command line, before the command sees them: so every
 * command takes people in every way, and none by a way of its own.
 * @throws Failure as `accountsNamed`
 */
export async function nameEverybody(app: App, command: Command): Promise<void> {
  const use = { isLooking: isLooking(command) };
  const named = async (flags: string, value: unknown): Promise<unknown> => {
    if (value === undefined) return undefined;
    if (person.exec(flags)?.[1]) return personOrNumber(app, String(value), use);
    if (!Array.isArray(value)) return (await accountsNamed(app, [String(value)], use))[0];
    // An empty text among several clears, or says nothing: what it means is for the command to say.
    const filled = value.filter((one) => one !== '');
    const accounts = await accountsNamed(app, filled, use);
    return filled.length < value.length ? [...accounts, ''] : accounts;
  };
  for (const [index, argument] of command.registeredArguments.entries()) {
    const name = argument.name();
    if (person.test(name)) command.processedArgs[index] = await named(name, command.processedArgs[index]);
  }
  for (const option of command.options.filter(({ flags }) => person.test(flags))) {
    const name = option.attributeName();
    const value = await named(option.flags, command.getOptionValue(name));
    if (value !== undefined) command.setOptionValueWithSource(name, value, command.getOptionValueSource(name) ?? 'cli');
  }
}

/** Who is here no more and not like anybody is left to the command: it knows how to find them. */
async function personOrNumber(app: App, typed: string, use: Use): Promise<string> {
  if (/^#?[1-9]\d*$/.test(typed)) return typed;
  try {
    return (await accountsNamed(app, [typed], use))[0] ?? typed;
  } catch (error) {
    if (error instanceof Failure && error.code === unknownAccount.code && isLikeNobody(error.facts)) return typed;
    throw error;
  }
}

const isLikeNobody = ({ near = [] }: { near?: readonly unknown[] }): boolean => near.length === 0;
