import type { App } from '../app.ts';
import { line, words } from '../terminal/answers.ts';
import { wordOption } from '../terminal/choices.ts';
import { Command, CommandOption, day, examples, LookingCommand, several, wholeNumber } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { clauseCodes } from '../terms/clauses.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { named } from '../users/guardians/who.ts';
import { needTold, toldBy, toldText } from '../users/told.ts';
import { closeIncident, inform, inspect, openIncident, planPruning, pruneIncidents } from './acts.ts';
import { type Incident, kinds } from './rules.ts';
import { getIncident, incidents } from './store.ts';
import { kindNames, kindWords, text } from './text.ts';
import { incidentView } from './view.ts';

export function incidentOpen(app: App) {
  const say = app.say(text);

  return new Command('open')
    .description(say.open.summary)
    .option('--account <account...>', say.open.accounts, several)
    .option('--what <text>', say.open.what)
    .addOption(new CommandOption('--clause <code>', say.clause).choices(clauseCodes))
    .option('--reported-by <text>', say.open.reportedBy)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'incident open --account anna.mueller --what "Joke mails to the whole year" --clause mass-mail --reported-by "Ms Kern"',
        de: 'incident open --account anna.mueller --what "Scherzmails an den ganzen Jahrgang" --clause mass-mail --reported-by "Frau Kern"',
      }),
    )
    .action(async ({ account, what, clause, reportedBy }) => {
      const accounts = account ?? several(await app.need(undefined, '--account', say.open.askAccounts));
      const opened = openIncident(app, {
        accounts,
        what: await app.needWords(what, '--what', say.open.askWhat),
        clause,
        reportedBy: reportedBy === undefined ? undefined : words('--reported-by')(reportedBy),
      });
      await app.show(opened, [say.open.done(opened.incident, opened.accounts)]);
    });
}

export function incidentList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'incident list', 'incident list --class 5a --all --json'))
    .action(async (accounts, { all = false, ...filter }) => {
      const found = incidents(app.db, { accounts, ...filter }, all, app.moment.today);
      await app.show(found, [
        listing(say.columns, () => found.map((incident) => row(app, incident)), say.none, say.count),
      ]);
    });
}

const row = (app: App, { incident, openedOn, closedOn, clause, accounts, what }: Incident) => [
  incident,
  writtenDay(app.language, openedOn),
  closedOn && writtenDay(app.language, closedOn),
  clause,
  accounts.join(', '),
  what,
];

export function incidentShow(app: App) {
  const say = app.say(text);

  return new Command('show')
    .description(say.show.summary)
    .argument('<incident>', say.incident, wholeNumber)
    .addHelpText('after', examples(app.language, 'incident show 3', 'incident show 3 --json'))
    .action(async (number) => {
      const incident = getIncident(app.db, number);
      await app.show(incident, () => incidentView(app, incident));
    });
}

export function incidentInspect(app: App) {
  const say = app.say(text);

  return new Command('inspect')
    .description(say.inspect.summary)
    .argument('<incident>', say.incident, wholeNumber)
    .option('--account <account>', say.account)
    .addOption(wordOption(app.language, '--kind <kind>', say.inspect.kind, kindWords))
    .option('--suspicion <text>', say.inspect.suspicion)
    .option('--ordered-by <text>', say.inspect.orderedBy)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'incident inspect 3 --account anna.mueller --kind mail --suspicion "Insults by mail"',
          de: 'incident inspect 3 --account anna.mueller --kind mails --suspicion "Beleidigungen per Mail"',
        },
        {
          en: 'incident inspect 3 --account anna.mueller --kind chat --suspicion "Insults in the chat" --ordered-by "Mr Roth, head"',
          de: 'incident inspect 3 --account anna.mueller --kind chat --suspicion "Beleidigungen im Chat" --ordered-by "Herr Roth, Schulleiter"',
        },
      ),
    )
    .action(async (incident, options) => {
      const account = await app.need(options.account, '--account', say.inspect.askAccount);
      const kind = await app.needChoice(
        options.kind,
        '--kind',
        say.inspect.askKind,
        kinds.map((value) => ({ value, name: app.say(kindNames)[value] })),
      );
      // Where nobody can be asked, no suspicion is one that says nothing: that refusal is recorded, too.
      const typed = options.suspicion ?? (app.world.attended ? undefined : '');
      const suspicion =
        typed === undefined
          ? await app.ask('--suspicion', say.inspect.askSuspicion, line('--suspicion'))
          : line('--suspicion')(typed);
      const orderedBy = line('--ordered-by')(options.orderedBy ?? '') || null;
      const found = inspect(app, { incident, account, kind, suspicion, orderedBy });
      await app.show(found, [say.inspect.done(app.say(kindNames)[kind], account), say.inspect.duty(incident, account)]);
    });
}

export function incidentInform(app: App) {
  const say = app.say(text);

  return new Command('inform')
    .description(say.inform.summary)
    .argument('<incident>', say.incident, wholeNumber)
    .option('--account <account>', say.account)
    .option('--on <day>', say.inform.on, day)
    .option('--told <who>', toldText(app), toldBy)
    .option('--how <text>', say.inform.how)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'incident inform 3 --account anna.mueller --told guardian:ute.mueller --on 2026-08-21 --how "by telephone"',
        de: 'incident inform 3 --account anna.mueller --told eltern:ute.mueller --on 2026-08-21 --how "am Telefon"',
      }),
    )
    .action(async (incident, options) => {
      const account = await app.need(options.account, '--account', say.inspect.askAccount);
      const { on = app.moment.today } = options;
      const told = await needTold(app, options.told, account, 'child-or-guardian');
      const how = await app.needWords(options.how, '--how', say.inform.askHow);
      const found = inform(app, { incident, account, on, how, told });
      const whom = told === 'self' ? null : named(told);
      await app.show(found, [say.inform.done(account, writtenDay(app.language, on), whom)]);
    });
}

export function incidentClose(app: App) {
  const say = app.say(text);

  return new Command('close')
    .description(say.close.summary)
    .argument('<incident>', say.incident, wholeNumber)
    .option('--outcome <text>', say.close.outcome)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'incident close 3 --outcome "Apologised; account open again"',
        de: 'incident close 3 --outcome "Entschuldigt; Konto wieder offen"',
      }),
    )
    .action(async (incident, { outcome }) => {
      const closed = closeIncident(app, incident, await app.needWords(outcome, '--outcome', say.close.askOutcome));
      await app.show(closed, [say.close.done(incident)]);
    });
}

export function incidentPrune(app: App) {
  const say = app.say(text).prune;

  return new Command('prune')
    .description(say.summary)
    .option('--dry-run', say.dryRun)
    .addHelpText('after', examples(app.language, 'incident prune --dry-run', 'incident prune'))
    .action(async ({ dryRun = false }) => {
      const pruning = dryRun ? planPruning(app) : pruneIncidents(app);
      const before = writtenDay(app.language, pruning.closedBefore);
      const { length } = pruning.pruned;
      await app.show(pruning, [length === 0 ? say.none(before) : (dryRun ? say.would : say.done)(length, before)]);
    });
}
