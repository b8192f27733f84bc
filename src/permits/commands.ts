import type { App } from '../app.ts';
import { words } from '../terminal/answers.ts';
import { wordOption } from '../terminal/choices.ts';
import { Command, day, examples, LookingCommand } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { endPermits, givePermit } from './acts.ts';
import { kinds, type Permit, stateOf } from './rules.ts';
import { permits } from './store.ts';
import { kindNames, kindWords, text } from './text.ts';

export function permitGive(app: App) {
  const say = app.say(text);

  return new Command('give')
    .description(say.give.summary)
    .argument('[account...]', say.accounts)
    .addOption(wordOption(app.language, '--kind <kind>', say.kind, kindWords))
    .option('--reason <text>', say.give.reason)
    .option('--from <day>', say.give.from, day)
    .option('--until <day>', say.give.until, day)
    .option('--cleared-with <text>', say.give.clearedWith)
    .option('--administrator <os-name>', say.administrator)
    .addHelpText(
      'after',
      examples(
        app.language,
        'permit give anna.mueller --kind traffic --reason "Film of the play" --until 2026-09-09',
        'permit give --administrator k.schmidt --kind software --reason "GeoGebra in room 12"',
      ),
    )
    .action(async (accounts, options) => {
      const kind = await app.needChoice(
        options.kind,
        '--kind',
        say.askKind,
        kinds.map((value) => ({ value, name: app.say(kindNames)[value] })),
      );
      const reason = await app.needWords(options.reason, '--reason', say.askReason);
      const clearedWith = options.clearedWith === undefined ? undefined : words('--cleared-with')(options.clearedWith);
      const given = givePermit(app, { ...options, accounts, kind, reason, clearedWith });
      const on = (date: Permit['until']) => date && writtenDay(app.language, date);
      await app.show(
        given,
        given.map((one) =>
          say.give.done(holder(app, one), app.say(kindNames)[kind], on(one.from) ?? '', on(one.until)),
        ),
      );
    });
}

export function permitEnd(app: App) {
  const say = app.say(text).end;

  return new Command('end')
    .description(say.summary)
    .argument('[account...]', app.say(text).accounts)
    .addOption(wordOption(app.language, '--kind <kind>', say.kind, kindWords))
    .option('--reason <text>', say.reason)
    .option('--administrator <os-name>', app.say(text).administrator)
    .addHelpText('after', examples(app.language, 'permit end anna.mueller --kind traffic --reason "The film is done"'))
    .action(async (accounts, { kind, reason, administrator }) => {
      const why = await app.needWords(reason, '--reason', say.askReason);
      const ended = endPermits(app, { accounts, administrator }, kind, why);
      await app.show(
        ended,
        ended.map((permit) => say.done(permit.permit, holder(app, permit))),
      );
    });
}

export function permitList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'permit list', 'permit list --class 5a --all --json'))
    .action(async (accounts, { all = false, ...filter }) => {
      const { today } = app.moment;
      const found = permits(app.db, { accounts, ...filter }, all, today).map((permit) => ({
        ...permit,
        state: stateOf(permit, today),
      }));
      const rows = found.map((permit) => [
        permit.permit,
        holder(app, permit),
        app.say(kindNames)[permit.kind],
        writtenDay(app.language, permit.from),
        permit.until ? writtenDay(app.language, permit.until) : say.open,
        say.state[permit.state],
        permit.clearedWith,
        permit.reason,
      ]);
      await app.show(found, [listing(say.columns, () => rows, say.none, say.count)]);
    });
}

const holder = (app: App, { account, administrator }: Permit): string =>
  account ?? app.say(text).list.byOffice(administrator ?? '');
