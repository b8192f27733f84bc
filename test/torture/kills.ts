import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { changeable, contentOf, type Held, heldIn } from './held.ts';
import type { Call, Deed, Ended, Typing } from './typing.ts';

/** What came of a command that was stopped at every place: how often it was as before, as after, between; and what is wrong. */
export interface Count {
  tried: number;
  before: number;
  after: number;
  /** Part of several steps, each of them whole; typed again, the command does the rest. */
  between: number;
  lost: string[];
}

export const nothingYet = (): Count => ({ tried: 0, before: 0, after: 0, between: 0, lost: [] });

export type Kind = 'killed' | 'failing once' | 'failing for good';

/** One command and a folder in which it is about to be typed. */
export class Trial {
  private readonly typing: Typing;
  private readonly deed: Deed;
  private readonly start: string;
  private readonly work: string;
  private readonly before: Held;
  private readonly after: Held;
  private readonly leftOut: Set<string>;
  private readonly regular: Ended;
  readonly calls: readonly Call[];

  /** `start` stays as it is; `work` is where it is tried. */
  constructor(typing: Typing, deed: Deed, start: string, work: string) {
    this.typing = typing;
    this.deed = deed;
    this.start = start;
    this.work = work;
    this.before = this.renewed();
    typing.typed(work, deed);
    const once = heldIn(work);
    this.renewed();
    this.regular = typing.typed(work, deed);
    this.after = heldIn(work);
    this.leftOut = changeable(once, this.after);
    this.renewed();
    this.calls = typing.calls(work, deed);
  }

  /** Node itself can't go on where no `write` works any more, not even to wake its own threads. */
  canBe({ name }: Call, kind: Kind): boolean {
    return kind !== 'failing for good' || name !== 'write';
  }

  /** Stops the command at one call, and looks what is there; then it is typed again. */
  stopped(call: Call, kind: Kind, count: Count): void {
    this.renewed();
    const ended =
      kind === 'killed'
        ? this.typing.killed(this.work, this.deed, call)
        : this.typing.failing(this.work, this.deed, call, kind === 'failing for good');
    count.tried += 1;
    const where = `${this.deed.line}, ${kind} at ${call.name} ${call.count}`;
    const wrong = (text: string) => count.lost.push(`${where}: ${text}`);
    if (kind !== 'killed') for (const text of this.wrongEnd(ended)) wrong(text);
    const held = heldIn(this.work);
    for (const text of held.damage) wrong(text);
    const state = this.stateOf(held);
    count[state] += 1;
    if (ended.err.includes('othing was changed') && state !== 'before')
      wrong(`said that nothing was changed: ${state}`);
    if (state !== 'after') this.again(state, wrong);
    const { exit, err } = this.typing.typed(this.work, { ...this.deed, line: 'audit verify' });
    if (exit !== 0 && this.after.tables.size > 0) wrong(`audit verify ended with ${exit}: ${err}`);
  }

  /** Typed again it comes to what it would have come to, and leaves nothing unfinished lying. */
  private again(state: 'before' | 'between', wrong: (text: string) => void): void {
    const again = this.typing.typed(this.work, this.deed);
    if (again.exit !== this.regular.exit) wrong(`typed again, it ended with ${again.exit}: ${again.err}`);
    const now = heldIn(this.work);
    if (contentOf(now, this.leftOut) !== contentOf(this.after, this.leftOut) && state === 'before')
      wrong('typed again, it came to something else');
    const left = now.files.filter((name) => !this.after.files.includes(name));
    if (left.length > 0) wrong(`left lying: ${left.join(', ')}`);
  }

  /** A disk that doesn't write is told as such, without the program's own words for a bug. */
  private wrongEnd({ exit, err }: Ended): string[] {
    const isTold = exit === this.regular.exit || exit === 75 || exit === 3 || exit === 4;
    const hasStack = /^ +at /m.test(err);
    return [...(isTold ? [] : [`ended with ${exit}: ${err}`]), ...(hasStack ? [`a stack: ${err}`] : [])];
  }

  private stateOf(held: Held): 'before' | 'after' | 'between' {
    const content = contentOf(held, this.leftOut);
    // A command that changes nothing is done when its files are there.
    if (content === contentOf(this.after, this.leftOut) && this.after.files.every((name) => held.files.includes(name)))
      return 'after';
    return content === contentOf(this.before, this.leftOut) ? 'before' : 'between';
  }

  private renewed(): Held {
    rmSync(this.work, { recursive: true, force: true });
    mkdirSync(this.work, { recursive: true });
    cpSync(this.start, this.work, { recursive: true, preserveTimestamps: true });
    return heldIn(this.work);
  }

  /** Does it for good, in the folder from which it started. */
  carriedOut(): Ended {
    return this.typing.typed(this.start, this.deed);
  }
}
