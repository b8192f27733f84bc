import { bilingual } from '../language.ts';

export const text = bilingual({
  en: { shell: (shell: string) => `print the script for ${shell}; its first lines say where it belongs` },
  de: { shell: (shell) => `das Skript für ${shell} ausgeben; seine ersten Zeilen sagen, wohin es gehört` },
});
