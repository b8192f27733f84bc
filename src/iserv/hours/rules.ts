import type { Person } from '../rules.ts';

/** Who of a class is opened for its hour: who has a provisional password still, and may be let in. */
export const toOpen = (people: readonly Person[]): Person[] =>
  people.filter(({ mustChange, status }) => mustChange !== null && (status === 'active' || status === 'leaving'));

/** How an hour went. */
export interface Hour {
  /** Has an own password now. */
  came: Person[];
  /** Still has the provisional one, and is closed again. */
  didNotCome: Person[];
}

/**
 * How the hour of a class went: who was opened for it and still has the provisional password, by IServ's list or, where
 * none was brought, as far as is known here, did not come.
 */
export function hourOf(people: readonly Person[], provisional: readonly string[] | undefined): Hour {
  const listed = provisional && new Set(provisional);
  const opened = people.filter(({ hands }) => hands.hour === 'open');
  const stillHas = ({ account, known, mustChange }: Person) =>
    mustChange !== null && (!listed || listed.has(known?.account ?? account));
  return { came: opened.filter((person) => !stillHas(person)), didNotCome: opened.filter(stillHas) };
}
