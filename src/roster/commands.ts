import type { App } from '../app.ts';
import { Command, CommandOption, examples } from '../terminal/command.ts';
import { table } from '../terminal/view.ts';
import { roles } from '../users/rules.ts';
import { exportRoster } from './exporting.ts';
import { formats } from './formats/index.ts';
import { text } from './text.ts';

export function rosterExport(app: App) {
  const say = app.say(text).export;

  return new Command('export')
    .description(say.summary)
    .argument('<file>', say.file)
    .addOption(new CommandOption('--role <role>', say.role).choices(roles).default('student' as const))
    .option('--source <name>', say.source, 'school')
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
