import type { Format } from './format.ts';

/** What `roster export` writes, so that it can be read again. Guardians stand in one line for each child. */
export const schulkonto: Format = {
  name: 'schulkonto',
  title: { en: 'schulkonto, its own export', de: 'schulkonto, eigener Export' },
  header: {
    importId: ['Import-ID'],
    account: ['Account'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    class: ['Klasse'],
    groups: ['Gruppen'],
    birthDate: ['Geburtsdatum'],
    email: ['E-Mail'],
    childId: ['Kind-ID'],
    role: ['Rolle'],
  },
  sign: ['Rolle'],
  groups: ';',
  exact: true,
};
