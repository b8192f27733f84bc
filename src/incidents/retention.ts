import { countOf, type RetentionTerm } from '../subject.ts';
import { overdueIncidents, pruneIncidents } from './acts.ts';
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
    removedBy: 'leaver run',
    count: countOf('incidents'),
    overdue: (app, day) => overdueIncidents(app.db, day).pruned.length,
    carryOut: (app) => pruneIncidents(app).pruned.length,
  },
];
