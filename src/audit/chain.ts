import * as log from './log.ts';
import { digestOf, type Entry, linkOf } from './rules.ts';

/** Where the chain begins (after a pruning: behind the last entry that went) and where it ends. */
export interface ChainEnds {
  firstId: number;
  firstLink: Buffer;
  lastId: number;
  lastLink: Buffer;
}

/** An entry as it lies in the file, with what it takes to check it. Salt and facts are null where they are missing. */
export interface StoredEntry extends Entry {
  link: Buffer;
  salt: Buffer | null;
  facts: Buffer | null;
  /** Whether the facts may be missing, because the person has been deleted. */
  erasable: boolean;
}

/** In what way an entry doesn't hold. */
export type Flaw =
  | 'missing'
  | 'out-of-place'
  | 'changed'
  | 'facts-changed'
  | 'facts-missing'
  | 'facts-astray'
  | 'tail-missing'
  | 'behind-the-end'
  | 'end-changed'
  | 'beginning-changed';

/** What checking the chain found: how many entries there are and of how many the facts are erased; and the first flaw. */
export interface Verdict {
  entries: number;
  erased: number;
  flaw: { entry: number; how: Flaw } | null;
}

/** The act by which a beginning is moved; its facts say where to, so that a beginning moved otherwise is found. */
export const pruningAct = log.logPruned;

/** The checkpoint that a pruning leaves in the log: from which entry on it is kept, and the link before that. */
export const checkpointOf = (firstId: number, firstLink: Buffer) => ({ firstId, firstLink: firstLink.toString('hex') });

type Checkpoint = ReturnType<typeof checkpointOf>;

/**
 * Checks a log from its beginning to its end, entry by entry, and stops at the first that doesn't hold.
 * `astray` is the number of an entry that is not there though its facts are.
 */
export function verifyChain(ends: ChainEnds, stored: Iterable<StoredEntry>, astray: number | undefined): Verdict {
  let id = ends.firstId;
  let link = ends.firstLink;
  let erased = 0;
  let checkpoint: Checkpoint = checkpointOf(1, Buffer.alloc(32));
  const verdict = (flaw: Verdict['flaw']): Verdict => ({ entries: id - ends.firstId, erased, flaw });

  for (const entry of stored) {
    const how = flawOf(entry, id, link, ends.lastId);
    if (how) return verdict({ entry: how === 'missing' ? id : entry.id, how });
    if (entry.facts === null) erased += 1;
    else if (entry.act === pruningAct.code) checkpoint = JSON.parse(entry.facts.toString());
    id = entry.id + 1;
    link = entry.link;
  }
  if (id <= ends.lastId) return verdict({ entry: id, how: 'tail-missing' });
  if (!link.equals(ends.lastLink) || id !== ends.lastId + 1) return verdict({ entry: id - 1, how: 'end-changed' });
  if (checkpoint.firstId !== ends.firstId || checkpoint.firstLink !== ends.firstLink.toString('hex')) {
    return verdict({ entry: ends.firstId, how: 'beginning-changed' });
  }
  return verdict(astray === undefined ? null : { entry: astray, how: 'facts-astray' });
}

function flawOf(entry: StoredEntry, expected: number, before: Buffer, lastId: number): Flaw | undefined {
  if (entry.id < expected) return 'out-of-place';
  if (entry.id > lastId) return expected > lastId ? 'behind-the-end' : 'missing';
  if (entry.id > expected) return 'missing';
  if (!linkOf(before, entry).equals(entry.link)) return 'changed';
  if (entry.salt === null || entry.facts === null) return entry.erasable ? undefined : 'facts-missing';
  return digestOf(entry.salt, entry.facts).equals(entry.digest) ? undefined : 'facts-changed';
}
