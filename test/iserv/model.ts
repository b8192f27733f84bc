import { parse } from 'csv-parse/sync';
import { accountName, freeAccount } from '../../src/users/rules.ts';

/** A user as the model of IServ has them. */
export interface Account {
  account: string;
  givenName: string;
  familyName: string;
  class: string;
  groups: string[];
  type: string;
  status: 'aktiv' | 'eingeschränkt' | 'inaktiv';
  importId: string;
}

/**
 * A small model of IServ, as far as its documentation says how its import works: a file is complete for its profile;
 * who has an import ID and is missing in it is deleted; who was made by hand is left alone; a new account is the one of
 * the file where it is free, else made from the name.
 */
export class Iserv {
  readonly users = new Map<string, Account>();
  /** Everybody whom an import or a person has ever deleted. */
  readonly deleted: string[] = [];

  /** Somebody made by hand, or there before. */
  add(user: Partial<Account> & { givenName: string; familyName: string }): Account {
    const account = user.account ?? this.free(user.givenName, user.familyName);
    const made: Account = { class: '', groups: [], type: 'Schüler', status: 'aktiv', importId: '', ...user, account };
    this.users.set(account, made);
    return made;
  }

  importFile(csv: string, type = 'Schüler'): void {
    const rows: Record<string, string>[] = parse(csv, { delimiter: ';', columns: true });
    const managed = [...this.users.values()].filter((user) => user.type === type && user.importId !== '');
    const byId = new Map(managed.map((user) => [user.importId, user]));
    for (const row of rows) {
      const importId = row['Import-ID'] ?? '';
      const told = {
        givenName: row.Vorname ?? '',
        familyName: row.Nachname ?? '',
        class: row['Klasse/Information'] ?? '',
        groups: (row.Gruppen ?? '').split(';').filter((group) => group !== ''),
      };
      const known = byId.get(importId);
      const wanted = row.Account && !this.users.has(row.Account) ? { account: row.Account } : {};
      if (known) Object.assign(known, told);
      else this.add({ ...told, type, importId, ...wanted });
      byId.delete(importId);
    }
    for (const { account } of byId.values()) this.delete(account);
  }

  delete(account: string): void {
    if (this.users.delete(account)) this.deleted.push(account);
  }

  /** Its own export of the users; of all, or of one type, as its filter gives it. */
  export(type?: string): string {
    const header =
      'Account;Vorname;Nachname;Status;Erstellt am;Erstellt von;UUID;Benutzertyp;Import-ID;Klasse/Information;E-Mail-Adresse;Gruppen';
    const users = [...this.users.values()].filter((user) => type === undefined || user.type === type);
    const rows = users.map((user) =>
      [
        user.account,
        user.givenName,
        user.familyName,
        user.status,
        '01.08.2025',
        'admin',
        `u-${user.account}`,
        user.type,
        user.importId,
        user.class,
        `${user.account}@see.example`,
        user.groups.join(','),
      ].join(';'),
    );
    const admin = 'admin;;Administrator;aktiv;01.01.2020;;a;Administrator;;;admin@see.example;Admins';
    return [header, ...(type === undefined ? [admin] : []), ...rows, ''].join('\n');
  }

  /** Does by hand what the list says. */
  work(todos: readonly { what: string; account: string; to: string | null }[]): void {
    for (const { what, account, to } of todos) {
      const user = this.users.get(account);
      if (!user) continue;
      if (what === 'lock' || what === 'close') user.status = 'inaktiv';
      if (what === 'unlock' || what === 'open') user.status = 'aktiv';
      if (what === 'delete') this.delete(account);
      if (what === 'import-id') user.importId = to ?? '';
      if (what !== 'rename' || to === null || this.users.has(to)) continue;
      this.users.delete(account);
      this.users.set(to, Object.assign(user, { account: to }));
    }
  }

  private free(givenName: string, familyName: string): string {
    return freeAccount(accountName(givenName, familyName), (account) => this.users.has(account));
  }
}
