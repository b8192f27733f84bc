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
