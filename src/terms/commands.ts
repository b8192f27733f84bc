import type { App } from '../app.ts';
import { Command, day, examples } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { publishTerms } from './acts.ts';
import { textOf, versionOn } from './rules.ts';
import { allVersions, bytesOf, getVersion } from './store.ts';
import { text } from './text.ts';

export function termsPublish(app: App) {
  const say = app.say(text).publish;

  return new Command('publish')
    .description(say.summary)
    .argument('<file>', say.file)
    .option('--version <version>', say.version)
    .option('--from <day>', say.from, day)
    .addHelpText('after', examples(app.language, 'terms publish nutzungsordnung.txt --version 2 --from 2026-08-01'))
    .action(async (file, options) => {
      const version = await app.needName(options.version, '--version', say.askVersion);
      const from = options.from ?? (await app.ask('--from', say.askFrom, day));
      const published = publishTerms(app, { file: app.path(file), version, from });
      await app.show(published, [say.done(version, writtenDay(app.language, from), published.sha256)]);
    });
}

export function termsList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'terms list', 'terms list --json'))
    .action(async () => {
      const versions = allVersions(app.db);
      const holding = versionOn(versions, app.moment.today);
      const all = versions.map((one) => ({ ...one, holds: one === holding }));
      const rows = () =>
        all.map(({ version, from, holds, sha256 }) => [
          version,
          writtenDay(app.language, from),
          holds ? say.holds : '',
          sha256,
        ]);
      await app.show(all, [listing(say.columns, rows, say.none)]);
    });
}

export function termsShow(app: App) {
  const say = app.say(text).show;

  return new Command('show')
    .description(say.summary)
    .argument('<version>', say.version)
    .addHelpText('after', examples(app.language, 'terms show 2', 'terms show 2 --json'))
    .action(async (version) => {
      const published = getVersion(app.db, version);
      const words = textOf(bytesOf(app.db, version)) ?? '';
      await app.show({ ...published, text: words }, [words.replace(/\r\n?/g, '\n').trimEnd()]);
    });
}
