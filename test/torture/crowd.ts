import { heldIn } from './held.ts';
import type { Deed, Typing } from './typing.ts';

export interface Crowd {
  tried: number;
  /** Changes that were done, and those that gave way: the registry was busy all the while they waited. */
  done: number;
  busy: number;
  lost: string[];
}

/** What one of them types next; each line adds one entry to the log, or none if it only looks. */
const turns: readonly ((who: number, turn: number) => [line: string, entries: 0 | 1])[] = [
  (who, turn) => [`user add --role staff --given ${letters(who)} --family ${letters(turn)} --another`, 1],
  () => ['status', 0],
  (who, turn) => [`settings set school.town Ort${letters(who)}${letters(turn)}`, 1],
  () => ['user list --json', 0],
  () => ['backup create', 1],
  () => ['roster import students.csv --dry-run', 0],
  () => ['audit verify', 0],
];

const letters = (number: number): string =>
  [...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');

/** So many at one registry at once, for so long (in milliseconds): everything done is in the log, once. */
export async function crowd(typing: Typing, folder: string, day: string, people: number, time: number): Promise<Crowd> {
  const count: Crowd = { tried: 0, done: 0, busy: 0, lost: [] };
  const entries = () => heldIn(folder).tables.get('audit_entries')?.length ?? 0;
  const before = entries();
  const until = performance.now() + time;
  const one = async (who: number) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const [line, more] = turns[(who + turn) % turns.length]?.(who, turn) ?? ['status', 0];
      const { exit, err } = await typing.meanwhile(folder, { line, day, piped: [] });
      count.tried += 1;
      if (exit === 0) count.done += more;
      else if (exit === 75) count.busy += 1;
      else count.lost.push(`${line} ended with ${exit}: ${err}`);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, who) => one(who)));
  const added = entries() - before;
  if (added !== count.done) count.lost.push(`${count.done} changes, ${added} entries`);
  const verified: Deed = { line: 'audit verify', day, piped: [] };
  const { exit, err } = typing.typed(folder, verified);
  if (exit !== 0) count.lost.push(`audit verify ended with ${exit}: ${err}`);
  for (const text of heldIn(folder).damage) count.lost.push(text);
  return count;
}
