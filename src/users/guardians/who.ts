import { cleaned, saysSomething } from '../../typed.ts';

/** Who speaks for somebody, or hears something for them: the person, a guardian with an account, or one known by name. */
export type By = 'self' | `guardian:${string}` | `guardian-name:${string}`;

/** Who is meant, as it was typed: accounts in lower case; undefined where it is none of the three. */
export function byOf(typed: string): By | undefined {
  const text = cleaned(typed);
  if (/^(self|selbst)$/i.test(text)) return 'self';
  const [, name, who] = /^(?:guardian|eltern)(-name)?: ?(.+)$/i.exec(text) ?? [];
  if (!who) return undefined;
  return name === undefined ? `guardian:${who.toLowerCase()}` : `guardian-name:${who}`;
}

/** The name of a guardian who has no account; undefined of everybody else. */
export const nameIn = (by: By): string | undefined => /^guardian-name:(.+)$/.exec(by)?.[1];

/** The account of a guardian who has one; undefined of everybody else. */
export const accountIn = (by: By): string | undefined => /^guardian:(.+)$/.exec(by)?.[1];

/** Whether a text names somebody: by a given and a family name, in whatever order. */
export const isFullName = (name: string): boolean => name.split(/[\s,]+/).filter(saysSomething).length >= 2;

/** A guardian by account or name alone: the two can be told apart. */
export const named = (by: By): string => accountIn(by) ?? nameIn(by) ?? by;
