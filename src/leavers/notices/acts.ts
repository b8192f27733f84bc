import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import { type Content, writeTogether } from '../../files.ts';
import type { Filter } from '../../users/store.ts';
import * as log from '../log.ts';
import { type Leaver, leavers } from '../store.ts';
import { noticesRecorded } from './store.ts';

/** Who has to be told to save their files: everybody on the schedule who was not told the dates as they are now. */
export function planNotices(app: App, filter: Filter, again: boolean): Leaver[] {
  return [...leavers(app.db, filter, app.moment.today)].filter(({ toldAt }) => again || toldAt === null);
}

/**
 * Writes what is to be handed out, and remembers that these people were told these dates: all of it, or nothing.
 * @throws Failure `file-exists`, `file-not-writable`
 */
export function giveNotice(app: App, people: readonly Leaver[], files: readonly Content[]): void {
  writeTogether(files, () =>
    app.transact((tx) => {
      const told = noticesRecorded(tx, people);
      recordAll(
        tx,
        log.leaverTold,
        told.map(({ id, lockedFrom, deletedOn }) => ({ subject: { id }, facts: { lockedFrom, deletedOn } })),
      );
    }),
  );
}
