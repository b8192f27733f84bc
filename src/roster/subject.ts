import type { Subject } from '../subject.ts';

export const roster: Subject = {
  nouns: [
    {
      name: 'roster',
      summary: {
        en: 'the roster of the administration software: in and out',
        de: 'die Schülerliste der Schulverwaltung: hinein und heraus',
      },
      verbs: {
        import: async () => (await import('./importing/commands.ts')).rosterImport,
        export: async () => (await import('./exporting/commands.ts')).rosterExport,
        formats: async () => (await import('./formats/commands.ts')).rosterFormats,
        runs: async () => (await import('./runs/commands.ts')).rosterRuns,
        show: async () => (await import('./runs/commands.ts')).rosterShow,
        answers: async () => (await import('./runs/commands.ts')).rosterAnswers,
        undo: async () => (await import('./runs/commands.ts')).rosterUndo,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./runs/log.ts'),
  status: () => import('./runs/status.ts'),
  report: () => import('./runs/report.ts'),
  retention: () => import('./retention.ts'),
};
