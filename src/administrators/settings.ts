import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const administratorKeepDays = setting(
  'administrator.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days it is kept who was administrator, until the night removes it',
    de: 'wie viele Tage bleibt, wer Administrator war, bis die Nacht es entfernt',
  }),
);
