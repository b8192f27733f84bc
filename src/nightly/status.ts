import type { App } from '../app.ts';
import { registryMadeAt } from '../backups/store.ts';
import { bilingual } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { writtenInstant } from '../time.ts';
import { isNightMissing } from './rules.ts';
import { lastNightAt } from './store.ts';
import { openTraces } from './traces/acts.ts';
import { text as traceText } from './traces/text.ts';

const text = bilingual({
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
  const missing = missingNight(app);
  const traces = openTraces(app.db).length;
  return {
    facts: { namesInTexts: traces, nights: { last: lastNightAt(app.db) ?? null, isMissing: missing !== undefined } },
    lines: [...(missing === undefined ? [] : [missing]), ...(traces > 0 ? [app.say(traceText).status(traces)] : [])],
  };
};

/** What is to be said where no night came to its end for too long; undefined where one did. */
export function missingNight(app: App): string | undefined {
  const say = app.say(text);
  const last = lastNightAt(app.db);
  const since = last ?? registryMadeAt(app.db);
  if (since === undefined || !isNightMissing(app.moment.today, since)) return undefined;
  return last === undefined ? say.never : say.missing(writtenInstant(app.language, last));
}
