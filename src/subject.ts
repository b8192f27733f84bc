import type { App } from './app.ts';
import type { Language } from './language.ts';
import type { AnyCommand } from './terminal/command.ts';

type Words = Record<Language, string>;

/** Makes a command. The few that tell of the whole house get the list of its subjects. */
export type Verb = (app: App, subjects: readonly Subject[]) => AnyCommand;

/** A word on the command line: a command of its own, or what comes before verbs. Several rooms may give verbs to one noun. */
export interface Noun {
  name: string;
  /** What the first page of the help says of it; said by one of the rooms that share it. */
  summary?: Words;
  command?: () => Promise<Verb>;
  verbs?: Readonly<Record<string, () => Promise<Verb>>>;
}

/**
 * What a room brings to the house. A record names things and loads nothing: whatever costs something stands behind a
 * function, so that a command pays for its own room only.
 */
export interface Subject {
  nouns?: readonly Noun[];
  /** The module that declares the settings of the room. */
  settings?: () => Promise<object>;
  /** The module that declares the acts of the room. */
  log?: () => Promise<object>;
}
