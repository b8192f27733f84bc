import type { App } from '../app.ts';
import type { Tx } from '../database/database.ts';
import { Exit, Failure } from '../failures.ts';

/** What became of many people: who is done, and who could not be. */
export interface Outcome<Person> {
  done: Person[];
  failed: { person: Person; error: unknown }[];
}

/** How many people share a transaction: waiting for the disk once for each would take ten times as long. */
const together = 100;

/**
 * Does the work for many people, a hundred to a transaction. Where one of them fails, the hundred are taken back and
 * done person by person, so that one bad record stops nobody else. The work returns whom it concerned after all: people
 * may have changed since they were chosen.
 * @throws Failure `registry-busy`, `disk-full`: those are about no one person
 */
export function inBatches<Person>(
  app: App,
  people: readonly Person[],
  work: (tx: Tx, people: readonly Person[]) => Person[],
): Outcome<Person> {
  const outcome: Outcome<Person> = { done: [], failed: [] };
  const attempt = (some: readonly Person[]) => outcome.done.push(...app.transact((tx) => work(tx, some)));
  for (let start = 0; start < people.length; start += together) {
    const some = people.slice(start, start + together);
    try {
      attempt(some);
    } catch (error) {
      if (error instanceof Failure && error.exit === Exit.busy) throw error;
      for (const person of some) {
        try {
          attempt([person]);
        } catch (reason) {
          if (reason instanceof Failure && reason.exit === Exit.busy) throw reason;
          outcome.failed.push({ person, error: reason });
        }
      }
    }
  }
  return outcome;
}
