import { bilingual } from '../language.ts';
import { settingValue } from '../settings/settings.ts';
import type { StatusPart } from '../subject.ts';
import { addDays, writtenDay } from '../time.ts';
import { incidentReviewDays } from './settings.ts';
import { openSince, stillToInform } from './store.ts';

const text = bilingual({
  en: {
    toInform: (account: string, incident: number, since: string) =>
      `${account} must be told of what was looked into on ${since} (incident ${incident}).`,
    review: (incident: number, since: string) =>
      `Incident ${incident} has been open since ${since}, and nobody whom it concerns is deleted meanwhile: incident close ${incident}, or go on with it`,
  },
  de: {
    toInform: (account, incident, since) =>
      `${account} muss erfahren, was am ${since} eingesehen wurde (Vorfall ${incident}).`,
    review: (incident, since) =>
      `Der Vorfall ${incident} ist seit ${since} offen, und solange wird niemand gelöscht, den er betrifft: incident close ${incident}, oder ihn weiterführen`,
  },
});

/** Who doesn't know yet that their mail, files or logs were looked into (terms, "E-Mail": without delay); what is open for long. */
export const status: StatusPart = (app) => {
  const say = app.say(text);
  const toInform = stillToInform(app.db);
  const lines = toInform.map(({ account, incident, since }) =>
    say.toInform(account, incident, writtenDay(app.language, since)),
  );
  const before = addDays(app.moment.today, -settingValue(app.db, incidentReviewDays));
  const incidentsToReview = openSince(app.db, before);
  const reviews = incidentsToReview.map(({ incident, openedOn }) =>
    say.review(incident, writtenDay(app.language, openedOn)),
  );
  return { facts: { toInform, incidentsToReview }, lines: [...lines, ...reviews] };
};
