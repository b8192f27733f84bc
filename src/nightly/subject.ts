import type { Subject } from '../subject.ts';

export const nightly: Subject = {
  nouns: [
    {
      name: 'leaver',
      verbs: {
        run: async () => (await import('./commands.ts')).leaverRun,
        proof: async () => (await import('./proof/commands.ts')).leaverProof,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  retention: () => import('./retention.ts'),
};
