import type { ScryptOptions } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { crypto } from '../load.ts';

const derive = (password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> =>
  promisify<string, Buffer, number, ScryptOptions, Buffer>(crypto().scrypt)(
    password.normalize('NFC'),
    salt,
    length,
    options,
  );

/** The logarithm of scrypt's N, and its r: each hash under way takes 16 MB. */
const memory = { ln: 14, r: 8 };
/** Bytes of a salt and of a hash. */
const sizes = { salt: 16, hash: 32 };

/** scrypt's options, with room for what OpenSSL needs beside the 128·N·r bytes. */
const optionsOf = ({ ln, r, p }: { ln: number; r: number; p: number }): ScryptOptions => ({
  N: 2 ** ln,
  r,
  p,
  maxmem: 256 * 2 ** ln * r,
});

/** What a password is hashed with: a salt from here, and scrypt's p. */
export interface Hashing {
  random(bytes: number): Buffer;
  rounds: number;
}

/** The hash as it is stored, with all that is needed to compare: `$scrypt$ln=14,r=8,p=5$salt$hash`. */
export async function hashOf(password: string, { random, rounds }: Hashing): Promise<string> {
  const parameters = { ...memory, p: rounds };
  const salt = random(sizes.salt);
  const hash = await derive(password, salt, sizes.hash, optionsOf(parameters));
  return `$scrypt$ln=${memory.ln},r=${memory.r},p=${rounds}$${base64(salt)}$${base64(hash)}`;
}

/**
 * The hashes of many passwords, in their order; as many at once as there are cores. `done` is told of each,
 * and ends it all by throwing.
 */
export async function hashesOf(
  passwords: readonly string[],
  hashing: Hashing,
  done: () => Promise<void>,
): Promise<string[]> {
  const hashes: string[] = [];
  const left = passwords.entries();
  const work = async () => {
    for (const [index, password] of left) {
      hashes[index] = await hashOf(password, hashing);
      await done();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: availableParallelism() }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return hashes;
}

/** Whether a password is the one that was hashed. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, ln, r, p, salt, hash] = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? [];
  if (!salt || !hash) throw new Error('A password hash in the registry is not readable.');
  const expected = Buffer.from(hash, 'base64');
  const options = optionsOf({ ln: Number(ln), r: Number(r), p: Number(p) });
  const found = await derive(password, Buffer.from(salt, 'base64'), expected.length, options);
  return crypto().timingSafeEqual(found, expected);
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
