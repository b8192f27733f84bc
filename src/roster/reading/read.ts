import type { KnownNames } from '../../csv/bytes/decode.ts';
import { placeOf } from '../../csv/places.ts';
import type { CsvRecord } from '../../csv/records.ts';
import { openTable, type TableSource } from '../../csv/tables/open.ts';
import type { SheetNotes, Table } from '../../csv/tables/table.ts';
import type { Language } from '../../language.ts';
import { crypto } from '../../load.ts';
import type { Role } from '../../users/rules.ts';
import { type Field, givenBy } from '../formats/fields.ts';
import { setInFile, setWrong } from './failures.ts';
import { looksLikePerson } from './header.ts';
import type { Recognition } from './layout.ts';
import { LeftOut, leftOutBy } from './leftout.ts';
import { problem, problemWords } from './problems.ts';
import { recognise } from './recognise.ts';
import { type Row, rowReader } from './rows.ts';
import type { Unclear } from './unclear.ts';
import { type Circumstances, readValue } from './values.ts';
import { type Understood, understand, type Wish } from './wish.ts';

/** What a file was recognised as, for people and scripts. */
export interface Recognised {
  /** What the file is called. */
  readonly file: string;
  /** The format's name, `custom` where only `--map` decided. */
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** The header as it stands in the file, and in which line; null and 0 where there is none. */
  readonly header: readonly string[] | null;
  readonly headerLine: number;
  /** What is read, in the order of the columns, with what all lines share. */
  readonly fields: readonly Field[];
  /** Which column each field has. */
  readonly columns: readonly { readonly field: Field; readonly column: string }[];
  /** The names of the columns that are not read, their numbers where there is no header. */
  readonly surplus: readonly string[];
  /** Columns that are not read, and look like something that the file lacks. */
  readonly unclear: readonly Unclear[];
  /** Whom the file is about, where it can't be about anybody else. */
  readonly role: Role | undefined;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** What a sheet of a workbook says beside its cells: whole when all rows have been read. */
  readonly sheet: SheetNotes | undefined;
  /** The columns of import IDs, counted from 0. */
  readonly keysAt: readonly number[];
  /** The lines that are no people: known when all rows have been read. */
  readonly leftOut: LeftOut;
}

/** What was answered about the columns of a source, by their plain headings: the field, or null for one that is not read. */
export type Answers = ReadonlyMap<string, Field | null>;

/** Which classes, by their names without case and blanks, are no classes: nobody in them is at the school. */
export type ClassAnswers = ReadonlyMap<string, boolean>;

/** A roster that lies on the stage: what its first file was recognised as, with the fields of all. */
export interface Taken extends Recognised {
  readonly files: readonly Recognised[];
  /** What was said about its columns, to be remembered for the source. */
  readonly answers: Answers;
  /** What was said about its classes, likewise. */
  readonly classAnswers: ClassAnswers;
}

export interface Roster {
  readonly files: readonly Recognised[];
  /** What is read from any of the files. */
  readonly fields: readonly Field[];
  /**
   * The checked lines from the first file's beginning, about a thousand at a time, so that memory does not grow with
   * the file. Fails if a file was changed since it was recognised.
   */
  batches(): Generator<Row[]>;
}

/** What has to be known beside the files. */
export interface About extends Circumstances {
  readonly language: Language;
  /** Names that the registry knows, in lower case. */
  readonly names?: KnownNames;
}

/**
 * Reads a roster, in one file or several: finds out what each is, then checks every line. All that is wrong with single
 * lines comes with their rows. Fails, before any row is given, where a file as a whole can't be read: its encoding, its
 * header, or a wish that it can't fulfil.
 */
export function readRoster(sources: readonly TableSource[], wish: Wish, about: About): Roster {
  const understood = understand(wish);
  checkShared(understood, about);
  const opened = sources.map((source) => {
    const table = openTable(source, { encoding: wish.encoding, known: about.names });
    const recognition = { ...recognise(table, understood, about.today), is1904: table.sheet?.is1904 ?? false };
    return { table, recognition, recognised: recognisedAs(table, recognition, understood) };
  });
  const fields = [...new Set(opened.flatMap(({ recognised }) => recognised.fields))];
  return {
    files: opened.map(({ recognised }) => recognised),
    fields,
    *batches() {
      for (const [file, { table, recognition, recognised }] of opened.entries()) {
        // What one file doesn't say of anybody takes nothing away that another says.
        const lacking = fields.filter((field) => !recognised.fields.includes(field));
        for (const rows of rowsOf(table, recognition, understood, about, recognised.leftOut, file)) {
          yield lacking.length === 0
            ? rows
            : rows.map((row) => ({ ...row, unread: [...(row.unread ?? []), ...lacking] }));
        }
      }
    },
  };
}

