import type { App } from '../app.ts';
import { text as consentText } from '../consents/text.ts';
import { restrictionNames } from '../requests/text.ts';
import { Command, examples } from '../terminal/command.ts';
import { type Cell, heading, listing, table } from '../terminal/view.ts';
import { type Day, writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { roleNames, statusNames, text as userText } from '../users/text.ts';
import { getPerson, type Person, people } from './store.ts';
import { text } from './text.ts';

export function userShow(app: App) {
  const say = app.say(text).show;

  return new Command('show')
    .description(say.summary)
    .argument('<account>', app.say(userText).account)
    .addHelpText('after', examples(app.language, 'user show anna.mueller', 'user show anna.mueller --json'))
    .action(async (account) => {
      const person = getPerson(app.db, account, app.moment.today);
      await app.show(person, () => personView(app, person));
    });
}

export function userList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new Command('list').description(say.summary).argument('[account...]', say.accounts))
    .addHelpText(
      'after',
      examples(
        app.language,
        'user list --class 5a',
        'user list --role teacher,staff',
        'user list --status leaving --json',
      ),
    )
    .action(async (accounts, filter) => {
      const found = () => people(app.db, { accounts, ...filter }, app.moment.today);
      await app.show(found(), [listing(say.columns, () => rows(app, found()), say.nobody, say.count)]);
    });
}

function* rows(app: App, found: Iterable<Person>): Generator<Cell[]> {
  const [roles, statuses] = [app.say(roleNames), app.say(statusNames)];
  for (const { account, givenName, familyName, class: name, role, status } of found) {
    yield [account, givenName, familyName, name, roles[role], statuses[status]];
  }
}

const consents = (app: App, { consent }: Person) =>
  Object.entries(consent)
    .map(([purpose, state]) => `${purpose}: ${app.say(consentText).states[state]}`)
    .join(', ');

function personView(app: App, person: Person) {
  const say = app.say(text).show;
  const on = (day: Day) => writtenDay(app.language, day);
  const accounts = (list: { account: string }[]) => list.map(({ account }) => account).join(', ');
  const { suspension, leaving, password } = person;
  const facts: [string, string | null][] = [
    [say.status, app.say(statusNames)[person.status]],
    [say.role, app.say(roleNames)[person.role]],
    [say.class, person.class],
    [say.groups, person.groups.join(', ')],
    [say.birthDate, person.birthDate && on(person.birthDate)],
    [say.email, person.email],
    [say.importId, person.importId],
    [say.guardians, accounts(person.guardians)],
    [say.children, accounts(person.children)],
    [say.password, say.passwordState[password.state](password.issuedOn && on(password.issuedOn))],
    [say.consent, consents(app, person)],
  ];
  return [
    heading(`${person.givenName} ${person.familyName} (${person.account})`),
    table(
      ['', ''],
      facts.filter(([, value]) => value),
    ),
    ...(suspension
      ? [say.suspension(on(suspension.from), suspension.until && on(suspension.until), suspension.reason)]
      : []),
    ...person.restrictions.map(({ kind, since }) => say.restricted(app.say(restrictionNames)[kind], on(since))),
    ...(leaving ? [say.leaving(on(leaving.leftOn), on(leaving.lockedFrom), on(leaving.deletedOn))] : []),
    ...(leaving?.hold ? [say.hold(leaving.hold)] : []),
  ];
}
