import type { App } from '../app.ts';
import { record, recordClock } from '../audit/acts.ts';
import { chainEnds, lastEntryAt } from '../audit/store.ts';
import { backupsOf, reading } from '../database/copy.ts';
import type { Reader, Tx } from '../database/database.ts';
import type { Failure } from '../failures.ts';
import { settingValue } from '../settings/settings.ts';
import { clockEarlier, clockFarAhead, tooManyDeletions, wrongToday } from './failures.ts';
import * as log from './log.ts';
import { type Approval, clockProblem } from './rules.ts';
import { maxGapDays, maxPerRun } from './settings.ts';
import { lastNightAt } from './store.ts';

/**
 * What must be right before anybody is touched.
 * @throws Failure `clock-earlier`, `clock-far-ahead`, `wrong-today`, `too-many-deletions`
 */
export function checkBeforeNight(tx: Tx, deletions: number, approval: Approval): void {
  const { today } = tx;
  const { clockShows } = approval;
  if (clockShows !== null && clockShows !== today) throw wrongToday({ typed: clockShows, today });
  const problem = clockOf(tx, tx);
  if (problem && clockShows === null) throw problem;
  const most = settingValue(tx, maxPerRun);
  const tooMany = deletions > most;
  if (tooMany && approval.deletions !== deletions) throw tooManyDeletions({ deletions, most });
  if (problem || tooMany) {
    const facts = { deletions: tooMany ? deletions : null };
    if (problem) recordClock(tx, log.leaverRunApproved, facts);
    else record(tx, log.leaverRunApproved, null, { ...facts, clock: null });
  }
}

/** What is wrong with the clock, if anything is. */
export function clockOf(db: Reader, { now, today }: Pick<Tx, 'now' | 'today'>): Failure | undefined {
  const most = settingValue(db, maxGapDays);
  const problem = clockProblem(now, { night: lastNightAt(db), entry: lastEntryAt(db) }, most);
  if (!problem) return undefined;
  const { last, how } = problem;
  return how === 'earlier' ? clockEarlier({ now, last, today }) : clockFarAhead({ now, last, today, most });
}

/** Makes a backup, unless the newest holds all that the log knows of. Returns its file. */
export function backUp(app: App): string | null {
  const [newest] = backupsOf(app.registryFile);
  const end = newest && reading(newest.file, (db) => db.prepare('SELECT last_link FROM audit_chain').pluck().get());
  const isHeld = Buffer.isBuffer(end) && chainEnds(app.db)?.lastLink.equals(end);
  return isHeld ? null : app.backup('leaver-run');
}
