import type { App } from '../../app.ts';
import { loadedParts, type Subject } from '../../subject.ts';
import { Command, examples } from '../../terminal/command.ts';
import { removable, removeUsers } from './acts.ts';
import { text } from './text.ts';

export function userRemove(app: App, subjects: readonly Subject[]) {
  const say = app.say(text);

  return new Command('remove')
    .description(say.summary)
    .argument('<account...>', say.accounts)
    .addHelpText('after', examples(app.language, 'user remove anna.mueller2'))
    .action(async (accounts) => {
      const terms = (await loadedParts(subjects, 'retention')).flatMap(({ retention }) => retention);
      const people = removable(app.db, accounts, terms);
      const names = people.map(({ givenName, familyName, account }) => `${givenName} ${familyName} (${account})`);
      await app.confirm(say.sure(names));
      removeUsers(app, accounts, terms);
      await app.show(
        people.map(({ account }) => ({ account })),
        people.map(({ account }) => say.done(account)),
      );
    });
}
