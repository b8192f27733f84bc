import type { Format } from './format.ts';

/** LUSD (Hesse), by the names of its table export and of its JSON. */
export const lusd: Format = {
  name: 'lusd',
  title: { en: 'LUSD', de: 'LUSD' },
  role: 'student',
  header: {
    importId: ['Schueler_UID'],
    givenName: ['Schueler_Vorname'],
    familyName: ['Schueler_Nachname'],
    class: ['Klassen_Klassenbezeichnung', 'klassenname'],
    birthDate: ['Schueler_Geburtsdatum'],
  },
};
