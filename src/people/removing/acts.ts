import type { App } from '../../app.ts';
import { recordAll } from '../../audit/acts.ts';
import { eraseFacts } from '../../audit/store.ts';
import type { Reader } from '../../database/database.ts';
import { deleteUser, insertStrangerStone } from '../../deletion/store.ts';
import { bilingual, type Language } from '../../language.ts';
import type { RetentionTerm } from '../../subject.ts';
import * as log from '../../users/log.ts';
import { manualSource, type User } from '../../users/rules.ts';
import { getUsers } from '../../users/store.ts';
import { type Bound, notRemovable } from './failures.ts';
import { hangingOn } from './store.ts';
import { text } from './text.ts';

/**
 * People who may be taken back: added by hand, and nothing hangs on them.
 * @throws Failure `unknown-account`; `not-removable`, which names all who aren't, and what hangs on them
 */
export function removable(db: Reader, accounts: readonly string[], terms: readonly RetentionTerm[]): User[] {
  const people = getUsers(db, accounts);
  const bound = people.map((user): Bound => {
    const hanging = hangingOn(db, user.id).map((one) => ({ ...one, words: wordsFor(one.table, terms) }));
    return { account: user.account, source: user.source === manualSource ? null : user.source, hanging };
  });
  const refused = bound.filter(({ source, hanging }) => source !== null || hanging.length > 0);
  if (refused.length > 0) throw notRemovable({ people: refused });
  return people;
}

const own = {
  'consents.guardian_id': bilingual({ en: text.en.consentsOfOthers, de: text.de.consentsOfOthers }),
  'guardianships.child_id': bilingual({ en: text.en.guardians, de: text.de.guardians }),
};

/** What a table holds, in the words in which its room says what it keeps. */
function wordsFor(table: string, terms: readonly RetentionTerm[]): Record<Language, string> {
  const name = table.replace(/\..*/, '');
  return (
    own[table as keyof typeof own] ?? terms.find(({ tables }) => tables.includes(name))?.name ?? { en: name, de: name }
  );
}

/**
 * Takes people back who were added by hand, with their names and all that the log knows of them. One entry for each.
 * @throws Failure as `removable`
 */
export function removeUsers(app: App, accounts: readonly string[], terms: readonly RetentionTerm[]): void {
  app.transact((tx) => {
    const people = removable(tx, accounts, terms);
    for (const { id } of people) {
      eraseFacts(tx, id);
      insertStrangerStone(tx, id);
      deleteUser(tx, id);
    }
    recordAll(
      tx,
      log.userRemoved,
      people.map((subject) => ({ subject, facts: {} })),
    );
  });
}
