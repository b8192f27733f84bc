import { type Decoded, decode, type KnownNames } from '../bytes/decode.ts';
import { nameOf, type Source } from '../bytes/file.ts';
import { linesOf } from '../bytes/lines.ts';
import { notATable } from '../failures.ts';
import { recordsOf } from '../records.ts';
import { firstOf, type Head, headOf, startsOf } from './head.ts';
import { columnsOfJson, recordsOfJson } from './json.ts';
import type { Table } from './table.ts';
import { onlySheet, type SheetSource, sheetTable, workbookIn } from './workbook.ts';

/** What somebody says about a file. */
export interface TableWish {
  readonly encoding?: string | undefined;
  readonly known?: KnownNames | undefined;
}

/** Where a table comes from: a file, what was piped in, or a sheet that was chosen. */
export type TableSource = Source | SheetSource;

/**
 * Opens what should be a table: text with separators, a JSON list, or a sheet of a workbook.
 * @throws Failure where there is no file, where it is none of these, its text can't be read, or a sheet must be chosen
 */
export function openTable(source: TableSource, wish: TableWish = {}): Table {
  if (typeof source === 'object' && 'sheet' in source) return sheetTable(source);
  const opened = workbookIn(source);
  if (opened) return sheetTable(onlySheet(nameOf(source), opened));
  const file = nameOf(source);
  const decoded = decode(source, wish.encoding, wish.known);
  const head = headOf(file, decoded);
  return isJson(head) ? jsonTable(file, decoded) : textTable(file, decoded, head);
}

function textTable(file: string, decoded: Decoded, head: Head): Table {
  const { encoding, sha256 } = decoded;
  const kind = kindOfText(head);
  if (kind) throw notATable({ file, kind });
  return {
    file,
    encoding,
    sha256,
    starts: (delimiter) => startsOf(head, delimiter),
    records: (delimiter, width) => recordsOf(linesOf(decoded.text(), file), { delimiter, width, skip: 0 }),
  };
}

function jsonTable(file: string, decoded: Decoded): Table {
  const { encoding, sha256 } = decoded;
  const columns = columnsOfJson(decoded.text(), file);
  const records = () => recordsOfJson(decoded.text(), columns, file);
  return {
    file,
    encoding,
    sha256,
    starts: () => {
      const first = firstOf(records());
      return { starts: first[0] ? [{ delimiter: '', first: first[0], records: first }] : [], skip: 0 };
    },
    records,
  };
}

const beginning = ({ lines }: Head) => lines.find((line) => line.trim() !== '')?.trim() ?? '';

/** A name in brackets could begin a list, too: `[intern]`. */
const isJson = (head: Head) => /^(?:\{\s*("|$)|\[\s*(?:[{[\]"\d]|$))/.test(beginning(head));

/** What a text is that is no table with separators, as far as it can be told. */
function kindOfText(head: Head): 'xml' | 'html' | 'rtf' | 'vcard' | 'quoted-rows' | undefined {
  const first = beginning(head);
  if (/^<(?:!doctype html|html|head|body|table|div|meta|style)\b/i.test(first)) return 'html';
  if (/^<(?:\?xml|!--|!DOCTYPE|[a-z][\w:-]*[ >/])/i.test(first))
    return /<html\b/i.test(head.lines.join('\n')) ? 'html' : 'xml';
  if (first.startsWith('{\\rtf')) return 'rtf';
  if (/^BEGIN:V(?:CARD|CALENDAR)/i.test(first)) return 'vcard';
  const filled = head.lines.filter((line) => line.trim() !== '');
  return filled.length > 1 && filled.every(isQuotedWhole) ? 'quoted-rows' : undefined;
}

/** Whether a line is one quoted cell with separators in it, and nothing but separators behind it. */
function isQuotedWhole(line: string): boolean {
  const [whole, inside] = /^\s*"((?:[^"]|"")*)"/.exec(line) ?? [];
  return whole !== undefined && /[,;\t|]/.test(inside ?? '') && /^[\s,;|]*$/.test(line.slice(whole.length));
}
