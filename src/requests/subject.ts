import type { Subject } from '../subject.ts';

export const requests: Subject = {
  nouns: [
    {
      name: 'request',
      summary: {
        en: 'what people ask for by data protection law, and breaches of data',
        de: 'was Personen nach Datenschutzrecht verlangen, und Datenpannen',
      },
      verbs: {
        open: async () => (await import('./commands.ts')).requestOpen,
        answer: async () => (await import('./commands.ts')).requestAnswer,
        list: async () => (await import('./commands.ts')).requestList,
        lift: async () => (await import('./commands.ts')).requestLift,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
