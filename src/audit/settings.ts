import { bilingual } from '../language.ts';
import { daysFrom } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';
import { leastKeepDays } from './rules.ts';

export const auditKeepDays = setting(
  'audit.keep-days',
  daysFrom(leastKeepDays),
  '180',
  bilingual({
    en: 'how many days entries of the log are kept, until the night removes them',
    de: 'wie viele Tage Einträge des Protokolls bleiben, bis die Nacht sie entfernt',
  }),
);
