import type { Format } from './format.ts';

/** What the scripts of some cities write for their schools: courses in one cell, by comma. */
export const cityScripts: Format = {
  name: 'city-scripts',
  title: {
    en: 'scripts of cities (id, nachname, vorname, klasse, kurse)',
    de: 'Skripte von Städten (id, nachname, vorname, klasse, kurse)',
  },
  header: {
    importId: ['id'],
    familyName: ['nachname'],
    givenName: ['vorname'],
    class: ['klasse'],
    groups: ['kurse'],
  },
  ignored: ['passwort'],
  sign: ['kurse'],
  groups: ',',
};
