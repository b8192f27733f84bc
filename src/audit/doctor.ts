import type { Check } from '../subject.ts';
import { verifyLog } from './custody.ts';

export const checks: readonly Check[] = [
  {
    check: 'log',
    name: { en: 'the log', de: 'das Protokoll' },
    look: (app) => {
      verifyLog(app);
      return [];
    },
  },
];
