import type { Tx } from '../../database/database.ts';

/** Gives people other accounts, also where they exchange them: nobody holds two in between. */
export function setAccounts(tx: Tx, changes: readonly { id: number; account: string }[]): void {
  const set = (id: number, account: string) =>
    tx.run('UPDATE users SET account = :account WHERE id = :id', { id, account });
  for (const { id } of changes) set(id, `..${id}`);
  for (const { id, account } of changes) set(id, account);
}
