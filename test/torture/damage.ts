import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, type Held, heldIn, registryName } from './held.ts';
import type { Typing } from './typing.ts';

export interface Damage {
  tried: number;
  /** The command said that the file is damaged, or did not need what is. */
  noticed: number;
  unharmed: number;
  lost: string[];
}

const pageSize = 4096;

/** What becomes of a page. */
const harms: Readonly<Record<string, (page: Buffer) => void>> = {
  zeros: (page) => void page.fill(0),
  noise: (page) => void randomBytes(page.length).copy(page),
  'a bit': (page) => void page.writeUInt8(page.readUInt8(page.length - 9) ^ 4, page.length - 9),
  'its head': (page) => void page.fill(0xff, 0, 8),
};

const looking = [
  'status',
  'user list --json',
  'audit verify',
  'leaver run',
  'user add --role staff --given A --family B',
];

/** Damages every page of the registry in every way, and types what is typed every day: it ends in words. */
export function damagedPages(typing: Typing, start: string, work: string, day: string, every: number): Damage {
  const count: Damage = { tried: 0, noticed: 0, unharmed: 0, lost: [] };
  const sound = readFileSync(join(start, registryName));
  const cases = Array.from({ length: sound.length / pageSize }, (_, page) =>
    Object.entries(harms).flatMap(([harm, change]) => looking.map((line) => ({ page, harm, change, line }))),
  ).flat();
  for (const [index, { page, harm, change, line }] of cases.entries()) {
    if (index % every !== 0) continue;
    renew(start, work);
    const bytes = Buffer.from(sound);
    change(bytes.subarray(page * pageSize, (page + 1) * pageSize));
    writeFileSync(join(work, registryName), bytes);
    const { exit, err } = typing.typed(work, { line, day, piped: [] });
    count.tried += 1;
    if (exit === 4) count.noticed += 1;
    else if (exit === 0 || exit === 5) count.unharmed += 1;
    if (exit === null || ![0, 3, 4, 5].includes(exit) || /^ +at /m.test(err))
      count.lost.push(`${line}, page ${page + 1}: ${harm}: ended with ${exit}: ${err}`);
  }
  return count;
}

/** Puts what is no journal of this registry beside it: the registry stays what it was, or is refused. */
export function forgedJournals(typing: Typing, start: string, work: string, day: string, others: Buffer[]): Damage {
  const count: Damage = { tried: 0, noticed: 0, unharmed: 0, lost: [] };
  const before = renew(start, work);
  const magic = Buffer.from('d9d505f920a163d7', 'hex');
  const journals: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    zeros: Buffer.alloc(2 * pageSize),
    noise: randomBytes(3 * pageSize),
    'a head and noise': Buffer.concat([magic, randomBytes(3 * pageSize)]),
    ...Object.fromEntries(others.map((journal, index) => [`of another registry (${index + 1})`, journal])),
  };
  for (const [name, journal] of Object.entries(journals))
    for (const line of ['status', 'audit verify', 'user list --json']) {
      renew(start, work);
      writeFileSync(join(work, `${registryName}-journal`), journal, { mode: 0o600 });
      const { exit, err } = typing.typed(work, { line, day, piped: [] });
      count.tried += 1;
      if (exit === 3 || exit === 4) {
        count.noticed += 1;
        continue;
      }
      const same = contentOf(heldIn(work), new Set()) === contentOf(before, new Set());
      if (exit === 0 && same) count.unharmed += 1;
      else count.lost.push(`${line}, a journal ${name}: ended with ${exit}, ${same ? 'unharmed' : 'harmed'}: ${err}`);
    }
  return count;
}

function renew(start: string, work: string): Held {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(start, work, { recursive: true, preserveTimestamps: true });
  return heldIn(work);
}
