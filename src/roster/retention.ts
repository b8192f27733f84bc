import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'roster-journal',
    tables: ['roster_changes', 'roster_held', 'other_ids'],
    name: { en: 'the journal of imports, further IDs', de: 'Verlauf der Importe, weitere IDs' },
    purpose: {
      en: 'taking an import back, knowing people again',
      de: 'einen Importlauf zurücknehmen, Personen wiedererkennen',
    },
    ...withThePerson,
    count: countOf('roster_changes'),
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
