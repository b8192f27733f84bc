import type { Subject } from '../subject.ts';

export const requests: Subject = {
  nouns: [
    {
      name: 'request',
      summary: {
        en: 'requests by data protection law, and breaches',
        de: 'Anfragen nach Datenschutzrecht, Datenpannen',
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
