import type { Subject } from '../subject.ts';

export const completion: Subject = {
  nouns: [
    {
      name: 'completion',
      summary: {
        en: 'completion of commands, accounts and classes with the tab key',
        de: 'Befehle, Konten und Klassen mit der Tabulatortaste ergänzen',
      },
      verbs: {
        bash: async () => (await import('./commands.ts')).forBash,
        zsh: async () => (await import('./commands.ts')).forZsh,
        fish: async () => (await import('./commands.ts')).forFish,
      },
    },
  ],
};
