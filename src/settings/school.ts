import { bilingual } from '../language.ts';
import { choice, dayOfYear, domain, words } from './kinds.ts';
import { particular, setting } from './settings.ts';

export * from './particulars.ts';

export const schoolName = setting(
  'school.name',
  words,
  'Schule',
  bilingual({ en: 'the name of the school, on what is printed', de: 'der Name der Schule auf allem Gedruckten' }),
);

export const schoolDomain = setting(
  'school.domain',
  domain,
  'school.example',
  bilingual({ en: 'the mail domain of the accounts', de: 'die E-Mail-Domain der Konten' }),
);

export const schoolTown = particular(
  setting(
    'school.town',
    words,
    null,
    bilingual({ en: 'where the school is: in no password', de: 'wo die Schule steht: in keinem Passwort' }),
  ),
);

export const schoolLanguage = setting(
  'school.language',
  choice('de', 'en'),
  'de',
  bilingual({ en: 'the language of printed pages', de: 'die Sprache gedruckter Seiten' }),
);

export const schoolYearEnd = setting(
  'school.year-end',
  dayOfYear,
  '07-31',
  bilingual({ en: 'the last day of the school year', de: 'der letzte Tag des Schuljahres' }),
);
