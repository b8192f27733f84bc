import type { Format } from './format.ts';

/** linuxmuster.net, with or without its header. */
export const linuxmuster: Format = {
  name: 'linuxmuster',
  title: { en: 'linuxmuster.net', de: 'linuxmuster.net' },
  header: {
    class: ['Klasse'],
    familyName: ['Nachname'],
    givenName: ['Vornamen', 'Vorname'],
    birthDate: ['Geburtsdatum'],
    importId: ['ID'],
  },
  order: ['class', 'familyName', 'givenName', 'birthDate', 'importId'],
};
