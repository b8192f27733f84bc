import { forgotten } from '../audit/forgetting.ts';
import { countOf, type RetentionTerm } from '../subject.ts';
import { overdueIncidents, pruneIncidents } from './acts.ts';
import { postsForgotten } from './log.ts';
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
  {
    kind: 'posts',
    tables: ['posts'],
    name: { en: 'posts that moderators deleted', de: 'von Moderatoren gelöschte Beiträge' },
    purpose: { en: 'knowing what was deleted, and why', de: 'wissen, was gelöscht wurde, und warum' },
    term: {
      en: 'after it was deleted; with its incident, where it has one',
      de: 'nach dem Löschen; mit dem Vorfall, wo es einen gibt',
    },
    source: { en: 'the school', de: 'die Schule' },
    ...forgotten('posts', 'iif(incident_id IS NULL, removed_on, NULL)', incidentKeepDays, postsForgotten),
  },
];
