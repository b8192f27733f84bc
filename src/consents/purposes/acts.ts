import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import { agesTogether, notAPurpose, purposeTaken, termsStay } from '../failures.ts';
import * as log from '../log.ts';
import type { Purpose } from '../rules.ts';
import { checkAges } from '../settings.ts';
import { getPurpose, insertPurpose, markRetired, purposes } from '../store.ts';

/** @throws Failure `not-a-purpose`, `purpose-taken`, `ages-together`, `ages-exchanged` */
export function addPurpose(app: App, purpose: Omit<Purpose, 'retiredOn'>): Purpose {
  const { name } = purpose;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) throw notAPurpose({ value: name });
  const { guardianUntil, selfFrom } = purpose;
  if ((guardianUntil === null) !== (selfFrom === null)) throw agesTogether({});
  if (guardianUntil !== null && selfFrom !== null) checkAges(guardianUntil, selfFrom);
  return app.transact((tx) => {
    if (purposes(tx).some((known) => known.name === name)) throw purposeTaken({ purpose: name });
    insertPurpose(tx, purpose);
    record(tx, log.purposeAdded, null, purpose);
    return { ...purpose, retiredOn: null };
  });
}

/** Asks nobody for a purpose any more; what was decided stays. @throws Failure `unknown-purpose`, `terms-stay` */
export function retirePurpose(app: App, name: string): Purpose {
  if (name === 'terms') throw termsStay({});
  return app.transact((tx) => {
    const purpose = getPurpose(tx, name, tx.today);
    markRetired(tx, name);
    record(tx, log.purposeRetired, null, { name });
    return { ...purpose, retiredOn: tx.today };
  });
}
