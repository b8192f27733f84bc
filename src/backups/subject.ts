import type { Subject } from '../subject.ts';

export const backups: Subject = {
  nouns: [
    {
      name: 'backup',
      summary: {
        en: 'copies of the registry, made before every big change',
        de: 'Kopien des Registers, vor jeder großen Änderung gemacht',
      },
      verbs: {
        create: async () => (await import('./commands.ts')).backupCreate,
        list: async () => (await import('./commands.ts')).backupList,
        restore: async () => (await import('./commands.ts')).backupRestore,
        losses: async () => (await import('./commands.ts')).backupLosses,
        prune: async () => (await import('./commands.ts')).backupPrune,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  doctor: () => import('./doctor.ts'),
  retention: () => import('./retention.ts'),
};
