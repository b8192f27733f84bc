import type { Subject } from '../subject.ts';

export const iserv: Subject = {
  nouns: [
    {
      name: 'iserv',
      summary: {
        en: 'the circle with IServ: its file, and what it did',
        de: 'der Kreislauf mit IServ: seine Datei, was es getan hat',
      },
      verbs: {
        todo: async () => (await import('./todo/commands.ts')).iservTodo,
        done: async () => (await import('./todo/commands.ts')).iservDone,
        open: async () => (await import('./hours/commands.ts')).iservOpen,
        close: async () => (await import('./hours/commands.ts')).iservClose,
        reconcile: async () => (await import('./reconcile/commands.ts')).iservReconcile,
        export: async () => (await import('./export/commands.ts')).iservExport,
      },
    },
    { name: 'user', verbs: { idle: async () => (await import('./idle/commands.ts')).userIdle } },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
