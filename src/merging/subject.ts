import type { Subject } from '../subject.ts';

export const merging: Subject = {
  nouns: [{ name: 'user', verbs: { merge: async () => (await import('./commands.ts')).userMerge } }],
  log: () => import('./log.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
