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
