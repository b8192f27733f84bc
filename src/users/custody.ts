import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { bilingual } from '../language.ts';
import { line } from '../terminal/answers.ts';
import type { WordPairs } from '../terminal/choices.ts';
import { optionMissing } from '../terminal/failures.ts';
import { type Day, writtenDay } from '../time.ts';
import { custodyInFuture, notAFullName, notGuardianOf, wrongRole } from './failures.ts';
import { hasCustody } from './guardians/rules.ts';
import { custodyOf, guardiansOf, insertCustody } from './guardians/store.ts';
import { accountIn, type By, byOf, isFullName, named, nameIn } from './guardians/who.ts';
import * as log from './log.ts';
import { getUser } from './store.ts';

const text = bilingual({
  en: {
    guardian: 'a guardian (account, or "guardian-name:NAME") whose custody of this child is to be said',
    custody: 'whether that guardian has custody: yes or no',
    since: 'the day from which that is so; without it, today',
    evidence: 'where that is written: a decision of the family court, a declaration',
    askCustody: (who: string) => `Does ${who} have custody?`,
    yes: 'yes',
    no: 'no',
    askEvidence: 'Where is that written (court and file number, declaration)?',
    has: (who: string, account: string, day: string) => `${who} has custody of ${account} since ${day}.`,
    hasNot: (who: string, account: string, day: string) => `${who} has no custody of ${account} since ${day}.`,
    asBefore: (who: string) => `That is what is known of ${who} already: nothing to change.`,
  },
  de: {
    guardian: 'eine erziehungsberechtigte Person (Konto oder "guardian-name:NAME"), um deren Sorgerecht es geht',
    custody: 'ob diese Person sorgeberechtigt ist: ja oder nein',
    since: 'der Tag, seit dem das so ist; ohne Angabe heute',
    evidence: 'wo das steht: Beschluss des Familiengerichts, Sorgeerklärung',
    askCustody: (who) => `Ist ${who} sorgeberechtigt?`,
    yes: 'ja',
    no: 'nein',
    askEvidence: 'Wo steht das (Gericht und Aktenzeichen, Sorgeerklärung)?',
    has: (who, account, day) => `${who} hat seit ${day} das Sorgerecht für ${account}.`,
    hasNot: (who, account, day) => `${who} hat seit ${day} kein Sorgerecht für ${account}.`,
    asBefore: (who) => `Das ist von ${who} schon bekannt: nichts zu ändern.`,
  },
});

/** What is typed for whether somebody has custody. */
export const yesOrNo: WordPairs<'yes' | 'no'> = { yes: ['ja'], no: ['nein'] };

/** What the options say that custody is said with. */
export const custodyText = (app: App) => app.say(text);

/** What can be typed about custody. */
export interface TypedCustody {
  guardian: string;
  custody?: 'yes' | 'no' | undefined;
  since?: Day | undefined;
  evidence?: string | undefined;
}

/**
 * Says that a guardian has custody of a child from a day on, or has it no more: asks for what is missing, records it, and
 * shows it.
 */
export async function sayCustody(app: App, account: string, typed: TypedCustody): Promise<void> {
  const say = app.say(text);
  const by = guardianIn(typed.guardian);
  const who = named(by);
  if (typed.custody === undefined && !app.world.attended) throw optionMissing({ option: '--custody' });
  const custody =
    typed.custody ??
    (await app.choose(say.askCustody(who), [
      { value: 'yes', name: say.yes },
      { value: 'no', name: say.no },
    ]));
  const evidence = await app.needWords(typed.evidence, '--evidence', say.askEvidence);
  const fact = setCustody(app, account, { by, has: custody === 'yes', since: typed.since, evidence });
  const day = writtenDay(app.language, fact.since);
  const done = fact.repeated ? say.asBefore(who) : (fact.custody ? say.has : say.hasNot)(who, account, day);
  await app.show(fact, [done]);
}

/** Which guardian is meant: an account alone is one. @throws Failure `not-a-full-name`, `not-a-name` */
function guardianIn(typed: string): By {
  const kept = line('--guardian')(typed);
  const by = byOf(kept) ?? byOf(`guardian:${kept}`) ?? 'self';
  const name = nameIn(by);
  if (by === 'self' || (name !== undefined && !isFullName(name))) throw notAFullName({ name: name ?? kept });
  return by;
}

/** What is known now of somebody's custody of a child. */
interface Custodian {
  account: string;
  guardian: By;
  custody: boolean;
  since: Day;
  evidence: string;
  /** Whether that was known already, so that nothing was recorded. */
  repeated: boolean;
}

/**
 * Says whether a guardian has custody of a child, from a day on (§§ 1626, 1671 BGB). Only who had custody on the day of
 * their word counts.
 * @throws Failure `unknown-account`, `wrong-role`, `not-guardian-of`, `custody-in-future`
 */
function setCustody(
  app: App,
  account: string,
  wish: { by: By; has: boolean; since: Day | undefined; evidence: string },
): Custodian {
  return app.transact((tx) => {
    const child = getUser(tx, account);
    if (child.role !== 'student') throw wrongRole({ account, role: child.role, wanted: 'student' });
    const { by, has, since = tx.today, evidence } = wish;
    if (since > tx.today) throw custodyInFuture({ since });
    const guardian = guardiansOf(tx, child.id).find((one) => one.account === accountIn(by));
    const other = accountIn(by);
    if (other !== undefined && !guardian) {
      throw notGuardianOf({ guardian: other, role: getUser(tx, other).role, accounts: [account] });
    }
    const said = custodyOf(tx, child.id);
    const isKnown = said.some((one) => one.by === by && one.since === since);
    const repeated = isKnown && hasCustody(said, by, since) === has;
    if (!repeated) {
      const whom = { guardianId: guardian?.id ?? null, guardianName: nameIn(by) ?? null };
      insertCustody(tx, child.id, { ...whom, has, since, evidence });
      record(tx, log.custodySaid, child, { ...whom, has, since, evidence });
    }
    return { account, guardian: by, custody: has, since, evidence, repeated };
  });
}
