import { countOf, type RetentionTerm } from '../subject.ts';
import { planPruning } from './acts.ts';
import { incidentKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'incidents',
    tables: ['incidents', 'incident_people', 'inspections'],
    name: { en: 'incidents and what was looked into', de: 'Vorfälle und Einsichtnahmen' },
    purpose: { en: 'clearing up a concrete suspicion', de: 'einen konkreten Verdacht aufklären' },
    term: { en: 'after it was closed', de: 'nach dem Abschluss' },
    setting: incidentKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'incident prune',
    count: (app) => ({ ...countOf('incidents')(app), overdue: planPruning(app).pruned.length }),
  },
];
