import type { Subject } from '../subject.ts';

export const audit: Subject = {
  nouns: [
    {
      name: 'audit',
      summary: { en: 'the log of every change', de: 'das Protokoll aller Änderungen' },
      verbs: {
        log: async () => (await import('./commands.ts')).auditLog,
        verify: async () => (await import('./commands.ts')).auditVerify,
        prune: async () => (await import('./commands.ts')).auditPrune,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  doctor: () => import('./doctor.ts'),
  retention: () => import('./retention.ts'),
};
