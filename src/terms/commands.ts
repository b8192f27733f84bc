import type { App } from '../app.ts';
import { Command, day, examples } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { correctTerms, planCorrection, publishTerms, readTerms, retractTerms, type TermsFile } from './acts.ts';
import { textOf, versionOn } from './rules.ts';
import { allBytes, allVersions, bytesOf, getVersion, outdatedBy } from './store.ts';
import { text } from './text.ts';

export function termsPublish(app: App) {
  const say = app.say(text).publish;

  return new Command('publish')
    .description(say.summary)
    .argument('<file>', say.file)
    .option('--version <version>', say.version)
    .option('--from <day>', say.from, day)
    .option('--editorial', say.editorial)
    .addHelpText(
      'after',
      examples(
        app.language,
        'terms publish nutzungsordnung.txt --version 2 --from 2026-08-01',
        'terms publish nutzungsordnung.txt --version 2 --editorial',
      ),
    )
    .action(async (file, options) => {
      const terms = readTerms(app.path(file));
      const version = await app.needName(options.version, '--version', say.askVersion);
      if (options.editorial) return correct(app, terms, version);
      const from = options.from ?? (await app.ask('--from', say.askFrom, day));
      const outdated = outdatedBy(app.db, version);
      if (outdated > 0) await app.confirm(say.sure(version, writtenDay(app.language, from), outdated));
      const published = publishTerms(app, terms, { version, from });
      await app.show({ ...published, outdated }, [
        say.done(version, writtenDay(app.language, from), published.sha256),
        ...(outdated > 0 ? [say.outdated(outdated)] : []),
      ]);
    });
}

async function correct(app: App, terms: TermsFile, version: string): Promise<void> {
  const say = app.say(text).publish;
  const { gone, come } = planCorrection(app.db, terms.words, version);
  await app.confirm(say.sureEditorial(version, gone, come));
  const corrected = correctTerms(app, terms, version);
  await app.show({ ...corrected, outdated: 0 }, [say.corrected(version, corrected.sha256)]);
}

export function termsRetract(app: App) {
  const say = app.say(text).retract;

  return new Command('retract')
    .description(say.summary)
    .argument('<version>', say.version)
    .addHelpText('after', examples(app.language, 'terms retract 2'))
    .action(async (version) => {
      await app.show(retractTerms(app, version), [say.done(version)]);
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
    .option('--original', say.original)
    .addHelpText('after', examples(app.language, 'terms show 2', 'terms show 2 --json'))
    .action(async (version, { original = false }) => {
      const published = getVersion(app.db, version);
      const bytes = original ? allBytes(app.db).find((one) => one.version === version)?.text : bytesOf(app.db, version);
      const words = textOf(bytes ?? Buffer.alloc(0)) ?? '';
      await app.show({ ...published, text: words }, [words.replace(/\r\n?/g, '\n').trimEnd()]);
    });
}
