import { recordAll } from '../audit/acts.ts';
import { eraseFacts } from '../audit/store.ts';
import type { Tx } from '../database/database.ts';
import { formerAccountHash } from '../users/rules.ts';
import { accountKey } from '../users/store.ts';
import * as log from './log.ts';
import { type Due, departuresOf } from './rules.ts';
import {
  deleteUser,
  departureOfUser,
  formerNumbersOf,
  insertDeparture,
  insertFormerAccount,
  insertIservDeletion,
  insertStrangerStone,
  insertTombstone,
} from './store.ts';

/**
 * Deletes people from every table, and what the log knows of them (terms, "Löschung"; Art. 17 DSGVO). What stays says
 * nothing of who they were: a tombstone, the keyed hash of the account name, so that it is never given again, one
 * entry in the log, and, of whoever left by a withdrawal or on request, the keyed hash by which the next roster's line
 * is recognised. Account and import ID stay only until they are deleted in IServ as well.
 */
export function deletePeople(tx: Tx, people: readonly Due[], runId: number): void {
  const key = accountKey(tx);
  for (const { id, account, role, leftOn } of people) {
    insertIservDeletion(tx, id);
    eraseFacts(tx, id);
    insertTombstone(tx, { id, role, leftOn, runId });
    for (const number of formerNumbersOf(tx, id)) {
      eraseFacts(tx, number);
      insertStrangerStone(tx, number);
    }
    insertFormerAccount(tx, formerAccountHash(key, account));
    const departure = departureOfUser(tx, id);
    if (departure) for (const hash of departuresOf(key, departure)) insertDeparture(tx, hash, departure.why);
    deleteUser(tx, id);
  }
  recordAll(
    tx,
    log.leaverDeleted,
    people.map((person) => ({ subject: person, facts: { run: runId } })),
  );
}
