import type { App } from '../../app.ts';
import { examples, LookingCommand, several } from '../../terminal/command.ts';
import { type Cell, listing } from '../../terminal/view.ts';
import { withFilter } from '../../users/filter.ts';
import { getPurpose } from '../store.ts';
import { text } from '../text.ts';
import { missing } from './missing.ts';

export function consentMissing(app: App) {
  const say = app.say(text).missing;

  return withFilter(app, new LookingCommand('missing').description(say.summary).argument('[account...]', say.accounts))
    .option('--purpose <purpose>', say.purpose, several)
    .addHelpText(
      'after',
      examples(app.language, 'consent missing --class 5a', 'consent missing --purpose photos --json'),
    )
    .action(async (accounts, { purpose = [], ...filter }) => {
      const { today } = app.moment;
      for (const name of purpose) getPurpose(app.db, name, today);
      const found = () => missing(app.db, { accounts, ...filter }, purpose, today);
      await app.show(found(), [listing(say.columns, () => missingRows(app, found()), say.none, say.count)]);
    });
}

function* missingRows(app: App, found: ReturnType<typeof missing>): Generator<Cell[]> {
  const say = app.say(text).missing;
  for (const { account, givenName, familyName, class: name, purpose, basis, reason, deciders } of found) {
    yield [account, `${givenName} ${familyName}`, name, purpose, say.reason(reason, deciders, basis)];
  }
}
