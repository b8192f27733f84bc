import type { App } from '../../app.ts';
import { readAccountList } from '../../passwords/iserv-list.ts';
import { Command, examples, several } from '../../terminal/command.ts';
import { warning } from '../../terminal/view.ts';
import type { Person } from '../rules.ts';
import { closeClass, openClass } from './acts.ts';
import { text } from './text.ts';

const classes = async (app: App, given: string[] | undefined): Promise<string[]> =>
  given ?? several(await app.need(undefined, '--class', app.say(text).askClass));

/** As IServ has them, one in a line, to be pasted. */
const accountOf = ({ account, known }: Person): string => known?.account ?? account;

export function iservOpen(app: App) {
  const say = app.say(text);

  return new Command('open')
    .description(say.open.summary)
    .option('--class <class>', say.class, several)
    .addHelpText('after', examples(app.language, 'iserv open --class 5a'))
    .action(async (options) => {
      const names = await classes(app, options.class);
      const opened = openClass(app, names);
      await app.show(
        { classes: names, opened: opened.map((person) => ({ account: accountOf(person) })) },
        opened.length === 0
          ? [say.open.nobody]
          : [say.open.done(opened.length), ...opened.map(accountOf), say.open.next(names.join(','))],
      );
    });
}

export function iservClose(app: App) {
  const say = app.say(text);

  return new Command('close')
    .description(say.close.summary)
    .option('--class <class>', say.class, several)
    .option('--from-iserv <file>', say.close.list)
    .addHelpText('after', examples(app.language, 'iserv close --class 5a --from-iserv vorlaeufig.csv'))
    .action(async (options) => {
      const names = await classes(app, options.class);
      const { fromIserv } = options;
      const file = fromIserv === undefined ? undefined : app.path(fromIserv);
      const listed = file === undefined ? undefined : { file, accounts: readAccountList(file, app.language) };
      const { came, didNotCome } = closeClass(app, names, listed);
      const accounts = (people: readonly Person[]) => people.map((person) => ({ account: accountOf(person) }));
      const isEmpty = came.length + didNotCome.length === 0;
      if (!isEmpty && !listed) await app.note([warning(say.close.withoutList)]);
      await app.show({ classes: names, came: accounts(came), didNotCome: accounts(didNotCome) }, [
        ...(isEmpty ? [say.close.nobody] : [say.close.came(came.length)]),
        ...(didNotCome.length > 0 ? [say.close.closed(didNotCome.length), ...didNotCome.map(accountOf)] : []),
      ]);
    });
}
