import type { App } from '../app.ts';
import type { Reader } from '../database/database.ts';
import { line } from '../terminal/answers.ts';
import { wordOption } from '../terminal/choices.ts';
import { Command, day, examples, LookingCommand, wholeNumber } from '../terminal/command.ts';
import { saysNothing } from '../terminal/failures.ts';
import { type Cell, listing } from '../terminal/view.ts';
import { writtenDay } from '../time.ts';
import { withFilter } from '../users/filter.ts';
import { accountsNamed } from '../users/finding/naming.ts';
import { guardiansOf } from '../users/guardians/store.ts';
import { accountIn, type By, nameIn } from '../users/guardians/who.ts';
import { isSameName, type User } from '../users/rules.ts';
import { getUsers } from '../users/store.ts';
import { speaker } from '../users/told.ts';
import { type Decided, decide, type Struck, strike } from './acts.ts';
import { notWhoDecided } from './failures.ts';
import { whoIsCalled } from './objections.ts';
import type { Decision } from './rules.ts';
import { chosenAccounts, factsAbout, factsOf, getPurpose } from './store.ts';
import { channelWords, text } from './text.ts';

export const consentGive = (app: App) => deciding(app, 'give', 'given');
export const consentRefuse = (app: App) => deciding(app, 'refuse', 'refused');
export const consentWithdraw = (app: App) => deciding(app, 'withdraw', 'withdrawn');

function deciding(app: App, verb: 'give' | 'refuse' | 'withdraw', decision: Decision) {
  const say = app.say(text).decide;

  return withFilter(app, new Command(verb).description(say.summary[verb]).argument('[account...]', say.accounts))
    .option('--by <who>', say.by, who)
    .option('--purpose <purpose>', say.purpose, 'terms')
    .option('--version <version>', say.version)
    .option('--on <day>', say.on, day)
    .addOption(wordOption(app.language, '--channel <channel>', say.channel, channelWords).default('paper' as const))
    .option('--evidence <text>', say.evidence)
    .option('--corrects <fact>', say.corrects, wholeNumber)
    .addHelpText(
      'after',
      examples(
        app.language,
        `consent ${verb} anna.mueller --by guardian:ute.mueller --on 2026-08-19`,
        `consent ${verb} anna.mueller --by "guardian-name:Ute Müller" --purpose photos --channel mail`,
        `consent ${verb} --class 10a --by self`,
      ),
    )
    .action(async (accounts, { by, purpose, version, on, channel, evidence, corrects, ...filter }) => {
      const chosen = { accounts, ...filter };
      const decider = await known(app, by ?? (await app.ask('--by', say.askBy, who)));
      const kept = proof(evidence) ?? (app.canAsk ? await app.ask('--evidence', say.askEvidence, proof) : undefined);
      const people = getUsers(app.db, chosenAccounts(app.db, chosen, app.moment.today));
      const name = nameIn(decider);
      const called = name === undefined ? [] : others(app.db, people, name);
      if (name !== undefined && called.length > 0) await app.confirm(say.sureOfName(name, called));
      if (people.length > accounts.length) await app.confirm(say.sureOfMany(people.length));
      const decided = decide(app, (tx) => getUsers(tx, chosenAccounts(tx, chosen, tx.today)), {
        decision,
        by: decider,
        purpose,
        version,
        on,
        channel,
        evidence: kept ?? null,
        corrects,
      });
      await app.show(
        decided,
        decided.flatMap((one) =>
          lines(app, one, one.repeated && one.fact ? say.repeated(one.fact) : doneWords(app, one)),
        ),
      );
    });
}

/** The accounts of the guardians whom the registry knows of people for whom nobody of this name has spoken so far. */
const others = (db: Reader, people: readonly User[], name: string): string[] => [
  ...new Set(
    people.flatMap((user) => {
      const guardians = guardiansOf(db, user.id);
      const isKnown = factsOf(db, user.id).some(({ by }) => isSameName(nameIn(by) ?? '', name));
      const isCalled = isKnown || whoIsCalled(name, { user, guardians }).length > 0;
      return isCalled ? [] : guardians.map(({ account }) => account);
    }),
  ),
];

