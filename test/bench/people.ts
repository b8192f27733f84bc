/** The rosters of a school of any size, the same each time: names as frequent and as rare as they are, accents and all. */

const given =
  'Anna Ben Clara Đorđe Elif Finn Greta Hannes Ida Jonas Kübra Łucja Marie-Thérèse Noah Olga Paul Quirin Rosa Søren Tim Ümit Vera Wanda Xaver Yara Zoë Mia Emil Lina Ömer Ayşe Bruno Carla David Emma Fritz Gül Hugo Ilse Jan Karla Leo Maja Nils Oskar Pia Ralf Stine Theo Ulla Veit Willi Yusuf Ziva Aaron Berta'.split(
    ' ',
  );
const beginnings = 'Al Ber Dorn Eck Fal Gro Hart Iser Jung Kel Lind Mär Nor Oster Pröl Ritt Schö Thal Uhl Wes'.split(
  ' ',
);
const middles = ' el en er ig ing ling ten zen'.split(' ');
const endings =
  'bach berg brecht dorf er feld hagen hofer ing kamp ler mann meier ner rath sen stein thaler wald ßner'.split(' ');

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Child {
  id: number;
  given: string;
  family: string;
  year: number;
  letter: string;
  born: string;
  groups: string;
  email: string;
}

const years = 9;

function child(id: number, year: number, lastSummer: number): Child {
  const next = random(id);
  // Few names for many and many for few.
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(next() ** 1.5 * items.length)] as Item;
  const name = () => `${one(beginnings)}${one(middles)}${one(endings)}`;
  const family = name();
  const day = (most: number) => String(1 + Math.floor(next() * most)).padStart(2, '0');
  return {
    id,
    given: one(given),
    family: next() < 0.1 ? `${family}-${name()}` : family,
    year,
    letter: 'abcd'[Math.floor(next() * 4)] ?? 'a',
    born: `${day(28)}.${day(12)}.${lastSummer - 5 - year}`,
    groups: next() < 0.1 ? '"Chor;Schach"' : '',
    email: next() < 0.5 ? `kind${id}@post.example` : '',
  };
}

/** The children of last year: as many in each year from the fifth to the thirteenth. */
function* lastYear(size: number, summer: number): Generator<Child> {
  for (let id = 1; id <= size; id += 1) yield child(id, 5 + (id % years), summer);
}

/**
 * The children of this year: the oldest have gone, everybody is a year further, as many begin as have gone. One of a
 * hundred goes elsewhere or comes from there, another has a new name.
 */
function* thisYear(size: number, summer: number): Generator<Child> {
  let places = 0;
  for (const one of lastYear(size, summer)) {
    if (one.year === 13 || one.id % 100 === 7) places += 1;
    else yield { ...one, year: one.year + 1, family: one.id % 100 === 8 ? `${one.family}-Neu` : one.family };
  }
  for (let at = 1; at <= places; at += 1) yield child(size + at, at % 20 === 0 ? 9 : 5, summer + 1);
}

const inLines = (header: string, lines: Iterable<string>): string => `${[header, ...lines].join('\r\n')}\r\n`;

function* studentLines(children: Iterable<Child>): Generator<string> {
  for (const { id, given, family, year, letter, born, groups, email } of children)
    yield [id, given, family, `${year}${letter}`, born, groups, email].join(';');
}

const header = 'Import-ID;Vorname;Nachname;Klasse/Information;Geburtsdatum;Gruppen;E-Mail';

/** Last year's roster of students and this year's, as IServ reads them. `summer` is the year in which this year's term starts. */
export const rosters = (size: number, summer: number) => ({
  before: inLines(header, studentLines(lastYear(size, summer - 1))),
  now: inLines(header, studentLines(thisYear(size, summer - 1))),
});

function* guardianLines(size: number, summer: number): Generator<string> {
  for (const { id, family } of lastYear(size, summer)) {
    const next = random(-id);
    for (let at = 0; at < (id % 2) + 1; at += 1) {
      const name = given[Math.floor(next() * given.length)];
      yield [name, family, id, next() < 0.7 ? `${name}.${id}@post.example`.toLowerCase() : ''].join(';');
    }
  }
}

/** The guardians of last year's students, without IDs of their own: one or two for each child. */
export const guardians = (size: number, summer: number): string =>
  inLines('Vorname;Nachname;Kind-ID;E-Mail', guardianLines(size, summer - 1));
