import type { App } from '../app.ts';
import { record, recordAll } from '../audit/acts.ts';
import type { Reader } from '../database/database.ts';
import { Failure } from '../failures.ts';
import { settingValue } from '../settings/settings.ts';
import type { Clause } from '../terms/clauses.ts';
import { addDays, type Day } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import { getUser, getUsers } from '../users/store.ts';
import { toldFor } from '../users/told.ts';
import * as log from './log.ts';
import { checkClosing, type Incident, type InspectionWish, refusalToInspect, toldOf } from './rules.ts';
import { incidentKeepDays } from './settings.ts';
import {
  concernedBefore,
  deleteIncidentsBefore,
  findIncident,
  getIncident,
  insertIncident,
  insertInspection,
  markClosed,
  markInformed,
} from './store.ts';

export interface IncidentWish {
  accounts: readonly string[];
  what: string;
  clause?: Clause | undefined;
  /** On whose word; else the operator's own. */
  reportedBy?: string | undefined;
}

/**
 * Opens an incident. What happened is kept with the incident and not in the log: it may name several people, and
 * the log could erase it only with all of them.
 * @throws Failure `unknown-account`
 */
export function openIncident(app: App, wish: IncidentWish): Incident {
  return app.transact((tx) => {
    const people = getUsers(tx, wish.accounts);
    const { what, clause = null, reportedBy = tx.operator } = wish;
    const incident = insertIncident(tx, { what, clause, reportedBy }, people);
    recordAll(
      tx,
      log.incidentOpened,
      people.map((subject) => ({ subject, facts: { incident, clause } })),
    );
    return getIncident(tx, incident);
  });
}

/**
 * Records that somebody's mail, files or logs are about to be looked into, before anybody looks; or that this was refused.
 * @throws Failure `unknown-account`; `unknown-incident`, `incident-closed`, `not-concerned`, `suspicion-missing`, each recorded
 */
export function inspect(app: App, wish: InspectionWish): Incident {
  const outcome = app.transact((tx) => {
    const user = getUser(tx, wish.account);
    const { incident, kind, suspicion } = wish;
    const refusal = refusalToInspect(findIncident(tx, incident), wish);
    if (refusal) {
      record(tx, log.inspectionRefused, user, { incident, kind, suspicion, because: refusal.code });
      return refusal;
    }
    insertInspection(tx, user, wish);
    record(tx, log.incidentInspected, user, { incident, kind, suspicion });
    return getIncident(tx, incident);
  });
  if (outcome instanceof Failure) throw outcome;
  return outcome;
}

/**
 * Records that a person has been told of all that was looked into so far (terms, "E-Mail": without delay).
 * Of a child it is the child or a guardian with custody.
 * @throws Failure `unknown-account`, `unknown-incident`, `nothing-to-inform`, `informed-in-future`,
 * `informed-before-inspection`, and what `toldFor` refuses
 */
export function inform(
  app: App,
  wish: { incident: number; account: string; on?: Day | undefined; how: string; told: By },
): Incident {
  return app.transact((tx) => {
    const user = getUser(tx, wish.account);
    const { incident, account, on = tx.today, how, told } = wish;
    const of = toldOf(getIncident(tx, incident), account, on, tx.today);
    const whom = toldFor(tx, user, told, on, 'child-or-guardian');
    markInformed(tx, incident, user, { on, how, whom, of });
    record(tx, log.incidentInformed, user, { incident, on, how, ...whom });
    return getIncident(tx, incident);
  });
}

/** @throws Failure `unknown-incident`, `incident-closed`, `not-informed-yet` */
export function closeIncident(app: App, incident: number, outcome: string): Incident {
  return app.transact((tx) => {
    const open = getIncident(tx, incident);
    checkClosing(open);
    markClosed(tx, incident, outcome);
    const people = getUsers(tx, open.accounts);
    recordAll(
      tx,
      log.incidentClosed,
      people.map((subject) => ({ subject, facts: { incident } })),
    );
    return getIncident(tx, incident);
  });
}

/** What a pruning removes: incidents that were closed before a day. */
export interface Pruning {
  closedBefore: Day;
  pruned: number[];
}

/** The incidents whose days of keeping are over on a day (`incident.keep-days`), and whom they concern. */
export function overdueIncidents(db: Reader, today: Day) {
  const closedBefore = addDays(today, -settingValue(db, incidentKeepDays));
  const concerned = concernedBefore(db, closedBefore);
  return { closedBefore, concerned, pruned: [...new Set(concerned.map(({ incident }) => incident))] };
}

/** Which incidents `pruneIncidents` would remove. */
export function planPruning(app: App): Pruning {
  const { concerned: _, ...plan } = app.snapshot((db) => overdueIncidents(db, app.moment.today));
  return plan;
}

/** Removes the incidents that are overdue. */
export function pruneIncidents(app: App): Pruning {
  return app.transact((tx) => {
    const { concerned, ...pruning } = overdueIncidents(tx, tx.today);
    if (concerned.length > 0) {
      deleteIncidentsBefore(tx, pruning.closedBefore);
      recordAll(
        tx,
        log.incidentPruned,
        concerned.map(({ incident, id }) => ({ subject: { id }, facts: { incident } })),
      );
    }
    return pruning;
  });
}
