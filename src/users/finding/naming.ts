import type { App } from '../../app.ts';
import { cleaned } from '../../typed.ts';
import { unknownAccount } from '../failures.ts';
import type { Named } from '../rules.ts';
import { nameAndClass } from '../text.ts';
import { namedInPart, nothingTyped, severalFit } from './failures.ts';
import { Wanted } from './rules.ts';
import { accountsAmong, accountTyped, byAccount, byEmail, byImportId, byName, nearTo } from './store.ts';
import { text } from './text.ts';

/** What a command does with whom it gets: it looks, which a part of a name is enough for, or changes something. */
export interface Use {
  isLooking: boolean;
}

/**
 * The accounts of those who were named, each once: by account (in capitals, as the school's mail address), import ID,
 * contact address, or name. The exact account always wins. Of several who fit, the person at the terminal chooses.
 * @throws Failure `unknown-account`, which names all that nobody has; `several-people`, `named-in-part`, `nobody-named`
 */
export async function accountsNamed(app: App, typed: readonly string[], use: Use): Promise<string[]> {
  if (typed.length === 0) return [];
  const texts = typed.map(cleaned);
  if (texts.includes('')) throw nothingTyped({});
  const plain = texts.map((one) => accountTyped(app.db, one));
  const known = accountsAmong(app.db, plain);
  const found: (Found & { typed: string })[] = texts.map((one, index) => {
    const account = plain[index] ?? '';
    return { typed: one, ...(known.has(account) ? { account } : search(app, one, use)) };
  });
  const strangers = found.filter(({ account, choices }) => account === undefined && choices === undefined);
  if (strangers.length > 0) {
    const accounts = strangers.map((one) => one.typed);
    throw unknownAccount({
      accounts,
      near: distinct(accounts.slice(0, 3).flatMap((one) => nearTo(app.db, accountTyped(app.db, one)))),
    });
  }
  const accounts: string[] = [];
  for (const { typed: one, account, person, choices } of found) {
    if (person && !app.options.json) await app.note([app.say(text).taken(one, person.account, nameAndClass(person))]);
    accounts.push(account ?? (await whichOf(app, one, choices ?? [])));
  }
  return [...new Set(accounts)];
}

/** One of them: the account, and the person where it has to be said who was taken; or those to choose from. */
interface Found {
  account?: string;
  person?: Named;
  choices?: Named[];
}

/**
 * Who is meant by what is no account. Where nobody could stop it, only a key or a whole name is enough: what looks like
 * an account can be that of somebody deleted, and must not become another's of the same name.
 */
function search(app: App, typed: string, { isLooking }: Use): Found {
  const wanted = new Wanted(typed);
  const keys = distinct([...byImportId(app.db, typed), ...(typed.includes('@') ? byEmail(app.db, typed) : [])]);
  if (keys.length > 0) return one(app, typed, keys);
  if (typed.includes('@')) return {};
  const { whole, part } = byName(app.db, typed);
  if (wanted.isAccountAlone)
    return app.canAsk && part.length + whole.length > 0 ? { choices: [...whole, ...part] } : {};
  if (wanted.words.length > 1 && whole.length > 0) return one(app, typed, whole);
  const all = [...whole, ...part];
  if (all.length === 0) return {};
  const isEnough = isLooking || app.canAsk || (wanted.isWholeName && part.length === 0 && whole.length > 0);
  if (!isEnough) throw namedInPart({ typed, people: all });
  return one(app, typed, all);
}

function one(app: App, typed: string, people: Named[]): Found {
  const [person] = people;
  if (person && people.length === 1) return { account: person.account, person };
  if (!app.canAsk) throw severalFit({ typed, people });
  return { choices: people };
}

const distinct = (people: readonly Named[]): Named[] => [...new Map(people.map((one) => [one.account, one])).values()];

const whichOf = (app: App, typed: string, people: readonly Named[]): Promise<string> =>
  choosePerson(app, app.say(text).which(typed), people);

/**
 * Everybody whom a text finds: in names, accounts, import IDs, addresses and classes.
 * @throws Failure `unknown-account`, with those who come near
 */
export function everybody(app: App, typed: string): Named[] {
  const found = looked(app, typed);
  if (found.length > 0) return found;
  if (cleaned(typed) === '') throw nothingTyped({});
  throw unknownAccount({ accounts: [typed], near: nearTo(app.db, typed) });
}

function looked(app: App, typed: string): Named[] {
  const exact = cleaned(typed);
  const account = byAccount(app.db, accountTyped(app.db, exact));
  const { whole, part } = byName(app.db, exact);
  return distinct([
    ...account,
    ...byImportId(app.db, exact),
    ...(exact.includes('@') ? byEmail(app.db, exact) : []),
    ...whole,
    ...part,
  ]);
}

/** Lets the person at the terminal choose, by typing a part of the name; at first from these. */
async function choosePerson(app: App, question: string, first: readonly Named[] = []): Promise<string> {
  const choices = (people: readonly Named[]) =>
    people
      .slice(0, 50)
      .map((person) => ({ value: person.account, name: `${nameAndClass(person)} (${person.account})` }));
  const prompts = await app.world.prompts(app.language);
  return prompts.search(question, (typed) => choices(typed.trim() === '' ? first : looked(app, typed)));
}
