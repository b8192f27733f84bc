import type { App } from '../../app.ts';
import { schoolLanguage } from '../../settings/school.ts';
import { settingValue } from '../../settings/settings.ts';
import { wordsOption } from '../../terminal/choices.ts';
import { Command, CommandOption, examples, several } from '../../terminal/command.ts';
import { listing } from '../../terminal/view.ts';
import { accountsNamed, type Use } from '../../users/finding/naming.ts';
import { accountTyped } from '../../users/finding/store.ts';
import { getUsers } from '../../users/store.ts';
import { roleWords } from '../../users/text.ts';
import { writeFile } from '../../written/acts.ts';
import { markDone, planDone } from './acts.ts';
import { severalThings, whatIsDone } from './failures.ts';
import { nameOf, todoPage } from './page.ts';
import { type Todo, tasks } from './rules.ts';
import { chosen, todosOn } from './store.ts';
import { taskWords, text } from './text.ts';

/** What of the list a command is about. */
const withChoice = (app: App, name: string, summary: string) => {
  const say = app.say(text);
  return new Command(name)
    .description(summary)
    .argument('[iserv-account...]', say.accounts)
    .addOption(wordsOption(app.language, '--what <thing>', say.what, taskWords))
    .option('--class <class>', say.class, several)
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords));
};

/**
 * The accounts that IServ has of those who were named: an account on the list as it stands there, also of somebody who
 * is not known here; anybody else as everywhere.
 */
async function accountsThere(app: App, all: readonly Todo[], typed: readonly string[], use: Use): Promise<string[]> {
  const there = new Set(all.map(({ account }) => account));
  const isThere = (one: string) => there.has(accountTyped(app.db, one));
  const here = getUsers(
    app.db,
    await accountsNamed(
      app,
      typed.filter((one) => !isThere(one)),
      use,
    ),
  );
  return [
    ...typed.filter(isThere).map((one) => accountTyped(app.db, one)),
    ...here.map(({ id, account }) => all.find((todo) => todo.id === id)?.account ?? account),
  ];
}

export function iservTodo(app: App) {
  const say = app.say(text);

  return withChoice(app, 'todo', say.todo.summary)
    .addOption(new CommandOption('--csv', say.todo.csv).conflicts('out'))
    .option('--out <file>', say.todo.out)
    .addHelpText(
      'after',
      examples(
        app.language,
        'iserv todo --class 5a',
        { en: 'iserv todo --what lock --csv > lock.csv', de: 'iserv todo --what sperren --csv > sperren.csv' },
        'iserv todo --out todo.html',
      ),
    )
    .action(async (accounts, { csv = false, out, ...filter }) => {
      const all = todosOn(app.db, app.moment.today);
      const named = await accountsThere(app, all, accounts, { isLooking: true });
      const todos = chosen(all, { ...filter, accounts: named });
      if (csv && !app.options.columns) return app.world.out.write(accountList(todos));
      if (out === undefined) return app.show(todos.map(shown), todoView(app, todos));
      const file = app.path(out);
      const language = settingValue(app.db, schoolLanguage);
      const whom = { people: new Set(todos.map(({ account }) => account)).size, named, filter };
      await writeFile(app, { kind: 'iserv-todo', file, whom }, [
        todoPage({ language, today: app.moment.today, todos }),
      ]);
      await app.show({ file, todo: todos.map(shown) }, [say.todo.written(todos.length, file)]);
    });
}

/** Accounts alone, for one thing: pasted into the wrong bulk action, a list of several would do harm. */
function accountList(todos: readonly Todo[]): string {
  const what = tasks.filter((task) => todos.some((todo) => todo.what === task));
  if (what.length > 1) throw severalThings({ what });
  return ['Account', ...new Set(todos.map(({ account }) => account)), ''].join('\r\n');
}

const shown = ({ id: _, ...todo }: Todo) => todo;

function todoView(app: App, todos: readonly Todo[]) {
  const say = app.say(text);
  const rows = () =>
    todos.map((todo) => [
      todo.account,
      nameOf(todo),
      todo.class,
      say.tasks[todo.what],
      todo.to,
      say.causes[todo.because],
    ]);
  return [listing(say.columns, rows, say.todo.nothing, say.todo.count), ...(todos.length > 0 ? [say.todo.next] : [])];
}

export function iservDone(app: App) {
  const say = app.say(text);

  return withChoice(app, 'done', say.done.summary)
    .option('--all', say.done.all)
    .addHelpText(
      'after',
      examples(
        app.language,
        'iserv done anna.mueller',
        { en: 'iserv done --what lock --class 5a', de: 'iserv done --what sperren --class 5a' },
        'iserv done --all',
      ),
    )
    .action(async (accounts, { all = false, ...filter }) => {
      const isChosen = all || accounts.length > 0 || Object.values(filter).some((values) => values !== undefined);
      if (!isChosen) throw whatIsDone({});
      const listed = todosOn(app.db, app.moment.today);
      const named = await accountsThere(app, listed, accounts, { isLooking: false });
      const todos = planDone(app, { ...filter, accounts: named });
      if (todos.length === 0) return app.show([], [say.done.nothing]);
      if (accounts.length === 0) await app.confirm(say.done.sure(todos.length));
      markDone(app, todos);
      await app.show(todos.map(shown), [say.done.done(todos.length)]);
    });
}
