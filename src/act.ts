import type { Language } from './language.ts';

/** Something that is entered in the log: its code for scripts, and what people read. */
export interface Act {
  readonly code: string;
  readonly words: Record<Language, string>;
}

/** Defines an act once, in the room that does it: what nobody has words for can't be entered in the log. */
export const act = (code: string, words: Record<Language, string>): Act => ({ code, words });
