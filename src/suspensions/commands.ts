import type { App } from '../app.ts';
import { findIncident } from '../incidents/store.ts';
import { warnOfPermits } from '../permits/warnings.ts';
import { schoolLanguage, schoolName } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import { words } from '../terminal/answers.ts';
import { Command, CommandOption, day, examples, LookingCommand, wholeNumber } from '../terminal/command.ts';
import { heading, inSheet, listing } from '../terminal/view.ts';
import { type Clause, clauseCodes, clauses } from '../terms/clauses.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { named } from '../users/guardians/who.ts';
import { needTold, toldBy, toldText } from '../users/told.ts';
import { writeFile } from '../written/acts.ts';
import { chosenBy } from '../written/rules.ts';
import { imposeSuspension, liftSuspensions, reviewSuspensions, tellOfSuspension } from './acts.ts';
import { letterPage, lettersFor } from './letter.ts';
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
    .option('--heard-on <day>', say.heardOn, day)
    .option('--decided-by <text>', say.decidedBy)
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
    .action(async (accounts, { reason, clause, decidedBy, ...wish }) => {
      const why = await app.needWords(reason, '--reason', say.askReason);
      const chosen = clause ?? (wish.incident === undefined && app.world.attended ? await askClause(app) : undefined);
      const because = wish.incident === undefined ? undefined : findIncident(app.db, wish.incident);
      const days = [app.moment.today, wish.from, because?.openedOn].filter((on) => on !== undefined);
      await warnOfPermits(app, accounts, chosen ?? because?.clause, days);
      const imposed = imposeSuspension(app, {
        ...wish,
        accounts,
        decidedBy: decidedBy === undefined ? undefined : words('--decided-by')(decidedBy),
        reason: why,
        clause: chosen,
      });
      const named = imposed.map(({ account }) => account).join(' ');
      await app.show(imposed, [
        ...imposed.map((suspension) => say.done(suspension.account, app.say(periodText)(suspension))),
        app.say(text).inIserv,
        say.next(named),
      ]);
    });
}

const askClause = (app: App): Promise<Clause> =>
  app.choose(
    app.say(text).impose.askClause,
    clauseCodes.map((value) => ({ value, name: app.say(clauses[value].rule) })),
  );

export function suspensionLift(app: App) {
  const say = app.say(text).lift;

  return new Command('lift')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'suspension lift anna.mueller --reason "Talked it over with her parents"',
        de: 'suspension lift anna.mueller --reason "Mit den Eltern besprochen"',
      }),
    )
    .action(async (accounts, { reason }) => {
      const lifted = liftSuspensions(app, accounts, await app.needWords(reason, '--reason', say.askReason));
      const [only, ...others] = lifted;
      await app.show(
        // Of one person it is what it was before several could be named.
        only && others.length === 0 ? only : lifted,
        [...lifted.map((one) => say.done(one.account, app.say(periodText)(one))), app.say(text).inIserv],
      );
    });
}

export function suspensionInform(app: App) {
  const say = app.say(text).inform;

  return new Command('inform')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--told <who>', toldText(app), toldBy)
    .option('--on <day>', say.on, day)
    .option('--how <text>', say.how)
    .option('--heard-on <day>', say.heardOn, day)
    .addHelpText(
      'after',
      examples(app.language, 'suspension inform anna.mueller --told guardian:ute.mueller --how "by letter"'),
    )
    .action(async (accounts, { on, heardOn, ...options }) => {
      const told = await needTold(app, options.told, accounts[0] ?? '', 'guardian');
      const how = await app.needWords(options.how, '--how', say.askHow);
      const all = tellOfSuspension(app, accounts, { told, on, how, heardOn });
      await app.show(
        all,
        all.map(({ account, told: { on, whom } }) =>
          say.done(account, writtenDay(app.language, on), whom === 'self' ? null : named(whom)),
        ),
      );
    });
}

export function suspensionReview(app: App) {
  const say = app.say(text).review;

  return new Command('review')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, 'suspension review anna.mueller --reason "The police are still looking into it"'),
    )
    .action(async (accounts, { reason }) => {
      const reviewed = reviewSuspensions(app, accounts, await app.needWords(reason, '--reason', say.askReason));
      await app.show(
        reviewed,
        reviewed.map(({ account, reviewOn }) => say.done(account, reviewOn && writtenDay(app.language, reviewOn))),
      );
    });
}

export function suspensionLetter(app: App) {
  const say = app.say(text).letter;

  return new Command('letter')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--out <file>', say.out)
    .addHelpText('after', examples(app.language, 'suspension letter anna.mueller --out letter.html'))
    .action(async (accounts, { out }) => {
      const letters = app.snapshot((db) => lettersFor(db, accounts, app.moment.today));
      const file = app.path(await app.need(out, '--out', say.askOut));
      const school = settingValue(app.db, schoolName);
      const people = letters.map(({ suspension, guardians, reviewOn }) => ({ ...suspension, guardians, reviewOn }));
      const page = letterPage(settingValue(app.db, schoolLanguage), school, app.moment.today, letters);
      await writeFile(app, { kind: 'suspension-letter', file, whom: chosenBy({ accounts }, people) }, [page]);
      const named = people.map(({ account }) => account).join(' ');
      await app.show({ file, people }, [say.done(people.length, file, named)]);
    });
}

export function suspensionList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
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

function row(app: App, { account, from, until, state, told, clause, incident, reason }: Standing) {
  const say = app.say(text).list;
  const on = writtenDay(app.language, from);
  const last = until ? writtenDay(app.language, until) : say.open;
  const toldOn = told ? writtenDay(app.language, told.on) : say.notTold;
  return [account, on, last, say.state[state], toldOn, clause, incident, reason];
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
