import { aboutNobody, countOf, type RetentionTerm } from '../subject.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'terms',
    tables: ['terms', 'terms_corrections'],
    name: { en: 'versions of the terms of use', de: 'Fassungen der Nutzungsordnung' },
    purpose: { en: 'knowing what was agreed to', de: 'wissen, worin eingewilligt wurde' },
    ...aboutNobody,
    count: countOf('terms'),
  },
];
