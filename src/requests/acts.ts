import type { App } from '../app.ts';
import { record, recordAll } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import { dayToCome } from '../terminal/failures.ts';
import type { Day } from '../time.ts';
import type { User } from '../users/rules.ts';
import { getUsers } from '../users/store.ts';
import { liftedBefore, notRestricted } from './failures.ts';
import * as log from './log.ts';
import { checkAnswer, dueAt, isRestriction, type Kind, type Outcome, type Request, refusalToOpen } from './rules.ts';
import { getRequest, insertRequest, insertRestriction, markAnswered, markLifted, restrictionsOf } from './store.ts';

export interface RequestWish {
  kind: Kind;
  accounts: readonly string[];
  identifiedBy: string | null;
  askedBy: string | null;
  what: string | null;
  /** When it came in or became known; without it, today. */
  on?: Day | undefined;
}

/**
 * Takes a request down, with the last moment for its answer. Its texts are kept here and not in the log.
 * @throws Failure `nobody-concerned`, `not-identified`, `day-to-come`, `unknown-account`
 */
export function openRequest(app: App, wish: RequestWish): Request {
  return app.transact((tx) => {
    const { on = tx.today, kind } = wish;
    if (on > tx.today) throw dayToCome({ option: '--on', day: on });
    const refusal = refusalToOpen({ ...wish, accounts: [...wish.accounts] });
    if (refusal) throw refusal;
    const people = getUsers(tx, wish.accounts);
    const due = dueAt(kind, on, tx.today, tx.now);
    const request = insertRequest(tx, people, { ...wish, on, dueAt: due });
    recordFor(tx, log.requestOpened, people, { request, kind, on });
    return getRequest(tx, request);
  });
}

/**
 * Records how a request was answered; a restriction or an objection that is granted holds from that day on.
 * @throws Failure `unknown-request`, `already-answered`, `wrong-outcome`, `answered-before-asked`, `day-to-come`
 */
export function answerRequest(
  app: App,
  number: number,
  wish: { outcome: Outcome; how: string; on?: Day | undefined },
): Request {
  return app.transact((tx) => {
    const { outcome, how, on = tx.today } = wish;
    if (on > tx.today) throw dayToCome({ option: '--on', day: on });
    const request = getRequest(tx, number);
    checkAnswer(request, outcome, on);
    markAnswered(tx, number, { on, outcome, how });
    const people = getUsers(tx, request.accounts);
    const { kind } = request;
    if (isRestriction(kind) && outcome !== 'refused') {
      for (const user of people) insertRestriction(tx, user, number, kind, on);
    }
    recordFor(tx, log.requestAnswered, people, { request: number, kind, outcome, on });
    return getRequest(tx, number);
  });
}

/**
 * Lets somebody's data be used again, once they have heard of it (Art. 18(3)): of all of these people or of none.
 * @throws Failure `unknown-account`, `not-restricted`, `day-to-come`, `lifted-before-told`
 */
export function liftRestriction(
  app: App,
  accounts: readonly string[],
  { reason, toldOn }: { reason: string; toldOn: Day },
): string[] {
  return app.transact((tx) => {
    if (toldOn > tx.today) throw dayToCome({ option: '--told-on', day: toldOn });
    const people = getUsers(tx, accounts).map((user) => ({ user, inForce: restrictionsOf(tx, user.id) }));
    const free = people.filter(({ inForce }) => inForce.length === 0).map(({ user }) => user.account);
    if (free.length > 0) throw notRestricted({ accounts: free });
    for (const { user, inForce } of people) {
      const early = inForce.find(({ since }) => toldOn < since);
      if (early) throw liftedBefore({ account: user.account, since: early.since, on: toldOn });
      markLifted(tx, user.id, reason, toldOn);
    }
    recordFor(
      tx,
      log.restrictionLifted,
      people.map(({ user }) => user),
      { reason, toldOn },
    );
    return people.map(({ user }) => user.account);
  });
}

/** An entry for each of the people, or one where it is about nobody who has an account. */
function recordFor(tx: Tx, act: (typeof log)[keyof typeof log], people: readonly User[], facts: object): void {
  if (people.length === 0) record(tx, act, null, facts);
  else
    recordAll(
      tx,
      act,
      people.map((subject) => ({ subject, facts })),
    );
}
