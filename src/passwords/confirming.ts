import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import { accountsChanged, listOfOthers, nothingToConfirm } from './failures.ts';
import * as log from './log.ts';
import { planConfirmation } from './rules.ts';
import { type Holder, holders, storeConfirmed } from './store.ts';

/** What IServ's list said: who has an own password now, who must still change, and whom nobody here knows. */
export interface Confirmation {
  confirmed: Holder[];
  pending: Holder[];
  unknown: string[];
}

/**
 * Reads IServ's list of those with a provisional password: who must change and is not on it has changed.
 * @throws Failure `list-of-others`
 */
export function planFromList(app: App, file: string, listed: readonly string[]): Confirmation {
  const everybody = holders(app.db, {}, app.moment.today);
  const known = new Set(everybody.map(({ account }) => account));
  const unknown = listed.filter((account) => !known.has(account));
  if (listed.length > 0 && unknown.length === listed.length) throw listOfOthers({ file });
  return { ...planConfirmation(everybody.filter(mustChange), listed), unknown };
}

/**
 * The confirmation of those who were named.
 * @throws Failure `nothing-to-confirm`, `unknown-account`
 */
export function planByName(app: App, accounts: readonly string[]): Confirmation {
  const named = holders(app.db, { accounts }, app.moment.today);
  const others = named.filter((holder) => !mustChange(holder)).map(({ account }) => account);
  if (others.length > 0) throw nothingToConfirm({ accounts: others });
  return { confirmed: named, pending: [], unknown: [] };
}

const mustChange = ({ issuedHash, changedOn }: Holder) => issuedHash !== null && changedOn === null;

/**
 * Ends must-change for those who were seen to have changed their password in IServ.
 * @throws Failure `accounts-changed-meanwhile` if one of them got another password since the plan
 */
export function confirmPasswords(app: App, { confirmed }: Confirmation, seenIn: 'list' | 'iserv'): void {
  if (confirmed.length === 0) return;
  app.transact((tx) => {
    const now = new Map(holders(tx, {}, tx.today).map((holder) => [holder.id, holder.issuedHash]));
    if (confirmed.some(({ id, issuedHash }) => now.get(id) !== issuedHash)) throw accountsChanged({});
    const userIds = confirmed.map(({ id }) => id);
    storeConfirmed(tx, userIds);
    recordAll(
      tx,
      log.passwordConfirmed,
      confirmed.map((subject) => ({ subject, facts: { seenIn } })),
    );
  });
}
