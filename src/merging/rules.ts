import type { Day } from '../time.ts';
import { couldBeOne } from '../users/names.ts';
import type { User } from '../users/rules.ts';
import {
  leavesOnRequest,
  mergeWaits,
  otherRoles,
  sameAccount,
  stayingLeaves,
  twoPeople,
  twoSuspensions,
} from './failures.ts';

/** What decides whether two records may become one, beside the people themselves. */
export interface Standing {
  /** Why they leave, if they do, and whether they asked for it themselves. */
  leaving: { reason: string; deletedOn: Day; isRequested: boolean } | null;
  isSuspended: boolean;
  /** An import or a comparison with IServ waits for an answer about them. */
  waits: boolean;
}

const importMade = ['missing', 'marked-left', 'last-child-left'];

/** Whether a roster brought somebody to leave, so that being listed ends it. */
export const isByImport = ({ leaving }: Standing): boolean => leaving !== null && importMade.includes(leaving.reason);

/**
 * Two records may be made one only if they are one person's by role, name and birth date, and if that changes nothing
 * that somebody has decided: a deletion after a withdrawal or on request, a suspension, an open question.
 * @throws Failure `same-account`, `other-roles`, `two-people`, `leaves-on-request`, `staying-leaves`, `two-suspensions`,
 * `merge-waits`
 */
export function checkMerge(old: User & Standing, staying: User & Standing): void {
  const accounts = { old: old.account, staying: staying.account };
  if (old.account === staying.account) throw sameAccount({ account: old.account });
  if (old.role !== staying.role) throw otherRoles({ ...accounts, oldRole: old.role, role: staying.role });
  if (!couldBeOne(old, staying)) throw twoPeople(accounts);
  for (const { account, leaving } of [old, staying]) {
    if (leaving && (leaving.reason === 'withdrawal' || leaving.isRequested)) {
      throw leavesOnRequest({ account, deletedOn: leaving.deletedOn, isWithdrawal: leaving.reason === 'withdrawal' });
    }
  }
  if (staying.leaving && !old.leaving && !isByImport(staying)) {
    throw stayingLeaves({ ...accounts, deletedOn: staying.leaving.deletedOn });
  }
  if (old.isSuspended && staying.isSuspended) throw twoSuspensions(accounts);
  const waiting = [old, staying].find(({ waits }) => waits);
  if (waiting) throw mergeWaits({ account: waiting.account });
}