/** One hash for a roster: that of its file, or of the hashes of its files. */
export function sha256Of(files: readonly Recognised[]): string {
  const [only, ...more] = files.map(({ sha256 }) => sha256);
  if (only !== undefined && more.length === 0) return only;
  return crypto()
    .createHash('sha256')
    .update(files.map(({ sha256 }) => sha256).join(' '))
    .digest('hex');
}

function recognisedAs(table: Table, recognition: Recognition, { set }: Understood): Recognised {
  const { format, delimiter, header, headerLine, surplus, unclear, role, columns } = recognition;
  const read = columns.flat();
  for (const field of set.keys()) {
    const column = read.find((one) => givenBy([one.field]).includes(field));
    if (column) throw setInFile({ file: table.file, field, column: column.name });
  }
  return {
    ...{ file: table.file, format, encoding: table.encoding, delimiter, header, headerLine, surplus, unclear, role },
    fields: givenBy([...read.map(({ field }) => field), ...set.keys()]),
    columns: read.map(({ field, name }) => ({ field, column: name })),
    sha256: table.sha256,
    sheet: table.sheet,
    keysAt: read.filter(({ field }) => ['importId', 'childId'].includes(field)).map(({ index }) => index),
    leftOut: new LeftOut(),
  };
}

/** The rows of a recognised file, batch by batch; what is no person is noted. */
function* rowsOf(
  table: Table,
  recognition: Recognition,
  { set }: Understood,
  about: Circumstances,
  leftOut: LeftOut,
  file: number,
): Generator<Row[]> {
  const { delimiter, names, headerLine, hintLine } = recognition;
  const read = rowReader(recognition, set, about);
  const kindOf = leftOutBy(recognition);
  leftOut.counts.clear();
  const rowsIn = (record: CsvRecord): Row[] => {
    const { line } = record;
    if (line === hintLine || (line === headerLine && recognition.header !== null)) return [];
    const kind = kindOf(record) ?? (line < headerLine && !isPerson(record, recognition) ? 'title' : undefined);
    if (kind) {
      leftOut.add(kind, line);
      return [];
    }
    if (line > headerLine || recognition.header === null) return read(record, file);
    const place = { line: placeOf(line, 0, file), column: null, value: null };
    return [{ line: place.line, values: {}, problems: [problem('above-header', place, { header: headerLine })] }];
  };
  for (const records of table.records(delimiter, names.length)) {
    const rows = records.flatMap(rowsIn);
    if (rows.length > 0) yield rows;
  }
}

/** Whether a line above the header looks like a person: as wide as the header, with a name, and a number or a day. */
function isPerson({ cells }: CsvRecord, { columns, names }: Recognition): boolean {
  const filled = cells.filter((cell) => cell !== '').length;
  const isNamed = columns
    .flat()
    .some(
      ({ field, index }) =>
        givenBy([field]).some((one) => one === 'familyName') && /\p{L}{2}/u.test(cells[index] ?? ''),
    );
  return isNamed && filled > names.length / 2 && cells.length >= names.length - 1 && cells.some(looksLikePerson);
}

/** @throws Failure `set-wrong` where what all lines share can't be meant */
function checkShared({ set, format }: Understood, about: About): void {
  for (const [field, value] of set) {
    const meaning = {
      groups: format?.groups,
      exact: false,
      status: new Map(),
      roles: new Map(),
      secondEnrolment: undefined,
      is1904: false,
    };
    if (field === 'status' || field === 'role') continue;
    const complaint = readValue({}, field, value, meaning, { ...about, classes: new Map() });
    if (!complaint) continue;
    const message = problemWords(about.language, complaint({ line: 0, column: null, value }));
    throw setWrong({ field, value, message });
  }
}
