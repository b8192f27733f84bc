import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const requestKeepDays = setting(
  'request.keep-days',
  days,
  '1095',
  bilingual({
    en: 'how many days an answered request is kept, to show that it was answered, until the night removes it',
    de: 'wie viele Tage ein beantwortetes Ersuchen als Nachweis bleibt, bis die Nacht es entfernt',
  }),
);
