import { bilingual } from '../language.ts';
import { age, choice } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const consentRequired = setting(
  'consent.required',
  choice('yes', 'no'),
  'yes',
  bilingual({
    en: 'whether accounts rest on consent to the terms; with "no", on another legal basis',
    de: 'ob Konten auf der Einwilligung in die Nutzungsordnung beruhen; mit „no“ auf einer anderen Rechtsgrundlage',
  }),
);

export const guardianUntil = setting(
  'consent.guardian-until',
  age,
  '14',
  bilingual({
    en: 'from this age the student decides too; before it, a guardian alone',
    de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler mit; vorher allein ein(e) Erziehungsberechtigte(r)',
  }),
);

export const selfFrom = setting(
  'consent.self-from',
  age,
  '16',
  bilingual({
    en: 'from this age the student decides alone, and is asked again',
    de: 'ab diesem Alter entscheidet die Schülerin oder der Schüler allein und wird neu gefragt',
  }),
);
