import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Reader } from '../../database/database.ts';
import { confirmPasswords, planFromList } from '../../passwords/confirming.ts';
import { holders } from '../../passwords/store.ts';
import type { Day } from '../../time.ts';
import * as log from '../log.ts';
import type { Person } from '../rules.ts';
import { peopleInCircle } from '../store.ts';
import { noSuchClass } from './failures.ts';
import { type Hour, hourOf, toOpen } from './rules.ts';
import { storeClosed, storeOpened } from './store.ts';

/** @throws Failure `no-such-class` */
function classOf(db: Reader, names: readonly string[], today: Day): Person[] {
  const people = peopleInCircle(db, { class: names }, today);
  const known = new Set(
    people.flatMap((person) => [person.class ?? '', ...person.groups].map((one) => one.toLowerCase())),
  );
  const missing = names.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length > 0) throw noSuchClass({ classes: missing });
  return people;
}

/**
 * Opens classes for their hour in the computer room: whoever still has a provisional password.
 * @throws Failure `no-such-class`
 */
export function openClass(app: App, names: readonly string[]): Person[] {
  return app.transact((tx) => {
    const opened = toOpen(classOf(tx, names, tx.today));
    storeOpened(
      tx,
      opened.map(({ id }) => id),
    );
    recordAll(
      tx,
      log.classOpened,
      opened.map((subject) => ({ subject, facts: {} })),
    );
    return opened;
  });
}

/**
 * Ends the hour: by IServ's list of those with a provisional password it is known who came, and has an own one now; who
 * did not is closed again.
 * @throws Failure `no-such-class`, `list-of-others`, `accounts-changed-meanwhile`
 */
export function closeClass(
  app: App,
  names: readonly string[],
  provisional: { file: string; accounts: readonly string[] } | undefined,
): Hour {
  const { today } = app.moment;
  if (provisional) planFromList(app, provisional.file, provisional.accounts);
  const hour = hourOf(classOf(app.db, names, today), provisional?.accounts);
  const idsOf = (people: readonly Person[]) => people.map(({ id }) => id);
  const came = new Set(idsOf(hour.came.filter(({ mustChange }) => mustChange !== null)));
  const confirmed = holders(app.db, {}, today).filter(({ id }) => came.has(id));
  confirmPasswords(app, { confirmed, pending: [], unknown: [] }, 'list');
  app.transact((tx) => {
    storeClosed(tx, idsOf(hour.came), idsOf(hour.didNotCome));
    recordAll(
      tx,
      log.classClosed,
      [...hour.came, ...hour.didNotCome].map((subject) => ({
        subject,
        facts: { came: hour.came.some(({ id }) => id === subject.id) },
      })),
    );
  });
  return hour;
}
