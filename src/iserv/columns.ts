import { sameName } from '../csv/header.ts';

/** What a file for IServ can say of a person. */
export type Field =
  | 'importId'
  | 'givenName'
  | 'familyName'
  | 'class'
  | 'account'
  | 'groups'
  | 'email'
  | 'birthDate'
  | 'childId';

/** One column of the file: what stands in it, and what it is called there. */
export interface Column {
  field: Field;
  name: string;
}

/** What IServ's import calls its columns; the first name of each is the usual one. */
const names: Readonly<Record<Field, readonly string[]>> = {
  importId: ['Import-ID'],
  givenName: ['Vorname'],
  familyName: ['Nachname'],
  class: ['Klasse/Information', 'Klasse'],
  account: ['Account', 'Benutzername'],
  groups: ['Gruppen'],
  email: ['E-Mail', 'Email', 'E-Mail-Adresse'],
  birthDate: ['Geburtsdatum'],
  childId: ['Kind-ID'],
};

export const knownColumns = Object.values(names).map(([name]) => name ?? '');

/**
 * Columns as a school writes them: `Import-ID;Vorname;Nachname`, or with names of its own, `Vorname=Rufname`.
 * Undefined where one is not known, comes twice, or one of those is missing without which IServ can't tell who it is.
 */
export function columnsFrom(typed: string, needed: readonly Field[]): Column[] | undefined {
  const columns = typed.split(';').map((part) => {
    const [known = '', name = known] = part.split('=').map((half) => half.trim().normalize('NFC'));
    const field = (Object.keys(names) as Field[]).find((one) => names[one].some((other) => sameName(other, known)));
    return field && name !== '' ? { field, name } : undefined;
  });
  const found = columns.filter((column) => column !== undefined);
  const fields = found.map(({ field }) => field);
  const isWhole = found.length === columns.length && new Set(fields).size === fields.length;
  return isWhole && needed.every((field) => fields.includes(field)) ? found : undefined;
}
