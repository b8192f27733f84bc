import type { Subject } from '../subject.ts';

export const deletion: Subject = {
  log: () => import('./log.ts'),
  retention: () => import('./retention.ts'),
};
