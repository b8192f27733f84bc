import type { Day } from '../time.ts';

/** Somebody who may do more than users (terms, "Administratoren"), or might until a day. */
export interface Administrator {
  administrator: number;
  /** What the operating system calls them, as it stands in the log. */
  osName: string;
  name: string;
  since: Day;
  /** When they signed the undertaking not to use their rights on personal accounts; null if not yet. */
  signedOn: Day | null;
  ended: { on: Day; reason: string | null } | null;
}

/** Whether that can be what an operating system calls somebody: no blanks, colons or slashes in it, not too long. */
export const isOsName = (typed: string): boolean => /^[^\s:/]{1,64}$/u.test(typed);

/** Who works here and has signed nothing: as administrator, or without being one. */
export interface Unsigned {
  osName: string;
  /** Null of those who are nobody's administrator. */
  name: string | null;
}

/** Of those in office and of who has changed something lately, everybody whose undertaking is missing. */
export function unsignedAmong(inOffice: readonly Administrator[], operators: readonly string[]): Unsigned[] {
  const unsigned = inOffice.filter(({ signedOn }) => signedOn === null).map(({ osName, name }) => ({ osName, name }));
  const known = new Set(inOffice.map(({ osName }) => osName));
  const strangers = [...new Set(operators)].filter((operator) => !known.has(operator)).sort();
  return [...unsigned, ...strangers.map((osName) => ({ osName, name: null }))];
}
