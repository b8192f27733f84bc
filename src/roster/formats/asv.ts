import type { Format } from './format.ts';

/** ASV (Bavaria, Baden-Württemberg): the fields that the office picks for an export. */
export const asv: Format = {
  name: 'asv',
  title: { en: 'ASV', de: 'ASV' },
  role: 'student',
  header: {
    importId: ['Schüleridentnummer', 'Differenzierungsmerkmal', 'lokales Differenzierungsmerkmal'],
    familyName: ['Familienname'],
    nameAddition: ['Namensbestandteil (vorangestellt)', 'Vorangestellter Namensbestandteil'],
    callName: ['Rufname'],
    givenName: ['Alle Vornamen', 'Vornamen'],
    class: ['Klasse', 'Klassenname'],
    birthDate: ['Geburtsdatum'],
    entryDate: ['Eintritt', 'Eintrittsdatum'],
    leavingDate: ['Austritt', 'Austrittsdatum'],
  },
  ignored: ['Geschlecht', 'Jahrgangsstufe', 'Bekenntnis', 'Religionszugehörigkeit', 'Staatsangehörigkeit'],
  sign: ['Schüleridentnummer', 'Alle Vornamen'],
};
