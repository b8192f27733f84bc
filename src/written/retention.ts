import { countOf, type RetentionTerm } from '../subject.ts';
import { forgetFiles, overdueFiles } from './acts.ts';
import { fileKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'written-files',
    tables: ['written_files', 'written_about'],
    name: {
      en: 'which files with people in them were written, without content',
      de: 'welche Dateien mit Personen geschrieben wurden, ohne Inhalt',
    },
    purpose: { en: 'destroying them, knowing who wrote them', de: 'sie vernichten, wissen, wer sie geschrieben hat' },
    term: { en: 'after it was destroyed', de: 'nach der Vernichtung' },
    setting: fileKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: countOf('written_files'),
    overdue: (app, day) => overdueFiles(app.db, day),
    carryOut: (app) => forgetFiles(app),
  },
];
