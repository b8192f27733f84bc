import type { App } from '../../app.ts';
import { text as consentText } from '../../consents/text.ts';
import { schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { wordOption } from '../../terminal/choices.ts';
import { Command, examples } from '../../terminal/command.ts';
import { type Cell, heading, listing, table } from '../../terminal/view.ts';
import { statusNames } from '../../users/text.ts';
import { writeFile } from '../../written/acts.ts';
import { chosenBy } from '../../written/rules.ts';
import type { Person } from '../rules.ts';
import { people } from '../store.ts';
import { unknownClass } from './failures.ts';
import { classPage } from './page.ts';
import { type ClassNumbers, calledTeachers, classesOf, purposesOf, yearsOf } from './rules.ts';
import { byWords, text } from './text.ts';

export function classList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .addOption(wordOption(app.language, '--by <what>', say.by, byWords))
    .addHelpText(
      'after',
      examples(
        app.language,
        'class list',
        { en: 'class list --by year', de: 'class list --by jahrgang' },
        { en: 'class list --csv > classes.csv', de: 'class list --csv > klassen.csv' },
      ),
    )
    .action(async ({ by = 'class' }) => {
      const { today } = app.moment;
      const classes = classesOf(people(app.db, { role: ['student', 'teacher'] }, today), today);
      if (by === 'class') {
        const rows = () => classes.map((one) => classCells(app, one));
        return app.show(classes, [listing(say.columns, rows, say.none, say.count)]);
      }
      const years = yearsOf(classes);
      return app.show(years, [listing(say.yearColumns, () => yearRows(app, years), say.none)]);
    });
}

function classCells(app: App, numbers: ClassNumbers): Cell[] {
  const { class: name, year, students, leaving, consented, passwordsChanged } = numbers;
  const called = calledTeachers(numbers);
  return [name ?? app.say(text).list.noClass, year, students, leaving, called, consented, passwordsChanged];
}

function yearRows(app: App, years: ReturnType<typeof yearsOf>): Cell[][] {
  const say = app.say(text).list;
  const keys = ['classes', 'students', 'leaving', 'consented', 'passwordsChanged'] as const;
  const lines = years.map((one): Cell[] => [one.year ?? say.noYear, ...keys.map((key) => one[key])]);
  const sums = keys.map((key) => years.reduce((sum, one) => sum + one[key], 0));
  return years.length === 0 ? [] : [...lines, [say.sum, ...sums]];
}

export function classShow(app: App) {
  const say = app.say(text).show;

  return new Command('show')
    .description(say.summary)
    .argument('<class>', app.say(text).class)
    .option('--out <file>', say.out)
    .addHelpText('after', examples(app.language, 'class show 5a', 'class show 5a --out 5a.html', 'class show 5a --csv'))
    .action(async (typed, { out }) => {
      const sheet = sheetOf(app, typed);
      if (out !== undefined) {
        const file = app.path(out);
        const [language, school] = [settingValue(app.db, schoolLanguage), settingValue(app.db, schoolName)];
        const whom = chosenBy({ class: [sheet.numbers.class] }, sheet.children);
        const page = classPage({ language, school, today: app.moment.today, ...sheet });
        await writeFile(app, { kind: 'class-sheet', file, whom }, [page]);
        return app.show({ file, ...sheet.numbers }, [say.done(file)]);
      }
      const { numbers, children } = sheet;
      const shown = children.map(({ account, givenName, familyName, status, consent, password }) => ({
        account,
        givenName,
        familyName,
        status,
        consent,
        password: password.state,
      }));
      return app.show({ ...numbers, people: shown }, sheetView(app, sheet));
    });
}

/** A class, its numbers and its children. @throws Failure `unknown-class` */
function sheetOf(app: App, typed: string): { numbers: ClassNumbers; children: readonly Person[] } {
  const { today } = app.moment;
  const isIt = (name: string | null) => name?.toLowerCase() === typed.trim().toLowerCase();
  const found = [...people(app.db, { role: ['student', 'teacher'], class: [typed.trim()] }, today)];
  const inClass = found.filter((one) => isIt(one.class));
  const children = inClass.filter(({ role }) => role === 'student');
  const [numbers] = classesOf(inClass, today);
  if (numbers) return { numbers, children };
  const classes = classesOf(people(app.db, { role: ['student'] }, today), today).flatMap((one) => one.class ?? []);
  throw unknownClass({ class: typed, classes });
}

function sheetView(app: App, { numbers, children }: ReturnType<typeof sheetOf>) {
  const say = app.say(text).show;
  const { class: name, students, consented, passwordsChanged } = numbers;
  const [called, purposes] = [calledTeachers(numbers), purposesOf(children)];
  const columns = [...say.columns, ...purposes.map((purpose) => (purpose === 'terms' ? say.terms : purpose))];
  return [
    heading(say.heading(name ?? '')),
    called === '' ? say.noTeacher : say.teachers(called),
    say.numbers(students, consented, passwordsChanged),
    table(
      columns,
      children.map(({ account, familyName, givenName, status, password, consent }) => [
        account,
        familyName,
        givenName,
        app.say(statusNames)[status],
        say.passwords[password.state],
        ...purposes.map((purpose) => (consent[purpose] ? app.say(consentText).states[consent[purpose]] : '')),
      ]),
    ),
  ];
}
