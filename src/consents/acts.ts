import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import { dayAfter } from '../leavers/rules.ts';
import { deleteSchedule, insertSchedule, scheduleOf } from '../leavers/store.ts';
import { settingValue } from '../settings.ts';
import { versionFor } from '../terms/store.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { childIdsOf, getUser } from '../users/store.ts';
import {
  decidedInFuture,
  nobodyChosen,
  notCorrectable,
  notEntitled,
  notGuardianOf,
  nothingToWithdraw,
  onlyTermsHaveVersions,
} from './failures.ts';
import { type By, type Channel, type ConsentState, type Decision, mayDecide } from './rules.ts';
import { agesOf, consentStates, factsOf, getFact, getPurpose, insertFact } from './store.ts';

export interface DecisionWish {
  decision: Decision;
  purpose: string;
  by: By;
  /** Of the terms; without it, the one that held on the day. */
  version?: string | undefined;
  /** Without it, today. */
  on?: Day | undefined;
  channel: Channel;
  evidence: string | null;
  /** The fact that this one takes the place of; for one person only. */
  corrects?: number | undefined;
}

/** What a decision led to. */
export interface Decided {
  account: string;
  /** The number of the new fact. */
  fact: number;
  purpose: string;
  state: ConsentState | null;
  /** When the account will be deleted, if this decision led to that. */
  deletedOn: Day | null;
  /** Whether this decision took a deletion back. */
  stays: boolean;
}

/**
 * Records a decision of many people: of all of them or of none. Withdrawn terms schedule the deletion of the account;
 * consent before that day takes it back.
 * @throws Failure `nobody-chosen`, `unknown-purpose`, `unknown-version`, `no-terms`, `only-terms-have-versions`,
 * `decided-in-future`, `not-entitled`, `not-guardian-of`, `nothing-to-withdraw`, `not-correctable`, `unknown-account`
 */
export function decide(app: App, accounts: (tx: Tx) => readonly User[], wish: DecisionWish): Decided[] {
  return app.transact((tx) => {
    const people = accounts(tx);
    if (people.length === 0) throw nobodyChosen({});
    const decided = people.map((user) => ({ user, wish }));
    return decideAll(tx, decided);
  });
}

/** The same for decisions that differ from person to person, in one transaction. */
function decideAll(tx: Tx, decisions: readonly { user: User; wish: DecisionWish }[]): Decided[] {
  const checked = decisions.map(({ user, wish }) => ({ user, ...factFrom(tx, user, wish) }));
  const done = checked.map(({ user, fact }) => ({ user, fact, ...follow(tx, user, fact) }));
  recordAll(
    tx,
    `consent-${decisions[0]?.wish.decision}`,
    done.map(({ user: subject, fact, deletedOn, stays }) => ({ subject, facts: { ...fact, deletedOn, stays } })),
  );
  return done.map(({ user: { account }, fact: { purpose }, ...result }) => ({
    account,
    purpose,
    fact: result.id,
    state: result.state,
    deletedOn: result.deletedOn,
    stays: result.stays,
  }));
}

/** The fact that a wish makes of a person, checked. */
function factFrom(tx: Tx, user: User, wish: DecisionWish) {
  const { decision, by, channel, evidence, on = tx.today, corrects = null } = wish;
  const { name: purpose } = getPurpose(tx, wish.purpose, tx.today);
  if (on > tx.today) throw decidedInFuture({ on });
  if (purpose !== 'terms' && wish.version !== undefined) throw onlyTermsHaveVersions({ purpose });
  const version = purpose === 'terms' ? versionFor(tx, wish.version, on).version : null;
  const accounts = [user.account];
  if (!mayDecide(user, by, on, agesOf(tx))) throw notEntitled({ accounts, by, on });
  const guardian = by.startsWith('guardian:') ? getUser(tx, by.slice('guardian:'.length)) : undefined;
  if (guardian && !childIdsOf(tx, guardian.id).includes(user.id)) {
    throw notGuardianOf({ guardian: guardian.account, accounts });
  }
  const known = factsOf(tx, user.id).filter((fact) => fact.purpose === purpose && !fact.corrected);
  if (corrects !== null && !known.some(({ id }) => id === corrects)) {
    throw notCorrectable({ fact: corrects, account: user.account });
  }
  if (decision === 'withdrawn' && !known.some((fact) => fact.decision === 'given')) {
    throw nothingToWithdraw({ accounts, purpose });
  }
  const guardianId = guardian?.id ?? null;
  const guardianName = by.startsWith('guardian-name:') ? by.slice('guardian-name:'.length) : null;
  return { fact: { purpose, version, decision, guardianId, guardianName, on, channel, evidence, corrects } };
}

/** Writes a fact, and lets the account's deletion follow from it. */
function follow(tx: Tx, user: User, fact: Parameters<typeof insertFact>[2]) {
  const id = insertFact(tx, user, fact);
  const state = consentStates(tx, user.id, tx.today)[fact.purpose] ?? null;
  return { id, state, ...(fact.purpose === 'terms' ? settle(tx, user, state) : { deletedOn: null, stays: false }) };
}

/** Schedules the deletion of whoever has withdrawn the terms, and takes it back where they agree again. */
function settle(tx: Tx, user: User, state: ConsentState | null): { deletedOn: Day | null; stays: boolean } {
  const schedule = scheduleOf(tx, user.id);
  if (state === 'withdrawn' && !schedule && settingValue(tx, 'consent.required') === 'yes') {
    const delay = settingValue(tx, 'leaver.deleted-after-withdrawal');
    const deletedOn = dayAfter(tx.today, delay, settingValue(tx, 'school.year-end'));
    insertSchedule(tx, user.id, { leftOn: tx.today, lockedFrom: deletedOn, deletedOn, reason: 'withdrawal' });
    return { deletedOn, stays: false };
  }
  const stays = schedule?.reason === 'withdrawal' && state !== 'withdrawn' && state !== 'refused';
  if (stays) deleteSchedule(tx, user.id);
  return { deletedOn: null, stays };
}

/**
 * Strikes a fact that was recorded by mistake: it stays, and counts no more.
 * @throws Failure `unknown-account`, `not-correctable`
 */
export function strike(app: App, account: string, number: number, reason: string): Decided {
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const struck = getFact(tx, user, number);
    const fact = { ...struck, decision: 'struck' as const, on: tx.today, evidence: reason, corrects: number };
    const { id, ...result } = follow(tx, user, fact);
    recordAll(tx, 'consent-struck', [{ subject: user, facts: { ...fact, ...result } }]);
    return { account, fact: id, purpose: fact.purpose, ...result };
  });
}
