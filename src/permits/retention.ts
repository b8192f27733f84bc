import { forgotten } from '../audit/forgetting.ts';
import type { RetentionTerm } from '../subject.ts';
import { permitsForgotten } from './log.ts';
import { permitKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'permits',
    tables: ['permits'],
    name: { en: 'exceptions from the terms', de: 'Ausnahmen von der Nutzungsordnung' },
    purpose: { en: 'knowing what was allowed beforehand', de: 'wissen, was vorab erlaubt war' },
    term: {
      en: 'after its last day; never longer than the person is there',
      de: 'nach dem letzten Tag; nie länger als die Person',
    },
    source: { en: 'the school', de: 'die Schule' },
    ...forgotten('permits', 'coalesce(ended_on, until_day)', permitKeepDays, permitsForgotten),
  },
];
