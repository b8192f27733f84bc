import { quoted, quotedAll } from '../../csv/quoted.ts';
import { Exit, failure } from '../../failures.ts';
import { listed, number } from '../../language.ts';
import { type Field, fieldNames } from '../formats/fields.ts';
import type { Unclear } from './unclear.ts';

type File = { file: string };

const named = (fields: readonly Field[]) => fields.map((field) => fieldNames[field]).join(', ');

export const headerUnknown = failure<
  File & {
    line: number;
    header: readonly string[];
    delimiter: string;
    closest: string | null;
    missing: readonly Field[];
  }
>('header-unknown', Exit.faulty, {
  en: ({ file, line, header, closest, missing }) =>
    `${file}, line ${line}: the header is not that of a known program. Found: ${quotedAll('en', header)}. Missing${closest ? ` for ${closest}` : ''}: ${named(missing)}. ` +
    `Say which column is which with --map, such as --map ${missing[0] ? fieldNames[missing[0]] : 'import-id'}=COLUMN, or name the program with --format.`,
  de: ({ file, line, header, closest, missing }) =>
    `${file}, Zeile ${line}: Die Kopfzeile ist von keinem bekannten Programm. Gefunden: ${quotedAll('de', header)}. Es fehlt${closest ? ` für ${closest}` : ''}: ${named(missing)}. ` +
    `Mit --map sagen, welche Spalte was ist, etwa --map ${missing[0] ? fieldNames[missing[0]] : 'import-id'}=SPALTE, oder das Programm mit --format nennen.`,
});

/** Shows nothing of the line: it may hold a password. */
export const headerMissing = failure<File & { line: number; column: number; formats: readonly string[] }>(
  'header-missing',
  Exit.faulty,
  {
    en: ({ file, line, column, formats }) =>
      `${file}, line ${line}: this is a person, not a header; column ${column} holds a number, a day or an address. Name the program with --format; without a header write ${listed('en', formats)}.`,
    de: ({ file, line, column, formats }) =>
      `${file}, Zeile ${line}: Das ist eine Person, keine Kopfzeile; in Spalte ${column} steht eine Nummer, ein Tag oder eine Adresse. Das Programm mit --format nennen; ohne Kopfzeile schreiben ${listed('de', formats)}.`,
  },
);

export const columnTwice = failure<File & { line: number; field: Field; columns: readonly string[]; index: number }>(
  'column-twice',
  Exit.faulty,
  {
    en: ({ file, line, field, columns, index }) =>
      `${file}, line ${line}: ${columns.length} columns for ${fieldNames[field]}: ${quotedAll('en', columns)}. Choose one, such as --map ${fieldNames[field]}=${index + 1}.`,
    de: ({ file, line, field, columns, index }) =>
      `${file}, Zeile ${line}: ${columns.length} Spalten für ${fieldNames[field]}: ${quotedAll('de', columns)}. Eine auswählen, etwa --map ${fieldNames[field]}=${index + 1}.`,
  },
);

export const columnsTooFew = failure<File & { line: number; format: string; expected: number; found: number }>(
  'columns-too-few',
  Exit.faulty,
  {
    en: ({ file, line, format, expected, found }) =>
      `${file}, line ${line}: ${found} of at least ${expected} columns that ${format} needs. Check --format and --delimiter.`,
    de: ({ file, line, format, expected, found }) =>
      `${file}, Zeile ${line}: ${found} von mindestens ${expected} Spalten, die ${format} braucht. --format und --delimiter prüfen.`,
  },
);

export const formatUnknown = failure<{ format: string; known: readonly string[] }>('format-unknown', Exit.usage, {
  en: ({ format, known }) => `There is no format ${quoted('en', format)}. Known are ${listed('en', known)}.`,
  de: ({ format, known }) => `Das Format ${quoted('de', format)} gibt es nicht. Bekannt sind ${listed('de', known)}.`,
});

export const mapUnusable = failure<{ map: string; known: readonly string[] }>('map-unusable', Exit.usage, {
  en: ({ map, known }) =>
    `--map ${quoted('en', map)} is not FIELD=COLUMN. Fields are ${listed('en', known)}; a column is its name or number.`,
  de: ({ map, known }) =>
    `--map ${quoted('de', map)} ist nicht FELD=SPALTE. Felder sind ${listed('de', known)}; eine Spalte ist ihr Name oder ihre Nummer.`,
});

export const mapTwice = failure<{ field: Field }>('map-twice', Exit.usage, {
  en: ({ field }) => `--map gives ${fieldNames[field]} twice. Keep one.`,
  de: ({ field }) => `--map gibt ${fieldNames[field]} zweimal an. Eines davon streichen.`,
});

export const columnUnknown = failure<
  File & { field: Field; column: string; found: number; header: readonly string[] | null }
>('column-unknown', Exit.usage, {
  en: ({ file, field, column, found, header }) =>
    `--map ${fieldNames[field]}=${column}: ${file} has ${found ? `${found} columns of that name, so give its number` : 'no such column'}. ${header ? `Its header: ${quotedAll('en', header)}.` : 'It has no header, so give a number that it has.'}`,
  de: ({ file, field, column, found, header }) =>
    `--map ${fieldNames[field]}=${column}: ${file} hat ${found ? `${found} Spalten dieses Namens, also ihre Nummer angeben` : 'keine solche Spalte'}. ${header ? `Die Kopfzeile: ${quotedAll('de', header)}.` : 'Sie hat keine Kopfzeile, also eine vorhandene Nummer angeben.'}`,
});

