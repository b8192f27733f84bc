import type { App } from '../../app.ts';
import { placed } from '../../csv/problems.ts';
import { wordOption } from '../../terminal/choices.ts';
import { Command, day, examples } from '../../terminal/command.ts';
import { heading, table, type View, warning } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { consequenceLines, proof, who } from '../commands.ts';
import { decisions } from '../rules.ts';
import { channelWords, text as consentText } from '../text.ts';
import { applyList, type ListResult, planList } from './acts.ts';
import { text } from './text.ts';

export function consentImport(app: App) {
  const say = app.say(text);

  return new Command('import')
    .description(say.summary)
    .argument('<file>', say.file)
    .option('--by <who>', say.by, who)
    .option('--purpose <purpose>', say.purpose)
    .option('--version <version>', say.version)
    .option('--on <day>', say.on, day)
    .addOption(wordOption(app.language, '--channel <channel>', say.channel, channelWords).default('paper' as const))
    .option('--evidence <text>', say.evidence)
    .option('--source <name>', say.source, 'school')
    .option('--encoding <name>', say.encoding)
    .option('--delimiter <char>', say.delimiter)
    .option('--dry-run', say.dryRun)
    .option('--skip-faulty', say.skipFaulty)
    .addHelpText(
      'after',
      examples(
        app.language,
        'consent import 5a.csv --dry-run',
        'consent import 5a.csv --on 2026-08-19 --evidence "Folder 3"',
        'consent import 10a.csv --by self --on 2026-08-19',
      ),
    )
    .action(async (name, { dryRun = false, ...options }) => {
      const planned = planList(app, { ...options, evidence: proof(options.evidence), file: app.path(name) });
      const { result } = planned;
      const { recorded } = result.counts;
      if (dryRun || recorded === 0) {
        const end = recorded === 0 ? say.nothingToDo : say.dryRunDone;
        return app.show(result, () => [...listView(app, name, result, dryRun), end]);
      }
      const view = listView(app, name, result, false);
      if (app.canAsk) await app.note(view);
      await app.confirm(say.sure(recorded));
      const applied = applyList(app, planned);
      await app.show(applied, () => [...(app.canAsk ? [] : view), say.done(recorded)]);
    });
}

/** What a list would record, or did: how many of what, what follows for whom, and each decision where it was asked for. */
function listView(app: App, name: string, result: ListResult, whole: boolean): View {
  const say = app.say(text);
  const words = app.say(consentText);
  const { encoding, delimiter, surplus, counts, problems } = result;
  const decided = result.decided.filter(({ repeated }) => !repeated);
  const kinds = (['recorded', 'known', 'blank', 'skipped'] as const).filter((kind) => counts[kind] > 0);
  const purposes = [...new Set(decided.map(({ purpose }) => purpose))];
  return [
    say.recognised(name, encoding, delimiter === '\t' ? say.tab : delimiter),
    ...(surplus.length > 0 ? [say.surplus(surplus.join(', '))] : []),
    table(
      ['', ''],
      kinds.map((kind) => [say.counts[kind], counts[kind]]),
    ),
    ...(decided.length > 0
      ? [
          table(
            say.columns,
            purposes.map((purpose) => [purpose, ...tally(decided, purpose)]),
          ),
        ]
      : []),
    ...(whole && decided.length > 0
      ? [
          table(
            say.list,
            decided.map(({ line, account, purpose, decision, by, on, state }) => [
              line,
              account,
              purpose,
              words.list.decision[decision],
              words.list.by(by),
              writtenDay(app.language, on),
              state && words.states[state],
            ]),
          ),
        ]
      : []),
    ...decided.flatMap((one) => consequenceLines(app, one)),
    ...(problems.length > 0 ? [heading(say.problems)] : []),
    ...problems.map((found) => warning(placed(app.language, found, found.message))),
  ];
}

/** How many gave, refused and withdrew consent to a purpose. */
const tally = (decided: ListResult['decided'], purpose: string): number[] =>
  decisions.map((decision) => decided.filter((one) => one.purpose === purpose && one.decision === decision).length);
