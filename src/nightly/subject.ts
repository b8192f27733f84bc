import type { Subject } from '../subject.ts';

export const nightly: Subject = {
  nouns: [
    {
      name: 'leaver',
      verbs: {
        run: async () => (await import('./commands.ts')).leaverRun,
        mask: async () => (await import('./traces/commands.ts')).leaverMask,
        proof: async () => (await import('./proof/commands.ts')).leaverProof,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  doctor: () => import('./doctor.ts'),
  retention: () => import('./retention.ts'),
};
