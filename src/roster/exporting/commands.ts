import type { App } from '../../app.ts';
import { wordOption } from '../../terminal/choices.ts';
import { Command, examples } from '../../terminal/command.ts';
import { roleWords } from '../../users/text.ts';
import { exportRoster } from './acts.ts';
import { text } from './text.ts';

export function rosterExport(app: App) {
  const say = app.say(text);

  return new Command('export')
    .description(say.summary)
    .argument('<file>', say.file)
    .addOption(wordOption(app.language, '--role <role>', say.role, roleWords).default('student' as const))
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
