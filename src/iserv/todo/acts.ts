import { rmSync } from 'node:fs';
import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import type { Tx } from '../../database/database.ts';
import { accountKey } from '../../users/store.ts';
import * as log from '../log.ts';
import { digestOf, type Person, passwordMark, toldOf } from '../rules.ts';
import { deleteKnown, deleteStrangers, peopleInCircle, storeKnown } from '../store.ts';
import { changedSince, nothingToDo } from './failures.ts';
import type { Todo } from './rules.ts';
import { chosen, forgetDeletions, storeLocked, storePassword, type TodoFilter, todosOn } from './store.ts';

/**
 * What a filter chooses of the list, with a complaint about accounts that have nothing on it.
 * @throws Failure `nothing-to-do-in-iserv`
 */
export function planDone(app: App, filter: TodoFilter): Todo[] {
  // Whose an account is, only a comparison can be told.
  const found = chosen(todosOn(app.db, app.moment.today), filter).filter(({ what }) => what !== 'whose');
  const wrong = (filter.accounts ?? []).filter((account) => !found.some((todo) => todo.account === account));
  if (wrong.length > 0) throw nothingToDo({ accounts: wrong });
  return found;
}

/**
 * Keeps that things are done in IServ: they leave the list, and the next change is seen against them.
 * @throws Failure `iserv-list-changed` if one of them is not to be done any more
 */
export function markDone(app: App, todos: readonly Todo[]): void {
  const lists = app.transact((tx) => {
    const people = peopleInCircle(tx, {}, tx.today);
    const now = new Set(todosOn(tx, tx.today, people).map(keyOf));
    if (todos.some((todo) => !now.has(keyOf(todo)))) throw changedSince({});
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const todo of todos) settle(tx, todo, todo.id === null ? undefined : byId.get(todo.id));
    const of = (what: Todo['what']) => todos.filter((todo) => todo.id === null && todo.what === what);
    const accounts = (some: readonly Todo[]) => some.map(({ account }) => account);
    deleteStrangers(tx, accounts(of('unknown')));
    recordAll(
      tx,
      log.iservDone,
      todos.map(({ id, what }) => ({ subject: id === null ? null : { id }, facts: { what } })),
    );
    return forgetDeletions(tx, accounts(of('delete')));
  });
  for (const file of lists) rmSync(file, { force: true });
}

const keyOf = ({ what, account, to }: Todo): string => JSON.stringify([what, account, to]);

function settle(tx: Tx, { what, to }: Todo, person: Person | undefined): void {
  if (!person) return;
  const { id, known, mustChange } = person;
  if (what === 'lock' || what === 'close') storeLocked(tx, id, true);
  if (what === 'unlock' || what === 'open') storeLocked(tx, id, false);
  if (what === 'password' && mustChange !== null) storePassword(tx, id, passwordMark(mustChange));
  if (what === 'delete') deleteKnown(tx, [id]);
  if (!known) return;
  if (what === 'rename') storeKnown(tx, [{ ...known, id, account: person.account }], 'iserv');
  if (what === 'import-id') storeKnown(tx, [{ ...known, id, importId: to }], 'iserv');
  if (what === 'edit') storeKnown(tx, [{ ...known, id, digest: digestOf(accountKey(tx), toldOf(person)) }], 'iserv');
}
