import type { Reader, Tx } from '../../database/database.ts';
import { deleteIservDeletions, iservDeletions } from '../../deletion/store.ts';
import type { Day } from '../../time.ts';
import type { Role } from '../../users/rules.ts';
import { accountKey } from '../../users/store.ts';
import { byClass, type Person } from '../rules.ts';
import { begunRoles, goneFromHere, peopleInCircle, strangers } from '../store.ts';
import { managedRoles, type Task, type Todo, tasks, todoOf } from './rules.ts';

/** Which of the things to do a command is about. */
export interface TodoFilter {
  accounts?: readonly string[];
  what?: readonly Task[];
  class?: readonly string[];
  role?: readonly Role[];
}

/** Everything that must be done in IServ by hand today, by class and name, in the order of what it is. */
export function todosOn(db: Reader, today: Day, people: readonly Person[] = peopleInCircle(db, {}, today)): Todo[] {
  const circle = { begun: begunRoles(db), managed: managedRoles(people), key: accountKey(db) };
  const nobody = { givenName: null, familyName: null, to: null, id: null };
  const all: Todo[] = [
    ...people.flatMap((person) => todoOf(person, circle)),
    ...goneFromHere(db).map(({ account, role, mergedInto }) => ({
      ...nobody,
      what: 'delete' as const,
      account,
      class: null,
      role,
      because: mergedInto === null ? ('deleted-here' as const) : ('given-up' as const),
      to: mergedInto,
    })),
    ...strangers(db).map(({ account, role, class: name, isAsked }) => ({
      ...nobody,
      what: isAsked ? ('whose' as const) : ('unknown' as const),
      account,
      class: name,
      role,
      because: isAsked ? ('perhaps-here' as const) : ('nobody-here' as const),
    })),
  ];
  return all.sort(
    (one, other) => byClass(plain(one), plain(other)) || tasks.indexOf(one.what) - tasks.indexOf(other.what),
  );
}

const plain = ({ account, class: name, familyName, givenName }: Todo) => ({
  account,
  class: name,
  familyName: familyName ?? '',
  givenName: givenName ?? '',
});

/** Those that a filter chooses; classes without case. */
export function chosen(all: readonly Todo[], { accounts = [], what = [], class: classes = [], role = [] }: TodoFilter) {
  const names = new Set(classes.map((name) => name.toLowerCase()));
  return all.filter(
    (todo) =>
      (accounts.length === 0 || accounts.includes(todo.account)) &&
      (what.length === 0 || what.includes(todo.what)) &&
      (names.size === 0 || names.has((todo.class ?? '').toLowerCase())) &&
      (role.length === 0 || (todo.role !== null && role.includes(todo.role))),
  );
}

/** Keeps that an account is closed or open in IServ. */
export function storeLocked(tx: Tx, id: number, locked: boolean): void {
  tx.run(
    `INSERT INTO iserv_hands (user_id, locked) VALUES (:id, :locked)
     ON CONFLICT (user_id) DO UPDATE SET locked = excluded.locked`,
    { id, locked: Number(locked) },
  );
}

/** Keeps which issued password was entered in IServ. */
export function storePassword(tx: Tx, id: number, mark: Buffer): void {
  tx.run(
    `INSERT INTO iserv_hands (user_id, password) VALUES (:id, :mark)
     ON CONFLICT (user_id) DO UPDATE SET password = excluded.password`,
    { id, mark },
  );
}

/** Forgets accounts of the deleted that IServ has no more. Returns the lists that nobody else stands in. */
export function forgetDeletions(tx: Tx, accounts: readonly string[]): string[] {
  const all = iservDeletions(tx);
  const gone = all.filter(({ account }) => accounts.includes(account));
  const kept = new Set(all.filter((one) => !gone.includes(one)).map(({ listedIn }) => listedIn));
  deleteIservDeletions(
    tx,
    gone.map(({ id }) => id),
  );
  return [...new Set(gone.flatMap(({ listedIn }) => (listedIn && !kept.has(listedIn) ? [listedIn] : [])))];
}
