import type { App } from '../app.ts';
import { Command, examples } from '../terminal/command.ts';
import { inSheet, listing, type View, warning } from '../terminal/view.ts';
import { writtenDay, writtenInstant } from '../time.ts';
import { createBackup, getBackup, listBackups, lookAtLosses } from './acts.ts';
import { bringBack } from './bringing-back.ts';
import type { Amount } from './difference.ts';
import { outdatedBackups, pruneBackups } from './keeping.ts';
import { previewRestore, type RestorePlan, restoreBackup } from './restore.ts';
import { losses } from './store.ts';
import { text } from './text.ts';

export function backupCreate(app: App) {
  const say = app.say(text).create;

  return new Command('create')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'backup create'))
    .action(async () => {
      const backup = createBackup(app);
      await app.show(backup, [say.done(backup.file, writtenDay(app.language, backup.keptUntil))]);
    });
}

export function backupList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'backup list'))
    .action(async () => {
      const backups = listBackups(app);
      const rows = () =>
        backups.map((backup) => [
          backup.listedAs,
          say.occasion[backup.occasion],
          say.size(backup.bytes),
          writtenDay(app.language, backup.keptUntil),
          say.holds(backup.holdsDeleted?.length),
        ]);
      await app.show(backups, [listing(say.columns, rows, say.nobody)]);
    });
}

export function backupRestore(app: App) {
  const say = app.say(text).restore;

  return new Command('restore')
    .description(say.summary)
    .argument('<backup>', app.say(text).name)
    .option('--dry-run', say.dryRun)
    .option('--bring-back <former-account>', say.bringBack)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, 'backup restore newest --dry-run', 'backup restore 2026-08-20T10-00', {
        en: 'backup restore newest --bring-back anna.mueller --reason "mistaken for another Anna"',
        de: 'backup restore newest --bring-back anna.mueller --reason "mit anderer Anna verwechselt"',
      }),
    )
    .action(async (name, { dryRun, bringBack: deleted, reason }) => {
      const account = deleted?.trim().toLowerCase();
      const { backup, damaged } = getBackup(app, name);
      if (damaged.length > 0) await app.note(damaged.map((one) => warning(say.skipped(one.name))));
      if (account !== undefined) {
        const why = await app.needWords(reason, '--reason', say.askReason);
        await app.confirm(say.sureBringBack(account, backup.name));
        const back = bringBack(app, backup, account, why);
        return app.show({ backup: backup.name, ...back }, [say.broughtBack(account)]);
      }
      const plan = previewRestore(app, backup);
      const shown = { backup: backup.name, ...plan };
      if (dryRun) return app.show(shown, planView(app, plan));
      await app.note(planView(app, plan));
      await app.confirm(say.sure(backup.name));
      const restored = restoreBackup(app, backup);
      await app.show({ ...shown, ...restored }, [
        restored.kept ? say.done(backup.name, restored.kept) : say.doneAlone(backup.name),
      ]);
    });
}

function planView(app: App, { difference, lostSince }: RestorePlan): View {
  const say = app.say(text).restore;
  const damaged = lostSince ? [warning(say.damaged(writtenInstant(app.language, lostSince)))] : [];
  if (!difference) return damaged;
  const { people, lost, changed, deletedAgain, takenOver, putBack } = difference;
  return [
    ...damaged,
    say.people(people.now, people.inBackup),
    ...(lost.length > 0 ? [say.lost(lost.length, some(lost))] : []),
    ...(changed > 0 ? [say.changed(changed)] : []),
    ...putBack.map((one) => say.putBack(amountIn(app, one))),
    ...(deletedAgain > 0 ? [say.again(deletedAgain)] : []),
    ...takenOver.map((one) => say.takenOver(amountIn(app, one))),
  ];
}

/** Of what how many, and whom it concerns: `3 consents (anna.mueller, ben.kern)`. */
function amountIn(app: App, { what, number, accounts }: Amount): string {
  const amount = app.say(text).restore.amount(what, number);
  return accounts.length === 0 ? amount : `${amount} (${some(accounts)})`;
}

const some = (accounts: readonly string[]) => accounts.slice(0, 10).join(', ') + (accounts.length > 10 ? ' …' : '');

export function backupLosses(app: App) {
  const say = app.say(text).losses;

  return new Command('losses')
    .description(say.summary)
    .option('--looked', say.looked)
    .addHelpText('after', examples(app.language, 'backup losses', 'backup losses --looked'))
    .action(async ({ looked }) => {
      const open = losses(app.db);
      if (looked) lookAtLosses(app);
      const on = (moment: (typeof open)[number]['restoredAt']) => writtenInstant(app.language, moment);
      await app.show(open, [
        ...(open.length === 0
          ? [say.none]
          : open.map(({ restoredAt, lostSince }) => say.line(on(restoredAt), on(lostSince), looked === true))),
        inSheet(say.columns, () => open.map(({ restoredAt, lostSince }) => [on(restoredAt), on(lostSince)])),
      ]);
    });
}

export function backupPrune(app: App) {
  const say = app.say(text).prune;

  return new Command('prune')
    .description(say.summary)
    .option('--dry-run', say.dryRun)
    .addHelpText('after', examples(app.language, 'backup prune --dry-run', 'backup prune'))
    .action(async ({ dryRun }) => {
      const pruned = dryRun ? outdatedBackups(app) : pruneBackups(app);
      const line = dryRun ? say.would : say.done;
      await app.show(
        { pruned: pruned.map(({ file }) => file) },
        pruned.length === 0 ? [say.nothing] : pruned.map(({ file }) => line(file)),
      );
    });
}
