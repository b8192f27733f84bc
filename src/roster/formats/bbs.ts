import type { Format } from './format.ts';

/**
 * BBS-Verwaltung (vocational schools of Lower Saxony), without a header:
 * GUID, mail, name in the Active Directory, family name, given name, class, courses, birth date, password, to be
 * deleted (-1 or 0), new, teacher, groups.
 */
export const bbs: Format = {
  name: 'bbs',
  title: { en: 'BBS-Verwaltung', de: 'BBS-Verwaltung' },
  order: [
    'importId',
    'email',
    'account',
    'familyName',
    'givenName',
    'class',
    null,
    'birthDate',
    null,
    'status',
    null,
    'role',
    'groups',
  ],
  status: { '0': 'present', '-1': 'left' },
  roles: { '-1': 'teacher', '0': 'student' },
  secondEnrolment: /[_1]$/,
};
