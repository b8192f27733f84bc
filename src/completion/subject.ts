import type { Subject } from '../subject.ts';

export const completion: Subject = {
  nouns: [
    {
      name: 'completion',
      summary: {
        en: 'the tab key: commands, accounts, classes, files',
        de: 'die Tabulatortaste: Befehle, Konten, Klassen, Dateien',
      },
      verbs: {
        bash: async () => (await import('./commands.ts')).forBash,
        zsh: async () => (await import('./commands.ts')).forZsh,
        fish: async () => (await import('./commands.ts')).forFish,
      },
    },
  ],
};
