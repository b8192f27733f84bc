import type { App } from '../../app.ts';
import { line } from '../../terminal/answers.ts';
import { wordsOption } from '../../terminal/choices.ts';
import { Command, examples } from '../../terminal/command.ts';
import { table } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { type Role, roles } from '../../users/rules.ts';
import { roleNames, roleWords } from '../../users/text.ts';
import { purposes } from '../store.ts';
import { text } from '../text.ts';
import { addPurpose, retirePurpose } from './acts.ts';

/** What the school asks consent for: a noun of its own below `consent`. */
export function consentPurposes(app: App) {
  return new Command('purposes')
    .description(app.say(text).purposes.noun)
    .addCommand(list(app))
    .addCommand(add(app))
    .addCommand(retire(app));
}

function list(app: App) {
  const say = app.say(text).purposes.list;

  return new Command('list')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'consent purposes list'))
    .action(async () => {
      const all = purposes(app.db);
      const asked = (who: readonly Role[]) => who.map((role) => app.say(roleNames)[role]).join(', ');
      await app.show(all, () => [
        table(
          say.columns,
          all.map(({ name, title, roles, retiredOn, about }) => [
            name,
            title,
            asked(roles),
            retiredOn && writtenDay(app.language, retiredOn),
            about,
          ]),
        ),
      ]);
    });
}

function add(app: App) {
  const say = app.say(text).purposes.add;

  return new Command('add')
    .description(say.summary)
    .argument('<purpose>', say.purpose)
    .option('--title <text>', say.title)
    .option('--about <text>', say.about)
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords))
    .addHelpText(
      'after',
      examples(app.language, 'consent purposes add photos --title "Fotos auf der Website" --role student,teacher'),
    )
    .action(async (name, options) => {
      const title = await app.needName(options.title, '--title', say.askTitle);
      const asked = roles.filter((role) => (options.role ?? ['student']).includes(role));
      const added = addPurpose(app, { name, title, about: line('--about')(options.about ?? ''), roles: asked });
      await app.show(added, [say.done(name)]);
    });
}

function retire(app: App) {
  const say = app.say(text).purposes.retire;

  return new Command('retire')
    .description(say.summary)
    .argument('<purpose>', say.purpose)
    .addHelpText('after', examples(app.language, 'consent purposes retire photos'))
    .action(async (name) => {
      await app.show(retirePurpose(app, name), [say.done(name)]);
    });
}
