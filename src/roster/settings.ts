import { bilingual } from '../language.ts';
import { percent, words } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const lastYear = setting(
  'school.last-year',
  words,
  null,
  bilingual({
    en: 'the year after which students leave (10, 13, Q2); without it, the highest among the classes',
    de: 'der Jahrgang, nach dem man die Schule verlässt (10, 13, Q2); sonst der höchste unter den Klassen',
  }),
);

export const holdAbove = setting(
  'roster.hold-above',
  percent,
  '10%',
  bilingual({
    en: 'if more than this share would leave by one file, it waits for approval',
    de: 'wenn durch eine Datei ein größerer Anteil ginge, wartet das auf Freigabe',
  }),
);
