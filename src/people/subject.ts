import type { Subject } from '../subject.ts';

export const people: Subject = {
  nouns: [
    {
      name: 'user',
      verbs: {
        list: async () => (await import('./commands.ts')).userList,
        show: async () => (await import('./commands.ts')).userShow,
        remove: async () => (await import('./removing/commands.ts')).userRemove,
        report: async () => (await import('./report/commands.ts')).userReport,
      },
    },
  ],
  report: () => import('./report/own.ts'),
};
