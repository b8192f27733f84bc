import { InvalidArgumentError } from 'commander';
import type { App } from '../../app.ts';
import { age } from '../../settings/kinds.ts';
import { line } from '../../terminal/answers.ts';
import { wordOf, wordOption, wordsOption } from '../../terminal/choices.ts';
import { Command, examples } from '../../terminal/command.ts';
import { table } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { type Role, roles } from '../../users/rules.ts';
import { roleNames, roleWords } from '../../users/text.ts';
import type { Basis, Purpose } from '../rules.ts';
import { purposes } from '../store.ts';
import { basisNames, basisWords, guardianWords, text } from '../text.ts';
import { addPurpose, retirePurpose } from './acts.ts';

/** What the school asks consent for: a noun of its own below `consent`. */
export function consentPurposes(app: App) {
  return new Command('purposes')
    .description(app.say(text).purposes.noun)
    .addCommand(list(app))
    .addCommand(add(app))
    .addCommand(retire(app));
}

function list(app: App) {
  const say = app.say(text).purposes.list;

  return new Command('list')
    .description(say.summary)
    .addHelpText('after', examples(app.language, 'consent purposes list'))
    .action(async () => {
      const all = purposes(app.db);
      const asked = ({ name, bases }: Purpose) =>
        (Object.entries(bases) as [Role, Basis][])
          .map(([role, basis]) =>
            // What the terms rest on stands in the settings.
            name === 'terms' || basis === 'consent'
              ? app.say(roleNames)[role]
              : `${app.say(roleNames)[role]} (${app.say(basisNames)[basis]})`,
          )
          .join(', ');
      const decide = ({ guardianUntil, selfFrom, guardians }: Purpose) =>
        [guardianUntil === null ? '' : `${guardianUntil}/${selfFrom}`, guardians === 'all' ? say.all : '']
          .filter(Boolean)
          .join(', ');
      await app.show(all, () => [
        table(
          say.columns,
          all.map((purpose) => [
            purpose.name,
            purpose.title,
            asked(purpose),
            decide(purpose),
            purpose.retiredOn && writtenDay(app.language, purpose.retiredOn),
            purpose.about,
          ]),
        ),
      ]);
    });
}

function add(app: App) {
  const say = app.say(text).purposes.add;

  return new Command('add')
    .description(say.summary)
    .argument('<purpose>', say.purpose)
    .option('--title <text>', say.title)
    .option('--about <text>', say.about)
    .addOption(wordsOption(app.language, '--role <role>', say.role, roleWords))
    .option('--basis <basis>', say.basis, basisFor(app))
    .option('--guardian-until <age>', say.guardianUntil, ageOf)
    .option('--self-from <age>', say.selfFrom, ageOf)
    .addOption(wordOption(app.language, '--guardians <number>', say.guardians, guardianWords).default('one' as const))
    .option('--if-yes <text>', say.ifYes)
    .option('--if-no <text>', say.ifNo)
    .addHelpText(
      'after',
      examples(
        app.language,
        {
          en: 'consent purposes add photos --title "Fotos auf der Website" --role student,teacher --guardians all',
          de: 'consent purposes add photos --title "Fotos auf der Website" --role schüler,teacher --guardians alle',
        },
        'consent purposes add address-book --title "Adressbuch" --if-no "Der Eintrag wird im Adressbuch ausgeblendet."',
      ),
    )
    .action(async (name, options) => {
      const title = await app.needName(options.title, '--title', say.askTitle);
      const asked = roles.filter((role) => (options.role ?? ['student']).includes(role));
      const { guardians, basis = [] } = options;
      const added = addPurpose(app, {
        name,
        title,
        about: line('--about')(options.about ?? ''),
        roles: asked,
        guardianUntil: options.guardianUntil ?? null,
        selfFrom: options.selfFrom ?? null,
        guardians,
        bases: basesOf(asked, basis),
        yes: line('--if-yes')(options.ifYes ?? ''),
        no: line('--if-no')(options.ifNo ?? ''),
      });
      await app.show(added, [say.done(name)]);
    });
}

/** An age, of which a purpose can have its own. @throws InvalidArgumentError */
function ageOf(typed: string): number {
  const years = age.parse(typed);
  if (years === undefined || age.refuses?.(years)) throw new InvalidArgumentError('0 to 18.');
  return years;
}

/** What a purpose rests on, for all who are asked (`consent`) or for one role (`teacher=none`). */
const basisFor =
  (app: App) =>
  (typed: string, before: RoleBasis[] = []) => {
    const [first = '', second] = typed.split('=');
    const basis = wordOf(app.language, basisWords)(second ?? first);
    return [...before, { role: second === undefined ? null : wordOf(app.language, roleWords)(first), basis }];
  };

interface RoleBasis {
  role: Role | null;
  basis: Basis;
}

/** What was said of a role counts more than what was said of all. */
const basesOf = (asked: readonly Role[], said: readonly RoleBasis[]): Purpose['bases'] =>
  Object.fromEntries(
    asked.map((role) => {
      const own = said.findLast((one) => one.role === role) ?? said.findLast((one) => one.role === null);
      return [role, own?.basis ?? 'consent'];
    }),
  );

function retire(app: App) {
  const say = app.say(text).purposes.retire;

  return new Command('retire')
    .description(say.summary)
    .argument('<purpose>', say.purpose)
    .addHelpText('after', examples(app.language, 'consent purposes retire photos'))
    .action(async (name) => {
      await app.show(retirePurpose(app, name), [say.done(name)]);
    });
}