export const mapMissing = failure<{ format: string; missing: readonly Field[] }>('map-missing', Exit.usage, {
  en: ({ format, missing }) =>
    `--format ${format} does not say where to find ${named(missing)}. Give each its column: --map ${missing[0] && fieldNames[missing[0]]}=1`,
  de: ({ format, missing }) =>
    `--format ${format} sagt nicht, wo ${named(missing)} steht. Jedem seine Spalte geben: --map ${missing[0] && fieldNames[missing[0]]}=1`,
});

const shown = (column: string) => (/^[\w.-]+$/.test(column) ? column : `"${column}"`);

export const columnsUnclear = failure<File & { columns: readonly Unclear[] }>('columns-unclear', Exit.faulty, {
  en: ({ file, columns }, outcome) =>
    [
      `${file}: ${columns.length === 1 ? 'a column is' : 'columns are'} not read, and may be what the file lacks; ${outcome}.`,
      ...columns.map(
        ({ column, field, values }) =>
          `  ${quoted('en', column)} (${quotedAll('en', values)}): is it the ${fieldNames[field]}? --map ${fieldNames[field]}=${shown(column)}, or --ignore ${shown(column)}`,
      ),
      'The answer is remembered for the source.',
    ].join('\n'),
  de: ({ file, columns }, outcome) =>
    [
      `${file}: ${columns.length === 1 ? 'Eine Spalte wird' : 'Spalten werden'} nicht gelesen und ${columns.length === 1 ? 'könnte' : 'könnten'} sein, was der Datei fehlt; ${outcome}.`,
      ...columns.map(
        ({ column, field, values }) =>
          `  ${quoted('de', column)} (${quotedAll('de', values)}): Ist das ${fieldNames[field]}? --map ${fieldNames[field]}=${shown(column)}, oder --ignore ${shown(column)}`,
      ),
      'Die Antwort wird für die Quelle gemerkt.',
    ].join('\n'),
});

export const headerLineUnusable = failure<{ line: string }>('header-line-unusable', Exit.usage, {
  en: ({ line }) => `--header ${quoted('en', line)} is no line. Give the number of the line with the headings, from 1.`,
  de: ({ line }) =>
    `--header ${quoted('de', line)} ist keine Zeile. Die Nummer der Zeile mit den Überschriften angeben, von 1 an.`,
});

export const headerNotThere = failure<File & { line: number }>('header-not-there', Exit.usage, {
  en: ({ file, line }) => `${file} has no headings in line ${line}. Check --header.`,
  de: ({ file, line }) => `${file} hat in Zeile ${line} keine Überschriften. --header prüfen.`,
});

export const ignoreUnknown = failure<File & { column: string; header: readonly string[] }>(
  'ignore-unknown',
  Exit.usage,
  {
    en: ({ file, column, header }) =>
      `--ignore ${quoted('en', column)}: ${file} has no such column. Its header: ${quotedAll('en', header)}.`,
    de: ({ file, column, header }) =>
      `--ignore ${quoted('de', column)}: ${file} hat keine solche Spalte. Die Kopfzeile: ${quotedAll('de', header)}.`,
  },
);

export const mappedAndIgnored = failure<{ column: string }>('mapped-and-ignored', Exit.usage, {
  en: ({ column }) => `${quoted('en', column)} is given both to --map and to --ignore. Keep one.`,
  de: ({ column }) => `${quoted('de', column)} steht bei --map und bei --ignore. Eines davon streichen.`,
});

export const setUnusable = failure<{ set: string; known: readonly string[] }>('set-unusable', Exit.usage, {
  en: ({ set, known }) => `--set ${quoted('en', set)} is not FIELD=VALUE. Fields are ${known.join(', ')}.`,
  de: ({ set, known }) => `--set ${quoted('de', set)} ist nicht FELD=WERT. Felder sind ${known.join(', ')}.`,
});

export const setTwice = failure<{ field: Field }>('set-twice', Exit.usage, {
  en: ({ field }) => `--set gives ${fieldNames[field]} twice. Keep one.`,
  de: ({ field }) => `--set gibt ${fieldNames[field]} zweimal an. Eines davon streichen.`,
});

export const setInFile = failure<File & { field: Field; column: string }>('set-in-file', Exit.usage, {
  en: ({ file, field, column }) =>
    `--set ${fieldNames[field]}: ${file} says it itself, in the column ${quoted('en', column)}. Leave --set out, or the column with --ignore ${shown(column)}.`,
  de: ({ file, field, column }) =>
    `--set ${fieldNames[field]}: ${file} sagt es selbst, in der Spalte ${quoted('de', column)}. --set weglassen, oder die Spalte mit --ignore ${shown(column)}.`,
});

export const setWrong = failure<{ field: Field; value: string; message: string }>('set-wrong', Exit.usage, {
  en: ({ field, value, message }) => `--set ${fieldNames[field]}=${value}: ${message}`,
  de: ({ field, value, message }) => `--set ${fieldNames[field]}=${value}: ${message}`,
});

export const formatsSeveral = failure<File & { line: number; formats: readonly string[] }>(
  'formats-several',
  Exit.faulty,
  {
    en: ({ file, line, formats }) =>
      `${file}, line ${line}: a file without a header, which could be ${formats.join(' or ')}. Name it with --format.`,
    de: ({ file, line, formats }) =>
      `${file}, Zeile ${line}: eine Datei ohne Kopfzeile, die ${formats.join(' oder ')} sein könnte. Mit --format nennen.`,
  },
);

export const columnsTooMany = failure<File & { line: number; columns: number }>('columns-too-many', Exit.faulty, {
  en: ({ file, line, columns }) =>
    `${file}, line ${line}: ${number('en', columns)} columns, as no list of people has. Is it the right file, and the right separator?`,
  de: ({ file, line, columns }) =>
    `${file}, Zeile ${line}: ${number('de', columns)} Spalten, so viele hat keine Personenliste. Ist es die richtige Datei und das richtige Trennzeichen?`,
});
