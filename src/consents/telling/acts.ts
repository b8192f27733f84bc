import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Reader } from '../../database/database.ts';
import type { Day } from '../../time.ts';
import { type Filter, getUsers } from '../../users/store.ts';
import { decidedInFuture, nobodyToTell } from '../failures.ts';
import type { Assessment } from '../findings.ts';
import * as log from '../log.ts';
import { askedPeople } from '../standings.ts';
import { insertNotice } from './store.ts';

/** A student who must be told: that a consent goes on and can be withdrawn, or that a guardian spoke without effect. */
export interface ToTell {
  account: string;
  givenName: string;
  familyName: string;
  class: string | null;
  purposes: { purpose: string; because: NonNullable<Assessment['inform']> }[];
}

/**
 * Who is to be told, of the people whom a filter chooses: a consent goes on past a birthday, and is theirs to withdraw
 * now; or a guardian said something that has no effect any more.
 * @throws Failure `unknown-account`
 */
export function* toTell(db: Reader, filter: Filter, today: Day): Generator<ToTell> {
  for (const { account, givenName, familyName, class: name, standings } of askedPeople(db, filter, today)) {
    const purposes = standings.flatMap(({ purpose, basis, inform }) =>
      basis === 'consent' && inform !== null ? [{ purpose, because: inform }] : [],
    );
    if (purposes.length > 0) yield { account, givenName, familyName, class: name, purposes };
  }
}

/**
 * Records that students have been told.
 * @throws Failure `unknown-account`, `decided-in-future`, `nobody-to-tell` if somebody was named who need not be told
 */
export function tellStudents(app: App, filter: Filter, wish: { on: Day | undefined; how: string }) {
  return app.transact((tx) => {
    const { on = tx.today, how } = wish;
    const found = [...toTell(tx, filter, tx.today)];
    const accounts = found.map(({ account }) => account);
    if (on > tx.today) throw decidedInFuture({ on, accounts });
    const others = (filter.accounts ?? []).filter((account) => !accounts.includes(account));
    if (others.length > 0) throw nobodyToTell({ accounts: others });
    const people = getUsers(tx, accounts);
    for (const { id } of people) insertNotice(tx, id, on, how);
    recordAll(
      tx,
      log.consentTold,
      people.map((subject) => ({ subject, facts: { on, how } })),
    );
    return found.map((one) => ({ ...one, on, how }));
  });
}
