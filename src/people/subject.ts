import type { Subject } from '../subject.ts';

export const people: Subject = {
  nouns: [
    {
      name: 'class',
      summary: {
        en: 'classes: numbers, and a sheet for the class teacher',
        de: 'Klassen: Zahlen und ein Blatt für die Klassenleitung',
      },
      verbs: {
        list: async () => (await import('./classes/commands.ts')).classList,
        show: async () => (await import('./classes/commands.ts')).classShow,
      },
    },
    {
      name: 'user',
      verbs: {
        find: async () => (await import('./commands.ts')).userFind,
        list: async () => (await import('./commands.ts')).userList,
        show: async () => (await import('./commands.ts')).userShow,
        remove: async () => (await import('./removing/commands.ts')).userRemove,
        report: async () => (await import('./report/commands.ts')).userReport,
      },
    },
  ],
  report: () => import('./report/own.ts'),
};
