/** A pattern that zxcvbn has found in a password, and how many guesses it takes by itself. */
export interface Pattern {
  from: number;
  to: number;
  guesses: number;
}

/**
 * How many guesses a password takes: whoever guesses goes from pattern to pattern by the cheapest way, and from character
 * to character where there is none. zxcvbn's own sum takes ten for every such character (eight random ones are refused
 * by it) and a great deal for every further pattern (`Mama+Papa1` is accepted); here a character counts by the alphabet
 * it is from.
 */
export function fewestGuesses(password: string, patterns: readonly Pattern[]): number {
  const costs = costsOf(password);
  const least = [1];
  for (const [index, cost] of costs.entries()) {
    const to = index + 1;
    const ways = patterns
      .filter((pattern) => pattern.to === to)
      .map(({ from, guesses }) => (least[from] ?? 1) * guesses);
    least[to] = Math.min((least[index] ?? 1) * cost, ...ways);
  }
  return least[password.length] ?? 1;
}

/** Letters that can be spoken: vowels with a few consonants, again and again, without capitals in between. */
const spoken = /[A-Z]?(?:[b-df-hj-np-tv-xz]{0,3}[aeiouy]{1,2}){2,}[b-df-hj-np-tv-xz]{0,3}|[A-Z]{4,}/g;

/** What each character takes by itself: one of its alphabet, or of ten where it goes with others that can be spoken. */
function costsOf(password: string): number[] {
  const letter = /[a-z]/.test(password) && /[A-Z]/.test(password.slice(1)) ? 52 : 26;
  const costs = password.split('').map((character) => {
    if (/[a-z]/i.test(character)) return letter;
    return /[0-9]/.test(character) ? 10 : 33;
  });
  for (const { index, 0: run } of password.matchAll(spoken)) costs.fill(10, index, index + run.length);
  return costs;
}

/** A run of letters that was said before in the same password, whatever is in between: it takes a guess or two more. */
export function repeatsIn(password: string): Pattern[] {
  const before = new Set<string>();
  return [...password.matchAll(/[a-z]{3,}/gi)].flatMap(({ index, 0: run }) => {
    const isSaid = before.has(run.toLowerCase());
    before.add(run.toLowerCase());
    return isSaid ? [{ from: index, to: index + run.length, guesses: 2 }] : [];
  });
}
