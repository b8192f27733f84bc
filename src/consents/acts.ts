import type { Act } from '../act.ts';
import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import type { Schedule } from '../leavers/rules.ts';
import { deleteSchedule, insertSchedule, moveSchedule } from '../leavers/store.ts';
import type { Day } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import type { User } from '../users/rules.ts';
import { getUser } from '../users/store.ts';
import { nobodyChosen } from './failures.ts';
import * as log from './log.ts';
import type { DecisionWish, Objection } from './objections.ts';
import { DecisionPlan, type Planned } from './planning.ts';
import { type Basis, type ConsentState, type Decision, decisions } from './rules.ts';
import { getFact, insertFact } from './store.ts';

/** What a decision led to. */
export interface Decided {
  account: string;
  /** The number of the fact; null of a line that says what another one of its list says. */
  fact: number | null;
  /** Whether it was there already, so that nothing was recorded. */
  repeated: boolean;
  purpose: string;
  /** Where it is a signature under what binds anyway, nothing voluntary was said. */
  basis: Basis;
  decision: Decision;
  by: By;
  on: Day;
  /** Whether it was recorded as said and has no effect, since the student decides alone. */
  withoutEffect: boolean;
  state: ConsentState | null;
  /** When the account will be deleted, if this decision led to that. */
  deletedOn: Day | null;
  /** Whether this decision took a deletion back. */
  stays: boolean;
  /** Whether it did, and the account is deleted all the same, since its holder leaves anyway. */
  leavesAsBefore: boolean;
}

/**
 * Records a decision of many people: of all of them or of none. Withdrawn terms schedule the deletion of the account;
 * consent before that day takes it back. What is there already is not recorded twice.
 * @throws Failure `nobody-chosen`, `unknown-purpose`, `unknown-version`, `no-terms`, `only-terms-have-versions`,
 * `decided-in-future`, `not-asked`, `not-entitled`, `not-guardian-of`, `known-here`, `nothing-to-withdraw`,
 * `not-correctable`, `unknown-account`; those that are about people name all of them
 */
export function decide(
  app: App,
  accounts: (tx: Tx) => readonly User[],
  wish: Omit<DecisionWish, 'on'> & { on?: Day | undefined },
): Decided[] {
  return app.transact((tx) => {
    const people = accounts(tx);
    if (people.length === 0) throw nobodyChosen({});
    const plan = new DecisionPlan(tx, tx.today);
    const found = people.map((user) => ({ user, planned: plan.add(user, { ...wish, on: wish.on ?? tx.today }) }));
    refuse(found);
    return recordDecisions(
      tx,
      found.flatMap(({ planned }) => ('fact' in planned ? planned : [])),
    );
  });
}

/** Refuses for the first reason that was found, in the name of all for whom it holds. */
function refuse(found: readonly { user: User; planned: Planned | Objection }[]): void {
  const objections = found.flatMap(({ user, planned }) => ('code' in planned ? { user, objection: planned } : []));
  const first = objections[0]?.objection;
  if (!first) return;
  const alike = objections.filter(({ objection }) => objection.code === first.code);
  throw first.failure(alike.map(({ user }) => user.account));
}

/** Writes what was planned, with an entry in the log for every fact; `origin` is what they were read from. */
export function recordDecisions(tx: Tx, planned: readonly Planned[], origin: object = {}): Decided[] {
  const done = planned.map((one) => ({ ...one, id: one.repeats === null ? write(tx, one) : known(one.repeats) }));
  for (const decision of decisions) {
    const entries = done.filter(({ fact, repeats }) => repeats === null && fact.decision === decision);
    if (entries.length === 0) continue;
    recordAll(
      tx,
      actOf[decision],
      entries.map(({ user, fact, leaving }) => ({
        subject: user,
        facts: { ...fact, ...consequences(leaving), ...origin },
      })),
    );
  }
  return done.map(({ id, ...one }) => decidedOf(one, id));
}

const actOf: Record<Planned['fact']['decision'], Act> = {
  given: log.consentGiven,
  refused: log.consentRefused,
  withdrawn: log.consentWithdrawn,
};

/** The number of a fact that there is already. */
export const known = (repeats: Planned['repeats']): number | null => (typeof repeats === 'number' ? repeats : null);

function write(tx: Tx, { user, fact, leaving }: Planned): number {
  const id = insertFact(tx, user, fact);
  reschedule(tx, user, leaving);
  return id;
}

function reschedule(tx: Tx, { id }: User, leaving: Planned['leaving']): void {
  if (!leaving) return;
  const { from, to } = leaving;
  if (!to) deleteSchedule(tx, id);
  else if (from) moveSchedule(tx, id, to, to.reason === 'withdrawal' ? from : null);
  else insertSchedule(tx, id, to);
}

const consequences = (leaving: { to: Schedule | undefined } | null) => ({
  deletedOn: leaving?.to?.deletedOn ?? null,
  stays: leaving !== null && !leaving.to,
  leavesAsBefore: leaving?.to !== undefined && leaving.to.reason !== 'withdrawal',
});

/** What a planned decision leads to, for people and scripts; the number of its fact as far as there is one. */
export const decidedOf = (
  { user, wish, fact, repeats, basis, idle, state, leaving }: Planned,
  id: number | null,
): Decided => ({
  account: user.account,
  fact: id,
  repeated: repeats !== null,
  purpose: fact.purpose,
  basis,
  decision: fact.decision,
  by: wish.by,
  on: fact.on,
  withoutEffect: idle,
  state,
  ...consequences(leaving),
});

/** What striking a fact led to. */
export type Struck = Pick<Decided, 'account' | 'fact' | 'purpose' | 'state' | 'deletedOn' | 'stays' | 'leavesAsBefore'>;

/**
 * Strikes a fact that was recorded by mistake: it stays, and counts no more.
 * @throws Failure `unknown-account`, `not-correctable`
 */
export function strike(app: App, account: string, number: number, reason: string): Struck {
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const struck = getFact(tx, user, number);
    const { state, leaving } = new DecisionPlan(tx, tx.today).strike(user, { id: number, purpose: struck.purpose });
    const fact = { ...struck, decision: 'struck' as const, on: tx.today, evidence: reason, corrects: number };
    const id = insertFact(tx, user, fact);
    reschedule(tx, user, leaving);
    const result = { state, ...consequences(leaving) };
    recordAll(tx, log.consentStruck, [{ subject: user, facts: { ...fact, ...result } }]);
    return { account, fact: id, purpose: fact.purpose, ...result };
  });
}
