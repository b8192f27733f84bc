/** Those parts of zxcvbn that find patterns and say how many guesses each takes. */
declare module 'zxcvbn/lib/matching.js' {
  const matching: {
    set_user_input_dictionary(words: string[]): void;
    omnimatch(password: string): Match[];
  };
  export default matching;

  /** A pattern, with its first and last place. */
  export interface Match {
    i: number;
    j: number;
  }
}

declare module 'zxcvbn/lib/scoring.js' {
  import type { Match } from 'zxcvbn/lib/matching.js';

  const scoring: { estimate_guesses(match: Match, password: string): number };
  export default scoring;
}

declare module 'zxcvbn/lib/frequency_lists.js' {
  /** Words by list, the most frequent first. */
  const lists: Record<string, string[]>;
  export default lists;
}
