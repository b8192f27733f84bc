import type { App } from '../app.ts';
import { Command, examples } from '../terminal/command.ts';
import { type Shell, scripts } from './scripts.ts';
import { text } from './text.ts';

const scriptFor = (shell: Shell) => (app: App) =>
  new Command(shell)
    .description(app.say(text).shell(shell))
    .addHelpText('after', examples(app.language, `completion ${shell}`))
    .action(async () => {
      const script = scripts[shell];
      // As it stands: a terminal's width must not break its lines.
      await (app.options.json ? app.show({ shell, script }, []) : app.world.out.write(script));
    });

export const forBash = scriptFor('bash');
export const forZsh = scriptFor('zsh');
export const forFish = scriptFor('fish');
