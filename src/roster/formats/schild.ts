import type { Format } from './format.ts';

/** The text export of SchILD-NRW, and its `.dat`, which has no column with an ID. */
export const schild: Format = {
  name: 'schild',
  title: { en: 'SchILD-NRW, text export', de: 'SchILD-NRW, Text-Export' },
  role: 'student',
  header: {
    importId: ['Interne ID-Nummer'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    class: ['Klasse'],
    birthDate: ['Geburtsdatum'],
    status: ['Status'],
    entryDate: ['Aufnahmedatum'],
    leavingDate: ['Entlassdatum'],
    email: ['E-Mail (privat)'],
  },
  ignored: ['Klassenlehrer', 'Geschlecht', 'Volljährig'],
  guardians: [1, 2].map((number) => ({
    familyName: [`Erzieher ${number}: Nachname`],
    givenName: [`Erzieher ${number}: Vorname`],
    email: [`Erzieher ${number}: E-Mail`],
  })),
  status: {
    neuaufnahme: 'not-yet',
    warteliste: 'not-yet',
    aktiv: 'present',
    beurlaubt: 'present',
    extern: 'present',
    abschluss: 'left',
    abgänger: 'left',
    ehemalige: 'left',
    '0': 'not-yet', // new
    '1': 'not-yet', // on the waiting list
    '2': 'present', // active
    '3': 'present', // on leave
    '6': 'present', // external
    '8': 'left', // graduated
    '9': 'left', // left
    '10': 'left', // former
  },
};
