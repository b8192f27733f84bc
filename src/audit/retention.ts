import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';
import { overdueEntries, pruneLog } from './custody.ts';
import { auditKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'log',
    tables: ['audit_entries', 'audit_facts'],
    name: { en: 'the log', de: 'das Protokoll' },
    purpose: {
      en: 'clearing up serious cases (terms, “Protokolle”)',
      de: 'schwerwiegende Fälle aufklären (Nutzungsordnung, „Protokolle“)',
    },
    term: {
      en: 'after the entry; facts about a person go with the person',
      de: 'ab Eintrag; Angaben zu einer Person gehen mit ihr',
    },
    setting: auditKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: countOf('audit_entries'),
    overdue: (app, day) => overdueEntries(app.db, day).pruned,
    carryOut: (app) => pruneLog(app).pruned,
  },
  {
    kind: 'chain',
    tables: ['audit_chain'],
    name: { en: 'the ends of the log', de: 'die Enden des Protokolls' },
    purpose: { en: 'finding changes to the log', de: 'Änderungen am Protokoll finden' },
    ...aboutNobody,
    count: countOf('audit_chain'),
  },
];
