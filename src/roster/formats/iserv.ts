import type { Format } from './format.ts';

/** What other programs write for the import of IServ. Each school configures the columns of its own profile. */
export const iserv: Format = {
  name: 'iserv',
  title: { en: 'IServ, file for the import', de: 'IServ, Datei für den Import' },
  header: {
    importId: ['Import-ID'],
    account: ['Account'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    class: ['Klasse/Information', 'Klasse'],
    groups: ['Gruppen'],
    birthDate: ['Geburtsdatum'],
    email: ['E-Mail', 'E-Mail-Adresse'],
  },
  ignored: ['Passwort'],
};
