import type { App } from '../app.ts';
import { Command, examples } from '../terminal/command.ts';
import { table, type View } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { createBackup, getBackup, listBackups, momentOf, pruneByHand } from './acts.ts';
import { outdatedBackups } from './keeping.ts';
import { previewRestore, restoreBackup } from './restore.ts';
import type { Difference } from './store.ts';
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
      const rows = backups.map((backup) => [
        momentOf(backup),
        say.occasion[backup.occasion],
        say.size(backup.bytes),
        writtenDay(app.language, backup.keptUntil),
        say.holds(backup.holdsDeleted?.length),
      ]);
      await app.show(backups, rows.length === 0 ? [say.nobody] : [table(say.columns, rows)]);
    });
}

export function backupRestore(app: App) {
  const say = app.say(text).restore;

  return new Command('restore')
    .description(say.summary)
    .argument('<backup>', app.say(text).name)
    .option('--dry-run', say.dryRun)
    .addHelpText(
      'after',
      examples(app.language, 'backup restore newest --dry-run', 'backup restore 2026-08-20T08-00-00.000Z'),
    )
    .action(async (name, { dryRun }) => {
      const backup = getBackup(app, name);
      const change = previewRestore(app, backup) ?? null;
      if (dryRun) return app.show({ backup: backup.name, difference: change }, differenceView(app, change));
      await app.note(differenceView(app, change));
      await app.confirm(say.sure(backup.name));
      const restored = restoreBackup(app, backup);
      await app.show({ backup: backup.name, difference: change, ...restored }, [
        restored.kept ? say.done(backup.name, restored.kept) : say.doneAlone(backup.name),
      ]);
    });
}

function differenceView(app: App, change: Difference | null): View {
  const say = app.say(text).restore;
  if (!change) return [say.damaged];
  const { people, lost, changed, deletedAgain } = change;
  const some = lost.slice(0, 10).join(', ') + (lost.length > 10 ? ' …' : '');
  return [
    say.people(people.now, people.inBackup),
    ...(lost.length > 0 ? [say.lost(lost.length, some)] : []),
    ...(changed > 0 ? [say.changed(changed)] : []),
    ...(deletedAgain > 0 ? [say.again(deletedAgain)] : []),
  ];
}

export function backupPrune(app: App) {
  const say = app.say(text).prune;

  return new Command('prune')
    .description(say.summary)
    .option('--dry-run', say.dryRun)
    .addHelpText('after', examples(app.language, 'backup prune --dry-run', 'backup prune'))
    .action(async ({ dryRun }) => {
      const pruned = dryRun ? outdatedBackups(app) : pruneByHand(app);
      const line = dryRun ? say.would : say.done;
      await app.show(
        { pruned: pruned.map(({ file }) => file) },
        pruned.length === 0 ? [say.nothing] : pruned.map(({ file }) => line(file)),
      );
    });
}
