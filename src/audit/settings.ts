import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const auditKeepDays = setting(
  'audit.keep-days',
  days,
  '180',
  bilingual({
    en: 'how many days entries of the log are kept, until the night removes them',
    de: 'wie viele Tage Einträge des Protokolls bleiben, bis die Nacht sie entfernt',
  }),
);
