import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const suspensionKeepDays = setting(
  'suspension.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days a suspension is kept after its end, until the night removes it',
    de: 'wie viele Tage eine Sperrung nach ihrem Ende bleibt, bis die Nacht sie entfernt',
  }),
);
