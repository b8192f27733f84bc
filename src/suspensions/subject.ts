import type { Subject } from '../subject.ts';

export const suspensions: Subject = {
  nouns: [
    {
      name: 'suspension',
      summary: { en: 'accounts closed because of a violation', de: 'Konten, die wegen eines Verstoßes gesperrt sind' },
      verbs: {
        impose: async () => (await import('./commands.ts')).suspensionImpose,
        lift: async () => (await import('./commands.ts')).suspensionLift,
        inform: async () => (await import('./commands.ts')).suspensionInform,
        review: async () => (await import('./commands.ts')).suspensionReview,
        letter: async () => (await import('./commands.ts')).suspensionLetter,
        list: async () => (await import('./commands.ts')).suspensionList,
        clauses: async () => (await import('./commands.ts')).suspensionClauses,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
