import { bilingual } from '../language.ts';
import { days } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const backupKeepDays = setting(
  'backup.keep-days',
  days,
  '30',
  bilingual({
    en: 'how many days backups are kept; that long they still hold whom the terms want deleted ("Löschung")',
    de: 'wie viele Tage Sicherungen bleiben; so lange enthalten sie noch, wer gelöscht ist (Nutzungsordnung, „Löschung“)',
  }),
);
