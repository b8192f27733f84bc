import type { Format } from './format.ts';

/** The text export of SchILD-NRW. Its `.dat` has no column with an ID, so it can't be read without `--map`. */
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
  },
  ignored: ['Klassenlehrer', 'Geschlecht', 'Aufnahmedatum', 'Entlassdatum', 'Volljährig'],
  status: {
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
