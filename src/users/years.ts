/**
 * The years of a school, told from the names of its classes. Numbers are years; upper years have letters in some states:
 * EF, Q1, Q2 (NW) and E1/E2, Q1 to Q4 (HE, RP, SL, TH), J1/J2 and K1/K2 (BW), S1 to S4 (HH), 11 to 13.
 */

/** The year that a class is of: the first number in its name, `5a` → 5; null for `Q1` and all that has no year from 1 to 13. */
export function yearOf(className: string): number | null {
  const number = /\d+/.exec(className)?.[0];
  const year = Number(number);
  if (number === undefined || isUpper(className)) return null;
  return year >= 1 && year <= 13 ? year : null;
}

const upper = /^(?:(EF)(?=[^a-z]|[a-e]?$)|(E)$|(E|Q|J|K|KS|S) ?([1-4])(?!\d))/i;

const isUpper = (className: string) => upper.test(className);

/** The name of the upper year that a class is of: `Q1a` → Q1, `EF b` → EF; null if it is of none. */
function upperYearOf(className: string): string | null {
  const [found, ef, e, letters, number = ''] = upper.exec(className) ?? [];
  return found === undefined ? null : `${ef ?? e ?? letters}${number}`.toUpperCase();
}

/** Where an upper year stands behind the numbered ones: EF and E1/E2 first, then pairs of half years together where there are four. */
function rankOf(name: string, names: ReadonlySet<string>): number {
  if (name.startsWith('E')) return 100;
  const number = Number(name.slice(-1)) || 1;
  const letter = name.slice(0, -1);
  const hasFour = names.has(`${letter}3`) || names.has(`${letter}4`);
  return 100 + (hasFour ? Math.ceil(number / 2) : number);
}

/**
 * A class's place in the school: numbered years as they are, upper years behind them; null where its name says nothing.
 * Without a ninth year or a later one there are no upper years: K1 is the first class then.
 */
export function placeOf(className: string, classes: Iterable<string>): number | null {
  const all = [...classes];
  const names = new Set(all.flatMap((one) => upperYearOf(one) ?? []));
  const name = upperYearOf(className);
  if (name === null) return yearOf(className);
  const hasUpper = name.startsWith('E') || name.startsWith('Q') || all.some((one) => (yearOf(one) ?? 0) >= 9);
  return hasUpper ? rankOf(name, names) : Number(name.slice(-1));
}

/** The classes of the highest year there is; none where no name says a year. */
export function highest(classes: readonly string[]): string[] {
  const places = classes.map((name) => ({ name, place: placeOf(name, classes) }));
  const last = Math.max(...places.map(({ place }) => place ?? 0));
  return last === 0 ? [] : places.filter(({ place }) => place === last).map(({ name }) => name);
}

/** What a year is called, for people and for the setting: the upper year, else the number. */
export const yearName = (className: string): string | null =>
  upperYearOf(className) ?? (yearOf(className) === null ? null : String(yearOf(className)));

/** Whether a class is of the year that the setting names: a number, an upper year, or how its name begins. */
export function isOfYear(className: string, setting: string): boolean {
  if (/^\d+$/.test(setting)) return yearOf(className) === Number(setting);
  return className.toLowerCase().startsWith(setting.toLowerCase());
}
