import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const reviewDays = setting(
  'suspension.review-days',
  days,
  '30',
  bilingual({
    en: 'after how many days a suspension that still goes on comes back into "status", to be looked at again',
    de: 'nach wie vielen Tagen eine Sperrung, die noch andauert, wieder in „status“ steht, um überprüft zu werden',
  }),
);

export const suspensionKeepDays = setting(
  'suspension.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days a suspension is kept after its end, until the night removes it',
    de: 'wie viele Tage eine Sperrung nach ihrem Ende bleibt, bis die Nacht sie entfernt',
  }),
);
