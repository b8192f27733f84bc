import type { App } from '../../app.ts';
import { Exit } from '../../failures.ts';
import { wordsOption } from '../../terminal/choices.ts';
import { Command, examples, repeated } from '../../terminal/command.ts';
import { roleWords } from '../../users/text.ts';
import { applyReconcile, isHeld, type Planned, planReconcile } from './acts.ts';
import { fileOrLive } from './failures.ts';
import { readUserExport } from './reading.ts';
import { text } from './text.ts';
import { nameOf, reconcileView, resultOf } from './views.ts';

export function iservReconcile(app: App) {
  const say = app.say(text);

  return new Command('reconcile')
    .description(say.summary)
    .argument('[file]', say.file)
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords))
    .option('--live', say.live)
    .option('--adopt', say.adopt)
    .option('--same <there=here>', say.same, repeated)
    .option('--approve <plan>', say.approve)
    .option('--dry-run', say.dryRun)
    .addHelpText(
      'after',
      examples(
        app.language,
        'iserv reconcile benutzer.csv',
        'iserv reconcile benutzer.csv --adopt',
        'iserv reconcile benutzer.csv --same anna.mueller2=4711',
        'iserv reconcile --live --dry-run',
      ),
    )
    .action(async (given, { role = [], live = false, adopt = false, same = [], dryRun = false, approve }) => {
      if (live && given !== undefined) throw fileOrLive({});
      const { source, users } = live ? await usersOverTheWire(app) : await usersInFile(app, given);
      const wish = { source, isLive: live, roles: role, adopt, same, approve };
      let planned = planReconcile(app, users, wish);
      if (app.canAsk && !dryRun) {
        const answers = await askedFor(app, planned);
        if (answers.length > 0) planned = planReconcile(app, users, { ...wish, same: [...same, ...answers] });
      }
      if (isHeld(planned) || planned.comparison.questions.length > 0) app.exit = Exit.held;
      const { accounts, newcomers } = planned;
      if (!dryRun && accounts.length + newcomers.length > 0) {
        await app.confirm(say.sure(accounts.length, newcomers.length));
      }
      if (!dryRun) applyReconcile(app, planned);
      await app.show(resultOf(planned, !dryRun), () => [
        ...reconcileView(app, planned),
        dryRun ? say.dryRunDone : say.done,
      ]);
    });
}

async function usersInFile(app: App, given: string | undefined) {
  const source = app.path(await app.need(given, '<file>', app.say(text).askFile));
  return { source, users: readUserExport(source, app.language) };
}

/** What speaks to another machine is loaded only where one is asked. */
async function usersOverTheWire(app: App) {
  const { readLiveUsers } = await import('../live/reading.ts');
  const { host, users } = await readLiveUsers(app);
  return { source: host, users };
}

/** What the person at the terminal says of each question; whatever is left for later stays one. */
async function askedFor(app: App, { comparison }: Planned): Promise<string[]> {
  const say = app.say(text);
  const answers: string[] = [];
  for (const { user, candidates } of comparison.questions) {
    const answer = await app.choose(say.ask(nameOf(user), user.account, user.class ?? null), [
      ...candidates.map((person) => ({
        value: person.account,
        name: `${nameOf(person)} (${person.account}, ${person.class ?? '—'})`,
      })),
      { value: '', name: say.later },
    ]);
    if (answer !== '') answers.push(`${user.account}=${answer}`);
  }
  return answers;
}
