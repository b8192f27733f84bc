import { settingValue } from '../settings/settings.ts';
import type { StatusPart } from '../subject.ts';
import { writtenDay } from '../time.ts';
import { changesIn, planExport } from './export/rules.ts';
import { exportFacts, neededFor } from './export/store.ts';
import { openHours } from './hours/store.ts';
import { text as hoursText } from './hours/text.ts';
import { idlePeople } from './idle/store.ts';
import { text as idleText } from './idle/text.ts';
import { idleDays } from './settings.ts';
import { begunRoles, exchanges, peopleInCircle } from './store.ts';
import { text } from './text.ts';
import { todosOn } from './todo/store.ts';

/** What IServ has not been told yet, and what a person must do there. */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const { today } = app.moment;
  const begun = begunRoles(app.db);
  const people = peopleInCircle(app.db, {}, today);
  const todo = todosOn(app.db, today, people).length;
  const lastExport = exchanges(app.db).find(({ kind }) => kind === 'export')?.at ?? null;
  const groups = [[...begun].filter((role) => role !== 'guardian'), [...begun].filter((role) => role === 'guardian')];
  const changes = groups
    .filter((roles) => roles.length > 0)
    .map((roles) => {
      const needed = people.filter(({ role }) => neededFor(roles).includes(role));
      return changesIn(planExport(exportFacts(app.db, roles, [], today, needed)));
    })
    .reduce((sum, one) => sum + one, 0);
  const idle = idlePeople(app.db, {}, today).filter(({ because }) => because.includes('not-logged-in')).length;
  const hours = openHours(app.db);
  const lines = [
    ...(changes > 0 ? [say.changes(changes)] : []),
    ...(todo > 0 ? [say.todo(todo)] : []),
    ...(idle > 0 ? [app.say(idleText).status(idle, settingValue(app.db, idleDays))] : []),
    ...hours.map((hour) => app.say(hoursText).status(hour.class, writtenDay(app.language, hour.since))),
  ];
  return { facts: { iserv: { lastExport, changes, todo, open: hours, idle } }, lines };
};
