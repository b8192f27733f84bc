import type { App } from '../../app.ts';
import { record } from '../../audit/acts.ts';
import type { Reader, Tx } from '../../database/database.ts';
import { accountKey } from '../../users/store.ts';

import { unknownTraces } from './failures.ts';
import * as log from './log.ts';
import { digestOfText, finderOf, masked, movedSpots } from './rules.ts';
import {
  deleteTraces,
  freeTexts,
  incidentsOf,
  insertTrace,
  moveTrace,
  namedPeople,
  namesBut,
  putText,
  type Trace,
  textAt,
  tracesOf,
} from './store.ts';

/**
 * Remembers where free texts name people who are about to be deleted: afterwards nobody knows their names. Looks through
 * every text once, whoever and however many they are.
 */
export function traceNames(tx: Tx, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const find = finderOf(namedPeople(tx, ids), namesBut(tx, ids));
  const key = accountKey(tx);
  const found = [...freeTexts(tx)].flatMap(({ text, ...at }) =>
    find(text).map(({ id, spots }) => ({ person: id, ...at, spots, digest: digestOfText(key, text) })),
  );
  for (const trace of found) insertTrace(tx, trace);
}

/** Takes the names of people out of the texts of the incidents that concern them, which stay for the others. */
export function maskInIncidents(tx: Tx, ids: readonly number[]): void {
  const own = new Set(incidentsOf(tx, ids).map(({ incident, person }) => `${incident} ${person}`));
  const traces = tracesOf(tx, true).filter(
    ({ place, rowId, person }) => place === 'incidents' && own.has(`${rowId} ${person}`),
  );
  for (const trace of traces) maskNow(tx, trace);
}

/** Masks what a trace points to; other traces in the same text move with it. */
function maskNow(tx: Tx, trace: Trace): void {
  const all = tracesOf(tx, true);
  const current = all.find(({ number }) => number === trace.number);
  const text = current && textOf(tx, current);
  if (!current || text === null || text === undefined) {
    deleteTraces(tx, [trace.number]);
    return;
  }
  const rest = masked(text, current.spots);
  putText(tx, current, rest);
  deleteTraces(tx, [current.number]);
  const beside = all.filter(
    ({ number, place, field, rowId }) =>
      number !== current.number && place === current.place && field === current.field && rowId === current.rowId,
  );
  for (const { number, spots } of beside) {
    const moved = current.place === 'audit_facts' ? [] : movedSpots(spots, current.spots);
    if (moved.length === 0) deleteTraces(tx, [number]);
    else moveTrace(tx, number, moved, digestOfText(accountKey(tx), rest));
  }
}

/** The text of a trace, if it is still the same; else null. */
function textOf(db: Reader, trace: Trace): string | null {
  const text = textAt(db, trace);
  return text !== null && digestOfText(accountKey(db), text).equals(trace.digest) ? text : null;
}

/** The texts that still name somebody deleted. */
export const openTraces = (db: Reader): (Trace & { text: string })[] =>
  tracesOf(db, false).flatMap((trace) => {
    const text = textOf(db, trace);
    return text === null ? [] : [{ ...trace, text }];
  });

/** Forgets traces that lead nowhere any more: texts that went with the person, or otherwise. */
export function forgetTraces(tx: Tx): void {
  const open = new Set(openTraces(tx).map(({ number }) => number));
  deleteTraces(
    tx,
    tracesOf(tx, true)
      .map(({ number }) => number)
      .filter((number) => !open.has(number)),
  );
}

/**
 * Masks the names of people deleted in texts; or says that they mean somebody else.
 * @throws Failure `unknown-traces`
 */
export function settleTraces(app: App, numbers: readonly number[], meansAnother: boolean): Trace[] {
  return app.transact((tx) => {
    const chosen = openTraces(tx).filter(({ number }) => numbers.includes(number));
    const unknown = numbers.filter((number) => !chosen.some((trace) => trace.number === number));
    if (unknown.length > 0) throw unknownTraces({ numbers: unknown });
    if (meansAnother) deleteTraces(tx, numbers);
    else for (const trace of chosen) maskNow(tx, trace);
    const entries = meansAnother ? [] : chosen.flatMap(({ place, rowId }) => (place === 'audit_facts' ? [rowId] : []));
    const texts = chosen.map(({ place, field, rowId }) => `${place}.${field} ${rowId}`);
    record(tx, meansAnother ? log.namesKept : log.namesMasked, null, { texts, entries: [...new Set(entries)] });
    return chosen;
  });
}
