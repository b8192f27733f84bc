import type { App } from '../../app.ts';
import { Command, examples } from '../../terminal/command.ts';
import { listing } from '../../terminal/view.ts';
import { writtenDay } from '../../time.ts';
import { withFilter } from '../../users/filter.ts';
import type { Idle } from './rules.ts';
import { idlePeople, isShown } from './store.ts';
import { text } from './text.ts';

export function userIdle(app: App) {
  const say = app.say(text);

  return withFilter(app, new Command('idle').description(say.summary).argument('[account...]', say.accounts))
    .addHelpText('after', examples(app.language, 'user idle', 'user idle --class 5a --json'))
    .action(async (accounts, filter) => {
      const found = idlePeople(app.db, { accounts, ...filter }, app.moment.today);
      if (!isShown(app.db)) await app.note([say.neverShown]);
      await app.show(found, [listing(say.columns, () => found.map((one) => row(app, one)), say.none, say.count)]);
    });
}

function row(app: App, { account, givenName, familyName, class: name, lastLogin, seenOn, issuedOn, because }: Idle) {
  const say = app.say(text);
  return [
    account,
    `${givenName} ${familyName}`.trim(),
    name,
    lastLogin ? writtenDay(app.language, lastLogin) : seenOn && say.never,
    issuedOn && writtenDay(app.language, issuedOn),
    because.map((one) => say.because[one]).join(', '),
  ];
}
