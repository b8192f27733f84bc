import type { App } from '../../app.ts';
import { backupKeepDays } from '../../backups/settings.ts';
import type { Language } from '../../language.ts';
import {
  iservOperator,
  missingParticulars,
  schoolAddress,
  schoolAuthority,
  schoolHead,
  schoolOfficer,
} from '../../settings/particulars.ts';
import { schoolLanguage, schoolName } from '../../settings/school.ts';
import { type Setting, settingValue } from '../../settings/settings.ts';
import { allActs, loadedParts, type Subject } from '../../subject.ts';
import { examples, LookingCommand } from '../../terminal/command.ts';
import { heading, table, type View, warning } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { text as userText } from '../../users/text.ts';
import { writeFile } from '../../written/acts.ts';
import { chosenBy } from '../../written/rules.ts';
import { reportPage } from './page.ts';
import { type Report, reportOn } from './report.ts';
import { text } from './text.ts';
import { type Vocabulary, vocabularyOf, writtenSection } from './words.ts';

export function userReport(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).command;

  return new LookingCommand('report')
    .description(say.summary)
    .argument('<account>', app.say(userText).account)
    .option('--out <file>', say.out)
    .addHelpText(
      'after',
      examples(app.language, 'user report anna.mueller --out anna.html', 'user report anna.mueller --json'),
    )
    .action(async (account, { out }) => {
      const parts = (await loadedParts(subjects, 'report')).map((part) => part.report);
      const acts = await allActs(subjects);
      const report = reportOn(app, parts, account);
      await app.note([warning(say.readFirst)]);
      if (out === undefined)
        return app.show(report, () => reportView(app, report, vocabularyOf(app.language, parts, acts)));
      const file = app.path(out);
      const lacking = missingParticulars(app.db).map(({ key }) => key);
      if (lacking.length > 0) await app.note([warning(say.lacking(lacking))]);
      const language = settingValue(app.db, schoolLanguage);
      const vocabulary = vocabularyOf(language, parts, acts);
      const page = reportPage(
        language,
        settingValue(app.db, schoolName),
        report,
        vocabulary,
        particularsOf(app, language),
      );
      await writeFile(app, { kind: 'report', file, whom: chosenBy({ accounts: [account] }, [report]) }, [page]);
      await app.show({ account, file }, [say.done(file, account)]);
    });
}

function reportView(app: App, report: Report, vocabulary: Vocabulary): View {
  const { language } = app;
  const say = app.say(text);
  const { account, givenName, familyName, preparedOn, preparedBy } = report;
  const school = settingValue(app.db, schoolName);
  return [
    heading(say.about(`${givenName} ${familyName}`, account)),
    say.prepared(school, writtenDay(language, preparedOn), preparedBy),
    ...report.sections.flatMap((section) => {
      const { title, source, kept, columns, entries } = writtenSection(language, vocabulary, section);
      const facts = columns ? [table(columns, entries.flat())] : entries.map((entry) => table(['', ''], entry));
      return ['', heading(title), `${source}. ${kept}.`, ...(entries.length === 0 ? [say.nothing] : facts)];
    }),
    '',
    say.others,
    ...particularsOf(app, language),
  ];
}

/** Who is responsible, who else gets to see the data, how long backups hold them, and whom to ask or complain to. */
function particularsOf(app: App, language: Language): string[] {
  const say = text[language].particulars;
  const of = <Value>(setting: Setting<Value>) => settingValue(app.db, setting);
  const lines: [string | null, (value: string) => string][] = [
    [[of(schoolName), of(schoolAddress)].filter((part) => part !== null).join(', '), say.controller],
    [of(schoolHead), say.head],
    [of(schoolOfficer), say.officer],
    [of(iservOperator), say.recipients],
    [String(of(backupKeepDays)), say.backups],
    [of(schoolAuthority), say.authority],
  ];
  return lines.flatMap(([value, line]) => (value === null ? [] : [line(value)]));
}
