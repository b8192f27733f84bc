import type { Format } from './format.ts';

/**
 * OneRoster 1.1 and 1.2, `users.csv` (1EdTech). A status is written only where the file holds changes, so an empty one
 * is active. Its `username` may be that of any program, so it becomes an account only by `--map account=username`.
 */
export const oneroster: Format = {
  name: 'oneroster',
  title: { en: 'OneRoster, users.csv', de: 'OneRoster, users.csv' },
  header: {
    importId: ['sourcedId'],
    givenName: ['givenName'],
    familyName: ['familyName'],
    email: ['email'],
    status: ['status'],
    role: ['role'],
  },
  ignored: [
    'dateLastModified',
    'enabledUser',
    'orgSourcedIds',
    'username',
    'userIds',
    'middleName',
    'identifier',
    'sms',
    'phone',
    'agentSourcedIds',
    'grades',
    'password',
    'userMasterIdentifier',
    'resourceSourcedIds',
    'preferredGivenName',
    'preferredMiddleName',
    'preferredFamilyName',
    'primaryOrgSourcedId',
    'pronouns',
  ],
  roles: {
    relative: 'guardian',
    aide: 'staff',
    proctor: 'staff',
    principal: 'teacher',
    counselor: 'staff',
    administrator: 'staff',
    siteadministrator: 'staff',
    districtadministrator: 'staff',
    systemadministrator: 'nobody',
  },
  status: { '': 'present', active: 'present', tobedeleted: 'left' },
};
