import type { Subject } from '../subject.ts';

export const each: Subject = {
  nouns: [
    {
      name: 'each',
      summary: {
        en: 'one command for every registry below a folder',
        de: 'ein Befehl für jedes Register unter einem Ordner',
      },
      command: async () => (await import('./commands.ts')).each,
    },
  ],
};
