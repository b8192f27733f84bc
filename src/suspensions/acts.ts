import type { App } from '../app.ts';
import { record, recordAll } from '../audit/acts.ts';
import type { Reader, Tx } from '../database/database.ts';
import { notConcerned } from '../incidents/failures.ts';
import type { Incident } from '../incidents/rules.ts';
import { getIncident } from '../incidents/store.ts';
import { settingValue } from '../settings/settings.ts';
import type { Clause } from '../terms/clauses.ts';
import { addDays, type Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { getUser, getUsers } from '../users/store.ts';
import { notSuspended } from './failures.ts';
import * as log from './log.ts';
import { impose, type Suspension } from './rules.ts';
import { suspensionKeepDays } from './settings.ts';
import { deleteSuspensions, endedBefore, insertSuspension, markLifted, suspensionsFrom } from './store.ts';

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
}

/**
 * Suspends accounts (terms, "Verstöße"): all of them or none.
 * @throws Failure `unknown-account`, `already-suspended`, `ends-before-it-starts`, `unknown-incident`, `not-concerned`
 */
export function imposeSuspension(app: App, wish: SuspensionWish): Suspension[] {
  return app.transact((tx) => {
    const people = getUsers(tx, wish.accounts);
    const { reason, from = tx.today, until = null } = wish;
    const incident = wish.incident === undefined ? undefined : incidentOf(tx, wish.incident, people);
    const facts = {
      from,
      until,
      reason,
      clause: wish.clause ?? incident?.clause ?? null,
      incident: incident?.incident ?? null,
    };
    const imposed = impose(
      people.map(({ account }) => account),
      suspensionsFrom(tx, people, from),
      facts,
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
 * Ends the suspension in force, or else cancels the next one to come.
 * @throws Failure `unknown-account`, `not-suspended`
 */
export function liftSuspension(
  app: App,
  account: string,
  reason: string,
): Suspension & { lifted: { on: Day; reason: string } } {
  return app.transact((tx) => {
    const user = getUser(tx, account);
    const [suspension] = suspensionsFrom(tx, [user], tx.today);
    if (!suspension) throw notSuspended({ account });
    const { from, until } = suspension;
    markLifted(tx, user, from, reason);
    record(tx, log.suspensionLifted, user, { from, until, reason });
    return { ...suspension, lifted: { on: tx.today, reason } };
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
