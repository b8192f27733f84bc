import { clean } from '../../csv/cells.ts';
import { dayIn, isDay } from '../../csv/days.ts';
import { plainName } from '../../csv/header.ts';
import type { CsvRecord } from '../../csv/records.ts';
import { addDays, type Day } from '../../time.ts';
import type { Field } from '../formats/fields.ts';

/** A column that is not read, and looks like a field that the file otherwise lacks. */
export interface Unclear {
  readonly column: string;
  readonly index: number;
  readonly field: Field;
  /** A few of its values. */
  readonly values: readonly string[];
}

/** Words in a heading that promise a field, and words that speak against it. */
const headings: readonly { field: Field; has: RegExp; not?: RegExp }[] = [
  { field: 'birthDate', has: /geb(?:urt|oren|dat)|birth/, not: /geburts?(?:ort|land|name)|birthplace|gebuehr/ },
  {
    field: 'class',
    has: /klass|class|jahrgang|stufe/,
    not: /klassen?(?:lehr|leit|vorst|buch|raum|sprecher|stift)|stammschule/,
  },
  {
    field: 'importId',
    has: /(?:^|schuler|person|ident|extern|kenn|import|user|benutzer|schlussel)(?:id|nr|nummer)$|guid|uuid|schlussel|identnummer/,
    not: /telefon|handy|mobil|haus|konto|klasse|fax|kurs/,
  },
  { field: 'givenName', has: /vorname|rufname|forename|firstname|givenname/, not: /mutter|vater|erz|eltern|lehrer/ },
  {
    field: 'familyName',
    has: /nachname|familienname|zuname|surname|lastname/,
    not: /mutter|vater|erz|eltern|lehrer|geburtsname/,
  },
];

const className = /^(?:klasse )?(?:\d{1,2}\s?[a-z]\d?|(?:EF|Q[1-4]|E[12]|J[12]|K[12])\s?[a-z]?)$/i;
const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** The columns of `unread` that look, by heading or by values, like one of the fields that the file lacks. */
export function unclearIn(
  unread: readonly { column: string; index: number }[],
  has: ReadonlySet<Field>,
  records: readonly CsvRecord[],
  today: Day,
): Unclear[] {
  const wanted = (['birthDate', 'class', 'importId', 'givenName', 'familyName'] as const).filter(
    (field) => !has.has(field),
  );
  return unread.flatMap(({ column, index }) => {
    const cells = records.map(({ cells }) => clean(cells[index] ?? '')).filter((cell) => cell !== '');
    if (cells.length === 0) return [];
    const byHeading = headings.find(
      ({ field, has: promises, not }) =>
        (wanted as readonly Field[]).includes(field) &&
        promises.test(plainName(column)) &&
        !not?.test(plainName(column)),
    );
    const field = byHeading?.field ?? wanted.find((one) => looksLike(one, cells, today));
    return field ? [{ column, index, field, values: cells.slice(0, 3) }] : [];
  });
}

/** Whether nearly all values of a column could be those of a field, and nothing else. */
function looksLike(field: Field, cells: readonly string[], today: Day): boolean {
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / cells.length;
  if (field === 'importId') return share((cell) => guid.test(cell)) > 0.8;
  if (field === 'class') return share((cell) => className.test(cell)) > 0.8;
  if (field !== 'birthDate') return false;
  const isBirth = (cell: string) => {
    const day = dayIn(cell, today);
    return isDay(day) && day > addDays(today, -25 * 365) && day < addDays(today, -4 * 365);
  };
  return share((cell) => !/^\d{5}$/.test(cell) && isBirth(cell)) > 0.8;
}
