import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/csv/encodings.ts';
import { encoded, file, reading } from './files.ts';

const headers = {
  importId: 'Import-ID',
  givenName: 'Vorname',
  familyName: 'Nachname',
  class: 'Klasse/Information',
  birthDate: 'Geburtsdatum',
  groups: 'Gruppen',
} as const;
const names = Object.keys(headers) as (keyof typeof headers)[];

/** Letters that every one of the encodings has; the long s tells UTF-8 from the others. */
const word = fc
  .array(fc.constantFrom('a', 'B', 'ä', 'É', 'ß', '-', '.', "'", ',', '|', '"', '='), { minLength: 1, maxLength: 6 })
  .map((letters) => `x${letters.join('')}y`);
const person = fc.record({
  importId: fc.integer({ min: 1, max: 99_999 }).map((id) => `0${id}`),
  givenName: fc.tuple(word, word).map((words) => words.join(' ')),
  familyName: word,
  class: fc.option(word),
  birthDate: fc.option(fc.constantFrom('2014-02-01', '2009-12-31')),
  groups: fc.uniqueArray(word, { maxLength: 3 }).map((groups) => groups.sort()),
});
const mark: Partial<Record<Encoding, string>> = { 'utf-16le': '\ufeff', 'utf-16be': '\ufeff' };

test('a written roster is read as it was written, in every encoding, delimiter, line ending and order', () => {
  const path = file('x');
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 6 }),
      fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\n', '\r', '\r\n'),
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.boolean(),
      fc.boolean(),
      (people, encoding, delimiter, end, order, isMarked, isEnded) => {
        const quote = (cell: string) =>
          cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
        const lines = [
          order.map((name) => headers[name]),
          ...people.map((one) =>
            order.map((name) => quote(name === 'groups' ? one.groups.join(';') : (one[name] ?? ''))),
          ),
        ];
        const text = lines.map((line) => line.join(delimiter)).join(end) + (isEnded ? end : '');
        const begin = mark[encoding] ?? (isMarked && encoding === 'utf-8' ? '\ufeff' : '');
        file(encoded(begin + text, encoding), path);

        const { rows, problems, ...recognised } = reading(path);
        expect(problems).toEqual([]);
        expect(rows.map(({ values }) => values)).toEqual(people);
        expect(recognised).toMatchObject({ format: 'iserv', delimiter, fields: order, surplus: [] });
        // The letters are the same in both single-byte encodings, so nothing tells them apart.
        const isOther = /[^ -~\r\n\t]/.test(text);
        const single = encoding === 'windows-1252' || encoding === 'iso-8859-15';
        expect(recognised.encoding).toBe(single ? (isOther ? 'windows-1252' : 'utf-8') : encoding);
      },
    ),
    { numRuns: 400 },
  );
});
