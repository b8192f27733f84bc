import type { App } from '../app.ts';
import { recordAll } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { notConcerned } from '../incidents/failures.ts';
import type { Incident } from '../incidents/rules.ts';
import { getIncident } from '../incidents/store.ts';
import { settingValue } from '../settings/settings.ts';
import type { Clause } from '../terms/clauses.ts';
import { addDays, type Day } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import type { User } from '../users/rules.ts';
import { getUsers } from '../users/store.ts';
import { toldFor } from '../users/told.ts';
import { heardInFuture, notSuspended, toldInFuture } from './failures.ts';
import * as log from './log.ts';
import { reviewDue } from './period.ts';
import { impose, type Suspension, type Told } from './rules.ts';
import { reviewDays, suspensionKeepDays } from './settings.ts';
import {
  deleteSuspensions,
  endedBefore,
  insertSuspension,
  markLifted,
  markReviewed,
  markTold,
  suspensionsFrom,
} from './store.ts';

export interface SuspensionWish {
  accounts: readonly string[];
  reason: string;
  clause?: Clause | undefined;
  /** Without it, today. */
  from?: Day | undefined;
  /** The last day; without it, until further notice. */
  until?: Day | undefined;
  /** The incident that it follows from; its clause holds unless another is given. */
  incident?: number | undefined;
  /** When the person, or who has custody of the child, was heard. */
  heardOn?: Day | undefined;
  decidedBy?: string | undefined;
}

/**
 * Suspends accounts (terms, "Verstöße"): all of them or none.
 * @throws Failure `unknown-account`, `clause-missing`, `already-suspended`, `ends-before-it-starts`, `heard-in-future`,
 * `unknown-incident`, `not-concerned`
 */
export function imposeSuspension(app: App, wish: SuspensionWish): Suspension[] {
  return app.transact((tx) => {
    const people = getUsers(tx, wish.accounts);
    const { reason, from = tx.today, until = null, heardOn = null, decidedBy = null } = wish;
    const incident = wish.incident === undefined ? undefined : incidentOf(tx, wish.incident, people);
    const facts = {
      from,
      until,
      reason,
      clause: wish.clause ?? incident?.clause ?? null,
      incident: incident?.incident ?? null,
      heardOn,
      decidedBy,
    };
    const imposed = impose(
      people.map(({ account }) => account),
      suspensionsFrom(tx, people, from),
      facts,
      tx.today,
    );
    for (const [index, user] of people.entries()) insertSuspension(tx, user, imposed[index] as Suspension);
    recordAll(
      tx,
      log.suspensionImposed,
      people.map((subject) => ({ subject, facts })),
    );
    return imposed;
  });
}

/** @throws Failure `unknown-incident`, `not-concerned` */
function incidentOf(tx: Tx, number: number, people: readonly User[]): Incident {
  const incident = getIncident(tx, number);
  const accounts = people.map(({ account }) => account).filter((account) => !incident.accounts.includes(account));
  if (accounts.length > 0) throw notConcerned({ incident: number, accounts });
  return incident;
}

/**
 * Ends the suspensions in force, or else cancels the next ones to come: of all these people or of none.
 * @throws Failure `unknown-account`, `not-suspended`
 */
export function liftSuspensions(
  app: App,
  accounts: readonly string[],
  reason: string,
): (Suspension & { lifted: { on: Day; reason: string } })[] {
  return app.transact((tx) => {
    const all = nextOf(tx, accounts);
    for (const { user, suspension } of all) markLifted(tx, user, suspension.from, reason);
    recordAll(
      tx,
      log.suspensionLifted,
      all.map(({ user, suspension: { from, until } }) => ({ subject: user, facts: { from, until, reason } })),
    );
    return all.map(({ suspension }) => ({ ...suspension, lifted: { on: tx.today, reason } }));
  });
}

/** The suspension of each that is in force, or else the next. @throws Failure `unknown-account`, `not-suspended` */
function nextOf(tx: Tx, accounts: readonly string[]): { user: User; suspension: Suspension }[] {
  const people = getUsers(tx, accounts);
  const standing = suspensionsFrom(tx, people, tx.today);
  const found = people.map((user) => ({ user, suspension: standing.find(({ account }) => account === user.account) }));
  const others = found.filter(({ suspension }) => !suspension).map(({ user }) => user.account);
  if (others.length > 0) throw notSuspended({ accounts: others });
  return found.flatMap(({ user, suspension }) => (suspension ? [{ user, suspension }] : []));
}

/** What was done about a suspension. */
type Dealt<Facts> = Pick<Suspension, 'account' | 'from' | 'until'> & Facts;

/**
 * Records that people have been told of their suspension, and how: of a child a guardian with custody.
 * @throws Failure `unknown-account`, `not-suspended`, `told-in-future`, `heard-in-future`, and what `toldFor` refuses
 */
export function tellOfSuspension(
  app: App,
  accounts: readonly string[],
  wish: { told: By; on?: Day | undefined; how: string; heardOn?: Day | undefined },
): Dealt<{ told: Told }>[] {
  return app.transact((tx) => {
    const { told, on = tx.today, how, heardOn = null } = wish;
    if (on > tx.today) throw toldInFuture({ on });
    if (heardOn !== null && heardOn > tx.today) throw heardInFuture({ on: heardOn });
    const all = nextOf(tx, accounts).map((one) => ({ ...one, whom: toldFor(tx, one.user, told, on, 'guardian') }));
    for (const { user, suspension, whom } of all) markTold(tx, user, suspension.from, { on, how, heardOn, whom });
    recordAll(
      tx,
      log.suspensionTold,
      all.map(({ user, suspension: { from }, whom }) => ({
        subject: user,
        facts: { from, on, how, heardOn, ...whom },
      })),
    );
    return all.map(({ suspension: { account, from, until } }) => ({
      account,
      from,
      until,
      told: { on, how, whom: told },
    }));
  });
}

/**
 * Records that somebody has looked whether suspensions must go on, and why they do.
 * @throws Failure `unknown-account`, `not-suspended`
 */
export function reviewSuspensions(
  app: App,
  accounts: readonly string[],
  reason: string,
): Dealt<{ reviewedOn: Day; reviewOn: Day | null }>[] {
  return app.transact((tx) => {
    const all = nextOf(tx, accounts);
    for (const { user, suspension } of all) markReviewed(tx, user, suspension.from, reason);
    recordAll(
      tx,
      log.suspensionReviewed,
      all.map(({ user, suspension: { from } }) => ({ subject: user, facts: { from, reason } })),
    );
    const days = settingValue(tx, reviewDays);
    return all.map(({ suspension: { account, from, until } }) => {
      const reviewOn = reviewDue({ from, until }, tx.today, days);
      return { account, from, until, reviewedOn: tx.today, reviewOn };
    });
  });
}

/** The suspensions whose days of keeping are over on a day (`suspension.keep-days`), and whose they were. */
export const overdueSuspensions = (db: Reader, day: Day): { id: number; userId: number }[] =>
  endedBefore(db, addDays(day, -settingValue(db, suspensionKeepDays)));

/** Removes the suspensions that are overdue; returns how many. */
export function pruneSuspensions(app: App): number {
  return app.transact((tx) => {
    const overdue = overdueSuspensions(tx, tx.today);
    deleteSuspensions(
      tx,
      overdue.map(({ id }) => id),
    );
    recordAll(
      tx,
      log.suspensionPruned,
      overdue.map(({ userId }) => ({ subject: { id: userId }, facts: {} })),
    );
    return overdue.length;
  });
}
