import type { App } from '../app.ts';
import { Command, day, examples, LookingCommand } from '../terminal/command.ts';
import { type Cell, listing, warning } from '../terminal/view.ts';
import { type Day, parseDay, schoolDay, writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { getUser } from '../users/store.ts';
import {
  cancelLeaving,
  holdDeletion,
  planLeaving,
  releaseDeletion,
  scheduleLeaving,
  type Wish,
  type WishedChange,
} from './acts.ts';
import { notALeavingDay } from './failures.ts';
import type { Follow } from './guardians.ts';
import { holdOf, type Leaver, leavers } from './store.ts';
import { text } from './text.ts';

export function leaverSchedule(app: App) {
  const say = app.say(text);

  return new Command('schedule')
    .description(say.schedule.summary)
    .argument('<account...>', say.accounts)
    .option('--left-on <day>', say.schedule.leftOn, day)
    .option('--delete-on <day>', say.schedule.deleteOn, day)
    .option('--reason <text>', say.schedule.reason)
    .option('--at-request', say.schedule.atRequest)
    .addHelpText(
      'after',
      examples(
        app.language,
        'leaver schedule anna.mueller --left-on 2026-07-31',
        {
          en: 'leaver schedule ida.kern --left-on 31.7.2026 --delete-on 31.12.2026 --reason "moves to Kiel"',
          de: 'leaver schedule ida.kern --left-on 31.7.2026 --delete-on 31.12.2026 --reason "Umzug nach Kiel"',
        },
        'leaver schedule ida.kern --at-request --delete-on 2026-08-21',
      ),
    )
    .action(async (accounts, { leftOn, deleteOn, reason, atRequest }) => {
      const { today } = app.moment;
      const wish: Wish = {
        leftOn: leftOn ?? (atRequest ? today : await app.ask('--left-on', say.schedule.askLeftOn, leavingDay)),
        deleteOn,
        reason,
        atRequest,
      };
      const planned = planLeaving(app.db, accounts, wish, today);
      const atOnce = planned.filter(({ to }) => to.deletedOn <= today);
      if (planned.length > 0 && (app.canAsk || atOnce.length > 0)) {
        await app.note([
          ...planned.map((change) => wishedLine(app, change)),
          ...atOnce.map(({ user }) => warning(say.schedule.atOnce(user.account))),
        ]);
        await app.confirm(say.schedule.sure(planned.length));
      }
      const changes = scheduleLeaving(app, accounts, wish);
      await app.show(changes.map(held), () =>
        changes.length === 0
          ? [say.schedule.unchanged]
          : [...changes.map((change) => changeLine(app, change)), ...waitingLines(app, changes)],
      );
    });
}

/** Whose deletion something else stops, and what: the day that is said of them does not come by itself. */
function waitingLines(app: App, changes: readonly Follow[]): string[] {
  const accounts = changes.map(({ account }) => account);
  return Array.from(leavers(app.db, { accounts, restricted: true }, app.moment.today), (leaver) => {
    const why = stoppedBy(app, leaver);
    return why.length > 0 ? [app.say(text).schedule.waits(leaver.account, why.join('; '))] : [];
  }).flat();
}

/** What would happen to somebody, and when, with the name and the class by which a slip is seen. */
function wishedLine(app: App, { user, to }: WishedChange): string {
  const { account, givenName, familyName, class: group } = user;
  const name = `${givenName} ${familyName}`.trim();
  const on = (date: Day) => writtenDay(app.language, date);
  return app
    .say(text)
    .schedule.wished(
      account,
      group === null ? name : `${name}, ${group}`,
      on(to.leftOn),
      on(to.lockedFrom),
      on(to.deletedOn),
    );
}

/** @throws Failure `not-a-leaving-day` */
function leavingDay(typed: string): Day {
  const leftOn = parseDay(typed);
  if (!leftOn) throw notALeavingDay({ typed });
  return leftOn;
}

export function leaverCancel(app: App) {
  const say = app.say(text);

  return new Command('cancel')
    .description(say.cancel.summary)
    .argument('<account...>', say.accounts)
    .addHelpText('after', examples(app.language, 'leaver cancel anna.mueller'))
    .action(async (accounts) => {
      const changes = cancelLeaving(app, accounts);
      await app.show(changes.map(held), () => changes.map((change) => changeLine(app, change)));
    });
}

/** What scripts get to see of somebody whose schedule is new or another. */
export const held = ({ account, to }: Follow) => ({ account, leaving: to });

/** What a change of the schedule means, for one person. */
export function changeLine(app: App, { account, to }: Follow): string {
  const say = app.say(text);
  const on = (date: Day) => writtenDay(app.language, date);
  return to ? say.scheduled(account, on(to.lockedFrom), on(to.deletedOn)) : say.cancelled(account);
}

export function leaverHold(app: App) {
  const say = app.say(text);

  return new Command('hold')
    .description(say.hold.summary)
    .argument('<account>', say.account)
    .option('--reason <text>', say.hold.reason)
    .option('--review <day>', say.hold.review, day)
    .option('--case <number>', say.hold.case)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'leaver hold anna.mueller --reason "dispute about a certificate" --case "3 K 12/26"',
          de: 'leaver hold anna.mueller --reason "Streit um ein Zeugnis" --case "3 K 12/26"',
        },
        'leaver hold anna.mueller --review 2027-02-01',
      ),
    )
    .action(async (account, { reason, review, case: caseNumber }) => {
      const isReview = reason === undefined && review !== undefined && holdOf(app.db, getUser(app.db, account).id);
      const why = isReview ? null : await app.need(reason, '--reason', say.hold.askReason);
      const result = holdDeletion(app, account, { reason: why, reviewOn: review, caseNumber });
      const { reviewOn } = result.hold;
      await app.show(result, [
        say.hold.done(account),
        ...(reviewOn ? [say.hold.reviewed(writtenDay(app.language, reviewOn))] : []),
      ]);
    });
}

