import type { App } from '../app.ts';
import { line, words } from '../terminal/answers.ts';
import { wordOption } from '../terminal/choices.ts';
import { Command, day, examples, LookingCommand, several, wholeNumber } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { answerRequest, liftRestriction, openRequest } from './acts.ts';
import { writtenDue } from './due.ts';
import { isRestriction, kinds, outcomesOf, type Request } from './rules.ts';
import { getRequest, requests } from './store.ts';
import { kindNames, kindWords, outcomeNames, outcomeWords, text } from './text.ts';

export function requestOpen(app: App) {
  const say = app.say(text).open;

  return new Command('open')
    .description(say.summary)
    .addOption(wordOption(app.language, '--kind <kind>', say.kind, kindWords))
    .option('--account <account...>', say.accounts, several)
    .option('--identified-by <text>', say.identifiedBy)
    .option('--by <text>', say.by)
    .option('--what <text>', say.what)
    .option('--on <day>', say.on, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        'request open --kind access --account anna.mueller --identified-by "school ID card"',
        'request open --kind breach --account anna.mueller ben.schulz --what "Slips lost on the bus"',
      ),
    )
    .action(async (options) => {
      const { on } = options;
      const kind = await app.needChoice(
        options.kind,
        '--kind',
        say.askKind,
        kinds.map((value) => ({ value, name: app.say(kindNames)[value] })),
      );
      const askedBy = line('--by')(options.by ?? '') || null;
      const isBreach = kind === 'breach';
      const asks = !isBreach && app.canAsk;
      const accounts =
        options.account ??
        (asks && askedBy === null ? several(await app.ask('--account', say.askAccounts, words('--account'))) : []);
      const identifiedBy =
        options.identifiedBy === undefined && asks
          ? await app.ask('--identified-by', say.askIdentifiedBy, words('--identified-by'))
          : options.identifiedBy === undefined
            ? null
            : words('--identified-by')(options.identifiedBy);
      const what = isBreach
        ? await app.needWords(options.what, '--what', say.askWhat)
        : line('--what')(options.what ?? '') || null;
      const opened = openRequest(app, { kind, accounts, askedBy, identifiedBy, what, on });
      const who = opened.accounts.join(' ');
      await app.show(shown(app, opened), [
        say.done(opened.request, app.say(kindNames)[kind], writtenDue(app.language, kind, opened.dueAt)),
        ...(who === '' ? [] : [say.next(kind, who)]),
        say.answerIt(opened.request),
      ]);
    });
}

export function requestAnswer(app: App) {
  const say = app.say(text).answer;

  return new Command('answer')
    .description(say.summary)
    .argument('<request>', app.say(text).request, wholeNumber)
    .addOption(wordOption(app.language, '--outcome <outcome>', say.outcome, outcomeWords))
    .option('--how <text>', say.how)
    .option('--on <day>', say.on, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        'request answer 3 --outcome granted --how "Report handed over in person"',
        'request answer 4 --outcome reported --how "Reported online, parents told by letter" --on 2026-08-21',
      ),
    )
    .action(async (number, options) => {
      const { kind } = getRequest(app.db, number);
      const outcome = await app.needChoice(
        options.outcome,
        '--outcome',
        say.askOutcome,
        outcomesOf(kind).map((value) => ({ value, name: app.say(outcomeNames)[value] })),
      );
      const how = await app.needWords(options.how, '--how', say.askHow);
      const answered = answerRequest(app, number, { outcome, how, on: options.on });
      const day = answered.answered?.on ?? app.moment.today;
      const isNowRestricted = isRestriction(kind) && outcome !== 'refused' && answered.accounts.length > 0;
      await app.show(shown(app, answered), [
        say.done(number, app.say(outcomeNames)[outcome], writtenDay(app.language, day)),
        ...(isNowRestricted ? [say.restricted(answered.accounts)] : []),
      ]);
    });
}

export function requestLift(app: App) {
  const say = app.say(text).lift;

  return new Command('lift')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .option('--reason <text>', say.reason)
    .option('--told-on <day>', say.toldOn, day)
    .addHelpText(
      'after',
      examples(app.language, 'request lift anna.mueller --reason "The mark was corrected" --told-on 2026-08-20'),
    )
    .action(async (accounts, options) => {
      const reason = await app.needWords(options.reason, '--reason', say.askReason);
      const toldOn = options.toldOn ?? (await app.ask('--told-on', say.askToldOn, day));
      const lifted = liftRestriction(app, accounts, { reason, toldOn });
      await app.show(
        lifted.map((account) => ({ account, reason, toldOn })),
        lifted.map(say.done),
      );
    });
}

export function requestList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'request list', 'request list anna.mueller --all --json'))
    .action(async (accounts, { all = false, ...filter }) => {
      const found = requests(app.db, { accounts, ...filter }, all, app.moment.today).map((one) => shown(app, one));
      const rows = found.map(({ request, on, kind, dueAt, isOverdue, accounts: about, askedBy, answered }) => {
        const due = writtenDue(app.language, kind, dueAt);
        return [
          request,
          writtenDay(app.language, on),
          isOverdue ? say.overdue(due) : due,
          app.say(kindNames)[kind],
          about.join(', '),
          askedBy,
          answered && `${writtenDay(app.language, answered.on)}: ${app.say(outcomeNames)[answered.outcome]}`,
        ];
      });
      await app.show(found, [listing(say.columns, () => rows, say.none, say.count)]);
    });
}

const shown = (app: App, request: Request) => ({
  ...request,
  isOverdue: request.answered === null && request.dueAt < app.moment.now,
});
