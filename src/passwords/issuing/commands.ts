import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { checkWritable, pasteable } from '../../files.ts';
import { gateOf, type Subject } from '../../subject.ts';
import { Command, examples } from '../../terminal/command.ts';
import { optionMissing } from '../../terminal/failures.ts';
import { warning } from '../../terminal/view.ts';
import { withFilter } from '../../users/filter.ts';
import { noPlaceForPasswords, sameFileTwice, withReasons } from '../failures.ts';
import { oftenReset } from '../rules.ts';
import { text } from '../text.ts';
import { issuePasswords, reissuePasswords, resetPassword } from './acts.ts';
import type { Choice, HandOver } from './issuing.ts';
import { onPaper, type SlipFiles } from './slips.ts';

export function passwordIssue(app: App, subjects: readonly Subject[]) {
  const say = app.say(text);

  return withFilter(app, new Command('issue').description(say.issue.summary).argument('[account...]', say.accounts))
    .option('--slips <file>', say.slips)
    .option('--csv <file>', say.csv)
    .option('--despite <reason>', say.despite)
    .addHelpText(
      'after',
      examples(
        app.language,
        'password issue --class 5a --slips slips.html',
        'password issue --slips slips.html --csv passwords.csv',
      ),
    )
    .action(async (accounts, { slips, csv, despite, ...filter }) => {
      const files = await filesFor(app, slips, csv);
      const gate = await gateOf(subjects);
      const wish = { filter: { accounts, ...filter }, gate, despite: await reason(app, despite) };
      const sure = async (people: number) => {
        if (people > aClass) await app.confirm(say.issue.sure(people));
      };
      const { chosen, leftOut } = await issuePasswords(app, wish, sure, onPaper(app, files));
      if (gate(app.db, app.moment.today, []).isOpen) await app.note([warning(say.issue.noTerms)]);
      if (leftOut.length > 0) {
        app.exit = Exit.held;
        await app.note([warning(say.issue.leftOut(withReasons(app.language, leftOut)))]);
      }
      await app.show(
        resultOf({ chosen, leftOut }, files),
        chosen.length === 0 ? [say.issue.nobody] : [say.issue.done(chosen.length), ...destroyed(app, files)],
      );
    });
}

export function passwordReissue(app: App) {
  const say = app.say(text);

  return withFilter(app, new Command('reissue').description(say.reissue.summary).argument('[account...]', say.accounts))
    .option('--slips <file>', say.slips)
    .option('--csv <file>', say.csv)
    .option('--reason <text>', say.reissue.reason)
    .addHelpText(
      'after',
      examples(app.language, 'password reissue --class 5a --slips slips-again.html --reason "Slips lost on the way"'),
    )
    .action(async (accounts, { slips, csv, reason: given, ...filter }) => {
      const files = await filesFor(app, slips, csv);
      const why = await app.needWords(given, '--reason', say.reissue.askReason);
      const sure = (people: number) => app.confirm(say.reissue.sure(people));
      const wish = { filter: { accounts, ...filter }, reason: why };
      const { chosen, leftOut } = await reissuePasswords(app, wish, sure, onPaper(app, files));
      if (leftOut.length > 0) {
        app.exit = Exit.held;
        await app.note([warning(say.reissue.leftOut(withReasons(app.language, leftOut)))]);
      }
      await app.show(
        resultOf({ chosen, leftOut }, files),
        chosen.length === 0
          ? [say.reissue.nobody]
          : [say.reissue.done(chosen.length), say.reissue.inIserv, ...destroyed(app, files)],
      );
    });
}

/** Who got a password and who did not, for scripts. */
function resultOf({ chosen, leftOut }: Choice, { slips, csv }: SlipFiles) {
  const names = (people: readonly { account: string }[]) => people.map(({ account }) => account);
  const any = chosen.length > 0;
  return {
    issued: names(chosen),
    leftOut: names(leftOut),
    withheld: leftOut.map(({ account, because }) => ({ account, because })),
    slips: (any && slips) || null,
    csv: (any && csv) || null,
  };
}

/** More people than a class has: such a number is confirmed. */
const aClass = 35;

export function passwordReset(app: App, subjects: readonly Subject[]) {
  const say = app.say(text);

  return new Command('reset')
    .description(say.reset.summary)
    .argument('<account>', say.account)
    .option('--requested-by <account>', say.reset.requestedBy)
    .option('--identified-by <text>', say.reset.identifiedBy)
    .option('--accompanied-by <account>', say.reset.accompaniedBy)
    .option('--slips <file>', say.slips)
    .option('--despite <reason>', say.despite)
    .addHelpText(
      'after',
      examples(
        app.language,
        'password reset anna.mueller --requested-by anna.mueller --identified-by "school ID card"',
        'password reset ben.schulz --accompanied-by eva.schulz',
      ),
    )
    .action(async (account, options) => {
      const { slips: wanted, accompaniedBy } = options;
      const despite = await reason(app, options.despite);
      if (app.options.json && wanted === undefined) throw optionMissing({ option: '--slips' });
      const slips = wanted === undefined ? undefined : app.path(wanted);
      if (slips) checkWritable(slips);
      const requestedBy = await app.need(options.requestedBy, '--requested-by', say.reset.askRequestedBy);
      const identifiedBy = await app.needWords(options.identifiedBy, '--identified-by', say.reset.askIdentifiedBy);
      const handOver = slips ? onPaper(app, { slips }) : onScreen(app);
      const { recently } = await resetPassword(
        app,
        { account, requestedBy, identifiedBy, accompaniedBy, gate: await gateOf(subjects), despite },
        handOver,
      );
      if (recently >= oftenReset.times) {
        await app.note([warning(say.reset.often(account, recently, oftenReset.days))]);
      }
      await app.show({ account, state: 'must-change', issuedOn: app.moment.today, slips: slips ?? null }, [
        say.reset.done(account),
        ...destroyed(app, { slips }),
      ]);
    });
}

/** Why a closed account gets a password; an empty reason is none. */
const reason = (app: App, given: string | undefined): Promise<string> | undefined =>
  given === undefined ? undefined : app.needWords(given, '--despite', '');

/** Where issued passwords go: at least one file, neither there already. */
async function filesFor(app: App, slips: string | undefined, csv: string | undefined): Promise<SlipFiles> {
  if (slips === undefined && csv === undefined && !app.world.attended) throw noPlaceForPasswords({});
  const given = csv === undefined ? await app.need(slips, '--slips', app.say(text).issue.askSlips) : slips;
  const files = { slips: given && app.path(given), csv: csv && app.path(csv) };
  if (files.slips && files.slips === files.csv) throw sameFileTwice({ file: files.slips });
  if (files.slips) checkWritable(files.slips);
  if (files.csv) checkWritable(files.csv);
  return files;
}

const destroyed = (app: App, { slips, csv }: SlipFiles): string[] =>
  [slips, csv].flatMap((file) => (file ? [app.say(text).destroy(pasteable(file))] : []));

/** One password for somebody who stands there: shown before it holds, so that it is not lost in between. */
function onScreen(app: App): HandOver {
  const say = app.say(text).reset;
  return {
    give: async (issued) => {
      for (const { account, password } of issued) await app.show(null, [say.shown(account, password)]);
    },
    takeBack: () => app.note([warning(say.withdrawn)]),
  };
}
