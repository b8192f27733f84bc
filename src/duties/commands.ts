import type { App } from '../app.ts';
import { Command, examples, fileName } from '../terminal/command.ts';
import { type Cell, heading, inSheet, type View, warning } from '../terminal/view.ts';
import { readTerms } from '../terms/acts.ts';
import { textOf, versionOn } from '../terms/rules.ts';
import { allVersions, bytesOf, getVersion } from '../terms/store.ts';
import { type ListedDuty, listedDuties } from './listing.ts';
import type { CountName } from './sentences-text.ts';
import { text } from './text.ts';

export function termsDuties(app: App) {
  const say = app.say(text);

  return new Command('duties')
    .description(say.summary)
    .argument('[version]', say.version)
    .option('--file <file>', say.file, fileName)
    .option('--uncarried', say.uncarried)
    .addHelpText(
      'after',
      examples(app.language, 'terms duties', 'terms duties --file new-terms.txt --uncarried', 'terms duties 2 --json'),
    )
    .action(async (version, { file, uncarried = false }) => {
      const whole = file === undefined ? wholeText(app, version) : textOfFile(app, file);
      const all = listedDuties(app.db, app.language, whole, app.moment.today);
      const shown = uncarried ? all.filter(({ carriedOut }) => carriedOut === 'nobody') : all;
      const of = (carriedOut: ListedDuty['carriedOut']) => all.filter((one) => one.carriedOut === carriedOut).length;
      const changed = all.filter(({ wording }) => wording === 'changed').length;
      if (whole === null) await app.note([say.builtIn]);
      await app.show(shown, [
        ...(shown.length === 0 ? [say.none] : shown.flatMap((duty, index) => lines(app, duty, shown[index - 1]))),
        inSheet(say.columns, () => shown.map((duty) => row(app, duty))),
        say.done(all.length, of('commands'), of('nobody')),
        ...(changed > 0 ? [warning(say.changed(changed))] : []),
      ]);
    });
}

/** The text of a version, named or holding; null where none is published that could hold. */
function wholeText(app: App, named: string | undefined): string | null {
  const all = allVersions(app.db);
  const { version } =
    named === undefined ? (versionOn(all, app.moment.today) ?? all[0] ?? {}) : getVersion(app.db, named);
  return version === undefined ? null : (textOf(bytesOf(app.db, version)) ?? '');
}

/** @throws Failure `terms-unreadable`, `terms-not-text` */
const textOfFile = (app: App, file: string): string => readTerms(app.path(file)).words;

/** A sentence below the heading of its section, and under it who it binds, what carries it out, and the numbers of today. */
function lines(app: App, duty: ListedDuty, before: ListedDuty | undefined): View {
  const [number, sentence, binds, by, left, today] = row(app, duty);
  const about = [binds, by, left, today].filter((part) => part !== null && part !== '').join(' · ');
  return [
    ...(before?.section === duty.section || duty.section === '' ? [] : [heading(duty.section)]),
    `${number}. ${sentence}`,
    ...(about === '' ? [] : [`    ${about}`]),
  ];
}

function row(app: App, { number, sentence, wording, binds, commands, left, counts }: ListedDuty): Cell[] {
  const say = app.say(text);
  const by = [commands.join(', '), say.wording[wording]].filter((part) => part !== '').join('; ');
  const today = Object.entries(counts).map(([name, value]) => say.counts[name as CountName](value));
  return [number, sentence, binds && say.bound[binds], by, left, today.join(', ')];
}
