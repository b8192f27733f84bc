import type { Subject } from '../subject.ts';

export const permits: Subject = {
  nouns: [
    {
      name: 'permit',
      summary: {
        en: 'exceptions from the terms that were cleared beforehand',
        de: 'vorab abgesprochene Ausnahmen von der Nutzungsordnung',
      },
      verbs: {
        give: async () => (await import('./commands.ts')).permitGive,
        end: async () => (await import('./commands.ts')).permitEnd,
        list: async () => (await import('./commands.ts')).permitList,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
