import { leftOut } from '../../subject.ts';

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
