import type { App } from '../app.ts';
import { record } from '../audit/acts.ts';
import { lastChange } from '../audit/store.ts';
import type { Reader, Tx } from '../database/database.ts';
import type { Day } from '../time.ts';
import {
  accountReserved,
  accountTaken,
  idOfAnother,
  importIdTaken,
  maybeThere,
  noAccountFromName,
  wrongRole,
} from './failures.ts';
import * as log from './log.ts';
import { holdersOf, type Lookalike, namesakes } from './lookalikes.ts';
import {
  accountName,
  freeAccount,
  isReserved,
  type Links,
  linksOfRole,
  manualSource,
  type Role,
  type User,
} from './rules.ts';
import {
  accountsOf,
  getUser,
  insertUser,
  isAccountTaken,
  linksOf,
  replaceLinks,
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

export interface NewUser extends UserWish {
  role: Role;
  givenName: string;
  familyName: string;
  account?: string;
  /** It is somebody else than whoever is here and could be the same. */
  another?: boolean;
}

/** Who is here and could be whom somebody wants to add: the same name, or the same import ID. */
export function lookalikesOf(db: Reader, { importId, ...wish }: NewUser): Lookalike[] {
  const holders = importId ? holdersOf(db, importId, null) : [];
  const typed = { ...wish, class: wish.class ?? null, birthDate: wish.birthDate ?? null };
  const others = namesakes(db, typed).filter(({ account }) => holders.every((one) => one.account !== account));
  return [...holders, ...others];
}

/**
 * Adds a person by hand and gives them an account.
 * @throws Failure `account-taken`, `account-reserved`, `import-id-taken`, `maybe-there`, `no-account-from-name`, `unknown-account` and `wrong-role` (of a child)
 */
export function addUser(app: App, wish: NewUser): User {
  return app.transact((tx) => {
    const account = wish.account ?? accountFor(tx, wish.givenName, wish.familyName);
    if (isReserved(account)) throw accountReserved({ account });
    if (isAccountTaken(tx, account)) throw accountTaken({ account });
    checkImportId(tx, manualSource, wish.importId);
    const people = wish.another ? [] : lookalikesOf(tx, wish);
    if (people.length > 0) throw maybeThere({ people });
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
    replaceLinks(tx, user.id, { childIds: childrenOf(tx, user, wish.children ?? []), guardianIds: [] });
    const { id: _, ...facts } = user;
    record(tx, log.userAdded, user, { ...facts, childIds: linksOf(tx, user.id).childIds });
    return user;
  });
}

/** The account that a new person of this name gets. @throws Failure `no-account-from-name` */
function accountFor(tx: Tx, givenName: string, familyName: string): string {
  const base = accountName(givenName, familyName);
  if (!base) throw noAccountFromName({ name: `${givenName} ${familyName}` });
  return freeAccount(base, (account) => isAccountTaken(tx, account));
}

/** What a change came to. */
export interface Edited {
  user: User;
  changed: string[];
  /** The accounts of guardians and children to whom the person is linked no more, or is now. */
  unlinked: string[];
  linked: string[];
}

/**
 * Changes what is held of a person; the account stays. Another role ends the links that it can't have, and the role
 * from before brings them back. Nothing is recorded where nothing changes.
 * `another`: the import ID is that of somebody else, and yet theirs.
 * @throws Failure `unknown-account`, `import-id-taken`, `id-of-another`, `wrong-role` (of a child)
 */
export function editUser(app: App, account: string, wish: UserWish, another = false): Edited {
  return app.transact((tx) => {
    const before = { ...getUser(tx, account), ...linksOf(tx, getUser(tx, account).id) };
    if (wish.importId && wish.importId !== before.importId) {
      checkImportId(tx, before.source, wish.importId);
      const people = another ? [] : holdersOf(tx, wish.importId, before.id);
      if (people.length > 0) throw idOfAnother({ importId: wish.importId, people });
    }
    const { children, ...fields } = wish;
    const { childIds, guardianIds, ...known } = before;
    const user: User = { ...known, ...fields };
    updateUser(tx, user);
    const links = user.role === known.role ? before : linksAfter(tx, before, user.role);
    replaceLinks(tx, user.id, { ...links, ...(children && { childIds: childrenOf(tx, user, children) }) });
    const after = { ...user, ...linksOf(tx, user.id) };
    const changes = differences(before, after);
    const changed = Object.keys(changes);
    if (changed.length > 0) record(tx, log.userEdited, user, changes);
    const [was, is] = [before, after].map((one) => [...one.childIds, ...one.guardianIds]) as [number[], number[]];
    return {
      user,
      changed,
      unlinked: accountsOf(
        tx,
        was.filter((id) => !is.includes(id)),
      ),
      linked: accountsOf(
        tx,
        is.filter((id) => !was.includes(id)),
      ),
    };
  });
}

/** The links that somebody has in another role: those that ended when they left that role. */
function linksAfter(tx: Tx, { id }: User, role: Role): Links {
  const left = lastChange(tx, id, log.userEdited, 'role', role) as Partial<Changes> | undefined;
  return linksOfRole(role, { childIds: left?.childIds?.from ?? [], guardianIds: left?.guardianIds?.from ?? [] });
}

type Changes = { [Field in keyof (User & Links)]: { from: (User & Links)[Field]; to: (User & Links)[Field] } };

/** What differs, field by field. Others are named by their IDs only, so that nobody's facts outlive them in another's. */
function differences(before: User & Links, after: User & Links): Partial<Changes> {
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

/** The numbers of a guardian's children. @throws Failure `unknown-account`, `wrong-role` */
function childrenOf(tx: Tx, { account, role }: User, accounts: readonly string[]): number[] {
  if (accounts.length > 0 && role !== 'guardian') throw wrongRole({ account, role, wanted: 'guardian' });
  return accounts.map((one) => {
    const child = getUser(tx, one);
    if (child.role !== 'student') throw wrongRole({ account: one, role: child.role, wanted: 'student' });
    return child.id;
  });
}
