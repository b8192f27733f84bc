import type { Subject } from '../subject.ts';

export const administrators: Subject = {
  nouns: [
    {
      name: 'administrator',
      summary: {
        en: 'who is administrator, and what they signed',
        de: 'wer Administrator ist, und die Verpflichtung',
      },
      verbs: {
        add: async () => (await import('./commands.ts')).administratorAdd,
        end: async () => (await import('./commands.ts')).administratorEnd,
        list: async () => (await import('./commands.ts')).administratorList,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  retention: () => import('./retention.ts'),
};
