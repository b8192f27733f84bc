import { getAdministrator } from '../administrators/store.ts';
import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import type { Reader } from '../database/database.ts';
import type { Day } from '../time.ts';
import { getUsers } from '../users/store.ts';
import { nobodyNamed, noPermit } from './failures.ts';
import * as log from './log.ts';
import { checkPeriod, type Kind, type Permit } from './rules.ts';
import { type Holder, insertPermit, markEnded, nameOf, permitsOf } from './store.ts';

/** Who is meant: users by their accounts, or an administrator by the name in the system. */
export interface Whose {
  accounts: readonly string[];
  administrator?: string | undefined;
}

export interface PermitWish extends Whose {
  kind: Kind;
  reason: string;
  /** With whom it was cleared; without it, with the operator. */
  clearedWith?: string | undefined;
  /** Without it, today. */
  from?: Day | undefined;
  until?: Day | undefined;
}

/**
 * Allows people what the terms forbid, beforehand (terms, "Allgemeine Verhaltensregeln"); or records what an
 * administrator installs: all of them or nobody.
 * @throws Failure `nobody-named`, `unknown-account`, `no-administrator`, `permit-ends-before`
 */
export function givePermit(app: App, wish: PermitWish): Permit[] {
  return app.transact((tx) => {
    const { kind, reason, clearedWith = tx.operator, from = tx.today, until = null } = wish;
    checkPeriod(from, until);
    const facts = { kind, reason, clearedWith, from, until };
    const holders = holdersOf(tx, wish);
    const given = holders.map((holder) => {
      insertPermit(tx, holder, facts);
      return permitsOf(tx, holder, from).at(-1) as Permit;
    });
    recordAll(
      tx,
      log.permitGiven,
      holders.map((holder, index) => ({ subject: subjectOf(holder), facts: factsOf(holder, given[index], facts) })),
    );
    return given;
  });
}

/**
 * Ends what people are allowed or will be: everything, or one kind.
 * @throws Failure `nobody-named`, `unknown-account`, `no-administrator`, `no-permit`
 */
export function endPermits(app: App, whose: Whose, kind: Kind | undefined, reason: string): Permit[] {
  return app.transact((tx) => {
    const found = holdersOf(tx, whose).map((holder) => ({
      holder,
      permits: permitsOf(tx, holder, tx.today).filter((one) => kind === undefined || one.kind === kind),
    }));
    const without = found.filter(({ permits }) => permits.length === 0).map(({ holder }) => nameOf(holder));
    if (without.length > 0) throw noPermit({ holders: without });
    const ended = found.flatMap(({ holder, permits }) => permits.map((permit) => ({ holder, permit })));
    for (const { permit } of ended) markEnded(tx, permit.permit, reason);
    recordAll(
      tx,
      log.permitEnded,
      ended.map(({ holder, permit }) => ({ subject: subjectOf(holder), facts: factsOf(holder, permit, { reason }) })),
    );
    return ended.map(({ permit }) => ({ ...permit, ended: { on: tx.today, reason } }));
  });
}

function holdersOf(db: Reader, { accounts, administrator }: Whose): Holder[] {
  if (accounts.length === 0 && administrator === undefined) throw nobodyNamed({});
  return [
    ...getUsers(db, accounts).map((user) => ({ user })),
    ...(administrator === undefined ? [] : [{ administrator: getAdministrator(db, administrator) }]),
  ];
}

const subjectOf = (holder: Holder) => ('user' in holder ? holder.user : null);

const factsOf = (holder: Holder, permit: Permit | undefined, facts: object) => ({
  permit: permit?.permit ?? null,
  ...('user' in holder ? {} : { administrator: holder.administrator.osName }),
  ...facts,
});
