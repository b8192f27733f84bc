import { randomBytes, scrypt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { hashesOf } from '../../src/passwords/hash.ts';

const bare = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);
/** A single round: the less there is to hash, the more would be seen of all that is done beside it. */
const rounds = 1;

/** 300 hashes as they are stored, beside 300 bare calls with the same parameters, as many at once; in ten turns. */
export const hashing = {
  name: '300 password hashes',
  beside: '300 bare calls of scrypt',
  async ratio(): Promise<number> {
    const passwords = Array.from({ length: 30 }, (_, index) => `Rameto37?Mukifawa${index}`);
    const ours: number[] = [];
    const other: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      ours.push(await took(() => hashesOf(passwords, { random: randomBytes, rounds }, async () => {})));
      other.push(await took(() => bareHashes(passwords)));
    }
    return median(ours) / median(other);
  },
};

async function bareHashes(passwords: readonly string[]): Promise<void> {
  const left = passwords.values();
  const work = async () => {
    for (const password of left) await bare(password, randomBytes(16), 32, { N: 2 ** 14, r: 8, p: rounds });
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
