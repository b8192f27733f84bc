import { bilingual } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { writtenInstant } from '../time.ts';
import { isNightMissing } from './rules.ts';
import { lastNightAt, registryMadeAt } from './store.ts';

export const text = bilingual({
  en: {
    missing: (since: string) => `No night has come to its end since ${since}: let cron run "schulkonto leaver run"`,
    never: 'No night has run yet: let cron run "schulkonto leaver run" every night',
  },
  de: {
    missing: (since) => `Seit ${since} ist keine Nacht zu Ende gekommen: cron „schulkonto leaver run“ aufrufen lassen`,
    never: 'Es lief noch keine Nacht: cron jede Nacht „schulkonto leaver run“ aufrufen lassen',
  },
});

/** When the last night came to its end, and that there was none for too long. */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const last = lastNightAt(app.db) ?? null;
  const since = last ?? registryMadeAt(app.db);
  const isMissing = since !== undefined && isNightMissing(app.moment.today, since);
  return {
    facts: { nights: { last, isMissing } },
    lines: isMissing ? [last === null ? say.never : say.missing(writtenInstant(app.language, last))] : [],
  };
};
