import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { settingValue } from '../settings/settings.ts';
import {
  accountsChanged,
  noPassword,
  passwordOnlyInIserv,
  passwordRefused,
  passwordsDiffer,
  wrongPassword,
} from './failures.ts';
import { type Score, strengthOf } from './guessing/strength.ts';
import { hashOf, isPassword } from './hash.ts';
import * as log from './log.ts';
import { type Fault, faultsOf, isAlike, leastScore, ownWords, withoutASign } from './rules.ts';
import { hashRounds } from './settings.ts';
import { formerHashes, getHolder, type Holder, schoolNames, storeOwn } from './store.ts';

/** Somebody whose present password is known here, and was typed right. */
export interface Recognised {
  holder: Holder;
  /** The hash of the present password. */
  present: string;
  old: string;
}

/**
 * Somebody whose password can be changed at the desk: it is known here.
 * @throws Failure `no-password`, `password-only-in-iserv`, `unknown-account`
 */
export function changeable(app: App, account: string): Omit<Recognised, 'old'> {
  const holder = getHolder(app.db, account, app.moment.today);
  return { holder, present: presentHash(holder) };
}

/**
 * Asks the present password first: whoever doesn't know it changes nothing.
 * @throws Failure `wrong-password` (recorded)
 */
export async function recognise(
  app: App,
  { holder, present }: Omit<Recognised, 'old'>,
  old: string,
): Promise<Recognised> {
  if (await isPassword(old, present)) return { holder, present, old };
  app.transact((tx) => record(tx, log.passwordChangeRefused, holder, { because: 'wrong-password' }));
  throw wrongPassword({ account: holder.account });
}

/**
 * Sets an own password at the administrator's desk; must-change ends.
 * @throws Failure `passwords-differ`, `password-refused`, `accounts-changed-meanwhile`
 */
export async function changePassword(
  app: App,
  { holder, present, old }: Recognised,
  { wanted, again }: { wanted: string; again: string },
): Promise<void> {
  if (wanted.normalize('NFC') !== again.normalize('NFC')) throw passwordsDiffer({});
  const { faults, score } = await weigh(app, wanted, holder);
  const before = isAlike(old, wanted) ? 'same-as-before' : await hadBefore(app, holder, wanted);
  if (before) faults.push(before);
  if (faults.length > 0) throw passwordRefused({ faults, score });
  const hash = await hashOf(wanted, { random: app.world.random, rounds: settingValue(app.db, hashRounds) });
  const { today } = app.moment;
  app.transact((tx) => {
    if (presentHash(getHolder(tx, holder.account, today)) !== present) throw accountsChanged({});
    storeOwn(tx, holder.id, hash);
    record(tx, log.passwordChanged, holder, {});
  });
}

/** Whether somebody had a password before, or was issued it; with a sign more, it is still the issued one. */
async function hadBefore(
  app: App,
  { id, issuedHash }: Holder,
  wanted: string,
): Promise<'issued-before' | 'used-before' | undefined> {
  const isOneOf = async (passwords: readonly string[], hashes: readonly string[]) =>
    (await Promise.all(passwords.flatMap((one) => hashes.map((hash) => isPassword(one, hash))))).includes(true);
  if (issuedHash && (await isOneOf(withoutASign(wanted), [issuedHash]))) return 'issued-before';
  return (await isOneOf([wanted], formerHashes(app.db, id))) ? 'used-before' : undefined;
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
