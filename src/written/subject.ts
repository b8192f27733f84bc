import type { Subject } from '../subject.ts';

export const written: Subject = {
  nouns: [
    {
      name: 'file',
      summary: { en: 'files with people in them that were written', de: 'geschriebene Dateien mit Personen' },
      verbs: {
        list: async () => (await import('./commands.ts')).fileList,
        destroyed: async () => (await import('./commands.ts')).fileDestroyed,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
