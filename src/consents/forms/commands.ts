import type { App } from '../../app.ts';
import { schoolLanguage } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { CommandOption, examples, LookingCommand } from '../../terminal/command.ts';
import { withFilter } from '../../users/filter.ts';
import { filterText } from '../../users/text.ts';
import { writeFile } from '../../written/acts.ts';
import { chosenBy } from '../../written/rules.ts';
import { formsFor, termsText } from './forms.ts';
import { listCsv } from './list.ts';
import { formsPage } from './page.ts';
import { sheetPage } from './sheet.ts';
import { text } from './text.ts';

export function consentForms(app: App) {
  const say = app.say(text).command;

  return withFilter(
    app,
    new LookingCommand('forms').description(say.summary).argument('[account...]', app.say(filterText).account),
  )
    .option('--out <file>', say.out)
    .option('--sheet', say.sheet)
    .addOption(new CommandOption('--csv', say.csv).conflicts(['sheet', 'withTerms']))
    .option('--with-terms', say.withTerms)
    .addHelpText(
      'after',
      examples(
        app.language,
        { en: 'consent forms --class 5a --out forms.html', de: 'consent forms --class 5a --out boegen.html' },
        'consent forms --class 5a --sheet --out list.html',
        'consent forms --class 5a --csv --out 5a.csv',
      ),
    )
    .action(async (accounts, { out, sheet = false, csv = false, withTerms = false, ...filter }) => {
      const forms = formsFor(app, { accounts, ...filter }, app.moment.today);
      const people = forms.people.map(({ account, signers, states }) => ({ account, signers, states }));
      if (people.length === 0) return app.show({ file: null, people }, [say.nobody]);
      const kind = csv ? 'csv' : sheet ? 'sheet' : 'forms';
      const file = app.path(await app.need(out, '--out', say.askOut(csv ? 'list.csv' : `${kind}.html`)));
      const language = settingValue(app.db, schoolLanguage);
      const terms = withTerms && forms.terms ? termsText(app.db, forms.terms) : null;
      const content = {
        csv: () => listCsv(language, forms),
        sheet: () => sheetPage(language, forms),
        forms: () => formsPage(language, forms, terms),
      };
      const whom = chosenBy({ accounts, ...filter }, people);
      await writeFile(app, { kind: kind === 'forms' ? 'forms' : 'forms-list', file, whom }, [await content[kind]()]);
      await app.show({ file, people }, [say.done[kind](people.length, file)]);
    });
}
