import type { App } from '../../app.ts';
import { number } from '../../language.ts';
import { Command, examples, wholeNumber } from '../../terminal/command.ts';
import { heading, listing, table } from '../../terminal/view.ts';
import { writtenDay, writtenInstant } from '../../time.ts';
import { roleNames } from '../../users/text.ts';
import { takeAnswerBack } from './acts.ts';
import { type Answer, answers, changesOf, getRun, isForgotten, type Run, runs } from './store.ts';
import { text } from './text.ts';
import { undoRun } from './undo.ts';
import { changesText } from './views.ts';

export function rosterRuns(app: App) {
  const say = app.say(text).runs;

  return new Command('runs')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'roster runs'))
    .action(async () => {
      const all = runs(app.db);
      await app.show(all, [listing(say.columns, () => all.map((run) => row(app, run)), say.none)]);
    });
}

export function rosterShow(app: App) {
  const say = app.say(text).show;

  return new Command('show')
    .description(say.summary)
    .argument('<run>', say.run, wholeNumber)
    .addHelpText('after', examples(app.language, 'roster show 7'))
    .action(async (number) => {
      const { lastEntry: _, ...run } = getRun(app.db, number);
      await app.show({ ...run, changes: changesOf(app.db, number) }, () => [
        heading(row(app, run).filter(Boolean).join('  ')),
        table(
          say.columns,
          Array.from(changesOf(app.db, number), (change) => [
            change.account,
            `${change.givenName} ${change.familyName}`,
            change.class,
            say.kinds[change.kind],
            changesText(app, change.changes),
          ]),
        ),
        ...(isForgotten(app.db, run) ? [say.forgotten] : []),
      ]);
    });
}

export function rosterUndo(app: App) {
  const say = app.say(text).undo;

  return new Command('undo')
    .description(say.summary)
    .argument('<run>', app.say(text).show.run, wholeNumber)
    .addHelpText('after', examples(app.language, 'roster undo 7'))
    .action(async (run) => {
      await app.confirm(say.sure(run, getRun(app.db, run).people));
      const people = undoRun(app, run);
      await app.show({ run, people }, [say.done(run, people)]);
    });
}

export function rosterAnswers(app: App) {
  const say = app.say(text).answers;

  return new Command('answers')
    .description(say.summary)
    .option('--take-back <number>', say.takeBack, wholeNumber)
    .addHelpText('after', examples(app.language, 'roster answers', 'roster answers --take-back 3'))
    .action(async ({ takeBack }) => {
      if (takeBack !== undefined) {
        takeAnswerBack(app, takeBack);
        return app.show({ answer: takeBack, takenBack: true }, [say.done(takeBack)]);
      }
      const all = answers(app.db);
      const rows = () =>
        all.map((one) => [
          String(one.answer),
          writtenInstant(app.language, one.at),
          one.operator,
          one.account ?? '',
          say.said[one.said],
          `${lineText(app, one)} (${one.source})`,
        ]);
      return app.show(all, [listing(say.columns, rows, say.none)]);
    });
}

function lineText(app: App, { line, deletedOn }: Answer): string {
  const say = app.say(text).answers;
  return deletedOn === null ? (line ?? say.byName) : say.deleted(writtenDay(app.language, deletedOn));
}

function row(app: App, run: Run): string[] {
  const say = app.say(text).runs;
  const { created, changed, returned, leaving } = run.counts;
  return [
    String(run.run),
    writtenInstant(app.language, run.at),
    run.operator,
    app.say(roleNames)[run.role],
    run.partial ? say.partial : say.complete,
    ...[created, changed, returned, leaving].map((count) => number(app.language, count)),
    run.undoneAt ? say.undone : '',
  ];
}
