import type { Format } from './format.ts';

/** LUSD (Hesse), by the names of its table export and of its JSON. */
export const lusd: Format = {
  name: 'lusd',
  title: { en: 'LUSD', de: 'LUSD' },
  role: 'student',
  header: {
    importId: ['Schueler_UID', 'lusd_id'],
    givenName: ['Schueler_Vorname'],
    familyName: ['Schueler_Nachname'],
    class: ['Klassen_Klassenbezeichnung', 'klassenname'],
    birthDate: ['Schueler_Geburtsdatum'],
    groups: ['Kurs', 'Kurse'],
  },
  // The address of a guardian, not the pupil's.
  ignored: ['Ansprechpartner_Email'],
  sign: ['Schueler_UID', 'lusd_id', 'Schueler_Nachname'],
};
