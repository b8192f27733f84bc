import type { App } from '../../app.ts';
import { readLog } from '../../audit/custody.ts';
import type { LogEntry } from '../../audit/reading.ts';
import { auditKeepDays } from '../../audit/settings.ts';
import { scheduleOf } from '../../leavers/store.ts';
import { settingValue } from '../../settings/settings.ts';
import { byProgram, type Held, type Kept, type ReportPart, type Section } from '../../subject.ts';
import type { Day } from '../../time.ts';
import { accountsOfOthers, getUser } from '../../users/store.ts';
import { textsIn, withoutOthers } from './rules.ts';

/** Everything held about one person: what `user report --json` prints. */
export interface Report {
  account: string;
  givenName: string;
  familyName: string;
  preparedOn: Day;
  preparedBy: string;
  sections: Section[];
}

/** Why the log is read for a report. */
const reason = 'DSGVO Art. 15';

/**
 * Everything held about one person (DSGVO Art. 15), room by room. That the log is read for it is recorded first.
 * @throws Failure `unknown-account`
 */
export function reportOn(app: App, parts: readonly ReportPart[], account: string): Report {
  const { today, operator } = app.moment;
  getUser(app.db, account);
  const log = [...readLog(app, { account, reason }).entries];
  return app.snapshot((db) => {
    const user = getUser(db, account);
    const deletedOn = scheduleOf(db, user.id)?.deletedOn ?? null;
    const withAccount: Kept = { rule: 'account', days: null, deletedOn };
    const held = { db, today, user, withAccount };
    const { givenName, familyName } = user;
    const sections = parts.flatMap((part) => part.sections.map((section) => section(held)));
    return {
      account,
      givenName,
      familyName,
      preparedOn: today,
      preparedBy: operator,
      sections: [...sections, logged(held, log)],
    };
  });
}

function logged({ db, user, withAccount }: Held, log: readonly LogEntry[]): Section {
  const named = log.flatMap(({ facts }) => textsIn(facts));
  const others = new Set(accountsOfOthers(db, user.id, named));
  const entries = log.map(({ id, at, operator, act, facts }) => ({
    entry: id,
    at,
    operator,
    act,
    facts: withoutOthers(facts, others),
  }));
  const keptUntil: Kept = { ...withAccount, rule: 'after-entry', days: settingValue(db, auditKeepDays) };
  return { section: 'log', source: byProgram, keptUntil, entries };
}
