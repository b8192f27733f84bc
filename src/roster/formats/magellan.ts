import type { Format } from './format.ts';

/** Magellan. `S` is a pupil, `A` has left, `B` applies for a place, `SB` does both (not verified). */
export const magellan: Format = {
  name: 'magellan',
  title: { en: 'Magellan', de: 'Magellan' },
  role: 'student',
  header: {
    importId: ['GUIDExtern'],
    givenName: ['Vorname'],
    familyName: ['Nachname'],
    class: ['Klasse'],
    birthDate: ['Geburtsdatum'],
    status: ['Status'],
  },
  sign: ['GUIDExtern'],
  status: { '': 'present', s: 'present', sb: 'present', a: 'left', b: 'not-yet' },
};
