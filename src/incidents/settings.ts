import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const incidentKeepDays = setting(
  'incident.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days an incident is kept after it was closed, until the night removes it',
    de: 'wie viele Tage ein geschlossener Vorfall bleibt, bis die Nacht ihn entfernt',
  }),
);

export const incidentReviewDays = setting(
  'incident.review-days',
  days,
  '90',
  bilingual({
    en: 'after how many days an open incident stands in status: nobody whom it concerns is deleted meanwhile',
    de: 'nach wie vielen Tagen ein offener Vorfall in status steht: solange wird niemand gelöscht, den er betrifft',
  }),
);
