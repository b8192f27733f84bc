import { crypto } from '../load.ts';

/** One entry of the log, as it is chained: facts only by their digest. */
export interface Entry {
  id: number;
  at: string;
  operator: string;
  act: string;
  userId: number | null;
  digest: Buffer;
}

/** The salted digest of an entry's facts: without the salt it can't be guessed, so the facts can be erased. */
export const digestOf = (salt: Buffer, facts: Buffer): Buffer =>
  crypto().hash('sha256', Buffer.concat([salt, facts]), 'buffer');

/** What ties an entry to all that came before it. */
export const linkOf = (before: Buffer, { id, at, operator, act, userId, digest }: Entry): Buffer =>
  crypto().hash(
    'sha256',
    Buffer.concat([before, Buffer.from(JSON.stringify([id, at, operator, act, userId])), digest]),
    'buffer',
  );

/** The codes that have a word in common with what somebody typed; all, if none has. */
export function codesNear(typed: string, codes: readonly string[]): string[] {
  const words = typed.toLowerCase().split(/[^a-z]+/);
  const stems = words.filter((word) => word.length > 2).map((word) => word.slice(0, 5));
  const near = codes.filter((code) => code.split('-').some((word) => stems.some((stem) => word.startsWith(stem))));
  return near.length > 0 ? near : [...codes];
}

/** How many days the log is kept at least, whatever a school sets: what was done yesterday can't be made to vanish. */
export const leastKeepDays = 30;
