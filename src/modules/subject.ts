import type { Subject } from '../subject.ts';

export const modules: Subject = {
  nouns: [
    {
      name: 'module',
      summary: {
        en: 'which modules of IServ the school has enabled, and what users were told',
        de: 'welche Module von IServ freigeschaltet sind und was die Nutzer wissen',
      },
      verbs: {
        enable: async () => (await import('./commands.ts')).moduleEnable,
        disable: async () => (await import('./commands.ts')).moduleDisable,
        list: async () => (await import('./commands.ts')).moduleList,
        notice: async () => (await import('./commands.ts')).moduleNotice,
      },
    },
  ],
  log: () => import('./log.ts'),
  status: () => import('./status.ts'),
  retention: () => import('./retention.ts'),
};
