import { InvalidArgumentError } from 'commander';
import type { App } from '../app.ts';
import { Exit, Failure } from '../failures.ts';
import { listed } from '../language.ts';
import { changeLine, held } from '../leavers/commands.ts';
import { text as leaverText } from '../leavers/text.ts';
import { isNightly, type NightlyTerm, retentionTerms, type Subject } from '../subject.ts';
import { Command, day, examples } from '../terminal/command.ts';
import { type View, warning } from '../terminal/view.ts';
import { type Day, writtenDay } from '../time.ts';
import { type Night, type NightPlan, planNight, runNight } from './acts.ts';
import type { Locked, Waiting } from './rules.ts';
import { text } from './text.ts';

export function leaverRun(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).run;
  const wholeNumber = (value: string) => {
    if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError(say.notANumber);
    return Number(value);
  };

  return new Command('run')
    .description(say.summary)
    .option('--dry-run', say.dryRun)
    .option('--approve <number>', say.approve, wholeNumber)
    .option('--today <day>', say.today, day)
    .option('--accept-clock <day>', say.acceptClock, day)
    .addHelpText('after', examples(app.language, 'leaver run --dry-run', 'leaver run', 'leaver run --approve 143'))
    .action(async ({ dryRun, approve, today, acceptClock }) => {
      if (dryRun) {
        const plan = planNight(app.db, app.moment.today);
        return app.show({ run: null, ...shown(plan), failed: [] }, () => planView(app, plan));
      }
      const terms = (await retentionTerms(subjects)).filter(isNightly);
      const night = await runNight(app, terms, {
        deletions: approve ?? null,
        clockShows: today ?? acceptClock ?? null,
      });
      const named = night.waiting.filter(({ isNamed }) => isNamed);
      if (night.failed.length + night.announced.length + named.length > 0) app.exit = Exit.held;
      if (night.stopped) app.exit = night.stopped.failure.exit;
      const { run, backup, prunedBackups, removed, iservList, clean } = night;
      const failed = night.failed.map(({ account, error }) => ({ account, message: words(app, error) }));
      const stopped = night.stopped && stoppedView(app, night, terms);
      const complaints = [
        ...night.announced.map(({ account }) => warning(say.announced(account))),
        ...named.map((one) => warning(waitingLine(app, one))),
        ...failed.map(({ account, message }) => warning(say.failed(account, message))),
        ...(stopped ? [warning(stopped.message)] : []),
      ];
      await app.show(
        { run, ...shown(night), failed, backup, prunedBackups, removed, iservList, clean, stopped },
        nightView(app, night),
      );
      if (complaints.length > 0) await app.note(complaints);
    });
}

/** What stood in the way of the night, and what is still to do. Nothing that was done is taken back. */
function stoppedView(app: App, { stopped, deleted, locked }: Night, terms: readonly NightlyTerm[]) {
  if (!stopped) return null;
  const say = app.say(text).run;
  const { failure, locks, deletions, kinds } = stopped;
  const message =
    locks + deletions === 0
      ? say.unfinished(failure.code)
      : say.stopped(failure.code, { locked: locked.length, deleted: deleted.length, locks, deletions });
  const names = terms.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => app.say(name));
  const late = names.length === 0 ? '' : ` ${say.kinds(listed(app.language, names))}`;
  return { code: failure.code, locks, deletions, kinds, message: message + late };
}

const shown = ({ followed, locked, deleted, announced, held: stopped, waiting }: NightPlan) => ({
  followed: followed.map(held),
  locked,
  deleted,
  announced,
  held: stopped,
  waiting: waiting.map(({ account, deletedOn, waitsFor }) => ({ account, since: deletedOn, waitsFor })),
});

/** Who waits, for what, and what ends the waiting. */
function waitingLine(app: App, { account, deletedOn, waitsFor }: Waiting): string {
  const say = app.say(text).run;
  const why = waitsFor.map((one) => app.say(leaverText).obstacle(one, account));
  return say.waits(account, written(app, deletedOn), listed(app.language, why));
}

/** What becomes of somebody who is locked: never a day that has passed, never one on which they are not deleted. */
function lockedLine(app: App, { account, deletableFrom, waitsFor }: Locked): string {
  const say = app.say(text).run;
  const others = waitsFor.filter((one) => one !== 'not-told');
  if (others.includes('on-hold')) return say.lockedOnHold(account);
  if (others.length > 0) return say.lockedAndWaits(account);
  const day = written(app, deletableFrom);
  return waitsFor.length > 0 ? say.lockedNotTold(account, day) : say.locked(account, day);
}

function nightView(app: App, { followed, locked, deleted, iservList }: Night): View {
  const say = app.say(text).run;
  return [
    ...followed.map((change) => changeLine(app, change)),
    ...locked.map((one) => lockedLine(app, one)),
    ...deleted.map(({ account }) => say.deleted(account)),
    ...(iservList ? [say.list(iservList)] : []),
  ];
}

function planView(app: App, { followed, locked, deleted, announced, waiting }: NightPlan): View {
  const say = app.say(text).run;
  const lines = [
    ...followed.map((change) => changeLine(app, change)),
    ...locked.map(({ account, deletableFrom }) => say.wouldLock(account, written(app, deletableFrom))),
    ...deleted.map(({ account }) => say.wouldDelete(account)),
    ...announced.map(({ account }) => say.wouldAnnounce(account)),
    ...waiting.map((one) => waitingLine(app, one)),
  ];
  return lines.length === 0 ? [say.nothing] : lines;
}

const written = (app: App, date: Day) => writtenDay(app.language, date);

const words = (app: App, error: unknown): string =>
  error instanceof Failure
    ? error.words(app.language, app.hasChanged)
    : error instanceof Error
      ? error.message
      : String(error);
