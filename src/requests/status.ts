import type { StatusPart } from '../subject.ts';
import { writtenDue } from './due.ts';
import { countRestricted, requests } from './store.ts';
import { kindNames, text } from './text.ts';

/** What people wait for an answer to, the most urgent first; and whose data may only be kept. */
export const status: StatusPart = (app) => {
  const say = app.say(text).status;
  const { now, today } = app.moment;
  const open = requests(app.db, {}, false, today)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map(({ request, kind, accounts, dueAt }) => ({ request, kind, accounts, dueAt, isOverdue: dueAt < now }));
  const restricted = countRestricted(app.db);
  const lines = open.map(({ request, kind, accounts, dueAt, isOverdue }) =>
    (isOverdue ? say.overdue : say.due)(
      request,
      app.say(kindNames)[kind],
      accounts.join(', '),
      writtenDue(app.language, kind, dueAt),
    ),
  );
  return {
    facts: { requests: open, restricted },
    lines: [...lines, ...(restricted > 0 ? [say.restricted(restricted)] : [])],
  };
};
