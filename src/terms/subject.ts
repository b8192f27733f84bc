import type { Subject } from '../subject.ts';

export const terms: Subject = {
  nouns: [
    {
      name: 'terms',
      summary: { en: 'versions of the terms of use (Nutzungsordnung)', de: 'Versionen der Nutzungsordnung' },
      verbs: {
        publish: async () => (await import('./commands.ts')).termsPublish,
        retract: async () => (await import('./commands.ts')).termsRetract,
        list: async () => (await import('./commands.ts')).termsList,
        show: async () => (await import('./commands.ts')).termsShow,
      },
    },
  ],
  log: () => import('./log.ts'),
  retention: () => import('./retention.ts'),
};
