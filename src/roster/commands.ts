import type { App } from '../app.ts';
import { Exit } from '../failures.ts';
import { Command, CommandOption, examples, repeated } from '../terminal/command.ts';
import { table } from '../terminal/view.ts';
import { roles } from '../users/rules.ts';
import { exportRoster } from './exporting.ts';
import { formats } from './formats/index.ts';
import { answerSuspects, type Planned, planFile } from './importing.ts';
import { resultOf } from './planning/result.ts';
import { applyRoster } from './runs/acts.ts';
import { text } from './text.ts';
import { importView, summaryView } from './views.ts';

export function rosterImport(app: App) {
  const say = app.say(text).import;

  const result = ({ plan, file, wish }: Planned, run: number | null = null) =>
    resultOf(app.db, { plan, file, role: wish.role, run, language: app.language });

  return new Command('import')
    .description(say.summary)
    .argument('<file>', say.file)
    .addOption(new CommandOption('--role <role>', say.role).choices(roles))
    .option('--format <name>', say.format)
    .option('--encoding <name>', say.encoding)
    .option('--delimiter <char>', say.delimiter)
    .option('--map <field=column>', say.map, repeated)
    .option('--source <name>', say.source, 'school')
    .option('--partial', say.partial)
    .option('--dry-run', say.dryRun)
    .option('--approve <plan>', say.approve)
    .option('--same <old=new>', say.same, repeated)
    .option('--different <old=new>', say.different, repeated)
    .option('--skip-faulty', say.skipFaulty)
    .addHelpText(
      'after',
      examples(
        app.language,
        'roster import students.csv --dry-run',
        'roster import guardians.csv --role guardian',
        'roster import students.csv --same 4711=9042 --approve 3f9c5a1b2c3d',
      ),
    )
    .action(async (name, { dryRun = false, ...options }) => {
      let planned = planFile(app, { ...options, file: app.path(name) });
      if (app.canAsk && !dryRun && planned.plan.counts.suspects > 0) {
        await app.note(summaryView(app, name, result(planned)));
        planned = await answerSuspects(app, planned);
      }
      const { counts, applying } = planned.plan;
      const isEmpty = Object.values(applying).every((count) => count === 0);
      const view = (whole: boolean) => importView(app, name, result(planned), whole);
      app.exit = counts.held > 0 ? Exit.held : Exit.done;

      if (dryRun || isEmpty) {
        const end = isEmpty ? (counts.held > 0 ? say.nothingButHeld : say.nothingToDo) : say.dryRunDone;
        return app.show(result(planned), () => [...view(dryRun), end]);
      }
      const changes = say.summaryOf(applying);
      if (app.canAsk) await app.note(view(false));
      await app.confirm(say.sure(changes));
      const run = applyRoster(app, planned);
      await app.show(result(planned, run), () => [...(app.canAsk ? [] : view(false)), say.done(run, changes)]);
    });
}

export function rosterExport(app: App) {
  const say = app.say(text).export;

  return new Command('export')
    .description(say.summary)
    .argument('<file>', say.file)
    .addOption(new CommandOption('--role <role>', say.role).choices(roles).default('student' as const))
    .option('--source <name>', app.say(text).import.source, 'school')
    .addHelpText(
      'after',
      examples(app.language, 'roster export students.csv', 'roster export guardians.csv --role guardian'),
    )
    .action(async (name, { role, source }) => {
      const file = app.path(name);
      const lines = await exportRoster(app, { file, role, source });
      await app.show({ file, lines }, [say.done(lines, file)]);
    });
}

export function rosterFormats(app: App) {
  const say = app.say(text).formats;

  return new Command('formats')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'roster formats'))
    .action(async () => {
      const known = formats.map(({ name, title, role, header, order }) => ({
        name,
        title: app.say(title),
        role: role ?? null,
        columns: header ? Object.values(header).map(([column]) => column) : null,
        order: order ?? null,
      }));
      await app.show(known, () => [
        table(
          say.columns,
          known.map(({ name, title, columns }) => [name, title, columns?.join(', ') ?? say.byFormat]),
        ),
      ]);
    });
}
