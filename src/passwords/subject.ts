import type { Subject } from '../subject.ts';

export const passwords: Subject = {
  nouns: [
    {
      name: 'password',
      summary: {
        en: 'passwords: issue, reset, change, check',
        de: 'Passwörter: vergeben, zurücksetzen, ändern, prüfen',
      },
      verbs: {
        issue: async () => (await import('./issuing/commands.ts')).passwordIssue,
        reissue: async () => (await import('./issuing/commands.ts')).passwordReissue,
        reset: async () => (await import('./issuing/commands.ts')).passwordReset,
        change: async () => (await import('./commands.ts')).passwordChange,
        confirm: async () => (await import('./commands.ts')).passwordConfirm,
        pending: async () => (await import('./commands.ts')).passwordPending,
        check: async () => (await import('./commands.ts')).passwordCheck,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
