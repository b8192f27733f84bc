import { bilingual, count } from '../../language.ts';
import type { StatusPart } from '../../subject.ts';
import { toTell } from '../telling/acts.ts';
import { text as tellingText } from '../telling/text.ts';
import { undecided } from './missing.ts';

const text = bilingual({
  en: {
    consent: (purpose: string, number: number) =>
      `${count('en', number, 'consent is', 'consents are')} missing (${purpose}): schulkonto consent missing`,
    acknowledgement: (purpose: string, number: number) =>
      `${count('en', number, 'signature is', 'signatures are')} missing (${purpose}): schulkonto consent missing`,
  },
  de: {
    consent: (purpose, number) =>
      `${count('de', number, 'Einwilligung fehlt', 'Einwilligungen fehlen')} (${purpose}): schulkonto consent missing`,
    acknowledgement: (purpose, number) =>
      `${count('de', number, 'Kenntnisnahme fehlt', 'Kenntnisnahmen fehlen')} (${purpose}): schulkonto consent missing`,
  },
});

/** Consents that somebody must still decide on, by purpose. */
export const status: StatusPart = (app) => {
  const consentsMissing = undecided(app.db, app.moment.today);
  const say = app.say(text);
  const lines = consentsMissing.map(({ purpose, basis, count }) =>
    (basis === 'consent' ? say.consent : say.acknowledgement)(purpose, count),
  );
  const studentsToTell = [...toTell(app.db, {}, app.moment.today)].map(({ account }) => account);
  if (studentsToTell.length > 0) lines.push(app.say(tellingText).status(studentsToTell.length));
  return { facts: { consentsMissing, studentsToTell }, lines };
};
