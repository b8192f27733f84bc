import type { Incident } from '../../incidents/rules.ts';

/** What stands where something is left out because it is about somebody else. */
const leftOut = '[…]';

/** All texts inside a value, and of `guardian:ute.mueller` also what follows the colon. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, afterColon(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

/** The value without the accounts of others (DSGVO Art. 15(4): a copy must not harm the rights of others). */
export function withoutOthers<Value>(value: Value, others: ReadonlySet<string>): Value;
export function withoutOthers(value: unknown, others: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return others.has(value) || others.has(afterColon(value)) ? leftOut : value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => withoutOthers(one, others));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutOthers(one, others)]));
}

const afterColon = (text: string): string => text.slice(text.indexOf(':') + 1);

/**
 * What somebody gets to read of an incident that concerns them: never on whose word it was opened nor who else is
 * concerned; and where others are, not the texts about all of them (DSGVO Art. 15(4)).
 */
export function ownPartOf({
  incident,
  openedOn,
  openedBy,
  clause,
  what,
  closedOn,
  closedBy,
  outcome,
  ...of
}: Incident) {
  const withheld = of.accounts.length > 1;
  const own = (text: string | null) => (withheld && text !== null ? leftOut : text);
  return { incident, openedOn, openedBy, clause, what: own(what), closedOn, closedBy, outcome: own(outcome) };
}
