import type { App } from '../app.ts';
import { listed } from '../language.ts';
import { Command, examples, LookingCommand } from '../terminal/command.ts';
import { listing, warning } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { changeable, changePassword, checkPassword, recognise } from './acts.ts';
import { secrets } from './ask.ts';
import { type Confirmation, confirmPasswords, planByName, planFromList } from './confirming.ts';
import { passwordRefused } from './failures.ts';
import { readAccountList } from './iserv-list.ts';
import { getHolder, type Holder, pendingPasswords } from './store.ts';
import { text } from './text.ts';

export function passwordChange(app: App) {
  const say = app.say(text).change;

  return new Command('change')
    .description(say.summary)
    .argument('<account>', app.say(text).account)
    .addHelpText('after', examples(app.language, 'password change anna.mueller'))
    .action(async (account) => {
      const known = changeable(app, account);
      const questions = [say.askOld, say.askNew, say.askAgain];
      // At a terminal, who does not know the old one is asked no more; a script brings all its lines.
      const [old = '', ...piped] = await secrets(app, app.world.attended ? questions.slice(0, 1) : questions);
      const recognised = await recognise(app, known, old);
      const [wanted = '', again = ''] = app.world.attended ? await secrets(app, questions.slice(1)) : piped;
      await changePassword(app, recognised, { wanted, again });
      await app.show({ account: known.holder.account, state: 'own' }, [say.done(known.holder.account)]);
    });
}

export function passwordCheck(app: App) {
  const say = app.say(text).check;

  return new LookingCommand('check')
    .description(say.summary)
    .argument('[account]', say.account)
    .option('--for <account>', say.for)
    .addHelpText('after', examples(app.language, 'password check', 'password check anna.mueller'))
    .action(async (account, options) => {
      const somebody = account ?? options.for;
      const holder = somebody === undefined ? null : getHolder(app.db, somebody, app.moment.today);
      const [password = ''] = await secrets(app, [say.ask]);
      const { faults, score } = await checkPassword(app, password, holder);
      if (faults.length > 0) throw passwordRefused({ faults, score });
      if (!app.options.json) await app.note([holder ? say.notThePast : say.notForSomebody]);
      await app.show({ acceptable: true, score, notChecked: notChecked(holder) }, [say.good(score)]);
    });
}

/** What only the person's own words, or a change at the desk, would tell; nobody finds out a password by checking it. */
const notChecked = (holder: Holder | null): string[] => [
  ...(holder ? [] : ['name', 'account', 'class', 'birth-date', 'family']),
  'used-before',
];

export function passwordConfirm(app: App) {
  const say = app.say(text).confirm;

  return new Command('confirm')
    .description(say.summary)
    .argument('[account...]', say.accounts)
    .option('--from-iserv <file>', say.list)
    .addHelpText(
      'after',
      examples(app.language, 'password confirm --from-iserv vorlaeufig.csv', 'password confirm anna.mueller'),
    )
    .action(async (accounts, { fromIserv }) => {
      const byName = accounts.length > 0 && fromIserv === undefined;
      const plan = byName ? planByName(app, accounts) : await planOfList(app, fromIserv);
      if (plan.unknown.length > 0) await app.note([warning(say.unknown(listed(app.language, plan.unknown)))]);
      confirmPasswords(app, plan, byName ? 'iserv' : 'list');
      await app.show(namesOf(plan), [say.done(plan.confirmed.length, plan.pending.length)]);
    });
}

/** An empty or wrong list would confirm everybody, so that is asked. */
async function planOfList(app: App, given: string | undefined): Promise<Confirmation> {
  const say = app.say(text).confirm;
  const file = app.path(await app.need(given, '--from-iserv', say.askList));
  const plan = planFromList(app, file, readAccountList(file, app.language));
  const { confirmed, pending } = plan;
  if (confirmed.length > 0 && pending.length === 0) await app.confirm(say.sure(confirmed.length));
  return plan;
}

const namesOf = ({ confirmed, pending, unknown }: Confirmation) => ({
  confirmed: confirmed.map(({ account }) => account),
  pending: pending.map(({ account }) => account),
  unknown,
});

export function passwordPending(app: App) {
  const say = app.say(text).pending;

  return withFilter(
    app,
    new LookingCommand('pending').description(say.summary).argument('[account...]', app.say(text).accounts),
  )
    .addHelpText('after', examples(app.language, 'password pending', 'password pending --class 5a --json'))
    .action(async (accounts, filter) => {
      const pending = pendingPasswords(app.db, { accounts, ...filter }, app.moment.today);
      await app.show(pending, () => {
        const all = [...pending];
        const rows = () =>
          all.map(({ account, givenName, familyName, class: name, issuedOn, overdue }) => [
            account,
            givenName,
            familyName,
            name,
            writtenDay(app.language, issuedOn),
            overdue ? say.overdue : '',
          ]);
        const count = (people: number) => say.count(people, all.filter(({ overdue }) => overdue).length);
        return [listing(say.columns, rows, say.nobody, count)];
      });
    });
}
