import { dayIn, isDay } from '../../csv/days.ts';
import { plainName } from '../../csv/header.ts';
import type { Role } from '../../users/rules.ts';
import type { Field } from '../formats/fields.ts';
import type { Format, PersonColumns } from '../formats/format.ts';
import { usualParents, usualWords } from '../formats/usual.ts';

/** Which columns a header has for each field, in the eyes of one format (or by `--map` alone). */
export interface Match {
  readonly format: Format | undefined;
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  /** The columns of each guardian, where guardians are wanted who stand in their children's lines. */
  readonly guardians: readonly ReadonlyMap<Field, readonly number[]>[];
  /** Columns that the format has and nobody needs. */
  readonly ignored: ReadonlySet<number>;
  /** How many of the header's columns are understood, and how many of these by the format's own words. */
  readonly score: number;
  readonly own: number;
  /** What a roster can't do without, and this header does not have. */
  readonly missing: readonly Field[];
}

/** What is said about columns beforehand: which column a field has, and which are to be left alone. */
export interface Given {
  readonly columns: ReadonlyMap<Field, number>;
  readonly ignored: ReadonlySet<number>;
}

/** What people write behind a heading to explain it: how a day is to be written, whether it must be filled in. */
const explanation =
  /\s*[([{][^)\]}]*(?:T[.\-/ ]?M|JJJJ|D[.\-/ ]?M{1,2}[.\-/ ]?Y|YYYY|pflicht|optional|\bmax\b|zeichen|required|mandatory|\bbsp|\bz\. ?B|beispiel|eindeutig|unique|\btext\b|\bzahl\b|\bdatum\b|freiwillig)[^)\]}]*[)\]}]\s*/gi;

/** The ways in which a heading can be meant: as it stands, and without its explanation. */
const headingsOf = (heading: string): readonly string[] => {
  const plainly = plainName(heading);
  if (plainly === '') return [];
  const bare = heading.replace(explanation, ' ');
  return bare === heading ? [plainly] : [plainly, plainName(bare)];
};

const plainWords = new Map<string, string>();
/** A known word as far as it counts; each is worked out once. */
function plain(word: string): string {
  const known = plainWords.get(word) ?? plainName(word);
  plainWords.set(word, known);
  return known;
}

/** A header as the format knows it; what it has no word for, by the usual words. */
export function match(
  format: Format,
  header: readonly string[],
  given: Given,
  role: Role | undefined,
): Match | undefined {
  const headings = header.map(headingsOf);
  const at = (words: readonly string[]) => {
    const plains = words.map(plain);
    return headings.flatMap((ways, index) => (ways.some((way) => plains.includes(way)) ? [index] : []));
  };
  if (format.sign && at(format.sign).length === 0) return undefined;

  const taken = new Set([...given.columns.values(), ...given.ignored]);
  const columns = new Map<Field, readonly number[]>();
  const take = (known: Format['header'] = {}) => {
    for (const [field, words] of Object.entries(known) as [Field, readonly string[]][]) {
      const found = at(words).filter((index) => !taken.has(index));
      if (found.length > 0 && !given.columns.has(field) && !columns.has(field)) columns.set(field, found);
    }
    for (const indexes of columns.values()) for (const index of indexes) taken.add(index);
  };
  take(format.header);
  const own = columns.size;
  const ignored = new Set(at(format.ignored ?? []).filter((index) => !taken.has(index)));
  for (const index of ignored) taken.add(index);
  // Another program's `Name` or `Status` may mean something else than this one's.
  if (own > 0 && !columns.has('familyName') && columns.has('fullName')) nameAlone(columns);
  if (own > 0) take(usualWords);
  nameAlone(columns);
  dropParts(columns, given);

  // What a format does not read can't be all that speaks for it.
  const score = own === 0 ? 0 : columns.size + ignored.size;
  const all = new Map([...columns, ...[...given.columns].map(([field, index]) => [field, [index]] as const)]);
  // A header that only --map completes may be another program's, whose status means something else.
  if (missingIn(columns).length > 0 && given.columns.size > 0) all.delete('status');
  for (const [field, index] of given.columns) all.set(field, [index]);

  const parents = peopleOf(format.guardians ?? usualParents, at);
  const isGuardians = parents.length > 0 && (role === 'guardian' || (role === undefined && missingIn(all).length > 0));
  if (!isGuardians) return { format, columns: all, guardians: [], ignored, score, own, missing: missingIn(all) };
  return ofGuardians(format, all, parents, ignored, own);
}

/** The columns of each person that stand in a line, where there are any. */
function peopleOf(people: readonly PersonColumns[], at: (words: readonly string[]) => number[]) {
  return people.flatMap((person) => {
    const found = Object.entries(person).map(([field, words]) => [field as Field, at(words)] as const);
    const columns = new Map(found.filter(([, indexes]) => indexes.length > 0));
    return columns.has('familyName') || columns.has('givenName') ? [columns] : [];
  });
}

/** The guardians of a pupil's line: the child is the line's own person, by the import ID. */
function ofGuardians(
  format: Format,
  pupil: ReadonlyMap<Field, readonly number[]>,
  guardians: readonly ReadonlyMap<Field, readonly number[]>[],
  ignored: ReadonlySet<number>,
  own: number,
): Match {
  const child = pupil.get('childId') ?? pupil.get('importId') ?? pupil.get('account');
  const columns = new Map<Field, readonly number[]>(child ? [['childId', child]] : []);
  const size = guardians.reduce((sum, one) => sum + one.size, 0);
  const missing: Field[] = child ? [] : ['childId'];
  return { format, columns, guardians, ignored, score: pupil.size + size + ignored.size, own: own + size, missing };
}

/** A `Name` beside a given name is the family name. */
function nameAlone(columns: Map<Field, readonly number[]>): void {
  const full = columns.get('fullName');
  if (full && !columns.has('familyName') && (columns.has('givenName') || columns.has('callName'))) {
    columns.delete('fullName');
    columns.set('familyName', full);
  }
}

/** Parts are read where the whole is not there: the year and its letter for the class, the full name for the two. */
function dropParts(columns: Map<Field, readonly number[]>, given: Given): void {
  const has = (field: Field) => columns.has(field) || given.columns.has(field);
  if (has('familyName') && (has('givenName') || has('callName'))) columns.delete('fullName');
  if (has('class') || !has('letter') || !has('year')) {
    columns.delete('year');
    columns.delete('letter');
  }
  if (!has('familyName')) columns.delete('nameAddition');
}

/** A roster needs a name: without an ID, people are known by it. */
export function missingIn(columns: ReadonlyMap<Field, unknown>): Field[] {
  const missing: Field[] = [];
  if (columns.has('fullName')) return missing;
  if (!columns.has('givenName') && !columns.has('callName')) missing.push('givenName');
  if (!columns.has('familyName')) missing.push('familyName');
  return missing;
}

/** Whether a cell of what should be a header is somebody's: no program calls a column by a number, a day, a GUID or an address. */
export const looksLikePerson = (cell: string) => /^\d+$|@|^\{.*\}$/.test(cell) || isDay(dayIn(cell, '2100-01-01'));

const everyWord: ReadonlySet<string> = new Set(Object.values(usualWords).flat().map(plainName));

/** Whether a cell is the heading of a column, in anybody's words. */
export const isHeading = (cell: string): boolean => headingsOf(cell).some((way) => everyWord.has(way));
