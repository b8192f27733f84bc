import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { run } from '../../src/run.ts';
import type { Output, Prompts, World } from '../../src/world.ts';
import { words } from './words.ts';

/** How a command ended: what an administrator, or a script, gets to see of it. */
export interface Ended {
  exit: number;
  out: string;
  err: string;
  /** Standard output read as the one JSON value that `--json` promises. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it as scripts do
  json(): any;
}

/** A school in a folder of its own, with a clock, an operator and answers that the test sets. */
export class School {
  readonly folder: string;
  readonly env: Record<string, string | undefined> = { LANG: 'en_GB.UTF-8' };
  now = new Date('2026-08-20T08:00:00Z');
  operator = 'k.schmidt';
  /** How long a command waits for another, in milliseconds. */
  patience = 5000;
  /** Ends the waiting for another machine, as a clock would. */
  timeIsUp = new AbortController();
  /** What the person at the terminal answers, in order; without any, nobody sits there. */
  answers: (string | boolean)[] | undefined;
  /** What a script pipes into the command, line by line. */
  stdin: string[] = [];
  /** What is piped into the command as it stands, where it reads a file from `-`. */
  piped: Buffer | undefined;
  /** What the log of the system was told. */
  told: string[] = [];
  /** The questions that were asked. */
  asked: string[] = [];
  /** What happens elsewhere while a question waits for its answer. */
  onQuestion: (() => unknown) | undefined;
  terminal: { columns: number; colours: boolean } | undefined;
  /** What happens behind the program's back when it first draws something at random. */
  whenDrawing: (() => void) | undefined;
  /** What Ctrl-C does while the program listens to it. */
  interrupt: (() => void) | undefined;
  /** What happens when salts are drawn, after all passwords: somewhere among the hashes. */
  whenHashing: (() => void) | undefined;
  /** How often something was drawn at random. */
  drawn = 0;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'schulkonto-'));
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  get registry(): string {
    return this.path('registry.sqlite');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  file(name: string, content: string | Buffer): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  bytes(name = 'registry.sqlite'): Buffer {
    return readFileSync(this.path(name));
  }

  /** The day, at ten in the morning at the school. */
  on(day: string): this {
    this.now = new Date(`${day}T08:00:00Z`);
    return this;
  }

  /** Runs the whole program as typed: `await school.cli('user show anna.mueller --json')`; quotes as in a shell. */
  async cli(line: string): Promise<Ended> {
    const out = new Captured(this.terminal);
    const err = new Captured(this.terminal);
    const exit = await run(words(line), this.world(out, err));
    return { exit, out: out.text, err: err.text, json: () => JSON.parse(out.text) };
  }

  /** Looks into the registry, or changes it behind the program's back. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of any shape
  sql(query: string, ...params: unknown[]): any[] {
    const db = new Database(this.registry);
    try {
      const statement = db.prepare(query);
      return statement.reader ? statement.all(...params) : [statement.run(...params)];
    } finally {
      db.close();
    }
  }

  /** The world as the program gets to see it. */
  world(out: Output = new Captured(undefined), err: Output = new Captured(undefined)): World {
    return {
      now: () => this.now,
      random: (bytes) => this.random(bytes),
      env: { SCHULKONTO_REGISTRY: this.registry, ...this.env },
      folder: this.folder,
      home: this.folder,
      operator: this.operator,
      deadline: () => this.timeIsUp.signal,
      patience: this.patience,
      attended: this.answers !== undefined,
      lines: this.lines(),
      bytes: async () => this.piped ?? Buffer.from(this.stdin.splice(0).join('\n')),
      out,
      err,
      onInterrupt: (told) => {
        this.interrupt = told;
        return () => {
          this.interrupt = undefined;
        };
      },
      another: async (args, folder, told) => {
        const [toOut, toErr] = [new Captured(undefined), new Captured(undefined)];
        const exit = await run(args, { ...this.world(toOut, toErr), folder, attended: false });
        told.out(toOut.text);
        told.err(toErr.text);
        return exit;
      },
      tellSystem: async (line) => {
        this.told.push(line);
      },
      prompts: async () => this.prompts(),
    };
  }

  private async *lines(): AsyncGenerator<string> {
    for (let line = this.stdin.shift(); line !== undefined; line = this.stdin.shift()) yield line;
  }

  /** The same bytes in every run of a test, different ones at every draw. */
  private random(bytes: number): Buffer {
    if (bytes === 16) this.whenHashing?.();
    const { whenDrawing } = this;
    this.whenDrawing = undefined;
    whenDrawing?.();
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () => {
      this.drawn += 1;
      return createHash('sha256').update(`draw ${this.drawn}`).digest();
    });
    return Buffer.concat(blocks).subarray(0, bytes);
  }

  private prompts(): Prompts {
    const answer = async (question: string) => {
      this.asked.push(question);
      await this.onQuestion?.();
      const given = this.answers?.shift();
      if (given === undefined) throw new Error(`Nobody expected the question: ${question}`);
      return given;
    };
    return {
      confirm: async (question) => Boolean(await answer(question)),
      text: async (question) => String(await answer(question)),
      secret: async (question) => String(await answer(question)),
      choose: async (question, choices) => {
        const given = await answer(question);
        const choice = choices.find(({ value }) => value === given);
        if (!choice) throw new Error(`No such choice: ${given}`);
        return choice.value;
      },
      search: async (question, found) => {
        const given = String(await answer(question));
        const choice = [...found(''), ...found(given)].find(({ value }) => value === given);
        if (!choice) throw new Error(`Nothing is found for: ${given}`);
        return choice.value;
      },
    };
  }
}

/** Lets a school hash with less work than it may set: tests hash much. */
export function hashQuickly(school: School): void {
  school.sql(`INSERT INTO settings (key, value) VALUES ('password.hash-rounds', '1')`);
}

/** Registries as `init` makes them, by the moment: the same bytes each time, and to make them takes longer than most tests. */
const made = new Map<number, { registry: Buffer; drawn: number }>();

/** A school whose registry has just been made. */
export async function newSchool(now?: Date): Promise<School> {
  const school = new School();
  if (now) school.now = now;
  const known = made.get(school.now.getTime());
  if (known) {
    writeFileSync(school.registry, known.registry, { mode: 0o600 });
    school.drawn = known.drawn;
    return school;
  }
  const { exit, err } = await school.cli('init --school "Gymnasium am See" --domain see.example');
  if (exit !== 0) throw new Error(err);
  made.set(school.now.getTime(), { registry: school.bytes(), drawn: school.drawn });
  return school;
}

/** What was written, as a test compares it. */
export class Captured implements Output {
  text = '';
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly colours: boolean;

  constructor(terminal?: School['terminal']) {
    this.isTerminal = terminal !== undefined;
    this.columns = terminal?.columns ?? 80;
    this.colours = terminal?.colours ?? false;
  }

  async write(text: string): Promise<void> {
    this.text += text;
  }
}
