import type { App } from '../../app.ts';
import { csvTable } from '../../csv/writing.ts';
import { listed } from '../../language.ts';
import { schoolDomain, schoolLanguage, schoolName } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { Command, examples } from '../../terminal/command.ts';
import { table } from '../../terminal/view.ts';
import { type Day, writtenDay } from '../../time.ts';
import { withFilter } from '../../users/filter.ts';
import type { Leaver } from '../store.ts';
import { text } from '../text.ts';
import { giveNotice, planNotices } from './acts.ts';
import { noticePage } from './page.ts';

export function leaverNotices(app: App) {
  const say = app.say(text).notices;

  return withFilter(
    app,
    new Command('notices').description(say.summary).argument('[account...]', app.say(text).accounts),
  )
    .option('--out <file>', say.out)
    .option('--csv <file>', say.csv)
    .option('--again', say.again)
    .addHelpText(
      'after',
      examples(app.language, 'leaver notices', 'leaver notices --out notices.html --csv notices.csv'),
    )
    .action(async (accounts, { out, csv: mailMerge, again, ...filter }) => {
      const people = planNotices(app, { accounts, ...filter }, again === true);
      const on = (date: Day) => writtenDay(app.language, date);
      if (people.length === 0 || (out === undefined && mailMerge === undefined)) {
        return app.show({ told: false, people }, () =>
          people.length === 0
            ? [say.nobody]
            : [
                table(
                  say.columns,
                  people.map((one) => [one.class, fullName(one), one.account, on(one.lockedFrom), on(one.deletedOn)]),
                ),
                say.preview(people.length),
              ],
        );
      }
      const files = [
        ...(out === undefined ? [] : [{ file: app.path(out), content: printed(app, people) }]),
        ...(mailMerge === undefined ? [] : [{ file: app.path(mailMerge), content: await merged(app, people) }]),
      ];
      giveNotice(app, people, files);
      const names = files.map(({ file }) => file);
      await app.show({ told: true, files: names, people }, () => [
        say.done(people.length, listed(app.language, names)),
      ]);
    });
}

const fullName = ({ givenName, familyName }: Leaver) => `${givenName} ${familyName}`;

const printed = (app: App, people: readonly Leaver[]) =>
  noticePage({
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
      one.deletedOn,
    ]),
  );
};
