import type { App } from '../../app.ts';
import { Command, examples } from '../../terminal/command.ts';
import { table } from '../../terminal/view.ts';
import { formats } from './index.ts';
import { text } from './text.ts';

export function rosterFormats(app: App) {
  const say = app.say(text);

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
