import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const permitKeepDays = setting(
  'permit.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days a permit is kept after it was over, until the night removes it',
    de: 'wie viele Tage eine abgelaufene Ausnahme bleibt, bis die Nacht sie entfernt',
  }),
);
