import type { Act } from '../act.ts';
import type { Tx } from '../database/database.ts';
import type { Instant } from '../time.ts';
import { digestOf, linkOf } from './rules.ts';
import { chainEnds, insertEntry, insertFacts, lastEntryAt, moveChainEnd } from './store.ts';

/** What an act was about: one person, or nobody in particular. */
export type Subject = { id: number } | null;

/** Adds one entry to the log, in the transaction of the act itself. Returns its number. */
export function record(tx: Tx, act: Act, subject: Subject, facts: object): number {
  return recordAll(tx, act, [{ subject, facts }]);
}

/**
 * Adds an entry that says that somebody has looked at the clock, and that it is right: from there on times count anew,
 * also where the clock was ahead before.
 */
export function recordClock(tx: Tx, act: Act, facts: object): number {
  return append(tx, act, [{ subject: null, facts: { ...facts, clock: tx.now } }], tx.now);
}

/**
 * Adds an entry for each of many people that one act has changed. Returns the number of the last entry. Times never
 * fall: on a clock that went back, an entry has the time of the one before it, and says what the clock showed.
 */
export function recordAll(tx: Tx, act: Act, changes: Iterable<{ subject: Subject; facts: object }>): number {
  const before = lastEntryAt(tx) ?? tx.now;
  if (before <= tx.now) return append(tx, act, changes, tx.now);
  if (Date.parse(before) - Date.parse(tx.now) <= tolerated) return append(tx, act, changes, before);
  return append(tx, act, withClock(changes, tx.now), before);
}

/** By how many milliseconds clocks are set back all the time. */
const tolerated = 60_000;

function* withClock(changes: Iterable<{ subject: Subject; facts: object }>, clock: Instant) {
  for (const { subject, facts } of changes) yield { subject, facts: { ...facts, clock } };
}

function append(tx: Tx, act: Act, changes: Iterable<{ subject: Subject; facts: object }>, at: Instant): number {
  const ends = chainEnds(tx);
  if (!ends) throw new Error('The log has lost its ends.');
  let { lastId, lastLink } = ends;
  const salts = saltsFrom(tx);
  for (const { subject, facts } of changes) {
    const written = JSON.stringify(facts);
    const salt = salts.next().value;
    const entry = {
      id: lastId + 1,
      at,
      operator: tx.operator,
      act: act.code,
      userId: subject?.id ?? null,
      digest: digestOf(salt, Buffer.from(written)),
    };
    lastLink = linkOf(lastLink, entry);
    lastId = entry.id;
    insertEntry(tx, entry, lastLink);
    insertFacts(tx, lastId, salt, written);
  }
  moveChainEnd(tx, lastId, lastLink);
  return lastId;
}

/** Salts of 16 bytes, drawn a few hundred at a time: asking the system for each of many takes longer than all else. */
function* saltsFrom(tx: Tx): Generator<Buffer, never> {
  for (let drawn = tx.random(16); ; drawn = tx.random(16 * 256)) {
    for (let at = 0; at < drawn.length; at += 16) yield drawn.subarray(at, at + 16);
  }
}
