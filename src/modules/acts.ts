import type { App } from '../app.ts';
import { record, recordAll } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import { dayToCome } from '../terminal/failures.ts';
import type { Day } from '../time.ts';
import { disabledBeforeEnabled, moduleEnabled, moduleNotEnabled, noModules } from './failures.ts';
import * as log from './log.ts';
import { keyOf, type Module, modulesNear, type Notice } from './rules.ts';
import { insertModule, insertNotice, lastNotice, markDisabled, modules } from './store.ts';

/**
 * Records which modules of IServ the school has enabled (terms, "Nutzungsmöglichkeiten"): all of them or none.
 * @throws Failure `module-enabled`
 */
export function enableModules(
  app: App,
  names: readonly string[],
  wish: { since?: Day | undefined; decidedBy: string | null },
): Module[] {
  return app.transact((tx) => {
    const { since = tx.today, decidedBy } = wish;
    for (const name of names) {
      const known = findEnabled(tx, name);
      if (known) throw moduleEnabled({ name: known.name, since: known.since });
      insertModule(tx, { name, since, decidedBy });
    }
    recordAll(
      tx,
      log.enabled,
      names.map((name) => ({ subject: null, facts: { name, since, decidedBy } })),
    );
    return names.flatMap((name) => findEnabled(tx, name) ?? []);
  });
}

/** @throws Failure `module-not-enabled`, `day-to-come`, `disabled-before-enabled` */
export function disableModules(
  app: App,
  names: readonly string[],
  wish: { on?: Day | undefined; reason: string | null },
): Module[] {
  return app.transact((tx) => {
    const { on = tx.today, reason } = wish;
    if (on > tx.today) throw dayToCome({ option: '--on', day: on });
    const found = names.map((name) => {
      const module = getEnabled(tx, name);
      if (on < module.since) throw disabledBeforeEnabled({ name: module.name, since: module.since, on });
      return module;
    });
    for (const { module } of found) markDisabled(tx, module, on, reason);
    recordAll(
      tx,
      log.disabled,
      found.map(({ name }) => ({ subject: null, facts: { name, on, reason } })),
    );
    return found.map((module) => ({ ...module, disabled: { on, reason, at: tx.now } }));
  });
}

/** Records that users were told which modules are enabled. @throws Failure `no-modules`, `day-to-come` */
export function recordTelling(app: App, on: Day | undefined): Notice {
  return app.transact((tx) => {
    const day = on ?? tx.today;
    if (day > tx.today) throw dayToCome({ option: '--on', day });
    if (modules(tx, true).length === 0) throw noModules({});
    insertNotice(tx, day);
    record(tx, log.told, null, { on: day, modules: modules(tx, false).map(({ name }) => name) });
    return lastNotice(tx) as Notice;
  });
}

const findEnabled = (tx: Tx, name: string): Module | undefined =>
  modules(tx, false).find((one) => keyOf(one.name) === keyOf(name));

function getEnabled(tx: Tx, name: string): Module {
  const found = findEnabled(tx, name);
  if (found) return found;
  const enabled = modules(tx, false).map((one) => one.name);
  throw moduleNotEnabled({ name, near: modulesNear(name, enabled), enabled });
}
