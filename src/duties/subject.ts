import type { Subject } from '../subject.ts';

export const duties: Subject = {
  nouns: [
    {
      name: 'terms',
      verbs: { duties: async () => (await import('./commands.ts')).termsDuties },
    },
  ],
};
