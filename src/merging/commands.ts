import type { App } from '../app.ts';
import { words } from '../terminal/answers.ts';
import { Command, examples } from '../terminal/command.ts';
import { table, type View, warning } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { roleNames } from '../users/text.ts';
import { mergeUsers, type Pair, planMerge } from './acts.ts';
import { amountsOf } from './store.ts';
import { text } from './text.ts';

export function userMerge(app: App) {
  const say = app.say(text);

  return new Command('merge')
    .description(say.summary)
    .argument('<old-account>', say.old)
    .argument('<staying-account>', say.staying)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, 'user merge anna.mueller2 anna.mueller --reason "listed twice by the office"'),
    )
    .action(async (old, staying, { reason }) => {
      const why = reason === undefined ? null : words('--reason')(reason);
      await app.note(pairView(app, planMerge(app.db, old, staying, app.moment.today)));
      await app.confirm(say.sure(old, staying));
      const merged = mergeUsers(app, { old, staying, reason: why });
      await app.show(merged, [
        say.done(old, staying),
        ...(merged.inIserv === null ? [] : [warning(say[merged.inIserv](old, staying))]),
      ]);
    });
}

/** The two side by side. */
function pairView(app: App, pair: Pair): View {
  const say = app.say(text);
  const [one, other] = [pair.old, pair.staying].map((user) => {
    const { consents, passwords, ids } = amountsOf(app.db, user.id);
    return {
      account: user.account,
      name: `${user.givenName} ${user.familyName}`,
      birthDate: user.birthDate && writtenDay(app.language, user.birthDate),
      class: user.class,
      role: app.say(roleNames)[user.role],
      ids,
      password: passwords > 0 ? say.yes : say.no,
      consents: String(consents),
      leaving: user.leaving && writtenDay(app.language, user.leaving.deletedOn),
    };
  });
  const fields = Object.keys(say.rows) as (keyof typeof say.rows)[];
  return [
    table(
      say.columns,
      fields.flatMap((field) =>
        one?.[field] || other?.[field] ? [[say.rows[field], one?.[field] ?? '', other?.[field] ?? '']] : [],
      ),
    ),
    say.moves,
  ];
}
