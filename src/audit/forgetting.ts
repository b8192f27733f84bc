import type { Act } from '../act.ts';
import type { App } from '../app.ts';
import { type Setting, settingValue } from '../settings/settings.ts';
import { countOf, type RetentionTerm } from '../subject.ts';
import { addDays, type Day } from '../time.ts';
import { record } from './acts.ts';

/**
 * The part of a term that is alike wherever rows of a table are kept for so many days after the day in one of their
 * columns; a row without that day stays. The night removes them, with one entry in the log that says how many.
 */
export function forgotten(
  table: string,
  column: string,
  setting: Setting<number>,
  act: Act,
): Required<Pick<RetentionTerm, 'setting' | 'removedBy' | 'count' | 'overdue' | 'carryOut'>> {
  const condition = `FROM ${table} WHERE ${column} < :day`;
  const firstKept = (app: App, day: Day): Day => addDays(day, -settingValue(app.db, setting));
  return {
    setting,
    removedBy: 'leaver run',
    count: countOf(table),
    overdue: (app, day) =>
      app.db.get<{ number: number }>(`SELECT count(*) AS number ${condition}`, { day: firstKept(app, day) })?.number ??
      0,
    carryOut: (app) => {
      const day = firstKept(app, app.moment.today);
      return app.transact((tx) => {
        const number = tx.run(`DELETE ${condition}`, { day });
        if (number > 0) record(tx, act, null, { number });
        return number;
      });
    },
  };
}
