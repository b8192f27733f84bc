import { bilingual, count } from '../../language.ts';

export const text = bilingual({
  en: {
    summary: 'write the roster to a file; imported again, it changes nothing',
    file: 'the file to write (only you will be able to read it)',
    role: 'whom to write',
    source: 'whose import IDs to write; people of other sources are left out, those added by hand are in it',
    done: (people: number, file: string) => `${count('en', people, 'line', 'lines')} written to ${file}.`,
  },
  de: {
    summary: 'die Liste in eine Datei schreiben; wieder eingelesen ändert sie nichts',
    file: 'die Datei (nur Sie werden sie lesen können)',
    role: 'wen',
    source: 'wessen Import-IDs; Personen anderer Quellen fehlen, von Hand angelegte sind dabei',
    done: (people, file) => `${count('de', people, 'Zeile', 'Zeilen')} nach ${file} geschrieben.`,
  },
});
