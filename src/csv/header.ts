/** No column has a longer name: what stands there is something else. */
const longest = 500;

/** A column's name as far as it counts: without case, spaces, marks and accents. */
export function plainName(name: string): string {
  if (name.length > longest) return '';
  const lower = name.toLowerCase();
  // Nearly all names: the tables of Unicode take longer to load than such a file to read.
  if (/^[ -~]*$/.test(lower)) return lower.replace(/[^a-z0-9]/g, '');
  return lower.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether two names mean the same column; one of marks alone only means itself. */
export const sameName = (a: string, b: string) => a === b || (plainName(a) !== '' && plainName(a) === plainName(b));
