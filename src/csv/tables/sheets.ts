import { bilingual, type Language } from '../../language.ts';
import { nameOf, type Source } from '../bytes/file.ts';
import type { Sheet } from '../workbook/book.ts';
import { sheetUnknown, sheetWithoutWorkbook } from '../workbook/failures.ts';
import type { TableSource } from './open.ts';
import { choicesOf, filledSheets, type Opened, onlySheet, type SheetSource, workbookIn } from './workbook.ts';

/** Asks a person to choose. */
type Chooser = (question: string, choices: { value: string; name: string }[]) => Promise<string>;

const text = bilingual({
  en: {
    question: (file: string) => `${file} has rows in several sheets, or in hidden ones. What is the list?`,
    hidden: (sheet: string) => `${sheet} (hidden)`,
    all: 'all of them, as one list',
  },
  de: {
    question: (file) => `${file} hat Zeilen in mehreren oder in ausgeblendeten Blättern. Was ist die Liste?`,
    hidden: (sheet) => `${sheet} (ausgeblendet)`,
    all: 'alle, als eine Liste',
  },
});

/** How sheets are chosen. */
export interface SheetWish {
  /** What was typed. */
  readonly wished?: readonly string[] | undefined;
  readonly language: Language;
  /** undefined where nobody can be asked. */
  readonly choose: Chooser | undefined;
  /** Whether several sheets can be one list. */
  readonly isSeveral: boolean;
}

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.toLowerCase();

/**
 * The sources with what is to be read of them: a workbook once for each of its sheets that is read, by `--sheet`, by the
 * only choice there is, or as somebody answers.
 * @throws Failure `sheets-several` where nobody can be asked; `sheet-unknown`, `sheet-without-workbook`; and what
 * `workbookIn` does
 */
export async function chosenSheets(sources: readonly Source[], wish: SheetWish): Promise<TableSource[]> {
  const files = sources.map((source) => ({ source, name: nameOf(source), opened: workbookIn(source) }));
  refuseUnknown(files, wish.wished ?? []);
  const chosen: TableSource[] = [];
  for (const { source, name, opened } of files) {
    if (opened) chosen.push(...(await sheetsOf(name, opened, wish)));
    else chosen.push(source);
  }
  return chosen;
}

function refuseUnknown(files: readonly { name: string; opened: Opened | undefined }[], wished: readonly string[]) {
  const books = files.flatMap(({ name, opened }) => (opened ? [{ name, sheets: opened.workbook.sheets }] : []));
  const all = books.flatMap(({ sheets }) => sheets.map(({ name }) => name));
  for (const sheet of wished) {
    if (books.length === 0) throw sheetWithoutWorkbook({ sheet });
    if (!all.some((name) => isSame(sheet, name)))
      throw sheetUnknown({ file: books.map(({ name }) => name).join(', '), sheet, sheets: all });
  }
}

async function sheetsOf(file: string, opened: Opened, wish: SheetWish): Promise<SheetSource[]> {
  const { wished = [], choose } = wish;
  const named = opened.workbook.sheets.filter(({ name }) => wished.some((one) => isSame(one, name)));
  const { visible, hidden } = filledSheets(opened);
  const isSure = visible.length === 1 || visible.length + hidden.length === 0;
  if (named.length === 0 && (isSure || !choose)) return [onlySheet(file, opened)];
  const taken = named.length > 0 || !choose ? named : await asked(file, [...visible, ...hidden], wish, choose);
  const left = hidden.filter((sheet) => !taken.includes(sheet)).map(({ name }) => name);
  return taken.map((sheet, at) => ({
    name: taken.length > 1 ? `${file} [${sheet.name}]` : file,
    opened,
    sheet,
    hidden: at === 0 ? left : [],
  }));
}

async function asked(
  file: string,
  sheets: readonly Sheet[],
  { language, isSeveral }: SheetWish,
  choose: Chooser,
): Promise<readonly Sheet[]> {
  const say = text[language];
  const answer = await choose(say.question(file), [
    ...choicesOf(sheets).map(({ name, hidden }) => ({ value: name, name: hidden ? say.hidden(name) : name })),
    ...(isSeveral && sheets.length > 1 ? [{ value: '', name: say.all }] : []),
  ]);
  return answer === '' ? sheets : sheets.filter(({ name }) => name === answer);
}
