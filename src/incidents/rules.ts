import type { Failure } from '../failures.ts';
import type { Clause } from '../terms/clauses.ts';
import { type Day, type Instant, schoolDay } from '../time.ts';
import type { By } from '../users/guardians/who.ts';
import {
  incidentClosed,
  informedBeforeInspection,
  informedInFuture,
  notConcerned,
  nothingToInform,
  notInformedYet,
  suspicionMissing,
  unknownIncident,
} from './failures.ts';

/** What can be looked into. */
export const kinds = ['mail', 'chat', 'forum', 'files', 'log'] as const;
export type Kind = (typeof kinds)[number];

/** A look into what belongs to an account, and whether its holder has been told. */
export interface Inspection {
  account: string;
  at: Instant;
  operator: string;
  kind: Kind;
  suspicion: string;
  /** Who told the operator to look; null where nobody else did. */
  orderedBy: string | null;
  informedOn: Day | null;
  informedHow: string | null;
  /** Who was told; of a child, it may be a guardian. */
  informedWhom: By | null;
}

/** A suspected violation. The texts are null once a person concerned has been deleted: they might name them. */
export interface Incident {
  incident: number;
  openedOn: Day;
  openedBy: string;
  clause: Clause | null;
  what: string | null;
  /** On whose word. */
  reportedBy: string | null;
  accounts: string[];
  inspections: Inspection[];
  /** Whose account was looked into and who doesn't know yet. */
  toInform: string[];
  /** The numbers of posts that moderators deleted. */
  posts: number[];
  closedOn: Day | null;
  closedBy: string | null;
  outcome: string | null;
}

/** What is to be looked into, and why. */
export interface InspectionWish {
  incident: number;
  account: string;
  kind: Kind;
  suspicion: string;
  orderedBy: string | null;
}

/** Whether a suspicion says something that can be checked later: two words at the least. */
export const isConcrete = (suspicion: string): boolean => (suspicion.match(/\p{L}{2,}/gu) ?? []).length >= 2;

/**
 * Why somebody's mail, files or logs may not be looked into; undefined if they may.
 * Terms, "Administratoren" and "E-Mail": only on a concrete suspicion of misuse.
 */
export function refusalToInspect(incident: Incident | undefined, wish: InspectionWish): Failure | undefined {
  const { incident: number, account, suspicion } = wish;
  if (!incident) return unknownIncident({ incident: number });
  if (incident.closedOn) return incidentClosed({ incident: number, closedOn: incident.closedOn });
  if (!incident.accounts.includes(account)) return notConcerned({ incident: number, accounts: [account] });
  return isConcrete(suspicion) ? undefined : suspicionMissing({ incident: number });
}

/**
 * Of which looks into their account somebody was told on a day, as the moments of these: of all that came before. Nobody
 * is told before the inspection. Also of a closed incident: it can't have been closed before.
 * @throws Failure `nothing-to-inform`, `informed-in-future`, `informed-before-inspection`
 */
export function toldOf({ incident, inspections }: Incident, account: string, on: Day, today: Day): Instant[] {
  if (on > today) throw informedInFuture({ on });
  const untold = inspections.filter((one) => one.account === account && one.informedOn === null).map(({ at }) => at);
  const [first] = untold;
  if (first === undefined) throw nothingToInform({ incident, account });
  const told = untold.filter((at) => schoolDay(new Date(at)) <= on);
  if (told.length === 0) throw informedBeforeInspection({ on, inspectedOn: schoolDay(new Date(first)) });
  return told;
}

/**
 * Checks that an incident can be closed: everybody has been told (terms, "E-Mail": without delay).
 * @throws Failure `incident-closed`, `not-informed-yet`
 */
export function checkClosing({ incident, closedOn, toInform }: Incident): void {
  if (closedOn) throw incidentClosed({ incident, closedOn });
  if (toInform.length > 0) throw notInformedYet({ incident, accounts: toInform });
}
