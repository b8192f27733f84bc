import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import type { Day } from '../../time.ts';
import { custodyInFuture, notGuardianOf } from '../../users/failures.ts';
import { guardiansOf } from '../../users/guardians/store.ts';
import { accountIn, type By, nameIn } from '../../users/guardians/who.ts';
import { getUser } from '../../users/store.ts';
import { notForChild } from '../failures.ts';
import * as log from '../log.ts';
import { getPurpose } from '../store.ts';
import { insertCourtDecision } from './store.ts';

/** What a court decided about a child. */
export interface CourtWish {
  purpose: string;
  /** Who decides alone; null: all who have custody again. */
  by: By | null;
  on: Day | undefined;
  evidence: string;
}

/**
 * Records that a court lets one guardian decide about one purpose alone (§ 1628 BGB), or that all decide again.
 * @throws Failure `unknown-account`, `not-for-child`, `unknown-purpose`, `custody-in-future`, `not-guardian-of`
 */
export function decideByCourt(app: App, account: string, wish: CourtWish) {
  return app.transact((tx) => {
    const child = getUser(tx, account);
    if (child.role !== 'student') throw notForChild({ account, role: child.role });
    const { purpose, by, on: since = tx.today, evidence } = wish;
    getPurpose(tx, purpose, tx.today);
    if (since > tx.today) throw custodyInFuture({ since });
    const other = by === null ? undefined : accountIn(by);
    const guardian = guardiansOf(tx, child.id).find((one) => one.account === other);
    if (other !== undefined && !guardian) {
      throw notGuardianOf({ guardian: other, role: getUser(tx, other).role, accounts: [account] });
    }
    const whom = { guardianId: guardian?.id ?? null, guardianName: by === null ? null : (nameIn(by) ?? null) };
    insertCourtDecision(tx, child.id, { purpose, ...whom, since, evidence });
    record(tx, log.courtDecided, child, { purpose, ...whom, since, evidence });
    return { account, purpose, by, since, evidence };
  });
}
