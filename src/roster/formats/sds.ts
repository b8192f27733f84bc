import type { Format } from './format.ts';

/** Microsoft School Data Sync 2.1, `users.csv`. As in OneRoster, the `username` is not taken for an account. */
export const sds: Format = {
  name: 'sds',
  title: { en: 'Microsoft School Data Sync, users.csv', de: 'Microsoft School Data Sync, users.csv' },
  header: { importId: ['sourcedId'], givenName: ['givenName'], familyName: ['familyName'], email: ['email'] },
  ignored: ['username', 'password', 'activeDirectoryMatchId', 'phone', 'sms'],
};
