import type { Format } from './format.ts';

/** Microsoft School Data Sync 2.1, `users.csv`. As in OneRoster, the `username` is not taken for an account. */
export const sds: Format = {
  name: 'sds',
  title: { en: 'Microsoft School Data Sync, users.csv', de: 'Microsoft School Data Sync, users.csv' },
  header: {
    importId: ['sourcedId'],
    givenName: ['givenName'],
    familyName: ['familyName'],
    email: ['email'],
    role: ['role'],
  },
  ignored: ['username', 'password', 'activeDirectoryMatchId', 'phone', 'sms'],
};

/** Microsoft School Data Sync 1, `Student.csv` and `Teacher.csv`, also as British schools have it. Its grade is no class. */
export const sdsFirst: Format = {
  name: 'sds-v1',
  title: { en: 'Microsoft School Data Sync 1, Student.csv', de: 'Microsoft School Data Sync 1, Student.csv' },
  header: {
    importId: ['SIS ID', 'ID'],
    givenName: ['First Name'],
    familyName: ['Last Name'],
    email: ['Secondary Email'],
    birthDate: ['Birthdate'],
    status: ['Status'],
  },
  ignored: [
    ...['School SIS ID', 'School DfE Number', 'Username', 'Password', 'State ID', 'Student Number', 'Middle Name'],
    ...['Grade', 'Graduation Year', 'Title', 'Teacher Number'],
  ],
  sign: ['School SIS ID', 'School DfE Number'],
  pupils: ['Student Number', 'Grade', 'Graduation Year'],
  status: { '': 'present', active: 'present', inactive: 'left', graduated: 'left', withdrawn: 'left' },
};
