import type { Format } from './format.ts';

/** DaNiS, as it spells its columns; the correct spelling is read as well. */
export const danis: Format = {
  name: 'danis',
  title: { en: 'DaNiS', de: 'DaNiS' },
  role: 'student',
  header: {
    importId: ['SchuelerIdentNummer'],
    givenName: ['SchuelerRufname'],
    familyName: ['SchuelerNachname'],
    class: ['GruppeBezeichung', 'GruppeBezeichnung'],
    birthDate: ['SchuelerGeburtsdatum'],
    entryDate: ['SchuelerAufnahmedatum'],
    leavingDate: ['SchuelerAbgangsdatum'],
  },
  guardians: [1, 2].map((number) => ({
    familyName: [`Verantw${number}Nachname`],
    givenName: [`Verantw${number}Vorname`],
    email: [`Verantw${number}EMail`],
  })),
  sign: ['SchuelerIdentNummer', 'SchuelerRufname', 'SchuelerNachname'],
};
