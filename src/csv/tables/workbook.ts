import { crypto } from '../../load.ts';
import { beginningOf, bytesOf, nameOf, type Source } from '../bytes/file.ts';
import { fileNotText, notATable } from '../failures.ts';
import type { CsvRecord } from '../records.ts';
import { archiveKind, type Sheet, Workbook } from '../workbook/book.ts';
import { sheetsSeveral, workbookDamaged, workbookTooBig } from '../workbook/failures.ts';
import { lettersOf, type SheetRow } from '../workbook/sheet.ts';
import { entriesOf } from '../workbook/zip.ts';
import { firstOf } from './head.ts';
import type { SheetNotes, Table } from './table.ts';

/** A workbook of more bytes holds something else than a list. */
const largest = 100_000_000;

/** A workbook and what it is known by. */
export interface Opened {
  readonly workbook: Workbook;
  readonly sha256: string;
}

/**
 * The workbook that a file is; undefined where it is something else, which others can name. It is held as a whole, as
 * small as it is packed, so that nobody changes it meanwhile.
 * @throws Failure `workbook-damaged`, `workbook-too-big`, `workbook-has-dtd`; `file-not-text` where it is one that can't
 * be read: of an old Excel, with a password, of LibreOffice
 */
export function workbookIn(source: Source): Opened | undefined {
  const file = nameOf(source);
  const head = Buffer.from(beginningOf(source));
  const isOld = head.toString('hex', 0, 4) === 'd0cf11e0';
  const isArchive = ['504b0304', '504b0506'].includes(head.toString('hex', 0, 4));
  if (!isOld && !isArchive) return undefined;
  const hash = crypto().createHash('sha256');
  const bytes = wholeOf(source, file, hash);
  if (isOld)
    throw fileNotText({ file, kind: isEncrypted(bytes) ? 'encrypted-spreadsheet' : 'old-spreadsheet', line: 1 });
  const entries = entriesOf(bytes);
  const looksSo = /\[Content_Types\]\.xml|_rels\/|xl\/|docProps\//.test(head.toString('latin1'));
  if (!entries && looksSo) throw workbookDamaged({ file });
  const kind = entries ? archiveKind(entries) : 'archive';
  if (kind === 'archive' || !entries) return undefined;
  if (kind !== 'workbook') throw fileNotText({ file, kind, line: 1 });
  if ([...entries.values()].some((entry) => entry.isEncrypted))
    throw fileNotText({ file, kind: 'encrypted-spreadsheet', line: 1 });
  return { workbook: new Workbook(file, bytes, entries), sha256: hash.digest('hex') };
}

function wholeOf(source: Source, file: string, hash: ReturnType<ReturnType<typeof crypto>['createHash']>): Buffer {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const piece of bytesOf(source, hash)) {
    size += piece.length;
    if (size > largest) throw workbookTooBig({ file });
    // Each piece is valid until the next one.
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

/** A workbook with a password is a file of the old kind that holds the new one, encrypted ([MS-OFFCRYPTO] 2.3.4). */
const isEncrypted = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));

/** A sheet that was chosen, and what it is called. */
export interface SheetSource {
  readonly name: string;
  readonly opened: Opened;
  readonly sheet: Sheet;
  /** Hidden sheets with rows that nobody has chosen. */
  readonly hidden: readonly string[];
}

/** The sheets with rows: those that can be seen, where there are any, and those that are hidden. */
export function filledSheets({ workbook }: Opened): { visible: Sheet[]; hidden: Sheet[] } {
  const filled = workbook.sheets.filter((sheet) => workbook.hasRows(sheet));
  return { visible: filled.filter(({ isHidden }) => !isHidden), hidden: filled.filter(({ isHidden }) => isHidden) };
}

/**
 * The sheet that must be meant: the only visible one with rows; of an empty workbook, the first.
 * @throws Failure `sheets-several`
 */
export function onlySheet(name: string, opened: Opened): SheetSource {
  const { visible, hidden } = filledSheets(opened);
  const [sheet = opened.workbook.sheets[0], ...others] = visible;
  if (!sheet || others.length > 0 || (visible.length === 0 && hidden.length > 0))
    throw sheetsSeveral({ file: name, sheets: choicesOf([...visible, ...hidden]) });
  return { name, opened, sheet, hidden: hidden.map(({ name }) => name) };
}

export const choicesOf = (sheets: readonly Sheet[]) => sheets.map(({ name, isHidden }) => ({ name, hidden: isHidden }));

/** A sheet as a table. Rows have as many cells as the headings; what stands right of these is noted, and not read. */
export function sheetTable({ name: file, opened: { workbook, sha256 }, sheet, hidden }: SheetSource): Table {
  const notes: SheetNotes = {
    name: sheet.name,
    isHidden: sheet.isHidden,
    hidden,
    is1904: workbook.is1904,
    formulas: 0,
    hiddenRows: 0,
    numbers: new Map(),
    beyond: new Set(),
  };
  return {
    file,
    encoding: 'xlsx',
    sha256,
    sheet: notes,
    starts: () => {
      const rows = firstOf(workbook.rows(sheet));
      if (isOneColumn(rows)) throw notATable({ file, kind: 'rows-in-one-cell' });
      const records = rows.map((row) => recordOf(row));
      return { starts: records[0] ? [{ delimiter: '', first: records[0], records }] : [], skip: 0 };
    },
    *records(_, width) {
      notes.formulas = 0;
      notes.hiddenRows = 0;
      notes.numbers.clear();
      notes.beyond.clear();
      for (const rows of workbook.rows(sheet)) {
        for (const row of rows) note(notes, row, width);
        yield rows.map((row) => recordOf(row, width));
      }
    },
  };
}

const recordOf = ({ line, cells }: SheetRow, width = cells.length): CsvRecord => ({
  line,
  lines: 1,
  cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
});

function note(notes: SheetNotes, { cells, numbers, formulas, isHidden }: SheetRow, width: number): void {
  notes.formulas += formulas;
  if (isHidden) notes.hiddenRows += 1;
  for (const index of numbers) notes.numbers.set(index, (notes.numbers.get(index) ?? 0) + 1);
  for (let index = width; index < cells.length; index++) if (cells[index] !== '') notes.beyond.add(lettersOf(index));
}

/** Whether each row stands in one cell, with its separators: opened with the wrong one, and saved again. */
function isOneColumn(rows: readonly SheetRow[]): boolean {
  return (
    rows.length > 1 &&
    [';', ',', '\t', '|'].some((delimiter) =>
      rows.every(({ cells }) => cells.length === 1 && cells[0]?.includes(delimiter)),
    )
  );
}
