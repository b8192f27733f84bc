import type { App } from '../app.ts';
import type { Reader } from '../database/database.ts';
import { settingValue } from '../settings/settings.ts';
import { addDays, type Day, dayStart } from '../time.ts';
import { record } from './acts.ts';
import { checkpointOf, pruningAct, type Verdict, verifyChain } from './chain.ts';
import { logBroken, nobodyInLog, nobodyOfNumber, sinceAfterUntil } from './failures.ts';
import * as log from './log.ts';
import { isInLog, type LogEntry, type LogFilter, logEntries, type Named, named } from './reading.ts';
import { auditKeepDays } from './settings.ts';
import { chainEnds, factsAstray, firstSince, linkOfEntry, moveChainBeginning, storedEntries } from './store.ts';

/** What somebody wants to read of the log, as they say it, and why. */
export interface LogWish extends Pick<LogFilter, 'acts' | 'operator'> {
  reason: string;
  /** An account; or a number, where it is nobody's account. */
  account?: string | undefined;
  /** The number of a person. */
  person?: number | undefined;
  since?: Day | undefined;
  /** The last day. */
  until?: Day | undefined;
}

/**
 * The entries of the log that somebody wants to read; that they do is recorded first (terms, "Protokolle").
 * The record is about the person whose entries are read, so that it goes with them.
 * @throws Failure `nobody-in-log`, `nobody-of-number`, `since-after-until`
 */
export function readLog(app: App, wish: LogWish): { entries: Iterable<LogEntry>; isNumberToo: boolean } {
  const { reason, acts, operator, since, until } = wish;
  if (since && until && since > until) throw sinceAfterUntil({ since, until });
  return app.transact((tx) => {
    const about = whom(tx, wish);
    const through = record(tx, log.logRead, about, { reason, acts, operator, since, until });
    const filter = {
      userId: about?.id,
      acts,
      operator,
      since: since && dayStart(since),
      before: until && dayStart(addDays(until, 1)),
    };
    return { entries: logEntries(app.db, filter, through), isNumberToo: about?.isNumberToo === true };
  });
}

function whom(db: Reader, { account, person }: LogWish): Named | null {
  if (person !== undefined) {
    if (!isInLog(db, person)) throw nobodyOfNumber({ person });
    return { id: person, isNumberToo: false };
  }
  if (account === undefined) return null;
  const found = named(db, account);
  if (!found) throw nobodyInLog({ named: account });
  return found;
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

/** The entries whose days of keeping are over on a day (`audit.keep-days`): all before `firstId`. */
export function overdueEntries(db: Reader, today: Day): LogPruning & { firstId: number } {
  const olderThan = addDays(today, -settingValue(db, auditKeepDays));
  const ends = chainEnds(db);
  if (!ends) throw new Error('The log has lost its ends.');
  const firstId = firstSince(db, dayStart(olderThan)) ?? ends.lastId + 1;
  return { olderThan, pruned: firstId - ends.firstId, firstId };
}

/** How many entries `pruneLog` would remove. */
export function planLogPruning(app: App): LogPruning {
  const { firstId: _, ...plan } = app.snapshot((db) => overdueEntries(db, app.moment.today));
  return plan;
}

/** Removes the entries that are overdue; the log keeps a checkpoint of where it begins now. */
export function pruneLog(app: App): LogPruning {
  return app.transact((tx) => {
    const { firstId, ...pruning } = overdueEntries(tx, tx.today);
    if (pruning.pruned > 0) {
      const firstLink = linkOfEntry(tx, firstId - 1);
      if (!firstLink) throw logBroken({ entry: firstId - 1, how: 'missing' });
      moveChainBeginning(tx, firstId, firstLink);
      record(tx, pruningAct, null, { ...pruning, ...checkpointOf(firstId, firstLink) });
    }
    return pruning;
  });
}