/** What was recorded: a decision, or a signature under what binds anyway. */
function doneWords(app: App, { basis, decision, purpose, withoutEffect }: Decided): string {
  const { acknowledged, done, idle } = app.say(text).decide;
  if (withoutEffect) return idle(purpose);
  return basis === 'acknowledgement' ? acknowledged(purpose) : done[decision](purpose);
}

function lines(app: App, result: Struck, done: string) {
  const say = app.say(text);
  const { account, state } = result;
  return [
    `${account}: ${done}${state ? ` ${say.decide.state(say.states[state])}` : ''}`,
    ...consequenceLines(app, result),
  ];
}

/** What a decision means for the account. */
export function consequenceLines(
  app: App,
  result: Pick<Decided, 'account' | 'deletedOn' | 'stays' | 'leavesAsBefore'>,
) {
  const say = app.say(text).decide;
  const { account, deletedOn, stays, leavesAsBefore } = result;
  if (stays) return [say.stays(account)];
  if (!deletedOn) return [];
  const day = writtenDay(app.language, deletedOn);
  return [leavesAsBefore ? say.leavesAsBefore(account, day) : say.deleted(account, day)];
}

/**
 * Where the proof lies, as it is kept: composed, on one line, be it a number; undefined if nothing is said of it.
 * @throws Failure `says-nothing` of a mere sign, `not-a-name`
 */
export function proof(value: string | undefined): string | undefined {
  const kept = line('--evidence')(value ?? '');
  if (kept !== '' && !/[\p{L}\p{N}]/u.test(kept)) throw saysNothing({ option: '--evidence' });
  return kept || undefined;
}

/** Who decided, as it was typed. @throws Failure `not-who-decided`, `not-a-full-name`, `not-a-name` */
export const who = speaker('--by', notWhoDecided);

/** The guardian of `guardian:…` may be named in any way in which a person is. */
async function known(app: App, by: By): Promise<By> {
  const typed = accountIn(by);
  if (typed === undefined) return by;
  const [account = typed] = await accountsNamed(app, [typed], { isLooking: false });
  return `guardian:${account}`;
}

export function consentStrike(app: App) {
  const say = app.say(text).strike;

  return new Command('strike')
    .description(say.summary)
    .argument('<account>', say.account)
    .argument('<fact>', say.fact, wholeNumber)
    .option('--reason <text>', say.reason)
    .addHelpText(
      'after',
      examples(app.language, {
        en: 'consent strike anna.mueller 7 --reason "The form was Ben\'s"',
        de: 'consent strike anna.mueller 7 --reason "Der Bogen war von Ben"',
      }),
    )
    .action(async (account, fact, { reason }) => {
      const struck = strike(app, account, fact, await app.needWords(reason, '--reason', say.askReason));
      await app.show(struck, lines(app, struck, say.done(fact)));
    });
}

export function consentList(app: App) {
  const say = app.say(text).list;

  return withFilter(app, new LookingCommand('list').description(say.summary).argument('[account...]', say.accounts))
    .option('--purpose <purpose>', say.purpose)
    .addHelpText(
      'after',
      examples(app.language, 'consent list anna.mueller', 'consent list --class 5a --purpose photos --json'),
    )
    .action(async (accounts, { purpose = null, ...filter }) => {
      if (purpose !== null) getPurpose(app.db, purpose);
      const facts = () => factsAbout(app.db, { accounts, ...filter }, purpose, app.moment.today);
      // Whoever asked for one person knows whose decisions these are, and the rest has more room.
      const from = accounts.length === 1 ? 1 : 0;
      await app.show(facts(), [listing(say.columns.slice(from), () => factRows(app, facts(), from), say.none)]);
    });
}

function* factRows(app: App, facts: ReturnType<typeof factsAbout>, from: number): Generator<Cell[]> {
  const say = app.say(text).list;
  for (const { account, id, purpose, version, decision, by, on, channel, corrected, evidence } of facts) {
    yield [
      account,
      id,
      version === null ? purpose : `${purpose} ${version}`,
      corrected ? say.corrected(say.decision[decision]) : say.decision[decision],
      say.by(by),
      writtenDay(app.language, on),
      say.channels[channel],
      evidence,
    ].slice(from);
  }
}
