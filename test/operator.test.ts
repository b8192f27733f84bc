import { expect, test } from 'vitest';
import { operatorOf } from '../src/operator.ts';

test.each([
  ['a user is who they are', { user: 'k.schmidt', isRoot: false }, 'k.schmidt'],
  ['who is not root can set any variable', { user: 'k.schmidt', isRoot: false, sudoUser: 'head' }, 'k.schmidt'],
  ['root alone is root', { user: 'root', isRoot: true }, 'root'],
  [
    'sudo, and the kernel agrees',
    { user: 'root', isRoot: true, sudoUser: 'k.schmidt', loggedIn: 'k.schmidt' },
    'k.schmidt',
  ],
  [
    'the kernel knows another',
    { user: 'root', isRoot: true, sudoUser: 'head', loggedIn: 'm.weber' },
    'm.weber (SUDO_USER=head)',
  ],
  ['the kernel knows nobody', { user: 'root', isRoot: true, sudoUser: 'k.schmidt' }, 'root (SUDO_USER=k.schmidt)'],
  ['root logged in as root', { user: 'root', isRoot: true, sudoUser: 'root', loggedIn: 'root' }, 'root'],
  ['an empty variable says nothing', { user: 'root', isRoot: true, sudoUser: ' ', loggedIn: 'm.weber' }, 'root'],
  [
    'a name that would break lines or turn them',
    { user: 'root', isRoot: true, sudoUser: 'k\n\u001b[2J\u202eschmidt' },
    'root (SUDO_USER=k ?[2J?schmidt)',
  ],
  ['a user without a name', { user: '', isRoot: false }, 'unknown'],
])('%s', (_, login, operator) => {
  expect(operatorOf({ sudoUser: undefined, loggedIn: undefined, ...login })).toBe(operator);
});
