import { bilingual } from '../language.ts';

export const text = bilingual({
  en: {
    summary: 'one command for every registry below a folder, one after the other; never asks',
    command: 'the command with its options, behind --; files are those beside each registry',
    in: 'the folder below which the registries (*.sqlite) lie',
    askFolder: 'Below which folder do the registries lie?',
    school: 'School',
  },
  de: {
    summary: 'ein Befehl für jedes Register unter einem Ordner, eines nach dem anderen; fragt nie',
    command: 'der Befehl mit seinen Optionen, nach --; Dateien sind die neben jedem Register',
    in: 'der Ordner, unter dem die Register (*.sqlite) liegen',
    askFolder: 'Unter welchem Ordner liegen die Register?',
    school: 'Schule',
  },
});
