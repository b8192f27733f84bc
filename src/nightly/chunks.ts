import type { App } from '../app.ts';
import type { Tx } from '../database/database.ts';
import { Exit, Failure } from '../failures.ts';

/** What became of many people: who is done, who could not be, and what ended the work before its end. */
export interface Outcome<Person> {
  done: Person[];
  failed: { person: Person; error: unknown }[];
  /** The registry was busy or the disk full: that is about no one person, and the next night does the rest. */
  stopped: Failure | null;
}

/** How many people share a transaction: waiting for the disk once for each would take ten times as long. */
const together = 100;

/**
 * Does the work for many people, a hundred to a transaction. Where one of them fails, the hundred are taken back and
 * done person by person, so that one bad record stops nobody else. The work returns whom it concerned after all: people
 * may have changed since they were chosen. Where the registry or the disk stands in the way, what is done stays done.
 */
export function inChunks<Person>(
  app: App,
  people: readonly Person[],
  work: (tx: Tx, people: readonly Person[]) => Person[],
): Outcome<Person> {
  const outcome: Outcome<Person> = { done: [], failed: [], stopped: null };
  /** Undefined where it worked, else why it did not. */
  const attempt = (some: readonly Person[]): unknown => {
    try {
      outcome.done.push(...app.transact((tx) => work(tx, some)));
      return undefined;
    } catch (error) {
      return error;
    }
  };
  for (let start = 0; start < people.length; start += together) {
    const some = people.slice(start, start + together);
    const error = attempt(some);
    if (error === undefined) continue;
    for (const person of isInTheWay(error) ? [] : some) {
      const reason = attempt([person]);
      if (isInTheWay(reason)) return { ...outcome, stopped: reason };
      if (reason !== undefined) outcome.failed.push({ person, error: reason });
    }
    if (isInTheWay(error)) return { ...outcome, stopped: error };
  }
  return outcome;
}

const inTheWay = [Exit.busy, Exit.faulty] as const;

/** Whether it is the registry or the disk that fails, and not one person's record. */
const isInTheWay = (error: unknown): error is Failure =>
  error instanceof Failure && inTheWay.some((exit) => exit === error.exit);
