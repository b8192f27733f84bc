import { forgotten } from '../audit/forgetting.ts';
import type { RetentionTerm } from '../subject.ts';
import { administratorsForgotten } from './log.ts';
import { administratorKeepDays } from './settings.ts';

export const retention: readonly RetentionTerm[] = [
  {
    kind: 'administrators',
    tables: ['administrators'],
    name: { en: 'administrators and their undertakings', de: 'Administratoren und ihre Verpflichtungen' },
    purpose: { en: 'knowing who may do more than users', de: 'wissen, wer mehr darf als Nutzer' },
    term: { en: 'after the end of the office', de: 'nach dem Ende des Amtes' },
    source: { en: 'the school', de: 'die Schule' },
    ...forgotten('administrators', 'ended_on', administratorKeepDays, administratorsForgotten),
  },
];
