import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { dayToCome } from '../terminal/failures.ts';
import type { Day } from '../time.ts';
import { alreadyAdministrator, endsBeforeOffice, notAnOsName } from './failures.ts';
import * as log from './log.ts';
import { type Administrator, isOsName } from './rules.ts';
import {
  endAdministrator,
  findAdministrator,
  getAdministrator,
  insertAdministrator,
  updateAdministrator,
} from './store.ts';

export interface AdministratorWish {
  osName: string;
  /** Needed of somebody new. */
  name?: string | undefined;
  /** Without it, today. */
  since?: Day | undefined;
  signedOn?: Day | undefined;
}

/**
 * Records who is administrator; of somebody who is one already, what was not known or was another: name, since, signed.
 * @throws Failure `not-an-os-name`, `day-to-come`, `already-administrator`
 */
export function addAdministrator(app: App, wish: AdministratorWish & { name: string }): Administrator {
  const { osName } = wish;
  if (!isOsName(osName)) throw notAnOsName({ value: osName });
  return app.transact((tx) => {
    if (wish.signedOn && wish.signedOn > tx.today) throw dayToCome({ option: '--signed-on', day: wish.signedOn });
    const known = findAdministrator(tx, osName);
    const { name, since = known?.since ?? tx.today, signedOn = known?.signedOn ?? null } = wish;
    if (known && name === known.name && since === known.since && signedOn === known.signedOn) {
      throw alreadyAdministrator({ osName, since });
    }
    if (known) updateAdministrator(tx, { ...known, name, since, signedOn });
    else insertAdministrator(tx, { osName, name, since, signedOn });
    record(tx, log.administratorAdded, null, { osName, name, since, signedOn });
    return getAdministrator(tx, osName);
  });
}

/** @throws Failure `no-administrator`, `day-to-come`, `ends-before-office` */
export function dismissAdministrator(
  app: App,
  osName: string,
  wish: { on?: Day | undefined; reason: string | null },
): Administrator {
  return app.transact((tx) => {
    const known = getAdministrator(tx, osName);
    const { on = tx.today, reason } = wish;
    if (on > tx.today) throw dayToCome({ option: '--on', day: on });
    if (on < known.since) throw endsBeforeOffice({ osName, since: known.since, on });
    endAdministrator(tx, known.administrator, on, reason);
    record(tx, log.administratorEnded, null, { osName, on, reason });
    return { ...known, ended: { on, reason } };
  });
}
