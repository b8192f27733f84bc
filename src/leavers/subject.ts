import type { Subject } from '../subject.ts';

export const leavers: Subject = {
  nouns: [
    {
      name: 'leaver',
      summary: {
        en: 'who leaves: scheduled, told, locked, deleted',
        de: 'Abgänger: vormerken, benachrichtigen, sperren, löschen',
      },
      verbs: {
        schedule: async () => (await import('./commands.ts')).leaverSchedule,
        cancel: async () => (await import('./commands.ts')).leaverCancel,
        hold: async () => (await import('./commands.ts')).leaverHold,
        release: async () => (await import('./commands.ts')).leaverRelease,
        list: async () => (await import('./commands.ts')).leaverList,
        notices: async () => (await import('./notices/commands.ts')).leaverNotices,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
