import { recordAll } from '../audit/acts.ts';
import { eraseFacts } from '../audit/store.ts';
import type { Tx } from '../database/database.ts';
import { deleteUser, insertFormerAccount, insertTombstone } from '../nightly/store.ts';
import type { Day } from '../time.ts';
import { formerAccountHash, type Role } from '../users/rules.ts';
import { accountKey } from '../users/store.ts';
import * as log from './log.ts';

/** Somebody whose day has come. */
export interface Due {
  id: number;
  account: string;
  role: Role;
  leftOn: Day;
  deletedOn: Day;
}

/**
 * Deletes people from every table, and what the log knows of them (terms, "Löschung"; Art. 17 DSGVO). What stays says
 * nothing of who they were: a tombstone, the keyed hash of the account name, so that it is never given again, and one
 * entry in the log.
 */
export function deletePeople(tx: Tx, people: readonly Due[], runId: number): void {
  const key = accountKey(tx);
  for (const { id, account, role, leftOn } of people) {
    eraseFacts(tx, id);
    insertTombstone(tx, { id, role, leftOn, runId });
    insertFormerAccount(tx, formerAccountHash(key, account));
    deleteUser(tx, id);
  }
  recordAll(
    tx,
    log.leaverDeleted,
    people.map((person) => ({ subject: person, facts: { run: runId } })),
  );
}
