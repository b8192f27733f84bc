import { countOf, type RetentionTerm, withThePerson } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'suspensions',
    tables: ['suspensions'],
    name: { en: 'suspensions', de: 'Sperrungen' },
    purpose: { en: 'acting on violations of the terms', de: 'auf Verstöße gegen die Nutzungsordnung reagieren' },
    ...withThePerson,
    count: countOf('suspensions'),
  },
];
