import type { App } from '../../app.ts';
import { Command, examples, wholeNumber } from '../../terminal/command.ts';
import { listing } from '../../terminal/view.ts';
import { openTraces, settleTraces } from './acts.ts';
import { marked } from './rules.ts';
import { text } from './text.ts';

export function leaverMask(app: App) {
  const say = app.say(text);
  const numbers = (value: string, before: number[] | undefined) => [...(before ?? []), wholeNumber(value)];

  return new Command('mask')
    .description(say.summary)
    .argument('[number...]', say.numbers, numbers)
    .option('--all', say.all)
    .option('--other <number>', say.other, numbers)
    .addHelpText('after', examples(app.language, 'leaver mask', 'leaver mask 3 4', 'leaver mask --other 5'))
    .action(async (chosen = [], { all = false, other = [] }) => {
      const open = openTraces(app.db);
      const wanted = all ? open.map(({ number }) => number).filter((number) => !other.includes(number)) : chosen;
      if (wanted.length + other.length === 0) {
        const shown = open.map(({ digest: _, ...trace }) => trace);
        const row = (trace: (typeof open)[number]) => [
          trace.number,
          `#${trace.person}`,
          placeOf(app, trace),
          marked(trace.text, trace.spots),
        ];
        return app.show(shown, [listing(say.columns, () => open.map(row), say.none)]);
      }
      if (wanted.length > 0) await app.confirm(say.sure(wanted.length));
      const kept = other.length > 0 ? settleTraces(app, other, true) : [];
      const masked = wanted.length > 0 ? settleTraces(app, wanted, false) : [];
      const of = (traces: typeof masked) => traces.map(({ number }) => number);
      await app.show({ masked: of(masked), kept: of(kept) }, [
        ...(masked.length > 0 ? [say.done(masked.length)] : []),
        ...(kept.length > 0 ? [say.kept(kept.length)] : []),
      ]);
    });
}

/** Where a text stands, as people call it; of a place without a name, as the registry does. */
export function placeOf(app: App, { place, field, rowId }: { place: string; field: string; rowId: number }): string {
  const name = `${place}.${field}`;
  return `${app.say(text).places[name] ?? name} (${rowId})`;
}
