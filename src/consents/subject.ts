import type { Subject } from '../subject.ts';

export const consents: Subject = {
  nouns: [
    {
      name: 'consent',
      summary: {
        en: 'who agreed to the terms and to other purposes',
        de: 'wer in Nutzungsordnung und anderes eingewilligt hat',
      },
      verbs: {
        give: async () => (await import('./commands.ts')).consentGive,
        refuse: async () => (await import('./commands.ts')).consentRefuse,
        withdraw: async () => (await import('./commands.ts')).consentWithdraw,
        strike: async () => (await import('./commands.ts')).consentStrike,
        list: async () => (await import('./commands.ts')).consentList,
        court: async () => (await import('./court/commands.ts')).consentCourt,
        inform: async () => (await import('./telling/commands.ts')).consentInform,
        missing: async () => (await import('./missing/commands.ts')).consentMissing,
        forms: async () => (await import('./forms/commands.ts')).consentForms,
        import: async () => (await import('./list/commands.ts')).consentImport,
        purposes: async () => (await import('./purposes/commands.ts')).consentPurposes,
      },
    },
  ],
  settings: () => import('./settings.ts'),
  log: () => import('./log.ts'),
  gate: () => import('./missing/missing.ts'),
  status: () => import('./missing/status.ts'),
  report: () => import('./report.ts'),
  retention: () => import('./retention.ts'),
};
