import type { App } from '../app.ts';
import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays, type Day, dayStart } from '../time.ts';
import { record } from './acts.ts';
import { checkpointOf, pruningAct, type Verdict, verifyChain } from './chain.ts';
import { logBroken, nobodyInLog } from './failures.ts';
import * as log from './log.ts';
import { type LogEntry, type LogFilter, logEntries, numberOf } from './reading.ts';
import { auditKeepDays } from './settings.ts';
import { chainEnds, factsAstray, firstSince, linkOfEntry, moveChainBeginning, storedEntries } from './store.ts';

/** What somebody wants to read of the log, as they say it, and why. */
export interface LogWish extends Pick<LogFilter, 'acts' | 'operator'> {
  reason: string;
  account?: string | undefined;
  since?: Day | undefined;
  /** The last day. */
  until?: Day | undefined;
}

/**
 * The entries of the log that somebody wants to read; that they do is recorded first (terms, "Protokolle").
 * The record is about the person whose entries are read, so that it goes with them.
 * @throws Failure `nobody-in-log`
 */
export function readLog(app: App, wish: LogWish): Iterable<LogEntry> {
  return app.transact((tx) => {
    const { account, reason, acts, operator, since, until } = wish;
    const userId = account === undefined ? undefined : numberOf(tx, account);
    if (account !== undefined && userId === undefined) throw nobodyInLog({ named: account });
    const subject = userId === undefined ? null : { id: userId };
    const through = record(tx, log.logRead, subject, { reason, acts, operator, since, until });
    const filter = {
      userId,
      acts,
      operator,
      since: since && dayStart(since),
      before: until && dayStart(addDays(until, 1)),
    };
    return logEntries(app.db, filter, through);
  });
}

/** Checks the whole log as it is at this moment. A log without its ends is one whose beginning was changed. */
function checkLog(db: Reader): Verdict {
  const ends = chainEnds(db);
  if (!ends) return { entries: 0, erased: 0, flaw: { entry: 1, how: 'beginning-changed' } };
  return verifyChain(ends, storedEntries(db), factsAstray(db));
}

/** @throws Failure `log-broken`, which names the first entry that doesn't hold */
export function verifyLog(app: App): Omit<Verdict, 'flaw'> {
  const { flaw, ...sound } = app.snapshot(checkLog);
  if (flaw) throw logBroken(flaw);
  return sound;
}

/** What a pruning removes: entries made before a day. */
export interface LogPruning {
  olderThan: Day;
  pruned: number;
}

/** The entries whose days of keeping are over (`audit.keep-days`): all before `firstId`. */
function overdue(db: Reader, today: Day): LogPruning & { firstId: number } {
  const olderThan = addDays(today, -settingValue(db, auditKeepDays));
  const ends = chainEnds(db);
  if (!ends) throw new Error('The log has lost its ends.');
  const firstId = firstSince(db, dayStart(olderThan)) ?? ends.lastId + 1;
  return { olderThan, pruned: firstId - ends.firstId, firstId };
}

/** How many entries `pruneLog` would remove. */
export function planLogPruning(app: App): LogPruning {
  const { firstId: _, ...plan } = app.snapshot((db) => overdue(db, app.moment.today));
  return plan;
}

/** Removes the entries that are overdue; the log keeps a checkpoint of where it begins now. */
export function pruneLog(app: App): LogPruning {
  return app.transact((tx) => {
    const { firstId, ...pruning } = overdue(tx, tx.today);
    if (pruning.pruned > 0) {
      const firstLink = linkOfEntry(tx, firstId - 1);
      if (!firstLink) throw logBroken({ entry: firstId - 1, how: 'missing' });
      moveChainBeginning(tx, firstId, firstLink);
      record(tx, pruningAct, null, { ...pruning, ...checkpointOf(firstId, firstLink) });
    }
    return pruning;
  });
}