export function leaverRelease(app: App) {
  const say = app.say(text).release;

  return new Command('release')
    .description(say.summary)
    .argument('<account>', app.say(text).account)
    .addHelpText('after', examples(app.language, 'leaver release anna.mueller'))
    .action(async (account) => {
      const result = releaseDeletion(app, account);
      const { leaving } = result;
      await app.show(result, [
        leaving ? say.again(account, writtenDay(app.language, leaving.deletedOn)) : say.done(account),
      ]);
    });
}

export function leaverList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .addHelpText('after', examples(app.language, 'leaver list', 'leaver list --class 10a,10b --json'))
    .action(async (accounts, filter) => {
      const found = leavers(app.db, { accounts, ...filter, restricted: true }, app.moment.today);
      await app.show(found, [
        listing(
          app.say(text).list.columns,
          () => rowsOf(app, found),
          app.say(text).list.nobody,
          app.say(text).list.count,
        ),
      ]);
    });
}

function rowsOf(app: App, found: Iterable<Leaver>): Cell[][] {
  const say = app.say(text);
  const on = (date: Day) => writtenDay(app.language, date);
  return Array.from(found, (leaver) => [
    leaver.account,
    `${leaver.givenName} ${leaver.familyName}`,
    leaver.class,
    on(leaver.leftOn),
    on(leaver.lockedFrom),
    deletionOf(app, leaver),
    leaver.toldAt ? on(schoolDay(new Date(leaver.toldAt))) : '—',
    [...(leaver.hold ? [] : [say.reason(leaver.reason)]), ...stoppedBy(app, leaver)].join('; '),
  ]);
}

/** What stops a deletion, beside that the person has still to be told. */
function stoppedBy(app: App, { account, hold, waitsFor }: Leaver): string[] {
  const say = app.say(text);
  return [
    ...(hold ? [say.list.hold(hold.reason)] : []),
    ...waitsFor.filter((one) => one !== 'on-hold' && one !== 'not-told').map((one) => say.obstacle(one, account)),
  ];
}

/** The day on which somebody can really be deleted, or that the deletion waits: never a day that has passed. */
function deletionOf(app: App, { deletableFrom, waitsFor }: Leaver): string {
  const say = app.say(text).list;
  if (waitsFor.some((one) => one !== 'not-told')) return say.waits;
  const day = writtenDay(app.language, deletableFrom);
  return waitsFor.length > 0 ? say.notBefore(day) : day;
}
