import type { App } from '../app.ts';
import { findIncident } from '../incidents/store.ts';
import { warnOfPermits } from '../permits/warnings.ts';
import { Command, CommandOption, day, examples, wholeNumber } from '../terminal/command.ts';
import { heading, inSheet, listing } from '../terminal/view.ts';
import { clauseCodes, clauses } from '../terms/clauses.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { imposeSuspension, liftSuspension } from './acts.ts';
import { periodText } from './period.ts';
import type { Standing } from './rules.ts';
import { suspensions } from './store.ts';
import { text } from './text.ts';

export function suspensionImpose(app: App) {
  const say = app.say(text).impose;

  return new Command('impose')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--reason <text>', say.reason)
    .addOption(new CommandOption('--clause <code>', app.say(text).clause).choices(clauseCodes))
    .option('--from <day>', say.from, day)
    .option('--until <day>', say.until, day)
    .option('--incident <number>', say.incident, wholeNumber)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'suspension impose anna.mueller --reason "Joke mails to the whole year" --clause mass-mail --until 2026-09-09',
          de: 'suspension impose anna.mueller --reason "Scherzmails an den ganzen Jahrgang" --clause mass-mail --until 2026-09-09',
        },
        {
          en: 'suspension impose anna.mueller ben.schulz --reason "Went around the web filter" --from 2026-09-01 --incident 3',
          de: 'suspension impose anna.mueller ben.schulz --reason "Webfilter umgangen" --from 2026-09-01 --incident 3',
        },
      ),
    )
    .action(async (accounts, { reason, ...wish }) => {
      const why = await app.needWords(reason, '--reason', say.askReason);
      const because = wish.incident === undefined ? undefined : findIncident(app.db, wish.incident);
      const days = [app.moment.today, wish.from, because?.openedOn].filter((on) => on !== undefined);
      await warnOfPermits(app, accounts, wish.clause ?? because?.clause, days);
      const imposed = imposeSuspension(app, { ...wish, accounts, reason: why });
      await app.show(imposed, [
        ...imposed.map((suspension) => say.done(suspension.account, app.say(periodText)(suspension))),
        app.say(text).inIserv,
      ]);
    });
}

export function suspensionLift(app: App) {
  const say = app.say(text).lift;

  return new Command('lift')
    .description(say.summary)
    .argument('<account>', say.account)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'suspension lift anna.mueller --reason "Talked it over with her parents"',
        de: 'suspension lift anna.mueller --reason "Mit den Eltern besprochen"',
      }),
    )
    .action(async (account, { reason }) => {
      const lifted = liftSuspension(app, account, await app.needWords(reason, '--reason', say.askReason));
      await app.show(lifted, [say.done(account, app.say(periodText)(lifted)), app.say(text).inIserv]);
    });
}

export function suspensionList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new Command('list').description(say.summary).argument('[account...]', say.accounts))
    .option('--all', say.all)
    .addHelpText(
      'after',
      examples(app.language, 'suspension list --class 5a', 'suspension list anna.mueller --all --json'),
    )
    .action(async (accounts, { all = false, ...filter }) => {
      const found = suspensions(app.db, { accounts, ...filter }, all, app.moment.today);
      const rows = () => Array.from(found, (suspension) => row(app, suspension));
      await app.show(found, [listing(say.columns, rows, say.none, say.count)]);
    });
}

function row(app: App, { account, from, until, state, clause, incident, reason }: Standing) {
  const say = app.say(text).list;
  const on = writtenDay(app.language, from);
  return [account, on, until ? writtenDay(app.language, until) : say.open, say.state[state], clause, incident, reason];
}

export function suspensionClauses(app: App) {
  const say = app.say(text).clauses;

  return new Command('clauses')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'suspension clauses', 'suspension clauses --json'))
    .action(async () => {
      const all = clauseCodes.map((code) => ({
        code,
        section: clauses[code].section,
        rule: app.say(clauses[code].rule),
      }));
      await app.show(all, [
        ...[...new Set(all.map(({ section }) => section))].flatMap((section) => [
          heading(section),
          ...all.filter((one) => one.section === section).map(({ code, rule }) => `  ${code}: ${rule}`),
        ]),
        inSheet(say.columns, () => all.map(({ section, code, rule }) => [section, code, rule])),
      ]);
    });
}
