import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import type { Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import { accountTaken, importIdTaken, noAccountFromName, wrongRole } from './failures.ts';
import * as log from './log.ts';
import { accountName, freeAccount, manualSource, type Role, type User } from './rules.ts';
import {
  childIdsOf,
  getUser,
  insertUser,
  isAccountTaken,
  replaceChildren,
  updateUser,
  userByImportId,
} from './store.ts';

/** What can be said of a person; null clears, a missing key leaves. */
export interface UserWish {
  role?: Role;
  givenName?: string;
  familyName?: string;
  class?: string | null;
  groups?: string[];
  birthDate?: Day | null;
  email?: string | null;
  importId?: string | null;
  children?: string[];
}

/**
 * Adds a person by hand and gives them an account.
 * @throws Failure `account-taken`, `import-id-taken`, `no-account-from-name`, `unknown-account` and `wrong-role` (of a child)
 */
export function addUser(
  app: App,
  wish: UserWish & { role: Role; givenName: string; familyName: string; account?: string },
): User {
  return app.transact((tx) => {
    const account = wish.account ?? accountFor(tx, wish.givenName, wish.familyName);
    if (isAccountTaken(tx, account)) throw accountTaken({ account });
    checkImportId(tx, manualSource, wish.importId);
    const user = insertUser(tx, {
      account,
      role: wish.role,
      givenName: wish.givenName,
      familyName: wish.familyName,
      class: wish.class ?? null,
      groups: wish.groups ?? [],
      birthDate: wish.birthDate ?? null,
      email: wish.email ?? null,
      source: manualSource,
      importId: wish.importId ?? null,
    });
    setChildren(tx, user, wish.children);
    const { id: _, ...facts } = user;
    record(tx, log.userAdded, user, { ...facts, childIds: childIdsOf(tx, user.id) });
    return user;
  });
}

/** The account that a new person of this name gets. @throws Failure `no-account-from-name` */
function accountFor(tx: Tx, givenName: string, familyName: string): string {
  const base = accountName(givenName, familyName);
  if (!base) throw noAccountFromName({ name: `${givenName} ${familyName}` });
  return freeAccount(base, (account) => isAccountTaken(tx, account));
}

/**
 * Changes what is held of a person; the account stays. Nothing is recorded where nothing changes.
 * @throws Failure `unknown-account`, `import-id-taken`, `wrong-role` (of a child)
 */
export function editUser(app: App, account: string, wish: UserWish): { user: User; changed: string[] } {
  return app.transact((tx) => {
    const before = { ...getUser(tx, account) };
    if (wish.importId !== before.importId) checkImportId(tx, before.source, wish.importId);
    const { children, ...fields } = wish;
    const user: User = { ...before, ...fields };
    const childIds = childIdsOf(tx, user.id);
    updateUser(tx, user);
    setChildren(tx, user, children);
    const changes = differences({ ...before, childIds }, { ...user, childIds: childIdsOf(tx, user.id) });
    const changed = Object.keys(changes);
    if (changed.length > 0) record(tx, log.userEdited, user, changes);
    return { user, changed };
  });
}

/** What differs, field by field. Others are named by their IDs only, so that nobody's facts outlive them in another's. */
function differences(before: User & { childIds: number[] }, after: User & { childIds: number[] }) {
  const fields = Object.keys(before) as (keyof typeof before)[];
  return Object.fromEntries(
    fields
      .map((field) => [field, { from: before[field], to: after[field] }] as const)
      .filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)),
  );
}

function checkImportId(tx: Tx, source: string, importId: string | null | undefined): void {
  const holder = importId && userByImportId(tx, source, importId);
  if (holder) throw importIdTaken({ importId, account: holder.account });
}

function setChildren(tx: Tx, guardian: User, accounts: readonly string[] | undefined): void {
  if (!accounts) return;
  if (accounts.length > 0 && guardian.role !== 'guardian') {
    throw wrongRole({ account: guardian.account, role: guardian.role, wanted: 'guardian' });
  }
  const children = accounts.map((account) => {
    const child = getUser(tx, account);
    if (child.role !== 'student') throw wrongRole({ account, role: child.role, wanted: 'student' });
    return child.id;
  });
  replaceChildren(tx, guardian.id, children);
}
