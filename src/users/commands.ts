import type { Command as TypedCommand } from '@commander-js/extra-typings';
import type { App } from '../app.ts';
import { listed } from '../language.ts';
import { name } from '../terminal/answers.ts';
import { wordOf, wordOption } from '../terminal/choices.ts';
import { Command, day, examples, repeated, several } from '../terminal/command.ts';
import { cancelled } from '../terminal/failures.ts';
import { warning } from '../terminal/view.ts';
import type { Day } from '../time.ts';
import { addUser, editUser, lookalikesOf, type UserWish } from './acts.ts';
import { custodyText, sayCustody, yesOrNo } from './custody.ts';
import { bornInFuture, custodyAlone, describedIn, notAnAccount, notAnEmail } from './failures.ts';
import { holdersOf, type Lookalike } from './lookalikes.ts';
import { isAccount, longestWindowsAccount, manualSource, type Role, type User } from './rules.ts';
import { getUser } from './store.ts';
import { roleWords, text } from './text.ts';

export function userAdd(app: App) {
  const say = app.say(text);

  return withFields(app, new Command('add').description(say.add.summary))
    .option('--account <new-account>', say.add.account)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'user add --role student --given Anna --family Müller --class 5a',
          de: 'user add --role schüler --given Anna --family Müller --class 5a',
        },
        {
          en: 'user add --role guardian --given Jürgen --family Müller --child anna.mueller',
          de: 'user add --role eltern --given Jürgen --family Müller --child anna.mueller',
        },
      ),
    )
    .action(async (options) => {
      const asked = options.role ?? (await app.ask('--role', say.add.askRole, wordOf(app.language, roleWords)));
      const given = options.given ?? (await app.ask('--given', say.add.askGiven, name('--given')));
      const family = options.family ?? (await app.ask('--family', say.add.askFamily, name('--family')));
      if (options.account !== undefined && !isAccount(options.account)) throw notAnAccount({ value: options.account });
      const wish = {
        ...wished(app, { ...options, given, family }),
        role: asked,
        givenName: name('--given')(given),
        familyName: name('--family')(family),
        ...(options.account === undefined ? {} : { account: options.account }),
        another: options.another === true,
      };
      const another = wish.another || (await isAnother(app, lookalikesOf(app.db, wish)));
      const user = addUser(app, { ...wish, another });
      if (user.account.length > longestWindowsAccount) await app.note([warning(say.add.long(user.account))]);
      await app.show(held(user), [say.add.done(`${user.givenName} ${user.familyName}`, user.account)]);
    });
}

export function userEdit(app: App) {
  const say = app.say(text);

  return withFields(app, new Command('edit').description(say.edit.summary).argument('<account>', say.account))
    .option('--guardian <who>', custodyText(app).guardian)
    .addOption(wordOption(app.language, '--custody <answer>', custodyText(app).custody, yesOrNo))
    .option('--since <day>', custodyText(app).since, day)
    .option('--evidence <text>', custodyText(app).evidence)
    .addHelpText(
      'after',
      examples(
        app.language,
        'user edit anna.mueller --class 6a',
        'user edit anna.mueller --email ""',
        'user edit anna.mueller --guardian jan.mueller --custody no --since 2026-05-04 --evidence "AG Kiel, 3 F 12/26"',
      ),
    )
    .action(async (account, { guardian, custody, since, evidence, ...options }) => {
      const isAboutCustody = [guardian, custody, since, evidence].some((one) => one !== undefined);
      if (isAboutCustody) {
        if (guardian === undefined || Object.keys(options).length > 0) throw custodyAlone({});
        return sayCustody(app, account, { guardian, custody, since, evidence });
      }
      const wish = wished(app, options);
      const another = options.another === true || (await isTheirIdToo(app, account, wish));
      const { user, changed, unlinked, linked } = editUser(app, account, wish, another);
      const fields = listed(
        app.language,
        changed.map((field) => say.fields[field] ?? field),
      );
      if (changed.length > 0 && user.source !== manualSource) await app.note([warning(say.edit.roster(user.source))]);
      await app.show({ ...held(user), unlinked, linked }, [
        changed.length > 0 ? say.edit.done(account, fields) : say.edit.unchanged(account),
        ...unlinked.map((other) => say.edit.unlinked(account, other)),
        ...linked.map((other) => say.edit.linked(account, other)),
      ]);
    });
}

function withFields<Args extends unknown[]>(app: App, command: TypedCommand<Args>) {
  const say = app.say(text);
  return command
    .addOption(wordOption(app.language, '--role <role>', say.role, roleWords))
    .option('--given <name>', say.given)
    .option('--family <name>', say.family)
    .option('--class <class>', say.class)
    .option('--import-id <id>', say.importId)
    .option('--birth-date <day>', say.birthDate, clearableDay)
    .option('--email <address>', say.email)
    .option('--group <name>', say.group, repeated)
    .option('--child <account>', say.child, several)
    .option('--another', say.another);
}

/** Whether it is said at the prompt that somebody is not one of these; without a terminal nobody says so. @throws Failure `cancelled` */
async function isAnother(app: App, people: readonly Lookalike[]): Promise<boolean> {
  if (people.length === 0 || !app.canAsk) return false;
  const say = app.say(text).lookalikes;
  const answer = await app.choose(
    say.question(
      listed(
        app.language,
        people.map((one) => describedIn(app.language, one)),
      ),
    ),
    [
      { value: 'same', name: say.same },
      { value: 'another', name: say.another },
    ],
  );
  if (answer === 'same') throw cancelled({});
  return true;
}

async function isTheirIdToo(app: App, account: string, { importId }: UserWish): Promise<boolean> {
  const user = getUser(app.db, account);
  return importId && importId !== user.importId ? isAnother(app, holdersOf(app.db, importId, user.id)) : false;
}

/** A day, or the empty text that takes one away: Commander makes an empty text of null. */
const clearableDay = (value: string): Day | '' => (value === '' ? value : day(value));

interface Typed {
  role?: Role | undefined;
  given?: string | undefined;
  family?: string | undefined;
  class?: string | undefined;
  importId?: string | undefined;
  birthDate?: Day | '' | undefined;
  email?: string | undefined;
  group?: string[] | undefined;
  child?: string[] | undefined;
}

/** What was typed, as a wish: only what was said is in it, and an empty text clears. */
function wished(app: App, typed: Typed): UserWish {
  const { role, given, family, birthDate, email, group, child } = typed;
  if (email && !/^\S+@[^\s@]+\.[^\s@]+$/.test(email)) throw notAnEmail({ value: email });
  if (birthDate && birthDate > app.moment.today) throw bornInFuture({ value: birthDate });
  return {
    ...(role !== undefined && { role }),
    ...(given !== undefined && { givenName: name('--given')(given) }),
    ...(family !== undefined && { familyName: name('--family')(family) }),
    ...(typed.class !== undefined && { class: typed.class === '' ? null : name('--class')(typed.class) }),
    ...(typed.importId !== undefined && {
      importId: typed.importId === '' ? null : name('--import-id')(typed.importId),
    }),
    ...(birthDate !== undefined && { birthDate: birthDate || null }),
    ...(email !== undefined && { email: email || null }),
    ...(group && { groups: [...new Set(group.filter(Boolean).map((one) => name('--group')(one)))].sort() }),
    ...(child && { children: child.filter(Boolean) }),
  };
}

/** What scripts get to see of a person just added or edited. */
const held = ({ id: _, source: __, ...facts }: User) => facts;
