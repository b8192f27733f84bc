import type { App } from '../../app.ts';
import { readLog } from '../../audit/custody.ts';
import type { LogEntry } from '../../audit/reading.ts';
import type { Reader } from '../../database/database.ts';
import { scheduleOf } from '../../leavers/store.ts';
import type { Day } from '../../time.ts';
import type { User } from '../../users/rules.ts';
import { getUser } from '../../users/store.ts';
import { getPerson, type Person } from '../store.ts';
import * as sections from './sections.ts';

/** Where data came from: a roster (which), an administrator, either of the two, or the program itself. */
export interface Source {
  kind: 'roster' | 'by-hand' | 'roster-or-by-hand' | 'program';
  name: string | null;
}

/** Until when data are kept: a number of days after an entry or a closing; and never longer than the account. */
export interface Kept {
  rule: 'account' | 'with-child' | 'after-closing' | 'after-entry';
  days: number | null;
  /** The day of the deletion, where it is known. */
  deletedOn: Day | null;
}

/** One kind of data about a person, entry by entry. */
export interface Section {
  section: SectionName;
  source: Source;
  keptUntil: Kept;
  entries: readonly Record<string, unknown>[];
}

export type SectionName =
  | 'person'
  | 'groups'
  | 'family'
  | 'password'
  | 'leaving'
  | 'rosterRuns'
  | 'consents'
  | 'decisionsAsGuardian'
  | 'suspensions'
  | 'incidents'
  | 'inspections'
  | 'log';

/** Everything held about one person: what `user report --json` prints. */
export interface Report {
  account: string;
  givenName: string;
  familyName: string;
  preparedOn: Day;
  preparedBy: string;
  sections: Section[];
}

/** What a section is made from. */
export interface Held {
  db: Reader;
  today: Day;
  user: User;
  person: Person;
  log: readonly LogEntry[];
  /** How long all goes that goes with the account. */
  withAccount: Kept;
}

/** The sections of a report in their order, each made from the store of one room. */
const made: readonly ((held: Held) => Section)[] = [
  sections.person,
  sections.groups,
  sections.family,
  sections.password,
  sections.leaving,
  sections.rosterRuns,
  sections.consents,
  sections.decided,
  sections.suspended,
  sections.concerned,
  sections.inspected,
  sections.logged,
];

/** Why the log is read for a report. */
const reason = 'DSGVO Art. 15';

/**
 * Everything held about one person (DSGVO Art. 15). That the log is read for it is recorded first.
 * @throws Failure `unknown-account`
 */
export function reportOn(app: App, account: string): Report {
  const { today, operator } = app.moment;
  getUser(app.db, account);
  const log = [...readLog(app, { account, reason })];
  return app.snapshot((db) => {
    const user = getUser(db, account);
    const deletedOn = scheduleOf(db, user.id)?.deletedOn ?? null;
    const withAccount: Kept = { rule: 'account', days: null, deletedOn };
    const held = { db, today, user, log, withAccount, person: getPerson(db, account, today) };
    return {
      account,
      givenName: user.givenName,
      familyName: user.familyName,
      preparedOn: today,
      preparedBy: operator,
      sections: made.map((section) => section(held)),
    };
  });
}
