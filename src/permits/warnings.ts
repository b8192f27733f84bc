import type { App } from '../app.ts';
import { warning } from '../terminal/view.ts';
import type { Clause } from '../terms/clauses.ts';
import { type Day, writtenDay } from '../time.ts';
import { kindFor, type Permit } from './rules.ts';
import { permitsOn } from './store.ts';
import { kindNames, text } from './text.ts';

/**
 * Says of people who are about to be blamed for breaking a rule which of them had leave on one of the days; at a
 * terminal it asks whether that doesn't matter.
 * @throws Failure `unknown-account` is left to the act; `cancelled` after a no
 */
export async function warnOfPermits(
  app: App,
  accounts: readonly string[],
  clause: Clause | null | undefined,
  days: readonly Day[],
): Promise<void> {
  const kind = kindFor(clause);
  const found = kind === undefined ? [] : permitsOn(app.db, accounts, kind, days);
  if (found.length === 0) return;
  await app.note(found.map((permit) => warning(wordsOf(app, permit))));
  if (app.canAsk) await app.confirm(app.say(text).sureAllThe);
}

function wordsOf(app: App, { account, permit, kind, from, until, reason }: Permit): string {
  const on = (date: Day) => writtenDay(app.language, date);
  return app
    .say(text)
    .wasAllowed(account ?? '', permit, app.say(kindNames)[kind], on(from), until && on(until), reason);
}
