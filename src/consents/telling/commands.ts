import type { App } from '../../app.ts';
import { Command, day, examples } from '../../terminal/command.ts';
import { type Cell, listing } from '../../terminal/view.ts';
import { withFilter } from '../../users/filter.ts';
import { filterText } from '../../users/text.ts';
import { tellStudents, toTell } from './acts.ts';
import { text } from './text.ts';

export function consentInform(app: App) {
  const say = app.say(text);

  return withFilter(
    app,
    new Command('inform').description(say.summary).argument('[account...]', app.say(filterText).account),
  )
    .option('--list', say.list)
    .option('--on <day>', say.on, day)
    .option('--how <text>', say.how)
    .addHelpText(
      'after',
      examples(app.language, 'consent inform --list', 'consent inform --class 10a --how "in class, with a handout"'),
    )
    .action(async (accounts, { list = false, on, how, ...filter }) => {
      const chosen = { accounts, ...filter };
      const { today } = app.moment;
      if (list) {
        const found = () => toTell(app.db, chosen, today);
        return app.show(found(), [listing(say.columns, () => rows(app, found()), say.none, say.count)]);
      }
      const number = [...toTell(app.db, chosen, today)].length;
      if (number === 0 && accounts.length === 0) return app.show([], [say.none]);
      const kept = await app.needWords(how, '--how', say.askHow);
      if (accounts.length === 0) await app.confirm(say.sure(number));
      const told = tellStudents(app, chosen, { on, how: kept });
      await app.show(told, [say.done(told.length)]);
    });
}

function* rows(app: App, found: ReturnType<typeof toTell>): Generator<Cell[]> {
  const say = app.say(text);
  for (const { account, givenName, familyName, class: name, purposes } of found) {
    for (const { purpose, because } of purposes) {
      yield [account, `${givenName} ${familyName}`.trim(), name, purpose, say.because[because]];
    }
  }
}
