import type { Format } from './format.ts';

/** Sibank (Lower Saxony), which has no ID. W and M are the mother and the father. */
export const sibank: Format = {
  name: 'sibank',
  title: { en: 'Sibank', de: 'Sibank' },
  header: {
    familyName: ['NAME'],
    givenName: ['VORNAME'],
    class: ['KLASSE'],
    birthDate: ['GEBOREN'],
  },
  guardians: [
    { familyName: ['NAME_W'], givenName: ['VORNAME_W'], email: ['MAIL_W', 'EMAIL_W'] },
    { familyName: ['NAME_M'], givenName: ['VORNAME_M'], email: ['MAIL_M', 'EMAIL_M'] },
  ],
  sign: ['GEBOREN', 'NAME_W'],
};
