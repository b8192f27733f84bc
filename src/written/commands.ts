import type { App } from '../app.ts';
import { Command, examples, wholeNumber } from '../terminal/command.ts';
import { listing } from '../terminal/view.ts';
import { writtenDay, writtenInstant } from '../time.ts';
import { destroyFiles, isGone } from './acts.ts';
import { type KeptFile, keptFiles } from './store.ts';
import { kindNames, text } from './text.ts';

export function fileList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'file list', 'file list --all --json'))
    .action(async ({ all = false }) => {
      const files = keptFiles(app.db, all).map((one) => ({ ...one, isGone: one.file !== null && isGone(one.file) }));
      const row = (one: (typeof files)[number]) => [
        one.number,
        writtenInstant(app.language, one.at),
        one.operator,
        app.say(kindNames)[one.kind] ?? one.kind,
        one.people,
        placeOf(app, one),
      ];
      await app.show(files, [listing(say.columns, () => files.map(row), say.none)]);
    });
}

function placeOf(app: App, { file, destroyedOn, isGone: hasGone }: KeptFile & { isGone: boolean }): string {
  const say = app.say(text).list;
  if (destroyedOn) return say.gone(writtenDay(app.language, destroyedOn));
  if (file === null) return say.nowhere;
  return hasGone ? say.vanished(file) : file;
}

export function fileDestroyed(app: App) {
  const say = app.say(text).destroyed;

  return new Command('destroyed')
    .description(say.summary)
    .argument('[number...]', say.numbers, (value: string, before: number[] | undefined) => [
      ...(before ?? []),
      wholeNumber(value),
    ])
    .addHelpText('after', examples(app.language, 'file destroyed', 'file destroyed 3 4'))
    .action(async (numbers = []) => {
      const destroyed = destroyFiles(app, numbers);
      await app.show({ destroyed }, [destroyed.length === 0 ? say.none : say.done(destroyed.length)]);
    });
}
