import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';
import { overdueJournals, pruneJournals } from './runs/acts.ts';
import { journalDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'roster-journal',
    tables: ['roster_changes'],
    name: {
      en: 'the journal of imports, with names and classes as they were',
      de: 'Verlauf der Importe, mit Namen und Klassen, wie sie waren',
    },
    purpose: { en: 'taking an import back', de: 'einen Importlauf zurücknehmen' },
    term: {
      en: 'after the import; at the longest until the person is deleted',
      de: 'nach dem Import; längstens bis die Person gelöscht wird',
    },
    setting: journalDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: countOf('roster_changes'),
    overdue: (app, day) => overdueJournals(app.db, day).length,
    carryOut: (app) => pruneJournals(app),
  },
  {
    kind: 'roster-ids',
    tables: ['roster_held', 'other_ids'],
    name: { en: 'further IDs, and what waits for approval', de: 'weitere IDs und was auf eine Freigabe wartet' },
    purpose: { en: 'knowing people again', de: 'Personen wiedererkennen' },
    ...withThePerson,
    count: countOf('other_ids'),
  },
  {
    kind: 'roster-answers',
    tables: ['roster_answers'],
    name: { en: 'answers about who is who', de: 'Antworten darauf, wer wer ist' },
    purpose: { en: 'asking only once', de: 'nur einmal fragen' },
    ...withThePerson,
    term: {
      en: 'until the person is deleted; about who was deleted on request, without end',
      de: 'bis die Person gelöscht wird; über auf Wunsch Gelöschte ohne Ende',
    },
    count: countOf('roster_answers'),
  },
  {
    kind: 'roster-runs',
    tables: ['roster_runs', 'roster_waiting', 'roster_columns'],
    name: { en: 'imports: when, how many, which columns', de: 'Importläufe: wann, wie viele, welche Spalten' },
    purpose: { en: 'knowing what was imported', de: 'wissen, was importiert wurde' },
    ...aboutNobody,
    count: countOf('roster_runs'),
  },
];
