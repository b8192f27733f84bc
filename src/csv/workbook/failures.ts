import { Exit, failure } from '../../failures.ts';
import type { Language } from '../../language.ts';
import { quoted, quotedAll } from '../quoted.ts';

type File = { file: string };

export const workbookDamaged = failure<File>('workbook-damaged', Exit.faulty, {
  en: ({ file }) =>
    `${file} is a workbook that is cut off or damaged. Copy it anew, or open it in the spreadsheet program and save it once more.`,
  de: ({ file }) =>
    `${file} ist eine abgeschnittene oder beschädigte Arbeitsmappe. Neu kopieren, oder in der Tabellenkalkulation öffnen und noch einmal speichern.`,
});

export const workbookTooBig = failure<File>('workbook-too-big', Exit.faulty, {
  en: ({ file }) =>
    `${file} unpacks to more than any roster. Copy the list alone into a new workbook, or save the sheet as CSV (UTF-8).`,
  de: ({ file }) =>
    `${file} wird beim Entpacken größer als jede Personenliste. Nur die Liste in eine neue Arbeitsmappe kopieren, oder das Blatt als CSV (UTF-8) speichern.`,
});

/** A document type can name files and grow without bounds; nobody's list needs one. */
export const workbookHasDtd = failure<File>('workbook-has-dtd', Exit.faulty, {
  en: ({ file }) =>
    `${file} declares a document type (DTD), as no spreadsheet program does. It is not read. Where does it come from?`,
  de: ({ file }) =>
    `${file} deklariert einen Dokumenttyp (DTD), wie es keine Tabellenkalkulation tut. Sie wird nicht gelesen. Woher kommt sie?`,
});

/** A sheet of a workbook, as far as somebody has to choose. */
export interface Choice {
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets in words: `“5a”, “5b” (hidden)`. */
const sheetsText = (language: Language, sheets: readonly Choice[]): string =>
  sheets
    .map(
      ({ name, hidden }) =>
        quoted(language, name) + (hidden ? (language === 'de' ? ' (ausgeblendet)' : ' (hidden)') : ''),
    )
    .join(', ');

export const sheetsSeveral = failure<File & { sheets: readonly Choice[] }>('sheets-several', Exit.faulty, {
  en: ({ file, sheets }) =>
    `${file} has rows in ${sheetsText('en', sheets)}. Say which to read, several if need be: --sheet "${sheets[0]?.name}"`,
  de: ({ file, sheets }) =>
    `${file} hat Zeilen in ${sheetsText('de', sheets)}. Sagen, was gelesen werden soll, auch mehrere: --sheet "${sheets[0]?.name}"`,
});

export const sheetUnknown = failure<File & { sheet: string; sheets: readonly string[] }>('sheet-unknown', Exit.usage, {
  en: ({ file, sheet, sheets }) =>
    `--sheet ${quoted('en', sheet)}: ${file} has no such sheet. It has ${quotedAll('en', sheets)}.`,
  de: ({ file, sheet, sheets }) =>
    `--sheet ${quoted('de', sheet)}: Ein solches Blatt hat ${file} nicht. Es gibt ${quotedAll('de', sheets)}.`,
});

export const sheetWithoutWorkbook = failure<{ sheet: string }>('sheet-without-workbook', Exit.usage, {
  en: ({ sheet }) => `--sheet ${quoted('en', sheet)}: none of the files is a workbook. Leave the option out.`,
  de: ({ sheet }) => `--sheet ${quoted('de', sheet)}: Keine der Dateien ist eine Arbeitsmappe. Die Option weglassen.`,
});
