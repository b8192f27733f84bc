import type { Subject } from '../subject.ts';

export const users: Subject = {
  nouns: [
    {
      name: 'user',
      summary: { en: 'people and their accounts', de: 'Personen und ihre Konten' },
      verbs: {
        add: async () => (await import('./commands.ts')).userAdd,
        edit: async () => (await import('./commands.ts')).userEdit,
      },
    },
  ],
  log: () => import('./log.ts'),
  retention: () => import('./retention.ts'),
};
