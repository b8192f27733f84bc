import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const fileRemindDays = setting(
  'file.remind-days',
  days,
  '14',
  bilingual({
    en: 'after how many days status reminds of written files with people in them that are still there',
    de: 'nach wie vielen Tagen status an geschriebene Dateien mit Personen erinnert, die es noch gibt',
  }),
);

export const fileKeepDays = setting(
  'file.keep-days',
  days,
  '365',
  bilingual({
    en: 'how many days it is kept that a file was written, after it was destroyed',
    de: 'wie viele Tage nach der Vernichtung gespeichert bleibt, dass eine Datei geschrieben wurde',
  }),
);
