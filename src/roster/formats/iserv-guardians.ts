import type { Format } from './format.ts';

/** IServ's import of guardians: one line for each guardian and child. */
export const iservGuardians: Format = {
  name: 'iserv-guardians',
  title: {
    en: 'IServ, file for the import of guardians',
    de: 'IServ, Datei für den Import der Erziehungsberechtigten',
  },
  role: 'guardian',
  header: {
    importId: ['Import-ID'],
    account: ['Account'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    childId: ['Kind-ID'],
    email: ['E-Mail', 'E-Mail-Adresse'],
  },
  ignored: ['Telefon', 'Telefonnummer', 'Adresse', 'Anschrift'],
  sign: ['Kind-ID'],
};
