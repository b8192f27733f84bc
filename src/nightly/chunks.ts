import type { App } from '../app.ts';
import type { Tx } from '../database/database.ts';
import { Exit, Failure } from '../failures.ts';
import { interrupted } from './failures.ts';

/** Somebody may want the night to stop (Ctrl-C, or the system that goes down): asked between two pieces of work. */
export interface Interruption {
  /** Lets the system say so, if it wants to; the failure then, else null. */
  asked(): Promise<Failure | null>;
}

/** Listens while the work goes on. */
export async function interruptible<T>(app: App, work: (interruption: Interruption) => Promise<T>): Promise<T> {
  let isWanted = false;
  const unheard = app.world.onInterrupt(() => {
    isWanted = true;
  });
  const asked = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return isWanted ? interrupted({}) : null;
  };
  try {
    return await work({ asked });
  } finally {
    unheard();
  }
}

/** What became of many people: who is done, who could not be, and what ended the work before its end. */
export interface Outcome<Person> {
  done: Person[];
  failed: { person: Person; error: unknown }[];
  /** The registry was busy, the disk full, or somebody wanted it to stop: the next night does the rest. */
  stopped: Failure | null;
}

/** How many people share a transaction: waiting for the disk once for each would take ten times as long. */
const together = 100;

/**
 * Does the work for many people, a hundred to a transaction. Where one of them fails, the hundred are taken back and
 * done person by person, so that one bad record stops nobody else. The work returns whom it concerned after all: people
 * may have changed since they were chosen. Where the registry or the disk stands in the way, what is done stays done.
 */
export async function inChunks<Person>(
  app: App,
  interruption: Interruption,
  people: readonly Person[],
  work: (tx: Tx, people: readonly Person[]) => Person[],
): Promise<Outcome<Person>> {
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
    const wanted = await interruption.asked();
    if (wanted) return { ...outcome, stopped: wanted };
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
