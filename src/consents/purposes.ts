import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { Command, CommandOption, examples, several } from '../terminal/command.ts';
import { table } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { type Role, roles } from '../users/rules.ts';
import { roleNames } from '../users/text.ts';
import { notAPurpose, purposeTaken, termsStay } from './failures.ts';
import * as log from './log.ts';
import { getPurpose, insertPurpose, markRetired, type Purpose, purposes } from './store.ts';
import { text } from './text.ts';

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
      const asked = (who: readonly Role[]) => who.map((role) => app.say(roleNames)[role]).join(', ');
      await app.show(all, () => [
        table(
          say.columns,
          all.map(({ name, title, roles, retiredOn, about }) => [
            name,
            title,
            asked(roles),
            retiredOn && writtenDay(app.language, retiredOn),
            about,
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
    .addOption(new CommandOption('--role <role>', say.role).choices(roles).argParser(several))
    .addHelpText(
      'after',
      examples(app.language, 'consent purposes add photos --title "Fotos auf der Website" --role student,teacher'),
    )
    .action(async (name, options) => {
      const title = await app.needWords(options.title, '--title', say.askTitle);
      const asked = roles.filter((role) => (options.role ?? ['student']).includes(role));
      const added = addPurpose(app, { name, title, about: options.about?.trim() ?? '', roles: asked });
      await app.show(added, [say.done(name)]);
    });
}

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

/** @throws Failure `not-a-purpose`, `purpose-taken` */
function addPurpose(app: App, purpose: Omit<Purpose, 'retiredOn'>): Purpose {
  const { name } = purpose;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw notAPurpose({ value: name });
  return app.transact((tx) => {
    if (purposes(tx).some((known) => known.name === name)) throw purposeTaken({ purpose: name });
    insertPurpose(tx, purpose);
    record(tx, log.purposeAdded, null, purpose);
    return { ...purpose, retiredOn: null };
  });
}

/** Asks nobody for a purpose any more; what was decided stays. @throws Failure `unknown-purpose`, `terms-stay` */
function retirePurpose(app: App, name: string): Purpose {
  if (name === 'terms') throw termsStay({});
  return app.transact((tx) => {
    const purpose = getPurpose(tx, name, tx.today);
    markRetired(tx, name);
    record(tx, log.purposeRetired, null, { name });
    return { ...purpose, retiredOn: tx.today };
  });
}
