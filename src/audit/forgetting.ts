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
): Required<Pick<RetentionTerm, 'setting' | 'removedBy' | 'count' | 'carryOut'>> {
  const lastDay = (app: App): Day => addDays(app.moment.today, -settingValue(app.db, setting));
  const overdue = (app: App) =>
    app.db.get<{ number: number }>(`SELECT count(*) AS number FROM ${table} WHERE ${column} < :day`, {
      day: lastDay(app),
    })?.number ?? 0;
  return {
    setting,
    removedBy: 'leaver run',
    count: (app) => ({ ...countOf(table)(app), overdue: overdue(app) }),
    carryOut: (app) => {
      const day = lastDay(app);
      return app.transact((tx) => {
        const number = tx.run(`DELETE FROM ${table} WHERE ${column} < :day`, { day });
        if (number > 0) record(tx, act, null, { number });
        return number;
      });
    },
  };
}
