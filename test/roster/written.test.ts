import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/csv/bytes/encodings.ts';
import type { Field } from '../../src/roster/formats/fields.ts';
import { type BookCell, book } from '../support/workbook.ts';
import { encoded, file, reading } from './files.ts';

/** Names that people have, by the encodings that have their letters. */
const german = ['Müller', 'Groß', 'Jäger', 'Öztürk', 'Schön', 'Weiß', 'Böhm', 'Ärmel', 'Günther'];
const western = [...german, 'Thérèse', 'François', 'Søren', 'Muñoz', 'André'];
const names: Record<Encoding, readonly string[]> = {
  'utf-8': [...western, 'Dvořák', 'Šahin', 'Nguyễn', 'Ştefan', '李'],
  'utf-16le': [...western, 'Łukasz'],
  'utf-16be': [...western, 'Łukasz'],
  'windows-1252': [...western, 'Šimon'],
  'iso-8859-15': [...western, 'Šimon'],
  'windows-1250': [...german, 'Dvořák', 'Łukasz', 'Kovač', 'Wałęsa'],
  macintosh: western,
  ibm850: western,
};
const plain = ['Ada', 'Ben', 'Anna-Lena', "O'Neill", 'von der Heide', 'Max Otto', 'Null', 'Mai'];

interface Person {
  importId: string;
  givenName: string;
  familyName: string;
  class: string | null;
  birthDate: string | null;
  groups: string[];
}
const personIn = (encoding: Encoding): fc.Arbitrary<Person> => {
  const name = fc.constantFrom(...plain, ...names[encoding], ...names[encoding]);
  return fc.record({
    importId: fc.integer({ min: 1, max: 99_999 }).map((id) => `0${id}`),
    givenName: name,
    familyName: name,
    class: fc.option(fc.constantFrom('5a', '10b', 'Q1', 'EF', '05c')),
    birthDate: fc.option(fc.constantFrom('2014-02-13', '2009-12-31', '2012-10-21')),
    groups: fc
      .uniqueArray(fc.constantFrom('Chor', 'AG Film', 'Jg07-MA', 'Bläser'), { maxLength: 3 })
      .map((all) => all.sort()),
  });
};

const heading: Record<keyof Person, readonly string[]> = {
  importId: ['Import-ID', 'ID*', 'Schülernummer', 'ID (Pflichtfeld)'],
  givenName: ['Vorname', 'Vornamen', 'VORNAME', 'First name', 'Vorname (max. 64 Zeichen)'],
  familyName: ['Nachname', 'Name', 'Familienname', 'Zuname*'],
  class: ['Klasse', 'Klasse/Information', 'Klassenbezeichnung', 'Class'],
  birthDate: ['Geburtsdatum', 'Geburtsdatum (TT.MM.JJJJ)', 'Geb.', 'Geburtstag', 'geb. am'],
  groups: ['Gruppen', 'Kurse', 'Groups'],
};
const fields = Object.keys(heading) as (keyof Person)[];

const days: readonly ((year: string, month: string, day: string) => string)[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${day}.${month}.${year}`,
  (year, month, day) => `${Number(day)}.${Number(month)}.${year.slice(2)}`,
  (year, month, day) => `${day}.${month}.${year} 00:00:00`,
  (year, month, day) => `${year}-${month}-${day}T00:00:00`,
  (year, month, day) => `${day}. ${month}. ${year}`,
  (year, month, day) => `${year}${month}${day}`,
  (year, month, day) => `${day}/${month}/${year}`,
  (year, month, day) => `${day}. ${['Feb', 'Oktober', 'Dez.'][[2, 10, 12].indexOf(Number(month))]} ${year}`,
  (year, month, day) => String(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569),
];
const ids: readonly ((id: string) => string)[] = [(id) => id, (id) => `'${id}`, (id) => `="${id}"`];

const dress = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  end: fc.constantFrom('\n', '\r', '\r\n'),
  order: fc.shuffledSubarray(fields, { minLength: fields.length }),
  words: fc.array(fc.nat(), { minLength: fields.length, maxLength: fields.length }),
  titles: fc.subarray(['Seeschule Musterort', 'Schülerliste 2026/27', 'Stand: 20.08.2026', '']),
  units: fc.boolean(),
  between: fc.subarray(['Klasse 5a', '# aus der Verwaltung', '-----', 'Seite 1 von 2']),
  repeated: fc.boolean(),
  total: fc.option(fc.constantFrom('Gesamt: 7', '7 Datensätze', 'Summe', 'Anzahl Schüler: 7')),
  day: fc.constantFrom(...days),
  id: fc.constantFrom(...ids),
  isPadded: fc.boolean(),
  isQuoted: fc.boolean(),
  isMarked: fc.boolean(),
  isEnded: fc.boolean(),
});

