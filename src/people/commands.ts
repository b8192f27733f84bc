import type { App } from '../app.ts';
import { isOpen } from '../consents/rules.ts';
import { getPurpose, purposes } from '../consents/store.ts';
import { text as consentText, stateWords } from '../consents/text.ts';
import { restrictionNames } from '../requests/text.ts';
import { wordsOption } from '../terminal/choices.ts';
import { day, examples, LookingCommand } from '../terminal/command.ts';
import { type Cell, heading, inSheet, listing, table } from '../terminal/view.ts';
import { type Day, dayStart, writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { everybody } from '../users/finding/naming.ts';
import { text as findText } from '../users/finding/text.ts';
import { roleNames, statusNames, text as userText } from '../users/text.ts';
import { isWished, type Person, type Wish } from './rules.ts';
import { getPerson, people, takenInSince } from './store.ts';
import { factWords, passwordWords, text } from './text.ts';

export function userShow(app: App) {
  const say = app.say(text).show;

  return new LookingCommand('show')
    .description(say.summary)
    .argument('<account>', app.say(userText).account)
    .addHelpText('after', examples(app.language, 'user show anna.mueller', 'user show anna.mueller --json'))
    .action(async (account) => {
      const person = getPerson(app.db, account, app.moment.today);
      await app.show(person, () => personView(app, person));
    });
}

export function userFind(app: App) {
  const say = app.say(findText).find;

  return new LookingCommand('find')
    .description(say.summary)
    .argument('<text...>', say.text)
    .addHelpText('after', examples(app.language, 'user find müller', 'user find "Anna Mü" --json', 'user find 5a'))
    .action(async (words) => {
      const accounts = everybody(app, words.join(' ')).map(({ account }) => account);
      const found = () => people(app.db, { accounts }, app.moment.today);
      await app.show(found(), [listing(app.say(text).list.columns, () => rows(app, found()), '', say.count)]);
    });
}

export function userList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .addOption(wordsOption(app.language, '--consent <state>', say.consent, stateWords))
    .option('--purpose <purpose>', say.purpose, 'terms')
    .addOption(wordsOption(app.language, '--password <state>', say.password, passwordWords))
    .addOption(wordsOption(app.language, '--without <fact>', say.without, factWords))
    .option('--since <day>', say.since, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        'user list --class 5a',
        { en: 'user list --role teacher,staff', de: 'user list --role lehrer,mitarbeiter' },
        { en: 'user list --consent missing --since 2026-08-01', de: 'user list --consent offen --since 2026-08-01' },
        {
          en: 'user list --role student --without birth-date,guardian --csv > office.csv',
          de: 'user list --role schüler --without geburtsdatum,eltern --csv > sekretariat.csv',
        },
      ),
    )
    .action(async (accounts, { consent, purpose, password, without, since, ...filter }) => {
      const { today } = app.moment;
      getPurpose(app.db, purpose);
      const among = since && takenInSince(app.db, dayStart(since));
      const wish = { consent, purpose, password, without, among };
      const found = () => wished(people(app.db, { accounts, ...filter }, today), wish);
      const asked = purposes(app.db)
        .filter((one) => isOpen(one, today))
        .map(({ name }) => name);
      await app.show(found(), [
        listing(say.columns, () => rows(app, found()), say.nobody, say.count),
        inSheet([...say.columns, ...say.more, ...asked.map(say.heading)], () => sheetRows(app, found(), asked)),
      ]);
    });
}

function* wished(found: Iterable<Person>, wish: Wish): Generator<Person> {
  for (const person of found) if (isWished(person, wish)) yield person;
}

/** All that the office may want of somebody, a cell each. */
function* sheetRows(app: App, found: Iterable<Person>, asked: readonly string[]): Generator<Cell[]> {
  const [states, passwords] = [app.say(consentText).states, app.say(text).list.passwords];
  const together = (all: readonly { account: string }[]) => all.map(({ account }) => account).join(', ');
  for (const person of found) {
    const { groups, birthDate, email, importId, guardians, children, password, consent } = person;
    const [shown = []] = rows(app, [person]);
    yield [
      ...shown,
      groups.join(', '),
      birthDate && writtenDay(app.language, birthDate),
      email,
      importId,
      together(guardians),
      together(children),
      passwords[password.state],
      ...asked.map((purpose) => (consent[purpose] ? states[consent[purpose]] : null)),
    ];
  }
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
    [say.guardians, person.guardians.map((one) => (one.custody ? one.account : say.noCustody(one.account))).join(', ')],
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
