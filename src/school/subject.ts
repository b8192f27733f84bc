import type { Subject } from '../subject.ts';

export const school: Subject = {
  nouns: [
    {
      name: 'init',
      summary: { en: 'make the registry of a school', de: 'das Register einer Schule anlegen' },
      command: async () => (await import('./commands.ts')).init,
    },
    {
      name: 'status',
      summary: {
        en: 'show who has an account and what needs somebody today',
        de: 'zeigen, wer ein Konto hat und was heute zu tun ist',
      },
      command: async () => (await import('./commands.ts')).status,
    },
    {
      name: 'doctor',
      summary: {
        en: 'look for what is wrong, and say how to mend it',
        de: 'nachsehen, was nicht stimmt, und wie man es behebt',
      },
      command: async () => (await import('./doctor/commands.ts')).doctor,
    },
    {
      name: 'retention',
      summary: { en: 'what is kept, why, until when', de: 'was gespeichert ist, wozu und wie lange' },
      command: async () => (await import('./retention/commands.ts')).retention,
    },
    {
      name: 'settings',
      summary: { en: 'the rules that the school sets', de: 'die Regeln, die die Schule setzt' },
      verbs: {
        list: async () => (await import('./commands.ts')).settingsList,
        get: async () => (await import('./commands.ts')).settingsGet,
        set: async () => (await import('./commands.ts')).settingsSet,
      },
    },
  ],
  settings: () => import('../settings/school.ts'),
  log: () => import('./log.ts'),
  doctor: () => import('./doctor.ts'),
  retention: () => import('./retention.ts'),
};