const encodings = Object.keys(names) as Encoding[];
const written = fc
  .constantFrom(...encodings)
  .chain((encoding) =>
    fc.record({ encoding: fc.constant(encoding), people: fc.array(personIn(encoding), { maxLength: 8 }), dress }),
  );

/** A roster as an office might write it. */
function lines(
  people: readonly Person[],
  { order, words, ...wish }: typeof dress extends fc.Arbitrary<infer One> ? One : never,
) {
  const quote = (cell: string) =>
    wish.isQuoted || cell.includes(wish.delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const headings = order.map((field, at) => heading[field][(words[at] ?? 0) % heading[field].length] as string);
  const value = (person: Person, field: keyof Person): string => {
    if (field === 'groups') return person.groups.join(';');
    if (field === 'importId') return wish.id(person.importId);
    if (field !== 'birthDate' || person.birthDate === null) return person[field] ?? '';
    return wish.day(...(person.birthDate.split('-') as [string, string, string]));
  };
  const join = (cells: readonly string[]) => cells.map(quote).join(wish.delimiter);
  const alone = (text: string) => (wish.isPadded ? join([text, ...order.slice(1).map(() => '')]) : text);
  const all = people.map((person) => join(order.map((field) => value(person, field))));
  const half = Math.ceil(all.length / 2);
  return [
    ...wish.titles.map(alone),
    join(headings),
    ...(wish.units ? [join(order.map((field) => (field === 'birthDate' ? 'TT.MM.JJJJ' : 'Text')))] : []),
    ...all.slice(0, half),
    ...wish.between.map(alone),
    ...(wish.repeated ? [join(headings)] : []),
    ...all.slice(half),
    ...(wish.total === null ? [] : [alone(wish.total)]),
  ];
}

test('a roster in whatever dress is read to the same people', () => {
  const path = file('x');
  fc.assert(
    fc.property(written, ({ encoding, people, dress }) => {
      const wide = encoding.startsWith('utf-16');
      const mark = wide || (encoding === 'utf-8' && dress.isMarked) ? '\ufeff' : '';
      const text = lines(people, dress).join(dress.end) + (dress.isEnded ? dress.end : '');
      file(encoded(mark + text, encoding), path);

      const { rows, problems, leftOut, ...recognised } = reading(path);
      expect(problems).toEqual([]);
      expect(rows.map(({ values }) => values)).toEqual(people);
      expect(recognised.delimiter).toBe(dress.delimiter);
      expect([...recognised.fields].sort()).toEqual([...fields].sort() satisfies Field[]);
      const found = [...leftOut.counts.values()].reduce((sum, { count }) => sum + count, 0);
      const titles = [...dress.titles, ...dress.between].filter((title) => title !== '').length;
      expect(found).toBe(titles + Number(dress.units) + Number(dress.repeated) + Number(dress.total !== null));
    }),
    { numRuns: 120 },
  );
});

test('a roster in a workbook is read to the same people', () => {
  const path = file('x');
  const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const wish = fc.record({
    dress,
    people: fc.array(personIn('utf-8'), { maxLength: 8 }),
    is1904: fc.boolean(),
    inline: fc.boolean(),
    style: fc.constantFrom(...(['day', 'ownDay', 'monthWord'] as const)),
    isNumber: fc.boolean(),
  });
  fc.assert(
    fc.property(
      wish,
      ({ dress: { order, words, titles, between, total }, people, is1904, inline, style, isNumber }) => {
        const cellOf = (person: Person, field: keyof Person): BookCell => {
          if (field === 'groups') return person.groups.join(';');
          // As many zeros as the ID has, by the format of the cell.
          if (field === 'importId' && isNumber && person.importId.length === 5)
            return { value: Number(person.importId), style: 'zeros' };
          if (field !== 'birthDate' || person.birthDate === null) return person[field];
          return { value: serial(person.birthDate) + (is1904 ? 24_107 : 25_569), style };
        };
        const rows = [
          ...titles.map((title) => [title]),
          order.map((field, at) => heading[field][(words[at] ?? 0) % heading[field].length] as string),
          ...people.map((person) => order.map((field) => cellOf(person, field))),
          ...between.map((line) => [line]),
          ...(total === null ? [] : [[total]]),
        ];
        file(book(rows, { is1904, inline }), path);
        const { rows: found, problems } = reading(path);
        expect(problems).toEqual([]);
        expect(found.map(({ values }) => values)).toEqual(people);
      },
    ),
    { numRuns: 60 },
  );
});
