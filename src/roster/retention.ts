import { aboutNobody, countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'roster-journal',
    tables: ['roster_changes', 'roster_held', 'roster_answers', 'other_ids'],
    name: { en: 'the journal of imports, answers, further IDs', de: 'Verlauf der Importe, Antworten, weitere IDs' },
    purpose: {
      en: 'taking an import back, knowing people again',
      de: 'einen Importlauf zurücknehmen, Personen wiedererkennen',
    },
    ...withThePerson,
    count: countOf('roster_changes'),
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
