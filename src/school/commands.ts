import type { App } from '../app.ts';
import { guardianUntil, selfFrom } from '../consents/settings.ts';
import { basisWords } from '../consents/text.ts';
import { listed } from '../language.ts';
import { overdueTerms } from '../nightly/doctor.ts';
import { schoolDomain, schoolName } from '../settings/school.ts';
import { type Setting, typedSetting } from '../settings/settings.ts';
import { allSettings, joined, loadedParts, type Subject } from '../subject.ts';
import { wordOption } from '../terminal/choices.ts';
import { Command, CommandOption, examples } from '../terminal/command.ts';
import { table } from '../terminal/view.ts';
import { checked, initSchool, knownSetting, setSetting } from './acts.ts';
import { headcount } from './store.ts';
import { text } from './text.ts';

export function init(app: App) {
  const say = app.say(text).init;

  return new Command('init')
    .description(say.summary)
    .option('--school <name>', say.school)
    .option('--domain <domain>', say.domain)
    .addOption(new CommandOption('--language <language>', say.language).choices(['de', 'en']).default('de'))
    .addOption(wordOption(app.language, '--basis <basis>', say.basis, basisWords))
    .option('--guardian-until <age>', app.say(guardianUntil.about))
    .option('--self-from <age>', app.say(selfFrom.about))
    .addHelpText(
      'after',
      examples(app.language, 'init --school "Gymnasium am See" --domain gymnasium-am-see.example', {
        en: 'init --school "Gymnasium am See" --domain gymnasium-am-see.example --basis acknowledgement',
        de: 'init --school "Gymnasium am See" --domain gymnasium-am-see.example --basis kenntnisnahme',
      }),
    )
    .action(async ({ school, domain, language, basis, ...ages }) => {
      // Who types the name and the domain knows what is wanted; who is asked for them is asked for the ages, too.
      const isAsked = app.canAsk && (school === undefined || domain === undefined);
      const age = async (typed: string | undefined, option: string, setting: Setting<number>, question: string) =>
        typed ??
        (isAsked
          ? await app.ask(option, question, (one) => checked(setting, one || `${setting.standard}`))
          : undefined);
      initSchool(app, {
        school: school ?? (await app.ask('--school', say.askSchool, (typed) => checked(schoolName, typed))),
        domain: domain ?? (await app.ask('--domain', say.askDomain, (typed) => checked(schoolDomain, typed))),
        language,
        basis,
        guardianUntil: await age(ages.guardianUntil, '--guardian-until', guardianUntil, say.askGuardianUntil),
        selfFrom: await age(ages.selfFrom, '--self-from', selfFrom, say.askSelfFrom),
      });
      await app.show({ registry: app.registryFile }, [say.done(app.registryFile)]);
    });
}

export function status(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).status;

  return new Command('status')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'status', 'status --json'))
    .action(async () => {
      const people = headcount(app.db, app.moment.today);
      const parts = (await loadedParts(subjects, 'status')).map((part) => part.status(app));
      const overdue = await overdueTerms(app, subjects);
      const lines = [
        ...parts.flatMap((part) => part.lines),
        ...(overdue.length > 0
          ? [
              say.overdue(
                listed(
                  app.language,
                  overdue.map(({ name }) => app.say(name)),
                ),
              ),
            ]
          : []),
      ];
      const facts = { ...joined(parts.map((part) => part.facts)), overdue: overdue.map(({ kind }) => kind) };
      await app.show({ people, ...facts }, () => [
        people.length === 0
          ? say.nobody
          : table(
              say.columns,
              people.map(({ role, status: name, count }) => [say.role[role], say.state[name], count]),
            ),
        ...(lines.length === 0 ? [say.nothingDue] : lines),
      ]);
    });
}

export function settingsList(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).settings;

  return new Command('list')
    .description(say.list)
    .addHelpText('after', examples(app.language, 'settings list'))
    .action(async () => {
      const all = (await allSettings(subjects)).map((setting) => describe(app, setting));
      await app.show(all, () => [
        table(
          say.columns,
          all.map(({ key, value, about }) => [key, value ?? '—', about]),
        ),
      ]);
    });
}

export function settingsGet(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).settings;

  return new Command('get')
    .description(say.get)
    .argument('<key>', say.key)
    .addHelpText('after', examples(app.language, 'settings get roster.hold-above'))
    .action(async (key) => {
      const found = describe(app, await knownSetting(subjects, key));
      await app.show(found, [found.value ?? '—']);
    });
}

export function settingsSet(app: App, subjects: readonly Subject[]) {
  const say = app.say(text).settings;

  return new Command('set')
    .description(say.set)
    .argument('<key>', say.key)
    .argument('<value>', say.value)
    .addHelpText(
      'after',
      examples(app.language, 'settings set roster.hold-above 5%', 'settings set school.last-year 10'),
    )
    .action(async (key, value) => {
      const change = setSetting(app, await knownSetting(subjects, key), value);
      await app.show(change, [say.done(change.key, change.to)]);
    });
}

function describe(app: App, setting: Setting) {
  const { key, about, standard, kind } = setting;
  return { key, value: typedSetting(app.db, setting), standard, about: app.say(about), form: app.say(kind.form) };
}
