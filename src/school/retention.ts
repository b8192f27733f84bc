import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'school',
    tables: ['registry', 'settings'],
    name: { en: 'the school and its settings', de: 'die Schule und ihre Einstellungen' },
    purpose: { en: 'the rules of the school', de: 'die Regeln der Schule' },
    ...aboutNobody,
    count: countOf('settings'),
  },
];
