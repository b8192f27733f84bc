import type { Language } from './language.ts';

/** Where text goes: a terminal, a pipe or a file. */
export interface Output {
  /**
   * Resolves when the text has been taken, so that a slow reader slows us down instead of filling the memory.
   * @throws Failure `output-not-written`, as on a full disk; not where the reader has gone
   */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly colours: boolean;
}

/** What a person is asked, on standard error; every question ends in an answer or in `cancelled`. */
export interface Prompts {
  confirm(question: string): Promise<boolean>;
  text(question: string): Promise<string>;
  /** The answer appears nowhere on the screen. */
  secret(question: string): Promise<string>;
  choose<Choice extends string>(question: string, choices: readonly { value: Choice; name: string }[]): Promise<Choice>;
  /** A choice from what is found for the letters that were typed; at first from what is found for none. */
  search(question: string, found: (typed: string) => readonly { value: string; name: string }[]): Promise<string>;
}

/** Everything that a run takes from outside: one plain object, gathered in `main.ts` and made by hand in tests. */
export interface World {
  now(): Date;
  random(bytes: number): Buffer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. @throws Failure `folder-gone` */
  readonly folder: string;
  /** @throws Failure `no-home` where the system knows none */
  readonly home: string;
  /** Who the operating system says is at work; `uid 1234` where it has no name for them. */
  readonly operator: string;
  /** Whether a person sits there to be asked. */
  readonly attended: boolean;
  /** Standard input, line by line, where it is not a terminal. */
  readonly lines: AsyncIterator<string>;
  /** All of standard input, where it is not a terminal. @throws Failure `input-too-long` beyond what a list can be */
  bytes(): Promise<Buffer>;
  /** A signal that comes after so many milliseconds: for what waits for another machine. */
  deadline(milliseconds: number): AbortSignal;
  /** How long a command waits for another one to finish with the registry, in milliseconds. */
  readonly patience: number;
  readonly out: Output;
  readonly err: Output;
  /** Tells once that the person wants the work to stop (Ctrl-C, or a system that goes down), instead of ending it; until what is returned is called. */
  onInterrupt(told: () => void): () => void;
  /**
   * Runs the program once more, as a process of its own that nobody can be asked by, from this folder. Tells what it
   * prints as it comes; gives its exit code.
   */
  another(
    args: readonly string[],
    folder: string,
    told: { out(text: string): void; err(text: string): void },
  ): Promise<number>;
  /** Writes a line to the log of the system, where there is one; that there is none is no fault. */
  tellSystem(line: string): Promise<void>;
  /** Loaded when the first question is asked: inquirer takes 75 ms. */
  prompts(language: Language): Promise<Prompts>;
}
