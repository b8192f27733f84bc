import { bilingual, count } from '../language.ts';
import type { StatusPart } from '../subject.ts';
import { undecided } from './missing.ts';

const text = bilingual({
  en: {
    consentsMissing: (purpose: string, number: number) =>
      `${count('en', number, 'consent is', 'consents are')} missing (${purpose}): schulkonto consent missing`,
  },
  de: {
    consentsMissing: (purpose, number) =>
      `${count('de', number, 'Einwilligung fehlt', 'Einwilligungen fehlen')} (${purpose}): schulkonto consent missing`,
  },
});

/** Consents that somebody must still decide on, by purpose. */
export const status: StatusPart = (app) => {
  const consentsMissing = undecided(app.db, app.moment.today);
  const lines = consentsMissing.map(({ purpose, count }) => app.say(text).consentsMissing(purpose, count));
  return { facts: { consentsMissing }, lines };
};
