import type { Line, Values } from '../formats/fields.ts';
import { type Complaint, wrong } from './doubts.ts';
import { type Circumstances, classCalled } from './values.ts';

/** In which order a full name is written, as far as a heading or the file itself shows it. */
export type NameOrder = 'given-first' | 'family-first' | undefined;

/** Words that belong to the family name that follows them. */
const particles =
  /^(?:von|van|vom|zu|zum|zur|de|del|della|der|den|des|di|da|do|dos|la|le|el|al|ten|ter|bin|ibn|af|av|mac|mc|o'|d')$/i;

/** What a line says in the end: names and class put together from their parts, which are gone then. */
export function composed(
  line: Line,
  order: NameOrder,
  about: Circumstances,
): { values: Values; complaint?: Complaint } {
  const { fullName, callName, nameAddition, year, letter, children: _, isSecond: __, ...values } = line;
  let complaint: Complaint | undefined;
  if (fullName !== undefined) {
    const names = apart(fullName, order ?? shownBy(fullName, values));
    if (names) Object.assign(values, names);
    else complaint = wrong('name-order');
  }
  if (callName) values.givenName = callName;
  else if (callName === '' && values.givenName === undefined) values.givenName = '';
  if (nameAddition && values.familyName && !isWithin(nameAddition, values.familyName)) {
    values.familyName = `${nameAddition} ${values.familyName}`;
  }
  if (year !== undefined && letter !== undefined)
    values.class = classCalled(year === '' ? '' : `${year}${letter}`, about.classes);
  return complaint ? { values, complaint } : { values };
}

const isWithin = (part: string, name: string) => name.toLowerCase().startsWith(`${part.toLowerCase()} `);

/** The two names of which a full name consists; undefined where it does not show which is which. */
function apart(name: string, order: NameOrder): { givenName: string; familyName: string } | undefined {
  const [family, given, ...more] = name.split(',').map((part) => part.trim());
  if (given !== undefined && more.length === 0) return { givenName: given, familyName: family ?? '' };
  const words = name.split(' ');
  if (words.length === 1) return { givenName: '', familyName: name };
  if (more.length > 0 || !order) return undefined;
  const size = order === 'family-first' ? sizeOfFamily(words) : words.length - sizeOfFamilyAtEnd(words);
  const [first, second] = [words.slice(0, size).join(' '), words.slice(size).join(' ')];
  return order === 'family-first' ? { familyName: first, givenName: second } : { givenName: first, familyName: second };
}

/** How many words at the beginning are the family name: one, with the particles before it. */
const sizeOfFamily = (words: readonly string[]) =>
  Math.min(words.findIndex((word) => !particles.test(word)) + 1 || 1, words.length - 1);

function sizeOfFamilyAtEnd(words: readonly string[]): number {
  let size = 1;
  while (size < words.length - 1 && particles.test(words[words.length - size - 1] ?? '')) size++;
  return size;
}

/** An account or an address that begins with one of the words shows the order: `ada.brand`. */
function shownBy(name: string, { account, email }: Values): NameOrder {
  const first = plain((account ?? email ?? '').split(/[.@]/)[0] ?? '');
  const words = name.split(' ').map(plain);
  if (first === '' || words.length < 2) return undefined;
  if (words[0] === first) return 'given-first';
  return words.at(-1) === first ? 'family-first' : undefined;
}

const plain = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
