import { countOf, type RetentionTerm } from '../subject.ts';
import { overdueSuspensions, pruneSuspensions } from './acts.ts';
import { suspensionKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'suspensions',
    tables: ['suspensions'],
    name: { en: 'suspensions', de: 'Sperrungen' },
    purpose: { en: 'acting on violations of the terms', de: 'auf Verstöße gegen die Nutzungsordnung reagieren' },
    term: {
      en: 'after its end; at the longest until the person is deleted',
      de: 'nach ihrem Ende; längstens bis die Person gelöscht wird',
    },
    setting: suspensionKeepDays,
    source: { en: 'the school', de: 'die Schule' },
    removedBy: 'leaver run',
    count: countOf('suspensions'),
    overdue: (app, day) => overdueSuspensions(app.db, day).length,
    carryOut: (app) => pruneSuspensions(app),
  },
];
