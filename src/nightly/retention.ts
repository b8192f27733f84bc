import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'nights',
    tables: ['leaver_runs'],
    name: { en: 'the nights: when, how many', de: 'die Nächte: wann, wie viele' },
    purpose: { en: 'seeing that the night runs', de: 'sehen, dass die Nacht läuft' },
    ...aboutNobody,
    count: countOf('leaver_runs'),
  },
];
