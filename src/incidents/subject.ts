import type { Subject } from '../subject.ts';

export const incidents: Subject = {
  nouns: [
    {
      name: 'incident',
      summary: {
        en: 'suspected violations, and what was looked into',
        de: 'Verdacht auf Verstöße, und was eingesehen wurde',
      },
      verbs: {
        open: async () => (await import('./commands.ts')).incidentOpen,
        list: async () => (await import('./commands.ts')).incidentList,
        show: async () => (await import('./commands.ts')).incidentShow,
        inspect: async () => (await import('./commands.ts')).incidentInspect,
        inform: async () => (await import('./commands.ts')).incidentInform,
        close: async () => (await import('./commands.ts')).incidentClose,
        prune: async () => (await import('./commands.ts')).incidentPrune,
      },
    },
    {
      name: 'post',
      summary: {
        en: 'what moderators deleted in chat and forum',
        de: 'was Moderatoren in Chat und Forum gelöscht haben',
      },
      verbs: {
        removed: async () => (await import('./posts/commands.ts')).postRemoved,
        list: async () => (await import('./posts/commands.ts')).postList,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
