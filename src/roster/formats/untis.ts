import type { Format } from './format.ts';

/**
 * The students of Untis (GPU010.TXT), without a header: short name, family name, text, description, two statistics,
 * flag, given name, number of the student, class, sex, optimisation, birth date, e-mail, foreign key.
 * The number identifies, not the foreign key: the key belongs to a third program.
 */
export const untis: Format = {
  name: 'untis',
  title: { en: 'Untis, students (GPU010)', de: 'Untis, Schüler (GPU010)' },
  role: 'student',
  order: [
    null,
    'familyName',
    null,
    null,
    null,
    null,
    null,
    'givenName',
    'importId',
    'class',
    null,
    null,
    'birthDate',
    'email',
    null,
  ],
};
