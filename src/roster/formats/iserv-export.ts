import type { Format } from './format.ts';

/**
 * What IServ's user administration exports. Its e-mail address is the one at IServ, so it is no contact, and its status
 * is that of the account, so it does not say whether a person is at the school.
 */
export const iservExport: Format = {
  name: 'iserv-export',
  title: { en: 'IServ, export of the users', de: 'IServ, Export der Benutzer' },
  header: {
    importId: ['Import-ID'],
    account: ['Account'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    class: ['Klasse/Information'],
    groups: ['Gruppen'],
    role: ['Benutzertyp'],
  },
  ignored: ['Status', 'Erstellt am', 'Erstellt von', 'UUID', 'Interne ID', 'E-Mail-Adresse'],
  sign: ['UUID', 'Interne ID', 'Benutzertyp', 'Erstellt am'],
  groups: ',',
  roles: { administrator: 'nobody', 'support-benutzer': 'nobody' },
};
