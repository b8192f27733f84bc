import type { App } from '../app.ts';
import { writePrivately } from '../files.ts';
import { schoolLanguage, schoolName } from '../settings/school.ts';
import { settingValue } from '../settings/settings.ts';
import { line, words } from '../terminal/answers.ts';
import { Command, day, examples } from '../terminal/command.ts';
import { listing, type View, warning } from '../terminal/view.ts';
import { type Day, writtenDay } from '../time.ts';
import { disableModules, enableModules, recordTelling } from './acts.ts';
import { modulePage } from './page.ts';
import { changedSince, keyOf, knownModules, modulesNear, namedAs } from './rules.ts';
import { lastNotice, modules } from './store.ts';
import { text } from './text.ts';

export function moduleEnable(app: App) {
  const say = app.say(text).enable;

  return new Command('enable')
    .description(say.summary)
    .argument('[name...]', app.say(text).names)
    .option('--since <day>', say.since, day)
    .option('--decided-by <text>', say.decidedBy)
    .addHelpText(
      'after',
      examples(
        app.language,
        'module enable E-Mail Messenger --since 2026-08-20 --decided-by "Schulkonferenz"',
        'module enable "Vertretungsplan der Nachbarschule"',
      ),
    )
    .action(async (typed, { since, decidedBy }) => {
      const names = (typed.length > 0 ? typed : [await askedModule(app)]).map((name) => namedAs(words('<name>')(name)));
      await doubtStrangers(app, names);
      const enabled = enableModules(app, [...new Map(names.map((name) => [keyOf(name), name])).values()], {
        since,
        decidedBy: line('--decided-by')(decidedBy ?? '') || null,
      });
      await app.show(enabled, [
        ...enabled.map((module) => say.done(module.name, writtenDay(app.language, module.since))),
        say.next,
      ]);
    });
}

/** One of IServ's that is not enabled yet, or another. */
async function askedModule(app: App): Promise<string> {
  const say = app.say(text).enable;
  const enabled = modules(app.db, false).map(({ name }) => keyOf(name));
  const offered = knownModules.filter((name) => !enabled.includes(keyOf(name)));
  const chosen = await app.needChoice(undefined, '<name>', say.ask, [
    ...offered.map((name) => ({ value: name as string, name: name as string })),
    { value: '', name: say.other },
  ]);
  return chosen === '' ? app.ask('<name>', say.askName, words('<name>')) : chosen;
}

/** A name that is nearly one of IServ's may be a slip: at a terminal it is asked, elsewhere said. */
async function doubtStrangers(app: App, names: readonly string[]): Promise<void> {
  const say = app.say(text).enable;
  for (const name of names) {
    const near = knownModules.includes(name as never) ? [] : modulesNear(name, knownModules);
    if (near.length === 0) continue;
    await app.note([warning(say.near(name, near))]);
    if (app.canAsk) await app.confirm(say.sure(name));
  }
}

export function moduleDisable(app: App) {
  const say = app.say(text).disable;

  return new Command('disable')
    .description(say.summary)
    .argument('<name...>', app.say(text).names)
    .option('--on <day>', say.on, day)
    .option('--reason <text>', say.reason)
    .addHelpText('after', examples(app.language, 'module disable Foren --on 2026-08-20 --reason "Nobody used it"'))
    .action(async (typed, { on, reason }) => {
      const names = typed.map((name) => namedAs(words('<name>')(name)));
      const disabled = disableModules(app, names, { on, reason: line('--reason')(reason ?? '') || null });
      await app.show(
        disabled,
        disabled.map((module) => say.done(module.name, written(app, module.disabled?.on ?? app.moment.today))),
      );
    });
}

export function moduleList(app: App) {
  const say = app.say(text).list;

  return new Command('list')
    .description(say.summary)
    .option('--all', say.all)
    .addHelpText('after', examples(app.language, 'module list', 'module list --all --json'))
    .action(async ({ all = false }) => {
      const found = modules(app.db, all);
      const rows = found.map(({ name, since, decidedBy, disabled }) => [
        name,
        written(app, since),
        decidedBy,
        disabled && written(app, disabled.on),
      ]);
      await app.show(found, [listing(say.columns, () => rows, say.none, say.count)]);
    });
}

export function moduleNotice(app: App) {
  const say = app.say(text).notice;

  return new Command('notice')
    .description(say.summary)
    .option('--out <file>', say.out)
    .option('--told', say.told)
    .option('--on <day>', say.on, day)
    .addHelpText(
      'after',
      examples(app.language, 'module notice --out modules.html', 'module notice --told --on 2026-08-20'),
    )
    .action(async ({ out, told, on }) => {
      const file = out === undefined ? null : app.path(out);
      if (file !== null) writePrivately(file, [pageNow(app)]);
      if (told) recordTelling(app, on);
      const known = modules(app.db, true);
      const last = lastNotice(app.db);
      const changed = changedSince(known, last).map(({ name }) => name);
      await app.show(
        {
          file,
          toldOn: last?.on ?? null,
          notMadeKnown: changed,
          enabled: known.filter(({ disabled }) => !disabled).map(({ name }) => name),
        },
        noticeView(app, { file, toldNow: told === true, toldOn: last?.on, changed }),
      );
    });
}

function noticeView(
  app: App,
  facts: { file: string | null; toldNow: boolean; toldOn: Day | undefined; changed: readonly string[] },
): View {
  const say = app.say(text).notice;
  const { file, toldNow, toldOn, changed } = facts;
  if (toldNow && toldOn) return [say.recorded(written(app, toldOn))];
  return [
    ...(file === null ? [toldOn ? say.lastTold(written(app, toldOn)) : say.neverTold] : [say.done(file)]),
    ...(changed.length > 0 ? [say.changed(changed)] : []),
  ];
}

function pageNow(app: App): string {
  const language = settingValue(app.db, schoolLanguage);
  return modulePage({
    language,
    school: settingValue(app.db, schoolName),
    today: app.moment.today,
    modules: modules(app.db, true),
    told: lastNotice(app.db),
  });
}

const written = (app: App, date: Day) => writtenDay(app.language, date);
