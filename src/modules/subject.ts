import type { Subject } from '../subject.ts';

export const modules: Subject = {
  nouns: [
    {
      name: 'module',
      summary: {
        en: 'which modules of IServ are enabled',
        de: 'welche Module von IServ freigeschaltet sind',
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
