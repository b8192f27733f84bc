import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { timesActed } from '../audit/store.ts';
import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays } from '../time.ts';
import { type Filter, findUser } from '../users/store.ts';
import {
  accountClosed,
  accountsChanged,
  hasPassword,
  noPassword,
  notInPerson,
  passwordOnlyInIserv,
  passwordRefused,
  passwordsDiffer,
  wrongPassword,
} from './failures.ts';
import { type Score, strengthOf } from './guessing/strength.ts';
import { hashOf, isPassword } from './hash.ts';
import { type HandOver, issueTo } from './issuing/issuing.ts';
import * as log from './log.ts';
import { type Fault, faultsOf, isClosed, leastScore, oftenReset, ownWords } from './rules.ts';
import { hashRounds } from './settings.ts';
import { getHolder, type Holder, holders, schoolNames, storeOwn } from './store.ts';

/** What may be said of a closed account: why it gets a password all the same. */
interface Despite {
  despite?: string | undefined;
}

/**
 * Issues a first password to everybody among the chosen who has none. Closed accounts are left out, unless a reason is
 * given for them.
 * @throws Failure `has-password` and `account-closed` (of accounts that were named), `unknown-account`,
 *   `accounts-changed-meanwhile`, and what the handing over throws
 */
export async function issuePasswords(
  app: App,
  wish: { filter: Filter } & Despite,
  handOver: HandOver,
): Promise<{ issued: Holder[]; leftOut: Holder[] }> {
  const { today } = app.moment;
  const { filter, despite } = wish;
  const without = (db: Reader) => holders(db, filter, today).filter(({ issuedHash }) => issuedHash === null);
  const choose = (db: Reader) => without(db).filter(({ status }) => despite !== undefined || !isClosed(status));
  const [chosen, leftOut] = app.snapshot((db) => {
    const all = choose(db);
    return [all, without(db).filter((holder) => !all.some(({ id }) => id === holder.id))];
  });
  if (filter.accounts?.length) {
    const before = holders(app.db, filter, today).filter(({ issuedHash }) => issuedHash !== null);
    if (before.length > 0) throw hasPassword({ accounts: before.map(({ account }) => account) });
    if (leftOut.length > 0) throw accountClosed({ accounts: leftOut.map(closedFacts) });
  }
  if (chosen.length > 0) {
    await issueTo(app, { act: log.passwordIssued, facts: despite ? { despite } : {} }, choose, handOver);
  }
  return { issued: chosen, leftOut };
}

const closedFacts = ({ account, status }: Holder) => ({ account, status });

/**
 * Issues a new password to somebody who stands there and has forgotten theirs. The terms, "Allgemeine
 * Verhaltensregeln": only the user in person may ask for it. Says how often this happened lately.
 * @throws Failure `not-in-person` and `account-closed` (both recorded), `unknown-account`, `accounts-changed-meanwhile`,
 *   and what the handing over throws
 */
export async function resetPassword(
  app: App,
  wish: { account: string; requestedBy: string; identifiedBy: string } & Despite,
  handOver: HandOver,
): Promise<{ holder: Holder; recently: number }> {
  const { account, requestedBy, identifiedBy, despite } = wish;
  const { today } = app.moment;
  const holder = getHolder(app.db, account, today);
  const refused = (facts: object) => app.transact((tx) => record(tx, log.passwordResetRefused, holder, facts));
  if (requestedBy !== account) {
    refused({ because: 'not-in-person', requestedBy: findUser(app.db, requestedBy)?.id ?? null });
    throw notInPerson({ account });
  }
  if (isClosed(holder.status) && despite === undefined) {
    refused({ because: holder.status });
    throw accountClosed({ accounts: [closedFacts(holder)] });
  }
  const facts = despite ? { identifiedBy, despite } : { identifiedBy };
  await issueTo(app, { act: log.passwordReset, facts }, (db) => [getHolder(db, account, today)], handOver);
  return { holder, recently: timesActed(app.db, holder.id, log.passwordReset, addDays(today, -oftenReset.days)) };
}

/**
 * Sets an own password at the administrator's desk; must-change ends.
 * @throws Failure `wrong-password` (recorded), `no-password`, `password-only-in-iserv`, `passwords-differ`,
 *   `password-refused`, `unknown-account`, `accounts-changed-meanwhile`
 */
export async function changePassword(
  app: App,
  account: string,
  typed: { old: string; wanted: string; again: string },
): Promise<Holder> {
  const { today } = app.moment;
  const holder = getHolder(app.db, account, today);
  const present = presentHash(holder);
  if (!(await isPassword(typed.old, present))) {
    app.transact((tx) => record(tx, log.passwordChangeRefused, holder, { because: 'wrong-password' }));
    throw wrongPassword({ account });
  }
  if (typed.wanted.normalize('NFC') !== typed.again.normalize('NFC')) throw passwordsDiffer({});
  const { faults, score } = await weigh(app, typed.wanted, holder);
  if (await isPassword(typed.wanted, present)) faults.push('same-as-before');
  else if (holder.issuedHash && (await isPassword(typed.wanted, holder.issuedHash))) faults.push('issued-before');
  if (faults.length > 0) throw passwordRefused({ faults, score });
  const rounds = settingValue(app.db, hashRounds);
  const hash = await hashOf(typed.wanted, { random: app.world.random, rounds });
  return app.transact((tx) => {
    if (presentHash(getHolder(tx, account, today)) !== present) throw accountsChanged({});
    storeOwn(tx, holder.id, hash);
    record(tx, log.passwordChanged, holder, {});
    return holder;
  });
}

function presentHash({ account, issuedHash, changedOn, ownHash }: Holder): string {
  if (!issuedHash) throw noPassword({ account });
  if (!changedOn) return issuedHash;
  if (!ownHash) throw passwordOnlyInIserv({ account });
  return ownHash;
}

/** What is wrong with a password, for a person if one is named, and how hard it is to guess; nothing is stored. */
export const checkPassword = (app: App, password: string, holder: Holder | null) => weigh(app, password, holder);

/** A password on the scales: what the rules, and lists of what people choose, say of it. */
async function weigh(app: App, password: string, holder: Holder | null): Promise<{ faults: Fault[]; score: Score }> {
  const words = ownWords(holder, schoolNames(app.db), 3);
  const faults = faultsOf(password, words);
  const mail = holder?.email?.split(/[^\p{L}\p{N}]+/u) ?? [];
  const { score, oneWord } = await strengthOf(password, [...words.map(({ word }) => word), ...mail]);
  if (oneWord) faults.push('one-known-word');
  else if (score < leastScore) faults.push('too-guessable');
  return { faults, score };
}
