import type { App } from '../../app.ts';
import { line } from '../../terminal/answers.ts';
import { Command, day, examples, LookingCommand, wholeNumber } from '../../terminal/command.ts';
import { listing } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { withFilter } from '../../users/filter.ts';
import { recordRemoval } from './acts.ts';
import { posts } from './store.ts';
import { text } from './text.ts';

export function postRemoved(app: App) {
  const say = app.say(text).removed;

  return new Command('removed')
    .description(say.summary)
    .argument('[account]', say.account)
    .option('--where <text>', say.where)
    .option('--reason <text>', say.reason)
    .option('--by <text>', say.by)
    .option('--on <day>', say.on, day)
    .option('--incident <number>', say.incident, wholeNumber)
    .addHelpText(
      'after',
      examples(
        app.language,
        'post removed anna.mueller --where "Forum 5a, class trip" --reason "Insults" --by "Ms Kern" --on 2026-08-19',
        'post removed --where "Messenger, year 7" --reason "Link to a game" --incident 3',
      ),
    )
    .action(async (account, { where, reason, by, ...wish }) => {
      const removed = recordRemoval(app, {
        ...wish,
        account,
        where: await app.needWords(where, '--where', say.askWhere),
        reason: await app.needWords(reason, '--reason', say.askReason),
        by: line('--by')(by ?? '') || undefined,
      });
      await app.show(removed, [
        say.done(removed.post, removed.where, writtenDay(app.language, removed.on)),
        ...(removed.account && removed.incident === null ? [say.next(removed.account)] : []),
      ]);
    });
}

export function postList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .addHelpText('after', examples(app.language, 'post list', 'post list --class 5a --json'))
    .action(async (accounts, filter) => {
      const found = posts(app.db, { accounts, ...filter }, app.moment.today);
      const rows = found.map(({ post, on, by, where, account, incident, reason }) => [
        post,
        writtenDay(app.language, on),
        by,
        where,
        account ?? say.unknown,
        incident,
        reason,
      ]);
      await app.show(found, [listing(say.columns, () => rows, say.none, say.count)]);
    });
}
