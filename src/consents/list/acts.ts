import type { App } from '../../app.ts';
import { delimiterNamed } from '../../csv/tables/head.ts';
import { type SheetResult, sheetResult } from '../../csv/tables/notes.ts';
import { openTable, type TableSource } from '../../csv/tables/open.ts';
import { type Decided, decidedOf, known, recordDecisions } from '../acts.ts';
import { listFaulty } from '../failures.ts';
import { purposes } from '../store.ts';
import { type ListField, layoutOf } from './layout.ts';
import { type Fault, type ListedPlan, planRows } from './plan.ts';
import { type ListDefaults, listReader } from './rows.ts';

/** What somebody says on the command line about a list of decisions. */
export interface ListWish extends ListDefaults {
  table: TableSource;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Whose import IDs the list has. */
  source: string;
  skipFaulty?: true | undefined;
}

/** What a list would do, or did. The numbers of new facts are null until it is done. */
export interface ListResult {
  applied: boolean;
  encoding: string;
  delimiter: string;
  surplus: readonly string[];
  /** The sheet of a workbook. */
  sheet: SheetResult | null;
  counts: { rows: number; blank: number; recorded: number; known: number; skipped: number; problems: number };
  decided: readonly (Decided & { line: number })[];
  problems: readonly Fault[];
}

/** A list of decisions, read and worked out, and the state of the registry that it was worked out for. */
export interface PlannedList {
  result: ListResult;
  planned: readonly ListedPlan[];
  sha256: string;
  version: number;
}

/**
 * Reads a list of decisions and works out what it would record.
 * @throws Failure `list-faulty` with all faulty lines, unless they are to be left out; and what the file as a whole
 * may suffer from
 */
export function planList(app: App, wish: ListWish): PlannedList {
  const { table: source, skipFaulty, ...defaults } = wish;
  const table = openTable(source, wish);
  const { file } = table;
  return app.snapshot((db) => {
    const asked = purposes(db);
    const layout = layoutOf(table, delimiterNamed(wish.delimiter), asked, table.sheet?.is1904);
    const { delimiter, names, headerLine, surplus } = layout;
    const read = listReader(layout, defaults, asked, app.moment.today);
    const records = [...table.records(delimiter, names.length)].flat();
    const rows = records.filter(({ line }) => line > headerLine).map(read);

    const { planned, faults } = planRows(db, rows, {
      source: wish.source,
      today: app.moment.today,
      language: app.language,
    });
    if (faults.length > 0 && !skipFaulty) throw listFaulty({ file, problems: faults });
    const skipped = new Set(faults.map(({ line }) => line)).size;
    const repeated = planned.filter(({ repeats }) => repeats !== null).length;
    const result = {
      applied: false,
      encoding: table.encoding,
      delimiter,
      surplus,
      sheet: table.sheet ? sheetResult(table.sheet, [...layout.fields].flatMap(keyColumn)) : null,
      counts: {
        rows: rows.length,
        blank: rows.filter(({ line, isFilled }) => !isFilled && line.problems.length === 0).length,
        recorded: planned.length - repeated,
        known: repeated,
        skipped,
        problems: faults.length,
      },
      decided: inLines(planned.map((one) => ({ line: one.line, ...decidedOf(one, known(one.repeats)) }))),
      problems: faults,
    };
    return { result, planned, sha256: table.sha256, version: app.registryVersion };
  });
}

const keyColumn = ([field, index]: [ListField, number]) => (field === 'importId' ? [index] : []);

/**
 * Records what was planned, in one transaction, after a backup.
 * @throws Failure `changed-meanwhile` if somebody else has changed the registry since
 */
export function applyList(app: App, { result, planned, sha256, version }: PlannedList): ListResult {
  app.backup('import');
  const recorded = app.transactAt(version, (tx) => recordDecisions(tx, planned, { list: sha256 }));
  const decided = recorded.map((one, index) => ({ line: planned[index]?.line ?? 0, ...one }));
  return { ...result, applied: true, decided: inLines(decided) };
}

/** In the order of the list, not of the days. */
const inLines = <One extends { line: number }>(all: One[]): One[] => all.sort((a, b) => a.line - b.line);
