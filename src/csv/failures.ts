import { Exit, failure } from '../failures.ts';
import { listed } from '../language.ts';
import { lineNumbers, quoted } from './quoted.ts';

type File = { file: string };

/** What a file is by its first bytes, where it is no text. */
export type FileKind =
  | 'spreadsheet'
  | 'old-spreadsheet'
  | 'encrypted-spreadsheet'
  | 'binary-spreadsheet'
  | 'open-document'
  | 'document'
  | 'archive'
  | 'pdf'
  | 'image'
  | 'binary';

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

/** What a file is that is no text, and how a list of it comes into being. */
const kinds: Record<FileKind, Record<'en' | 'de', (line: number) => string>> = {
  spreadsheet: {
    en: () => 'is a workbook (.xlsx), not a text file. Save the sheet as CSV (UTF-8).',
    de: () => 'ist eine Arbeitsmappe (.xlsx), keine Textdatei. Das Blatt als CSV (UTF-8) speichern.',
  },
  'old-spreadsheet': {
    en: () =>
      'is a workbook of an old Excel (.xls), or one that has a password. Open it and save it as .xlsx without a password.',
    de: () =>
      'ist eine Arbeitsmappe eines alten Excel (.xls) oder mit Kennwort. Öffnen und ohne Kennwort als .xlsx speichern.',
  },
  'encrypted-spreadsheet': {
    en: () => 'is a workbook with a password. Open it and save it without one.',
    de: () => 'ist eine Arbeitsmappe mit Kennwort. Öffnen und ohne Kennwort speichern.',
  },
  'binary-spreadsheet': {
    en: () => 'is a binary workbook (.xlsb). Open it and save it as .xlsx.',
    de: () => 'ist eine binäre Arbeitsmappe (.xlsb). Öffnen und als .xlsx speichern.',
  },
  document: {
    en: () => 'is a text document or a presentation (.docx, .pptx), not a list. Export the list as .xlsx or CSV.',
    de: () =>
      'ist ein Textdokument oder eine Präsentation (.docx, .pptx), keine Liste. Die Liste als .xlsx oder CSV exportieren.',
  },
  'open-document': {
    en: () => 'is a table of LibreOffice (.ods), not a text file. Save it as .xlsx or as CSV (UTF-8).',
    de: () => 'ist eine Tabelle von LibreOffice (.ods), keine Textdatei. Als .xlsx oder als CSV (UTF-8) speichern.',
  },
  archive: {
    en: () => 'is an archive (such as .zip), not a list. Unpack it, and name the file in it that holds the people.',
    de: () =>
      'ist ein Archiv (etwa .zip), keine Liste. Auspacken und die Datei darin angeben, in der die Personen stehen.',
  },
  pdf: {
    en: () => 'is a PDF, not a text file. Export the list as CSV.',
    de: () => 'ist ein PDF, keine Textdatei. Die Liste als CSV exportieren.',
  },
  image: {
    en: () => 'is a picture, not a list. Export the list as CSV.',
    de: () => 'ist ein Bild, keine Liste. Die Liste als CSV exportieren.',
  },
  binary: {
    en: (line) =>
      `is not a text file: line ${line} has a NUL byte. Export the list as CSV; if it is UTF-16 without a mark at its beginning, say --encoding utf-16le.`,
    de: (line) =>
      `ist keine Textdatei: In Zeile ${line} steht ein NUL-Byte. Die Liste als CSV exportieren; ist sie UTF-16 ohne Marke am Anfang, --encoding utf-16le angeben.`,
  },
};

export const fileNotText = failure<File & { kind: FileKind; line: number }>('file-not-text', Exit.faulty, {
  en: ({ file, kind, line }) => `${file} ${kinds[kind].en(line)}`,
  de: ({ file, kind, line }) => `${file} ${kinds[kind].de(line)}`,
});

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

/** What a text is that is no table, and what to do about it. */
const texts: Record<
  'xml' | 'html' | 'json' | 'rtf' | 'vcard' | 'quoted-rows' | 'rows-in-one-cell',
  Record<'en' | 'de', string>
> = {
  'rows-in-one-cell': {
    en: 'has each row in one cell: it was opened with another separator and saved again. Export the list anew, and name that file here.',
    de: 'hat jede Zeile in einer einzigen Zelle: Sie wurde mit falschem Trennzeichen geöffnet und wieder gespeichert. Die Liste neu exportieren und jene Datei hier angeben.',
  },
  xml: {
    en: 'is XML, not a table. Export the list as CSV.',
    de: 'ist XML, keine Tabelle. Die Liste als CSV exportieren.',
  },
  html: {
    en: 'is a web page (HTML), also if it is named .xls. Open it in a spreadsheet and save it as CSV (UTF-8), or export the list as CSV.',
    de: 'ist eine Webseite (HTML), auch wenn sie .xls heißt. In einer Tabellenkalkulation öffnen und als CSV (UTF-8) speichern, oder die Liste als CSV exportieren.',
  },
  json: {
    en: 'is JSON, but no list of people: it must begin with [ and hold one object {…} for each. Export the list alone, or as CSV.',
    de: 'ist JSON, aber keine Liste von Personen: Sie muss mit [ beginnen und für jede ein Objekt {…} enthalten. Nur die Liste exportieren, oder als CSV.',
  },
  rtf: {
    en: 'is a text document (RTF), not a table. Export the list as CSV.',
    de: 'ist ein Textdokument (RTF), keine Tabelle. Die Liste als CSV exportieren.',
  },
  vcard: {
    en: 'is an address book or a calendar, not a table. Export the list as CSV.',
    de: 'ist ein Adressbuch oder Kalender, keine Tabelle. Die Liste als CSV exportieren.',
  },
  'quoted-rows': {
    en: 'has each row in quotation marks as a whole, so that all of it is one column: it was opened with another separator and saved again. Export it anew, or open it with the right separator.',
    de: 'hat jede Zeile als Ganzes in Anführungszeichen, so dass alles eine Spalte ist: Sie wurde mit falschem Trennzeichen geöffnet und wieder gespeichert. Neu exportieren, oder mit dem richtigen Trennzeichen öffnen.',
  },
};

export const notATable = failure<File & { kind: keyof typeof texts }>('not-a-table', Exit.faulty, {
  en: ({ file, kind }) => `${file} ${texts[kind].en}`,
  de: ({ file, kind }) => `${file} ${texts[kind].de}`,
});

export const jsonFaulty = failure<File & { line: number }>('json-faulty', Exit.faulty, {
  en: ({ file, line }) =>
    `${file}, line ${line}: here the JSON breaks off, or is no list of objects. Export it again, or as CSV.`,
  de: ({ file, line }) =>
    `${file}, Zeile ${line}: Hier bricht das JSON ab, oder es ist keine Liste von Objekten. Noch einmal exportieren, oder als CSV.`,
});
