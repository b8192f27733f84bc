import type { App } from '../../app.ts';
import { Command, CommandOption, examples } from '../../terminal/command.ts';
import { roles } from '../../users/rules.ts';
import { exportRoster } from './acts.ts';
import { text } from './text.ts';

export function rosterExport(app: App) {
  const say = app.say(text);

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
