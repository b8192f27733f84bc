import { bilingual } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { writtenInstant } from '../time.ts';
import { losses } from './store.ts';

const text = bilingual({
  en: {
    lost: (restored: string, since: string) =>
      `The registry was damaged and restored on ${restored}: what was recorded after ${since} is lost. Record it again, then: schulkonto backup losses --looked`,
  },
  de: {
    lost: (restored, since) =>
      `Das Register war beschädigt und wurde am ${restored} wiederhergestellt: was nach dem ${since} erfasst wurde, ist verloren. Neu erfassen, danach: schulkonto backup losses --looked`,
  },
});

export const status: StatusPart = (app) => {
  const restoreLosses = losses(app.db);
  const on = (moment: (typeof restoreLosses)[number]['restoredAt']) => writtenInstant(app.language, moment);
  return {
    facts: { restoreLosses },
    lines: restoreLosses.map(({ restoredAt, lostSince }) => app.say(text).lost(on(restoredAt), on(lostSince))),
  };
};
