import { bilingual, count, listed } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import type { StatusPart } from '../subject.ts';
import { addDays, schoolDay } from '../time.ts';
import { isGone } from './acts.ts';
import { fileRemindDays } from './settings.ts';
import { keptFiles } from './store.ts';
import { kindNames } from './text.ts';

const text = bilingual({
  en: {
    remind: (files: number, days: number, kinds: string) =>
      `${count('en', files, 'file', 'files')} with people in them, written more than ${count('en', days, 'day', 'days')} ago, may still be there (${kinds}): destroy what nobody needs, then: schulkonto file destroyed`,
  },
  de: {
    remind: (files, days, kinds) =>
      `${count('de', files, 'Datei', 'Dateien')} mit Personen, vor mehr als ${count('de', days, 'Tag', 'Tagen')} geschrieben, gibt es wohl noch (${kinds}): vernichten, was niemand braucht, danach: schulkonto file destroyed`,
  },
});

/** Files that were written some time ago and may still be there. */
export const status: StatusPart = (app) => {
  const days = settingValue(app.db, fileRemindDays);
  const before = addDays(app.moment.today, -days);
  const files = keptFiles(app.db, false).filter(
    ({ at, file }) => schoolDay(new Date(at)) < before && (file === null || !isGone(file)),
  );
  const kinds = [...new Set(files.map(({ kind }) => app.say(kindNames)[kind] ?? kind))];
  return {
    facts: { filesToDestroy: files.map(({ number, at, kind, file }) => ({ number, at, kind, file })) },
    lines: files.length === 0 ? [] : [app.say(text).remind(files.length, days, listed(app.language, kinds))],
  };
};
