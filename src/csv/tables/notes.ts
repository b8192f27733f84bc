import { bilingual, count, type Language, listed } from '../../language.ts';
import { quoted, quotedAll } from '../quoted.ts';
import type { SheetNotes } from './table.ts';

const text = bilingual({
  en: {
    sheet: (name: string) => `Sheet ${quoted('en', name)}.`,
    hiddenSheets: (names: readonly string[]) =>
      `Hidden and not read, with rows in it: ${quotedAll('en', names)}. To read it: --sheet "${names[0]}"`,
    isHidden: 'This sheet is hidden in the workbook.',
    formulas: (cells: number) =>
      `${count('en', cells, 'cell has a formula', 'cells have a formula')}: read is what it gave when the workbook was saved.`,
    hiddenRows: (rows: number) =>
      `${count('en', rows, 'row is hidden or filtered out', 'rows are hidden or filtered out')}, and read all the same.`,
    beyond: (columns: readonly string[]) => `Not read, as it has no heading: column ${listed('en', columns)}.`,
    numbers: (cells: number) =>
      `${count('en', cells, 'import ID is', 'import IDs are')} kept as a number by the spreadsheet, so zeros in front, if there were any, are lost. Compare with the administration software.`,
  },
  de: {
    sheet: (name) => `Blatt ${quoted('de', name)}.`,
    hiddenSheets: (names) =>
      `Ausgeblendet und nicht gelesen, mit Zeilen darin: ${quotedAll('de', names)}. Um es zu lesen: --sheet "${names[0]}"`,
    isHidden: 'Dieses Blatt ist in der Arbeitsmappe ausgeblendet.',
    formulas: (cells) =>
      `${count('de', cells, 'Zelle hat eine Formel', 'Zellen haben eine Formel')}: Gelesen wird, was sie beim Speichern ergab.`,
    hiddenRows: (rows) =>
      `${count('de', rows, 'Zeile ist ausgeblendet oder weggefiltert', 'Zeilen sind ausgeblendet oder weggefiltert')} und trotzdem gelesen.`,
    beyond: (columns) => `Nicht gelesen, weil ohne Überschrift: Spalte ${listed('de', columns)}.`,
    numbers: (cells) =>
      `${count('de', cells, 'Import-ID ist', 'Import-IDs sind')} in der Tabelle eine Zahl; führende Nullen, falls es welche gab, sind verloren. Mit der Schulverwaltung vergleichen.`,
  },
});

/** What is said of a sheet, for scripts. */
export interface SheetResult {
  readonly name: string;
  readonly isHidden: boolean;
  readonly hiddenSheets: readonly string[];
  readonly formulas: number;
  readonly hiddenRows: number;
  /** How many IDs are kept as numbers. */
  readonly numericIds: number;
  /** Columns that have no heading. */
  readonly unheaded: readonly string[];
}

/** What is to be said of a sheet; `keysAt` are the columns of its IDs, counted from 0. */
export const sheetResult = (notes: SheetNotes, keysAt: readonly number[]): SheetResult => ({
  name: notes.name,
  isHidden: notes.isHidden,
  hiddenSheets: notes.hidden,
  formulas: notes.formulas,
  hiddenRows: notes.hiddenRows,
  numericIds: keysAt.reduce((sum, index) => sum + (notes.numbers.get(index) ?? 0), 0),
  unheaded: [...notes.beyond],
});

/** The same for people: what is only to be known, and what may be wrong; what the file's own name says is not said again. */
export function sheetSaid(language: Language, of: SheetResult, file: string): { known: string[]; doubts: string[] } {
  const say = text[language];
  const { name, isHidden, hiddenSheets, formulas, hiddenRows, numericIds, unheaded } = of;
  return {
    known: [
      ...(file.endsWith(`[${name}]`) ? [] : [say.sheet(name)]),
      ...(hiddenSheets.length > 0 ? [say.hiddenSheets(hiddenSheets)] : []),
      ...(formulas > 0 ? [say.formulas(formulas)] : []),
      ...(hiddenRows > 0 ? [say.hiddenRows(hiddenRows)] : []),
      ...(unheaded.length > 0 ? [say.beyond(unheaded)] : []),
    ],
    doubts: [...(isHidden ? [say.isHidden] : []), ...(numericIds > 0 ? [say.numbers(numericIds)] : [])],
  };
}
