import { Exit, failure } from '../failures.ts';
import { pasteable } from '../files.ts';

export const outputFolderOpen = failure<{ file: string; folder: string; mode: string }>(
  'output-folder-open',
  Exit.refused,
  {
    en: ({ file, folder, mode }) =>
      `Others can write in ${folder} (mode ${mode}), so they could exchange ${file}. Passwords are not written there.\nName another folder, or close this one: chmod go-w ${pasteable(folder)}`,
    de: ({ file, folder, mode }) =>
      `Andere können in ${folder} schreiben (Modus ${mode}) und ${file} austauschen. Passwörter werden dort nicht geschrieben.\nEinen anderen Ordner nennen oder diesen schließen: chmod go-w ${pasteable(folder)}`,
  },
);

export const unknownFile = failure<{ numbers: number[] }>('unknown-file', Exit.refused, {
  en: ({ numbers }) =>
    `No file that is still there has the number ${numbers.join(', ')}.\nLook with "schulkonto file list".`,
  de: ({ numbers }) =>
    `Eine Datei, die es noch gibt, mit der Nummer ${numbers.join(', ')} gibt es nicht.\nNachsehen mit „schulkonto file list“.`,
});
