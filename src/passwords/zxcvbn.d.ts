declare module 'zxcvbn' {
  export default function zxcvbn(password: string, ownWords: string[]): { score: 0 | 1 | 2 | 3 | 4 };
}

declare module 'zxcvbn/lib/frequency_lists.js' {
  /** Words by list, the most frequent first. */
  const lists: Record<string, string[]>;
  export default lists;
}
