import { addDays, type Day, schoolDay } from '../time.ts';
import * as log from './log.ts';
import { digestOf, type Entry, leastKeepDays, linkOf } from './rules.ts';

/** Where the chain begins (after a pruning: behind the last entry that went) and where it ends. */
export interface ChainEnds {
  firstId: number;
  firstLink: Buffer;
  lastId: number;
  lastLink: Buffer;
  /** From this entry on times never fall. */
  orderedFrom: number;
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
  | 'beginning-changed'
  | 'time-falls'
  | 'pruned-young'
  | 'run-astray'
  | 'deletion-unlogged'
  | 'living-stone'
  | 'anchor-changed'
  | 'anchor-missing';

/** What checking the chain found: how many entries there are and of how many the facts are erased; and the first flaw. */
export interface Verdict {
  entries: number;
  erased: number;
  /** Number and hash of the last entry, as they can be kept elsewhere: `15:9f86…`. */
  head: string;
  flaw: { entry: number; how: Flaw } | null;
}

/** The end of a log that somebody has kept elsewhere. */
export interface Anchor {
  entry: number;
  /** In hexadecimal, perhaps only its beginning. */
  hash: string;
}

/** What other tables know of the log. */
export interface Witnesses {
  /** Imports, with the last entry that each has made, and when. */
  runs: { run: number; entry: number; at: string }[];
  /** Imports of which that entry is about something else. */
  astray: { run: number }[];
  /** The deleted of whose deletion there is no entry. */
  unlogged: { person: number; deletedOn: Day }[];
  /** People who are here although a tombstone says that they were deleted. */
  living: { person: number }[];
}

/** The act by which a beginning is moved; its facts say where to, so that a beginning moved otherwise is found. */
export const pruningAct = log.logPruned;

/** The checkpoint that a pruning leaves in the log: from which entry on it is kept, and the link before that. */
export const checkpointOf = (firstId: number, firstLink: Buffer): Checkpoint => ({
  firstId,
  firstLink: firstLink.toString('hex'),
});

interface Checkpoint {
  firstId: number;
  firstLink: string;
  /** Everything before this day was removed. */
  olderThan?: Day;
  /** Because entries were kept for so many days; prunings of the first version did not say. */
  keepDays?: number;
}

/**
 * Checks a log from its beginning to its end, entry by entry, and stops at the first that doesn't hold; then against
 * what other tables know of it, and against an end that was kept elsewhere. `astray` is the number of an entry that is
 * not there though its facts are.
 */
export function verifyChain(
  ends: ChainEnds,
  stored: Iterable<StoredEntry>,
  astray: number | undefined,
  witnesses: Witnesses,
  anchors: readonly Anchor[] = [],
): Verdict {
  let id = ends.firstId;
  let link = ends.firstLink;
  let erased = 0;
  let at = '';
  let checkpoint: Checkpoint = checkpointOf(1, Buffer.alloc(32));
  const unseen = new Set(anchors);
  const see = (entry: number) => {
    for (const anchor of unseen) if (isAt(anchor, entry, link)) unseen.delete(anchor);
  };
  see(id - 1);
  const verdict = (flaw: Verdict['flaw']): Verdict => ({
    entries: id - ends.firstId,
    erased,
    head: headOf(ends),
    flaw,
  });

  for (const entry of stored) {
    const how = flawOf(entry, id, link, ends.lastId) ?? (isFalling(entry, at, ends) ? 'time-falls' : undefined);
    if (how) return verdict({ entry: how === 'missing' ? id : entry.id, how });
    if (entry.facts === null) erased += 1;
    else if (entry.act === pruningAct.code) {
      checkpoint = JSON.parse(entry.facts.toString());
      if (isHasty(checkpoint, entry.at)) return verdict({ entry: entry.id, how: 'pruned-young' });
    }
    at = entry.at;
    id = entry.id + 1;
    link = entry.link;
    see(entry.id);
  }
  if (id <= ends.lastId) return verdict({ entry: id, how: 'tail-missing' });
  if (!link.equals(ends.lastLink) || id !== ends.lastId + 1) return verdict({ entry: id - 1, how: 'end-changed' });
  if (checkpoint.firstId !== ends.firstId || checkpoint.firstLink !== ends.firstLink.toString('hex')) {
    return verdict({ entry: ends.firstId, how: 'beginning-changed' });
  }
  if (astray !== undefined) return verdict({ entry: astray, how: 'facts-astray' });
  const contradicted = contradiction(ends, checkpoint.olderThan, witnesses);
  if (contradicted) return verdict(contradicted);
  const [anchor] = unseen;
  if (!anchor) return verdict(null);
  return verdict({ entry: anchor.entry, how: anchor.entry > ends.lastId ? 'anchor-missing' : 'anchor-changed' });
}

/** The end of a log, to be kept elsewhere. */
export const headOf = ({ lastId, lastLink }: Pick<ChainEnds, 'lastId' | 'lastLink'>): string =>
  `${lastId}:${lastLink.toString('hex')}`;

const isAt = ({ entry, hash }: Anchor, id: number, link: Buffer): boolean =>
  entry === id && link.toString('hex').startsWith(hash);

/** An entry is earlier than the one before it only where somebody has confirmed the clock: its facts say so. */
const isFalling = (entry: StoredEntry, before: string, { orderedFrom }: ChainEnds): boolean =>
  entry.id > orderedFrom &&
  entry.at < before &&
  (entry.facts === null || JSON.parse(entry.facts.toString()).clock !== entry.at);

/** Whether a pruning removed entries before their days were over. */
function isHasty({ olderThan, keepDays }: Checkpoint, at: string): boolean {
  if (olderThan === undefined) return false;
  const day = schoolDay(new Date(at));
  if (keepDays === undefined) return olderThan > day;
  return keepDays < leastKeepDays || olderThan > addDays(day, -keepDays);
}

/** What other tables know, and the log does not: an entry that is not there can only have been pruned in its time. */
function contradiction(ends: ChainEnds, olderThan: Day | undefined, known: Witnesses): Verdict['flaw'] {
  const isOver = (day: Day) => olderThan !== undefined && day < olderThan;
  const [astray] = known.astray;
  if (astray) return { entry: astray.run, how: 'run-astray' };
  for (const { run, entry, at } of known.runs) {
    if (entry > ends.lastId) return { entry: run, how: 'run-astray' };
    if (entry < ends.firstId && !isOver(schoolDay(new Date(at)))) return { entry, how: 'pruned-young' };
  }
  const unlogged = known.unlogged.find(({ deletedOn }) => !isOver(deletedOn));
  if (unlogged) return { entry: unlogged.person, how: 'deletion-unlogged' };
  const [living] = known.living;
  return living ? { entry: living.person, how: 'living-stone' } : null;
}

function flawOf(entry: StoredEntry, expected: number, before: Buffer, lastId: number): Flaw | undefined {
  if (entry.id < expected) return 'out-of-place';
  if (entry.id > lastId) return expected > lastId ? 'behind-the-end' : 'missing';
  if (entry.id > expected) return 'missing';
  if (!linkOf(before, entry).equals(entry.link)) return 'changed';
  if (entry.salt === null || entry.facts === null) return entry.erasable ? undefined : 'facts-missing';
  return digestOf(entry.salt, entry.facts).equals(entry.digest) ? undefined : 'facts-changed';
}
