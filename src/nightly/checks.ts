import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { chainEnds, lastEntryAt } from '../audit/store.ts';
import { backupsOf, reading } from '../database/copy.ts';
import { settingValue } from '../settings/settings.ts';
import { clockEarlier, clockFarAhead, tooManyDeletions } from './failures.ts';
import * as log from './log.ts';
import { type Approval, clockProblem } from './rules.ts';
import { maxGapDays, maxPerRun } from './settings.ts';
import { lastRunAt } from './store.ts';

/**
 * What must be right before anybody is touched. What a person has approved is recorded.
 * @throws Failure `clock-earlier`, `clock-far-ahead`, `too-many-deletions`, `registry-damaged`
 */
export function checkBeforeNight(app: App, deletions: number, approval: Approval): void {
  const { now, today } = app.moment;
  app.checkRegistry();
  const problem = clockOf(app);
  if (problem && approval.clockShows !== today) throw problem;
  const most = settingValue(app.db, maxPerRun);
  const tooMany = deletions > most;
  if (tooMany && approval.deletions !== deletions) throw tooManyDeletions({ deletions, most });
  if (problem || tooMany) {
    app.transact((tx) =>
      record(tx, log.leaverRunApproved, null, { deletions: tooMany ? deletions : null, clock: problem ? now : null }),
    );
  }
}

function clockOf(app: App) {
  const { now, today } = app.moment;
  const most = settingValue(app.db, maxGapDays);
  const seen = { run: lastRunAt(app.db), entry: lastEntryAt(app.db) };
  const problem = clockProblem(now, seen, most);
  const last = seen.run ?? seen.entry;
  if (!problem || !last) return undefined;
  return problem === 'earlier' ? clockEarlier({ now, last, today }) : clockFarAhead({ now, last, today, most });
}

/** Makes a backup, unless the newest holds all that the log knows of. Returns its file. */
export function backUp(app: App): string | null {
  const [newest] = backupsOf(app.registryFile);
  const end = newest && reading(newest.file, (db) => db.prepare('SELECT last_link FROM audit_chain').pluck().get());
  const isHeld = Buffer.isBuffer(end) && chainEnds(app.db)?.lastLink.equals(end);
  return isHeld ? null : app.backup('leaver-run');
}
