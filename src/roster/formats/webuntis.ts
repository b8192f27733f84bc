import type { Format } from './format.ts';

/** The students of WebUntis. Its `name` is a short name, its `longName` the family name. */
export const webuntis: Format = {
  name: 'webuntis',
  title: { en: 'WebUntis, students', de: 'WebUntis, Schüler' },
  role: 'student',
  header: {
    importId: ['externKey'],
    givenName: ['foreName'],
    familyName: ['longName'],
    class: ['klasse.name'],
    birthDate: ['birthDate'],
    email: ['address.email'],
  },
  ignored: ['name', 'gender', 'exitDate'],
};
