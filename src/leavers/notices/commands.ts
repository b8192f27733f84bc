import type { App } from '../../app.ts';
import { csvTable } from '../../csv/writing.ts';
import { listed } from '../../language.ts';
import { schoolDomain, schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { Command, day, examples } from '../../terminal/command.ts';
import { table, type View } from '../../terminal/view.ts';
import { type Day, writtenDay } from '../../time.ts';
import { withFilter } from '../../users/filter.ts';
import { checkPlace } from '../../written/acts.ts';
import { chosenBy } from '../../written/rules.ts';
import type { Leaver } from '../store.ts';
import { text } from '../text.ts';
import { giveNotice, type Notices, planNotices, printNotices, rememberTold } from './acts.ts';
import { letterPage, noticePage, ownWords } from './page.ts';

export function leaverNotices(app: App) {
  const say = app.say(text).notices;

  return withFilter(
    app,
    new Command('notices').description(say.summary).argument('[account...]', app.say(text).accounts),
  )
    .option('--out <file>', say.out)
    .option('--csv <file>', say.csv)
    .option('--letters', say.letters)
    .option('--again', say.again)
    .option('--told', say.told)
    .option('--on <day>', say.on, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        'leaver notices',
        {
          en: 'leaver notices --out notices.html --csv notices.csv',
          de: 'leaver notices --out mitteilungen.html --csv notices.csv',
        },
        'leaver notices --class 10a --told --on 2026-07-15',
      ),
    )
    .action(async (accounts, { out, csv: mailMerge, letters, again, told, on, ...filter }) => {
      const people = planNotices(app, { accounts, ...filter }, again === true);
      const toldOn = on ?? app.moment.today;
      if (people.length === 0) return app.show({ told: false, people }, [say.nobody]);
      if (out === undefined && mailMerge === undefined) {
        if (!told) return app.show({ told: false, people }, () => preview(app, people));
        rememberTold(app, people, toldOn);
        return app.show({ told: true, people }, [say.toldNow(people.length, writtenDay(app.language, toldOn))]);
      }
      const whom = chosenBy({ accounts, ...filter }, people);
      const kind = letters ? 'letters' : 'notices';
      const files: Notices[] = [
        ...(out === undefined
          ? []
          : [{ kind, file: app.path(out), content: printed(app, people, letters === true), whom } as const]),
        ...(mailMerge === undefined
          ? []
          : [{ kind: 'notices-list', file: app.path(mailMerge), content: await merged(app, people), whom } as const]),
      ];
      for (const { file, kind: of } of files) await checkPlace(app, file, of);
      const names = files.map(({ file }) => file);
      const isTold = await handOut(app, people, files, told === true || app.options.yes === true, toldOn);
      await app.show({ told: isTold, files: names, people }, () => [
        (isTold ? say.done : say.printed)(people.length, listed(app.language, names)),
      ]);
    });
}

/** Printing is not telling: it counts once somebody says that it was handed out, before or when asked. */
async function handOut(
  app: App,
  people: readonly Leaver[],
  files: readonly Notices[],
  isTold: boolean,
  day: Day,
): Promise<boolean> {
  if (isTold) {
    giveNotice(app, people, files, day);
    return true;
  }
  printNotices(app, files);
  if (!app.canAsk) return false;
  const say = app.say(text).notices;
  const isHandedOut =
    (await app.choose(
      say.askTold(
        listed(
          app.language,
          files.map(({ file }) => file),
        ),
      ),
      [
        { value: 'yes', name: say.yesTold },
        { value: 'no', name: say.notYet },
      ],
    )) === 'yes';
  if (isHandedOut) rememberTold(app, people, day);
  return isHandedOut;
}

function preview(app: App, people: readonly Leaver[]): View {
  const say = app.say(text).notices;
  const on = (date: Day) => writtenDay(app.language, date);
  return [
    table(
      say.columns,
      people.map((one) => [one.class, fullName(one), one.account, on(one.lockedFrom), on(one.deletableFrom)]),
    ),
    say.preview(people.length),
  ];
}

const fullName = ({ givenName, familyName }: Leaver) => `${givenName} ${familyName}`;

const printed = (app: App, people: readonly Leaver[], letters: boolean) =>
  (letters ? letterPage : noticePage)({
    language: settingValue(app.db, schoolLanguage),
    school: settingValue(app.db, schoolName),
    today: app.moment.today,
    people,
  });

/** One line a person; the columns are named as in JSON, for the mail merge to refer to. */
const merged = (app: App, people: readonly Leaver[]) => {
  const domain = settingValue(app.db, schoolDomain);
  return csvTable(
    [
      'account',
      'schoolEmail',
      'givenName',
      'familyName',
      'role',
      'class',
      'email',
      'leftOn',
      'lockedFrom',
      'deletedOn',
      'words',
    ],
    people.map((one) => [
      one.account,
      `${one.account}@${domain}`,
      one.givenName,
      one.familyName,
      one.role,
      one.class,
      one.email,
      one.leftOn,
      one.lockedFrom,
      one.deletableFrom,
      ownWords(settingValue(app.db, schoolLanguage), one, app.moment.today),
    ]),
  );
};
