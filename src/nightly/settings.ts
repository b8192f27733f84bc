import { bilingual } from '../language.ts';
import { days, wholeNumber } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const maxPerRun = setting(
  'leaver.max-per-run',
  wholeNumber(0, 999_999),
  '200',
  bilingual({
    en: 'if more people than this are due to be deleted in one night, nobody is until a person approves the number',
    de: 'wenn in einer Nacht mehr Personen zu löschen sind, wird niemand gelöscht, bis jemand die Zahl freigibt',
  }),
);

export const maxGapDays = setting(
  'leaver.max-gap-days',
  days,
  '60',
  bilingual({
    en: 'if the last nightly run is more days ago than this, nobody is deleted until a person has looked at the clock',
    de: 'wenn der letzte nächtliche Lauf mehr Tage her ist, wird niemand gelöscht, bis jemand die Uhr geprüft hat',
  }),
);
