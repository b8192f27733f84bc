import type { App } from '../app.ts';
import { line, words } from '../terminal/answers.ts';
import { Command, day, examples } from '../terminal/command.ts';
import { listing, warning } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { cleaned } from '../typed.ts';
import { addAdministrator, dismissAdministrator } from './acts.ts';
import { administrators, findAdministrator } from './store.ts';
import { text } from './text.ts';

export function administratorAdd(app: App) {
  const say = app.say(text).add;

  return new Command('add')
    .description(say.summary)
    .argument('<os-name>', app.say(text).osName)
    .option('--name <text>', say.name)
    .option('--since <day>', say.since, day)
    .option('--signed-on <day>', say.signedOn, day)
    .addHelpText(
      'after',
      examples(
        app.language,
        'administrator add k.schmidt --name "Karin Schmidt" --since 2026-08-01 --signed-on 2026-08-03',
        'administrator add k.schmidt --signed-on 2026-08-03',
      ),
    )
    .action(async (typed, options) => {
      const osName = cleaned(typed);
      const name =
        options.name === undefined
          ? (findAdministrator(app.db, osName)?.name ?? (await app.needWords(undefined, '--name', say.askName)))
          : words('--name')(options.name);
      const added = addAdministrator(app, { ...options, osName, name });
      const { since, signedOn } = added;
      await app.show(added, [
        say.done(osName, name, writtenDay(app.language, since)),
        signedOn ? say.signed(writtenDay(app.language, signedOn)) : warning(say.unsigned(osName)),
      ]);
    });
}

export function administratorEnd(app: App) {
  const say = app.say(text).end;

  return new Command('end')
    .description(say.summary)
    .argument('<os-name>', app.say(text).osName)
    .option('--on <day>', say.on, day)
    .option('--reason <text>', say.reason)
    .addHelpText('after', examples(app.language, 'administrator end k.schmidt --on 2026-07-31 --reason "moves school"'))
    .action(async (osName, { on, reason }) => {
      const ended = dismissAdministrator(app, cleaned(osName), { on, reason: line('--reason')(reason ?? '') || null });
      const last = ended.ended?.on ?? app.moment.today;
      await app.show(ended, [say.done(ended.osName, writtenDay(app.language, last)), say.rights]);
    });
}

export function administratorList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'administrator list', 'administrator list --all --json'))
    .action(async ({ all = false }) => {
      const found = administrators(app.db, all);
      const rows = found.map(({ osName, name, since, signedOn, ended }) => [
        osName,
        name,
        writtenDay(app.language, since),
        signedOn ? writtenDay(app.language, signedOn) : say.unsigned,
        ended && writtenDay(app.language, ended.on),
      ]);
      await app.show(found, [listing(say.columns, () => rows, say.none, say.count)]);
    });
}
