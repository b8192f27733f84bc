import { bilingual } from '../language.ts';
import { days, percent, wholeNumber, words } from '../settings/kinds.ts';
import { setting } from '../settings/settings.ts';

export const lastYear = setting(
  'school.last-year',
  words,
  null,
  bilingual({
    en: 'the year after which students leave (10, 13, Q2), none while there is no such year yet; without it, the highest among the classes, if the new roster has it too',
    de: 'der Jahrgang, nach dem man die Schule verlässt (10, 13, Q2), none solange es ihn noch nicht gibt; sonst der höchste unter den Klassen, wenn die neue Liste ihn auch hat',
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

export const aheadDays = setting(
  'roster.ahead-days',
  wholeNumber(0, 366),
  '90',
  bilingual({
    en: 'how many days before their first one people are taken in; whoever comes later is left out',
    de: 'wie viele Tage vor dem ersten Schultag Personen aufgenommen werden; wer später kommt, bleibt noch draußen',
  }),
);

export const skipAtMost = setting(
  'roster.skip-at-most',
  percent,
  '10%',
  bilingual({
    en: 'if more than this share of a file is faulty (and more than five lines), --skip-faulty does not leave it out',
    de: 'wenn ein größerer Anteil einer Datei fehlerhaft ist (und mehr als fünf Zeilen), lässt --skip-faulty ihn nicht aus',
  }),
);

export const journalDays = setting(
  'roster.journal-days',
  days,
  '180',
  bilingual({
    en: 'how many days the journal of an import is kept, with names and classes as they were; that long it can be undone',
    de: 'wie viele Tage der Verlauf eines Imports bleibt, mit Namen und Klassen, wie sie waren; so lange lässt er sich rückgängig machen',
  }),
);
