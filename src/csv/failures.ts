import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { lineNumbers, quoted } from './quoted.ts';

type File = { file: string };

export const fileMissing = failure<File>('file-missing', Exit.faulty, {
  en: ({ file }) => `There is no file ${file}. Check its name and folder.`,
  de: ({ file }) => `Die Datei ${file} gibt es nicht. Name und Ordner prüfen.`,
});

export const fileUnreadable = failure<File & { reason: string }>('file-unreadable', Exit.faulty, {
  en: ({ file, reason }) => `${file} can't be read (${reason}). Check its permissions and its disk.`,
  de: ({ file, reason }) => `${file} lässt sich nicht lesen (${reason}). Rechte und Datenträger prüfen.`,
});

export const fileNotRegular = failure<File & { folder: boolean }>('file-not-regular', Exit.faulty, {
  en: ({ file, folder }) => `${file} is ${folder ? 'a folder' : 'not an ordinary file'}. Name the file itself.`,
  de: ({ file, folder }) =>
    `${file} ist ${folder ? 'ein Ordner' : 'keine gewöhnliche Datei'}. Die Datei selbst angeben.`,
});

export const fileEmpty = failure<File>('file-empty', Exit.faulty, {
  en: ({ file }) => `${file} is empty, it does not even have a header. Export it again.`,
  de: ({ file }) => `${file} ist leer, nicht einmal eine Kopfzeile steht darin. Noch einmal exportieren.`,
});

export const fileNotText = failure<File & { kind: 'spreadsheet' | 'pdf' | 'binary'; line: number }>(
  'file-not-text',
  Exit.faulty,
  {
    en: ({ file, kind, line }) =>
      kind === 'spreadsheet'
        ? `${file} is a spreadsheet, not a text file. Save it as CSV (UTF-8).`
        : kind === 'pdf'
          ? `${file} is a PDF, not a text file. Export the list as CSV.`
          : `${file} is not a text file: line ${line} has a NUL byte. Export the list as CSV; if it is UTF-16 without a mark at its beginning, say --encoding utf-16le.`,
    de: ({ file, kind, line }) =>
      kind === 'spreadsheet'
        ? `${file} ist eine Tabellen-Mappe, keine Textdatei. Als CSV (UTF-8) speichern.`
        : kind === 'pdf'
          ? `${file} ist ein PDF, keine Textdatei. Die Liste als CSV exportieren.`
          : `${file} ist keine Textdatei: In Zeile ${line} steht ein NUL-Byte. Die Liste als CSV exportieren; ist sie UTF-16 ohne Marke am Anfang, --encoding utf-16le angeben.`,
  },
);

export const fileUndecodable = failure<File & { encoding: string; lines: readonly number[]; count: number }>(
  'file-undecodable',
  Exit.faulty,
  {
    en: ({ file, encoding, lines, count }) =>
      `${file}, ${lineNumbers('en', lines, count)}: not readable as ${encoding}. Export the file again, or name its encoding with --encoding.`,
    de: ({ file, encoding, lines, count }) =>
      `${file}, ${lineNumbers('de', lines, count)}: nicht lesbar als ${encoding}. Die Datei noch einmal exportieren oder ihre Kodierung mit --encoding nennen.`,
  },
);

export const fileMixed = failure<File & { encoding: string; lines: readonly number[]; count: number }>(
  'file-mixed-encodings',
  Exit.faulty,
  {
    en: ({ file, encoding, lines, count }) =>
      `${file}, ${lineNumbers('en', lines, count)}: in another encoding than the rest, which is ${encoding}. Export the file again, or correct these lines.`,
    de: ({ file, encoding, lines, count }) =>
      `${file}, ${lineNumbers('de', lines, count)}: anders kodiert als der Rest (${encoding}). Die Datei noch einmal exportieren oder diese Zeilen berichtigen.`,
  },
);

export const fileChanged = failure<File>('file-changed', Exit.faulty, {
  en: ({ file }) => `${file} was changed while it was read. Wait until its export is finished, then try again.`,
  de: ({ file }) =>
    `${file} wurde während des Lesens geändert. Warten, bis der Export fertig ist, dann noch einmal versuchen.`,
});

export const lineTooLong = failure<File & { line: number }>('line-too-long', Exit.faulty, {
  en: ({ file, line }) => `${file}, line ${line}: longer than any line of such a list. Is it the right file?`,
  de: ({ file, line }) =>
    `${file}, Zeile ${line}: länger als jede Zeile einer solchen Liste. Ist es die richtige Datei?`,
});

export const encodingUnknown = failure<{ encoding: string; known: readonly string[] }>('encoding-unknown', Exit.usage, {
  en: ({ encoding, known }) => `There is no encoding ${quoted('en', encoding)}. Known are ${listed('en', known)}.`,
  de: ({ encoding, known }) =>
    `Die Kodierung ${quoted('de', encoding)} gibt es nicht. Bekannt sind ${listed('de', known)}.`,
});

export const delimiterUnusable = failure<{ delimiter: string }>('delimiter-unusable', Exit.usage, {
  en: ({ delimiter }) =>
    `${quoted('en', delimiter)} can't separate columns. Give one character, or tab: --delimiter ";"`,
  de: ({ delimiter }) =>
    `${quoted('de', delimiter)} kann keine Spalten trennen. Ein Zeichen angeben, oder tab: --delimiter ";"`,
});
