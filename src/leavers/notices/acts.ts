import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Tx } from '../../database/database.ts';
import { type Content, writeTogether } from '../../files.ts';
import type { Day } from '../../time.ts';
import type { Filter } from '../../users/store.ts';
import { recordFile, recordWriting } from '../../written/acts.ts';
import type { WrittenFile } from '../../written/rules.ts';
import { toldOutside } from '../failures.ts';
import * as log from '../log.ts';
import { type Leaver, leavers } from '../store.ts';
import { noticesRecorded, scheduledAfter } from './store.ts';

/** Who has to be told to save their files: everybody on the schedule who was not told the dates as they are now. */
export function planNotices(app: App, filter: Filter, again: boolean): Leaver[] {
  return [...leavers(app.db, filter, app.moment.today)].filter(({ toldAt }) => again || toldAt === null);
}

/**
 * Writes what is to be handed out, and remembers that these people were told these dates: all of it, or nothing.
 * @throws Failure `file-exists`, `file-not-writable`, `told-outside`
 */
export function giveNotice(app: App, people: readonly Leaver[], files: readonly Notices[], on: Day): void {
  writeTogether(files, () =>
    app.transact((tx) => {
      for (const file of files) recordFile(tx, file);
      tell(tx, people, on);
    }),
  );
}

/** Only writes what is to be handed out: printed is not told. @throws Failure `file-exists`, `file-not-writable` */
export function printNotices(app: App, files: readonly Notices[]): void {
  writeTogether(files, () =>
    app.transact((tx) => {
      for (const file of files) recordFile(tx, file);
      for (const file of files) recordWriting(tx, file);
    }),
  );
}

/** A file that is to be handed out, and how its people were chosen. */
export type Notices = Content & WrittenFile;

/**
 * Remembers that people were told their dates, on a day between their scheduling and today.
 * @throws Failure `told-outside`
 */
export function rememberTold(app: App, people: readonly Leaver[], on: Day): void {
  app.transact((tx) => tell(tx, people, on));
}

function tell(tx: Tx, people: readonly Leaver[], on: Day): void {
  const accounts = people.map(({ account }) => account);
  const outside = on > tx.today ? accounts : scheduledAfter(tx, accounts, on);
  if (outside.length > 0) throw toldOutside({ on, accounts: outside });
  const told = noticesRecorded(tx, people, on);
  recordAll(
    tx,
    log.leaverTold,
    told.map(({ id, lockedFrom, deletedOn }) => ({ subject: { id }, facts: { lockedFrom, deletedOn, on } })),
  );
}
